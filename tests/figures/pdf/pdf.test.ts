import { describe, expect, test } from 'vitest';
import { readDrawing } from '../../../src/figures/pdf/read-drawing.ts';
import type { Mark } from '../../../src/figures/pdf/drawing.ts';
import { needsChinese, pdfOf } from '../../../src/figures/pdf/pdf.ts';
import { textWidth } from '../../../src/scene/text.ts';
import { FONTS } from './fonts.ts';
import { gallery, MIXED, network } from './gallery.ts';
import { informationOf, readPdf, type ReadPdf } from './read-pdf.ts';

function page(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="35.28mm" height="17.64mm" viewBox="0 0 100 50">${content}</svg>`;
}

async function made(svg: string): Promise<ReadPdf> {
  return readPdf((await pdfOf(svg, FONTS)).bytes);
}

/** All lines of a figure, without the outlines around letters. */
function linesOf(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'group') return linesOf(mark.marks);
    return mark.kind === 'text' && mark.fill ? mark.lines.map(({ text }) => text) : [];
  });
}

/** The letters that are filled, each run after the other. */
function setIn({ texts }: ReadPdf): string {
  return texts
    .filter(({ mode }) => mode !== 1)
    .map(({ text }) => text)
    .join('');
}

describe('a figure as PDF', () => {
  test('gives back all its text, in both languages, from embedded fonts and without a picture', async () => {
    for (const language of ['en', 'zh'] as const) {
      for (const [kind, svg] of gallery(language)) {
        if (language === 'en' && !['network', 'overlap', 'board'].includes(kind)) continue;
        const drawing = readDrawing(svg);
        const pdf = await made(svg);
        expect(setIn(pdf), kind).toBe(linesOf(drawing.marks).join(''));
        expect([pdf.width, pdf.height], kind).toEqual([drawing.width, drawing.height]);
        expect(pdf.fonts, kind).toEqual([...new Set(pdf.texts.map(({ font }) => font))].filter(Boolean));
        expect([...pdf.objects.values()].join(''), kind).not.toMatch(/\/Subtype \/Image|\/Type3|NaN/u);
      }
    }
  });

  test('is the same to the bit when it is made again', async () => {
    const svg = network('zh', '#ffffff');
    const [first, second] = [await pdfOf(svg, FONTS), await pdfOf(svg, FONTS)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test('bears its title, how it was made and by what, and a date only when told', async () => {
    const svg = page('<title>生态 &amp; (niche)</title><text x="1" y="9">a</text>');
    const parameters = '{"seed":7}';
    const plain = await made(svg);
    expect(informationOf(plain, 'Title')).toBe('生态 & (niche)');
    expect(informationOf(plain, 'Producer')).toBe('Ecotone');
    expect(informationOf(plain, 'CreationDate')).toBeUndefined();
    const date = new Date(Date.UTC(2026, 10, 29));
    const dated = readPdf((await pdfOf(svg, FONTS, { methods: '方法', parameters, date })).bytes);
    expect(informationOf(dated, 'Subject')).toBe('方法');
    expect(informationOf(dated, 'EcotoneParameters')).toBe(parameters);
    expect(informationOf(dated, 'CreationDate')).toBe('D:20261129000000Z');
  });

  test('sets each letter in the first font that has it, and counts and boxes those in none', async () => {
    const svg = page(`<text x="5" y="20" font-size="9">${MIXED}</text>`);
    const { bytes, unknown } = await pdfOf(svg, FONTS);
    const pdf = readPdf(bytes);
    expect(pdf.texts.map(({ text, font }) => [text, font])).toEqual([
      ['Śląsk ', 'Arimo-Regular'],
      ['金华', 'NotoSansSC-Regular'],
      [' (', 'Arimo-Regular'],
      // In the order of the page, from left to right.
      ['םולש', 'Arimo-Regular'],
      [') ', 'Arimo-Regular'],
    ]);
    expect(unknown).toBe(1);
    expect(pdf.content).toContain(`${0.05 * 9} w`);
  });

  test('counts a letter that is in no font once, however it is outlined', async () => {
    const { unknown } = await pdfOf(
      page(
        '<text x="5" y="20" fill="none" stroke="#ffffff">𓀀</text><text x="5" y="20">𓀀</text><text x="5" y="40">ع𓀀</text>',
      ),
      FONTS,
    );
    expect(unknown).toBe(3);
  });

  test('asks for the Chinese font only when the others lack a letter', () => {
    expect(needsChinese(network('en', '#ffffff'), FONTS)).toBe(true);
    expect(needsChinese(page('<text x="1" y="9">Łódź – “ω” שלום</text>'), FONTS)).toBe(false);
    expect(needsChinese(page('<g opacity="0.5"><text x="1" y="9">金</text></g>'), FONTS)).toBe(true);
  });

  test('sets lines from their start, about their middle and to their end, as wide as figures measure', async () => {
    const text = 'Bureau of Science 42';
    const line = (anchor: string): string =>
      `<text x="50" y="9" font-size="6" text-anchor="${anchor}">${text}</text>`;
    const { texts } = await made(page(['start', 'middle', 'end'].map(line).join('')));
    const [start = NaN, middle = NaN, end = NaN] = texts.map(({ x }) => x);
    expect(start).toBe(50);
    expect(middle - end).toBeCloseTo(start - middle, 3);
    expect((start - end) / textWidth(text, 6)).toBeGreaterThan(0.97);
    expect((start - end) / textWidth(text, 6)).toBeLessThan(1.01);
  });

  test('makes Chinese letters bold by an outline, and takes the bold font for others', async () => {
    const { texts } = await made(page('<text x="5" y="9" font-size="10" font-weight="bold">Map 图</text>'));
    expect(texts.map(({ text, font, mode }) => [text, font, mode])).toEqual([
      ['Map ', 'Arimo-Bold', 0],
      ['图', 'NotoSansSC-Regular', 2],
    ]);
  });

  test('keeps halos out of what is read and copied', async () => {
    const { content } = await made(
      page('<text x="5" y="9" fill="none" stroke="#ffffff">x</text><text x="5" y="9">x</text>'),
    );
    expect(content.match(/ActualText \(\) >> BDC\n[^]*?1 Tr[^]*?\nEMC/gu)).toHaveLength(1);
  });

  test('fades what overlaps as one, and single shapes by their own paint', async () => {
    const bar = '<rect width="9" height="9"/>';
    const [one, two] = [
      await made(page(`<g opacity="0.4">${bar}</g>`)),
      await made(page(`<g opacity="0.4">${bar}${bar}</g>`)),
    ];
    expect(one.content).not.toContain(' Do');
    expect(two.content.match(/\/Xf1 Do/gu)).toHaveLength(1);
    for (const pdf of [one, two]) {
      const states = [...pdf.objects.values()].filter((body) => body.includes('/Type /ExtGState'));
      expect(states.filter((body) => body.includes('/ca 0.4'))).toHaveLength(1);
    }
  });

  test('keeps the line of a tie that is seen through out of its head, so that nothing shows twice', async () => {
    const line = '<path d="M0 5H30" fill="none" stroke="#000000"/>';
    const head = '<polygon points="32,5 28,7 28,3" fill="#000000"/>';
    const { content } = await made(page(`<g opacity="0.5">${line}${head}</g>`));
    expect(content).toMatch(/32 5 m\n28 7 l\n28 3 l\nh\nW\* n\n[^]*30 5 l\nS/u);
    expect(content).not.toContain(' Do');
    // Heads that meet would cancel each other in such a frame.
    const { content: met } = await made(page(`<g opacity="0.5">${line}${head}${head}</g>`));
    expect(met).toContain('/Xf1 Do');
  });

  test('draws dots, dashes, clips and turns as PDF has them', async () => {
    const { content } = await made(
      page(
        '<clipPath id="c"><rect width="5" height="5"/></clipPath><g clip-path="url(#c)" transform="rotate(90)">' +
          '<path d="M0 0H9" fill="none" stroke="#ff0000" stroke-dasharray="0 3" stroke-linecap="round"/></g>',
      ),
    );
    expect(content).toMatch(/0 1 -1 0 0 0 cm\n0 0 m\n5 0 l\n5 5 l\n0 5 l\nh\nW n/u);
    expect(content).toMatch(/1 0 0 SCN\n1 w\n1 J\n4 M\n\[0 3\] 0 d\n0 0 m\n9 0 l\nS/u);
  });
});
