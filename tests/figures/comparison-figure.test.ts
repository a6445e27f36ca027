import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparisonPicture, ComparisonTable } from '../../src/figures/comparison.ts';
import { comparisonFigure, drawnComparison } from '../../src/figures/comparison-figure.ts';
import { compareGraphs } from '../../src/model/compare.ts';
import type { Graph } from '../../src/model/graph.ts';
import { differenceMarks } from '../../src/scene/difference-marks.ts';
import { NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import { sharedScenes } from '../../src/scene/shared-scenes.ts';
import { textWidth } from '../../src/scene/text.ts';
import { actor, degrees, mapOf, randomMap, tie } from '../scene/maps.ts';
import { number, parse, type Element } from './elements.ts';

const TABLE: ComparisonTable = {
  title: 'Measures of the network as a whole',
  rows: [
    {
      name: 'Share of the largest component, which has a long name in some languages',
      cells: [
        { value: '82%', change: '', tone: 'neutral' },
        { value: '100%', change: '+18%', tone: 'good' },
        { value: '61%', change: '−21%', tone: 'concern' },
        { value: '—', change: '—', tone: 'neutral' },
      ],
    },
  ],
};

const EMPTY = mapOf([]);

function pictureOf(graphs: readonly Graph[], table?: ComparisonTable): ComparisonPicture {
  const { scenes, legend } = sharedScenes(
    graphs.map((graph) => ({ graph, values: new Map([['degree', degrees(graph)]]) })),
    {
      valueNames: () => ({ en: 'degree', zh: '度' }),
      language: 'en',
      theme: 'light',
      hidden: NOTHING_HIDDEN,
    },
  );
  return {
    legend,
    ...(table && {
      table: {
        ...table,
        rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, graphs.length) })),
      },
    }),
    panels: scenes.map((scene, k) => ({
      name: `State ${k} with a name that may be longer than its panel is wide`,
      colour: '#332288',
      scene,
      lit: differenceMarks(compareGraphs(graphs[0] ?? EMPTY, graphs[k] ?? EMPTY), scenes[0] ?? scene, scene),
    })),
  };
}

function states(count: number, size: number, seed: number): readonly Graph[] {
  const view = { size: { kind: 'measure', id: 'degree' } } as const;
  return Array.from({ length: count }, (_, k) => randomMap(size + 2 * k, 2 * size, seed + k, view));
}

/** The lines of text with the room that they take across. */
function lines(
  elements: readonly Element[],
): readonly { text: string; left: number; right: number; y: number }[] {
  let holder: Element | undefined;
  return elements.flatMap((element, k) => {
    if (element.name === 'text') holder = element;
    const isLine = element.name === 'tspan' || (element.name === 'text' && elements[k + 1]?.name !== 'tspan');
    if (!isLine || !holder) return [];
    const width = textWidth(
      element.text,
      number(holder, 'font-size'),
      holder.attributes['font-weight'] === 'bold',
    );
    const anchor = holder.attributes['text-anchor'] ?? 'start';
    const x = number(element, 'x');
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return [{ text: element.text, left, right: left + width, y: number(element, 'y') }];
  });
}

describe('the figure of a comparison', () => {
  test('is well-formed, with all its text inside the page, for any states, width and language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 0, max: 25 }),
        fc.nat(500),
        fc.constantFrom(60, 89, 183, 254),
        fc.constantFrom('en' as const, 'zh' as const),
        (count, size, seed, widthMm, language) => {
          const svg = comparisonFigure(pictureOf(states(count, size, seed), TABLE), {
            widthMm,
            language,
            title: 'How three ways of tying the college to the firms compare',
            caption: 'A note below.',
          });
          const elements = parse(svg);
          const [, , width = 0, height = 0] = (elements[0]?.attributes['viewBox'] ?? '')
            .split(' ')
            .map(Number);
          const written = lines(elements);
          expect(written.length).toBeGreaterThan(0);
          const inside = ({ left, right, y }: (typeof written)[number]): boolean =>
            left >= -0.5 && right <= width + 0.5 && y > 0 && y <= height;
          expect(written.filter((line) => !inside(line))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('is no higher than a page that has room for it, keeps its text off the table, and says what has none', () => {
    const rows = Array.from({ length: 19 }, (_, k) => ({
      ...TABLE.rows[k % TABLE.rows.length],
      name: `Measure ${k}`,
    }));
    const table = { ...TABLE, rows: rows as ComparisonTable['rows'] };
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 3, max: 25 }),
        fc.nat(500),
        fc.constantFrom([183, 120], [338, 190], [210, 297], [120, 200]),
        (count, size, seed, [widthMm = 0, heightMm = 0]) => {
          const options = { widthMm, heightMm, fontPoints: 7, language: 'en' as const };
          const { svg, rowsLeftOut } = drawnComparison(pictureOf(states(count, size, seed), table), options);
          const elements = parse(svg);
          const box = (elements[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
          expect(box[3]).toBeLessThanOrEqual((heightMm / 25.4) * 72 + 0.1);
          const measures = elements.filter(
            ({ groups, name }) => groups.includes('measures') && name === 'text',
          );
          const shown = measures.filter(({ text }) => text.startsWith('Measure '));
          expect(shown).toHaveLength(rows.length - rowsLeftOut);
          expect(measures.some(({ text }) => text.endsWith('not listed.'))).toBe(
            rowsLeftOut > 0 && shown.length > 0,
          );
          for (const { text, left, right } of lines(elements)) {
            expect(left, text).toBeGreaterThanOrEqual(-0.5);
            expect(right, text).toBeLessThanOrEqual((box[2] ?? 0) + 0.5);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  const base = mapOf(
    [actor('a', 'university', 0, 0), actor('b', 'university', 200, 0), actor('c', 'university', 0, 150)],
    [tie('1', 'a', 'b'), tie('2', 'b', 'c')],
  );
  const other = mapOf(
    [actor('a', 'university', 9, 9), actor('b', 'government', 200, 0), actor('d', 'university', 90, 90)],
    [tie('1', 'a', 'b'), tie('3', 'b', 'd')],
  );
  const svg = comparisonFigure(pictureOf([base, other], TABLE), { widthMm: 183, language: 'en' });
  const elements = parse(svg);
  const inPanel = (letter: string): readonly Element[] =>
    elements.filter(({ groups }) => groups.includes(`panel-${letter}`));

  /** Where the universities are drawn, from the corner of their panel. */
  function circles(letter: string): readonly string[] {
    const own = inPanel(letter);
    const frame = own.find(({ name }) => name === 'rect');
    if (!frame) throw new Error(`panel ${letter} has no frame`);
    return own
      .filter(({ name, attributes }) => name === 'circle' && attributes['fill'] === '#009e73')
      .map((one) =>
        [number(one, 'cx') - number(frame, 'x'), number(one, 'cy') - number(frame, 'y'), number(one, 'r')]
          .map((value) => value.toFixed(1))
          .join(' '),
      );
  }

  test('draws an actor of both states at the same place and size of its panel', () => {
    expect(circles('a')).toHaveLength(3);
    expect(circles('b')).toHaveLength(2);
    expect(circles('b').filter((place) => circles('a').includes(place))).toHaveLength(1);
  });

  test('lights what differs in every panel but the first, by sign as well as by colour', () => {
    const signs = (letter: string): readonly string[] =>
      inPanel(letter)
        .filter(({ name, text }) => name === 'text' && /^[+−≠]$/u.test(text))
        .map(({ text }) => text);
    expect(signs('a')).toEqual([]);
    expect(signs('b')).toEqual(['−', '≠', '+']);
  });

  test('has one legend, a key and the table of measures', () => {
    const words = elements.filter(({ name }) => name === 'text' || name === 'tspan').map(({ text }) => text);
    expect(words.filter((text) => text === 'University')).toHaveLength(1);
    expect(words).toEqual(expect.arrayContaining(['new', 'gone', 'changed', 'better', 'worse', '+18%']));
  });

  test('explains in its key the signs that stand in the table, and only those', () => {
    const wordsOf = (table: ComparisonTable | undefined, widthMm: number): readonly string[] =>
      parse(comparisonFigure(pictureOf([base, other, base, other], table), { widthMm, language: 'en' }))
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text)
        .filter((text) => ['better', 'worse', 'the same', 'nearly the same'].includes(text));
    const tableOf = (...changes: readonly string[]): ComparisonTable => ({
      title: 'T',
      rows: [
        {
          name: 'M',
          cells: ['', ...changes].map((change) => ({
            value: '0.25',
            change,
            tone: change === '+1' ? 'good' : 'neutral',
          })),
        },
      ],
    });
    expect(wordsOf(tableOf('=', '=', '='), 183)).toEqual(['the same']);
    expect(wordsOf(tableOf('+1', '≈', ''), 183)).toEqual(['better', 'worse', 'nearly the same']);
    expect(wordsOf(undefined, 183)).toEqual([]);
    // So narrow that the table leaves changes out.
    expect(wordsOf(tableOf('+1', '≈', '='), 40)).toEqual([]);
  });

  test('comes out the same every time', () => {
    expect(comparisonFigure(pictureOf([base, other], TABLE), { widthMm: 183, language: 'en' })).toBe(svg);
  });
});
