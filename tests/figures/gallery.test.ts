import { describe, expect, it } from 'vitest';
import { fnv1a } from '../../src/base/hash.ts';
import { FIGURE_OFFERS } from '../../src/figures/offers.ts';
import { KINDS } from '../../src/figures/kinds.ts';
import { presetById } from '../../src/figures/presets.ts';
import { readDrawing } from '../../src/figures/pdf/read-drawing.ts';
import { textSizes } from '../../src/figures/text-sizes.ts';
import { galleryFigures, type GalleryFigure } from './gallery.ts';
import { readFigure, type ReadFigure, type TextBox } from './text-boxes.ts';

const figures = [...galleryFigures()];
const drawn = figures.flatMap((figure) =>
  figure.svg === undefined ? [] : [{ ...figure, svg: figure.svg, read: readFigure(figure.svg) }],
);

const ALLOWED = new Set(
  'svg title desc metadata defs clipPath g path polygon rect circle line text tspan'.split(' '),
);

/** What a reviewer reads of a figure: how large, of what, saying what; the hash tells whether anything else changed. */
function described({ id, svg, why }: GalleryFigure): string {
  if (svg === undefined) return `${id}\n  not drawn: ${why ?? ''}\n`;
  const { widthMm, heightMm, counts, texts } = readFigure(svg);
  const sizes = textSizes(svg);
  const round = (size = 0): number => Math.round(size * 10) / 10;
  return [
    id,
    `  ${round(widthMm)} × ${round(heightMm)} mm, text of ${round(sizes?.least)} to ${round(sizes?.most)} pt, ${fnv1a(svg).toString(16)}`,
    `  ${[...counts].map(([group, count]) => `${group === '' ? 'page' : group} ${count}`).join(', ')}`,
    `  ${texts
      .slice(0, 6)
      .map(({ text }) => text.slice(0, 40))
      .join(' | ')}`,
    '',
  ].join('\n');
}

/** Measured widths are estimates. */
const SLACK = 0.6;

function outside({ width, height, texts }: ReadFigure): readonly TextBox[] {
  return texts.filter(
    ({ x1, y1, x2, y2 }) => x1 < -SLACK || y1 < -SLACK || x2 > width + SLACK || y2 > height + SLACK,
  );
}

function inLegend({ groups }: TextBox): boolean {
  return groups.some((id) => id.startsWith('legend'));
}

function meet(a: TextBox, b: TextBox): boolean {
  return (
    Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > SLACK && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > SLACK
  );
}

describe('the gallery of figures', () => {
  it('has every kind that is offered, each of them drawn of a map that has all it needs', () => {
    expect(KINDS.map(({ id }) => id)).toEqual(FIGURE_OFFERS.map(({ id }) => id));
    expect(figures.filter(({ map, svg }) => map === 'jinhua' && svg === undefined)).toEqual([]);
  });

  it('looks as it did: sizes, contents and texts of every figure, and a hash of the rest', async () => {
    await expect(figures.map(described).join('\n')).toMatchFileSnapshot('figures/gallery.txt');
  });

  it('is made of lines, shapes and real text alone', () => {
    for (const { id, read, svg } of drawn) {
      expect(
        [...read.elements].filter((name) => !ALLOWED.has(name)),
        id,
      ).toEqual([]);
      expect(svg, id).not.toMatch(/="[^"]*(?:NaN|undefined|Infinity)|href=|<!/u);
    }
  });

  it('holds nothing that a PDF could not show', () => {
    for (const { id, svg } of drawn) expect(() => readDrawing(svg), id).not.toThrow();
  });

  it('gives every group an id of its own, also where figures stand together', () => {
    for (const { id, read } of drawn) expect(new Set(read.ids).size, id).toBe(read.ids.length);
  });

  it('keeps all text inside of the page', () => {
    for (const { id, read } of drawn) expect(outside(read), id).toEqual([]);
  });

  it('writes nothing over a legend', () => {
    for (const { id, read } of drawn) {
      const legend = read.texts.filter(inLegend);
      const others = read.texts.filter((box) => !inLegend(box));
      const covered = legend.filter((box) => others.some((other) => meet(box, other)));
      expect(
        covered.map(({ text }) => text),
        id,
      ).toEqual([]);
    }
  });

  it('has the width and height of its preset, to the hundredth of a millimetre', () => {
    for (const { id, read, preset } of drawn) {
      const page = presetById(preset);
      expect(read.widthMm, id).toBeCloseTo(page?.widthMm ?? NaN, 2);
      if (page?.heightMm !== undefined) expect(read.heightMm, id).toBeCloseTo(page.heightMm, 2);
      // Points in the view box, millimetres outside of it.
      expect(read.width / read.widthMm, id).toBeCloseTo(72 / 25.4, 2);
    }
  });

  it('keeps to the largest text that a journal allows', () => {
    for (const { id, svg, preset } of drawn) {
      const most = presetById(preset)?.mostPoints ?? Infinity;
      expect(textSizes(svg)?.most ?? 0, id).toBeLessThanOrEqual((most ?? Infinity) + 0.05);
    }
  });
});
