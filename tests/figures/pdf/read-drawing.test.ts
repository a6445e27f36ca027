import { describe, expect, test } from 'vitest';
import type { Group, Mark, Shape, Text } from '../../../src/figures/pdf/drawing.ts';
import { readDrawing } from '../../../src/figures/pdf/read-drawing.ts';
import { parse } from '../elements.ts';
import { gallery } from './gallery.ts';

function page(content: string, more = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="35.28mm" height="17.64mm" viewBox="0 0 100 50"${more}>${content}</svg>`;
}

function marksOf(content: string): readonly Mark[] {
  return readDrawing(page(content)).marks;
}

const shape = (content: string): Shape => marksOf(content)[0] as Shape;

describe('the reader of figures', () => {
  test('knows all that any figure of ours holds', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const [kind, svg] of gallery(language)) {
        const drawing = readDrawing(svg);
        const painted = parse(svg).filter(({ name, text }) => name === 'text' && text.trim() !== '');
        expect(texts(drawing.marks).length, kind).toBe(painted.length);
        expect(shapes(drawing.marks).length, kind).toBeGreaterThan(0);
      }
    }
  });

  test('takes the size, the title and the language of the page', () => {
    const drawing = readDrawing(page('<title> A &amp; B\n</title>', ' xml:lang="zh-CN"'));
    expect(drawing).toMatchObject({ width: 100, height: 50, title: 'A & B', language: 'zh-CN', marks: [] });
  });

  test('hands colours, lines and letters down from groups, and lets elements overrule them', () => {
    const [first, second] = marksOf(
      '<g fill="none" stroke="#ABC" stroke-width="2" stroke-dasharray="1 2 3" stroke-linecap="round">' +
        '<path d="M0 0H9"/><path d="M0 0V9" fill="#010203" stroke="none"/></g>',
    ) as Shape[];
    expect(first).toMatchObject({
      fill: null,
      stroke: {
        colour: '#aabbcc',
        width: 2,
        dash: [1, 2, 3, 1, 2, 3],
        cap: 'round',
        join: 'miter',
        opacity: 1,
      },
    });
    expect(second).toMatchObject({ fill: { colour: '#010203', opacity: 1 }, stroke: null });
  });

  test('makes all steps of a path absolute, and curves cubic', () => {
    expect(shape('<path d="M1 2l3 4h1V0Q9 0 9 6c1 1 2 2 3 3z m1 1L5 5 6 6"/>').path).toEqual([
      ['M', 1, 2],
      ['L', 4, 6],
      ['L', 5, 6],
      ['L', 5, 0],
      ['C', 5 + 8 / 3, 0, 9, 2, 9, 6],
      ['C', 10, 7, 11, 8, 12, 9],
      ['Z'],
      ['M', 2, 3],
      ['L', 5, 5],
      ['L', 6, 6],
    ]);
  });

  test('rounds the corners of a rectangle by at most half of its shorter side', () => {
    const ends = (content: string): unknown =>
      shape(content).path.flatMap((step) => (step[0] === 'L' ? [[step[1], step[2]]] : []));
    expect(ends('<rect width="10" height="4" rx="9"/>')).toEqual([
      [8, 0],
      [10, 2],
      [2, 4],
      [0, 2],
    ]);
    expect(shape('<rect x="1" y="1" width="2" height="2"/>').path).toHaveLength(5);
  });

  test('makes groups of what is moved, clipped or faded, and of nothing else', () => {
    const [moved, faded, plain] = marksOf(
      '<clipPath id="frame"><rect width="9" height="9"/></clipPath>' +
        '<g transform="translate(10 20) rotate(-90)" clip-path="url(#frame)"><circle r="3"/></g>' +
        '<circle r="3" opacity="0.5"/><g id="x"><circle r="3"/></g>',
    );
    expect(moved).toMatchObject({ kind: 'group', transform: [0, -1, 1, 0, 10, 20], opacity: 1 });
    expect((moved as Group).clip).toHaveLength(5);
    expect(faded).toMatchObject({ kind: 'group', transform: null, clip: null, opacity: 0.5 });
    expect(plain).toMatchObject({ kind: 'shape' });
  });

  test('reads a text of several lines with the halo below it', () => {
    const [halo, text] = marksOf(
      '<text font-size="7" text-anchor="middle" fill="none" stroke="#ffffff"><tspan x="1" y="2">a</tspan><tspan x="1" y="9">b</tspan></text>' +
        '<text x="3" y="4" font-size="7" font-weight="bold">1 &lt; 2</text>',
    ) as Text[];
    expect(halo).toMatchObject({ fill: null, stroke: { colour: '#ffffff' }, anchor: 'middle', bold: false });
    expect(halo?.lines).toEqual([
      { text: 'a', x: 1, y: 2 },
      { text: 'b', x: 1, y: 9 },
    ]);
    expect(text).toMatchObject({ size: 7, bold: true, lines: [{ text: '1 < 2', x: 3, y: 4 }] });
  });

  test('leaves out what can’t be seen and what is only said', () => {
    expect(
      marksOf(
        '<metadata><made by="someone">how</made></metadata><desc>words</desc>' +
          '<rect width="5" height="5" fill="none"/><path d="M0 0L1 1" fill="none" stroke="#000000" stroke-width="0"/><text x="1" y="1"> </text>',
      ),
    ).toEqual([]);
  });

  for (const [what, content] of [
    ['an element', '<foreignObject/>'],
    ['a picture', '<image href="x.png"/>'],
    ['an attribute', '<rect width="1" height="1" filter="url(#x)"/>'],
    ['a colour', '<rect width="1" height="1" fill="red"/>'],
    ['a style', '<rect width="1" height="1" style="fill:#000000"/>'],
    ['a step of a path', '<path d="M0 0A1 1 0 0 0 2 2"/>'],
    ['a path that breaks off', '<path d="M0 0L1"/>'],
    ['a length', '<rect width="100%" height="1"/>'],
    ['a clip that is not there', '<g clip-path="url(#none)"><rect width="1" height="1"/></g>'],
    ['letters outside of a text', '<g>lost</g>'],
    ['a transform', '<g transform="skewX(10)"><rect width="1" height="1"/></g>'],
  ]) {
    test(`refuses ${what} that no figure of ours has`, () => {
      expect(() => readDrawing(page(content ?? ''))).toThrow(/is not of the SVG|Error/u);
    });
  }

  test('refuses a page that is not laid out in points', () => {
    expect(() => readDrawing(page('').replace('35.28mm', '36mm'))).toThrow(/points/u);
  });
});

function flat(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
}

function texts(marks: readonly Mark[]): readonly Mark[] {
  return flat(marks).filter(({ kind }) => kind === 'text');
}

function shapes(marks: readonly Mark[]): readonly Mark[] {
  return flat(marks).filter(({ kind }) => kind === 'shape');
}
