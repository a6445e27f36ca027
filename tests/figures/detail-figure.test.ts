import { describe, expect, test } from 'vitest';
import { same } from '../../src/base/localized.ts';
import { detailFigure } from '../../src/figures/detail-figure.ts';
import { figureNames } from '../../src/figures/figure-names.ts';
import type { DetailFigureOptions } from '../../src/figures/figure.ts';
import type {
  CurveDetail,
  Detail,
  MatrixDetail,
  PointsDetail,
  RowsDetail,
} from '../../src/metrics/detail.ts';
import { textWidth } from '../../src/scene/text.ts';
import { actor, mapOf } from '../scene/maps.ts';
import { board, overlap, points, radar, resources, signs, smooth, steps } from './details.ts';
import { number, parse, type Element } from './elements.ts';

const map = mapOf([
  actor('a', 'university', 0, 0, {
    name: 'Vocational college of trade and commerce',
    secondName: '工商职业技术学院',
  }),
  actor('b', 'enterprise', 0, 0, { name: 'A & B <Motors>', secondName: '电机企业乙' }),
  actor('c', 'university', 0, 0, { name: 'College C', secondName: '丙学院' }),
  actor('d', 'lost-sector', 0, 0, { name: 'D', secondName: '丁' }),
]);

function options(language: 'en' | 'zh', more: Partial<DetailFigureOptions> = {}): DetailFigureOptions {
  return {
    title: language === 'en' ? 'Niches & ties' : '生态位与关系',
    caption: language === 'en' ? 'Who lives on the same things.' : '谁依靠同样的资源。',
    language,
    names: figureNames(map, language),
    ids: ['a', 'b', 'c', 'd'],
    widthMm: 183,
    ...more,
  };
}

function drawn(
  detail: Detail,
  language: 'en' | 'zh' = 'en',
  more: Partial<DetailFigureOptions> = {},
): string {
  return detailFigure(detail, options(language, more)) ?? '';
}

const textsOf = (svg: string): readonly string[] =>
  parse(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));

/** All corners of what is drawn, on the page. */
function cornersOf(elements: readonly Element[]): (readonly [number, number])[] {
  return elements.flatMap((element, k): (readonly [number, number])[] => {
    const { name, attributes } = element;
    const edge = name === 'text' || name === 'tspan' ? 0 : Number(attributes['stroke-width'] ?? 0) / 2;
    const box = (x1: number, y1: number, x2: number, y2: number) =>
      [
        [x1 - edge, y1 - edge],
        [x2 + edge, y2 + edge],
      ] as const;
    switch (name) {
      case 'rect': {
        const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)];
        return [...box(x, y, x + number(element, 'width'), y + number(element, 'height'))];
      }
      case 'circle': {
        const [x, y, r] = [number(element, 'cx'), number(element, 'cy'), number(element, 'r')];
        return [...box(x - r, y - r, x + r, y + r)];
      }
      case 'line':
        return ['1', '2'].flatMap((end) => {
          const [x, y] = [number(element, `x${end}`), number(element, `y${end}`)];
          return [...box(x, y, x, y)];
        });
      case 'polygon':
        return (attributes['points'] ?? '').split(' ').flatMap((pair) => {
          const [x = NaN, y = NaN] = pair.split(',').map(Number);
          return [...box(x, y, x, y)];
        });
      case 'path':
        return pathCorners(attributes['d'] ?? '');
      case 'text':
        return elements[k + 1]?.name === 'tspan' ? [] : textCorners(element, element);
      case 'tspan': {
        const holder = elements.slice(0, k).findLast((each) => each.name === 'text');
        return holder ? textCorners(element, holder) : [];
      }
      default:
        return [];
    }
  });
}

function pathCorners(d: string): (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MLHVhvzZ])([^MLHVhvzZ]*)/g)].map(([, command = '', rest = '']) => {
    const [first = NaN, second = NaN] = rest.trim().split(' ').map(Number);
    if (command === 'M' || command === 'L') [x, y] = [first, second];
    if (command === 'H') x = first;
    if (command === 'V') y = first;
    if (command === 'h') x += first;
    if (command === 'v') y += first;
    return [x, y] as const;
  });
}

function textCorners(line: Element, holder: Element): (readonly [number, number])[] {
  const size = number(holder, 'font-size');
  const width = textWidth(line.text, size, holder.attributes['font-weight'] === 'bold');
  const anchor = holder.attributes['text-anchor'] ?? 'start';
  const x = number(line, 'x') - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = number(line, 'y');
  const [, moveX, moveY] = /translate\(([\d.]+) ([\d.]+)\) rotate\(-90\)/.exec(holder.transform ?? '') ?? [];
  const corners = [
    [x, y - size * 0.8],
    [x + width, y + size * 0.2],
  ] as const;
  if (moveX === undefined || moveY === undefined) return [...corners];
  return corners.map(([along, across]) => [Number(moveX) + across, Number(moveY) - along] as const);
}

function expectOnPage(svg: string): void {
  const elements = parse(svg);
  const [, , width = NaN, height = NaN] = (elements[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
  const corners = cornersOf(elements);
  expect(corners.length).toBeGreaterThan(4);
  const outside = corners.filter(
    ([x, y]) => !(x >= -0.1 && y >= -0.1 && x <= width + 0.1 && y <= height + 0.1),
  );
  expect(outside).toEqual([]);
}

const KINDS: readonly (readonly [name: string, detail: Detail])[] = [
  ['a quadrant with moves', points],
  ['a map of distances', { ...points, distances: true }],
  ['a matrix of actors', overlap],
  ['two matrices of signs', signs],
  ['a matrix of sectors and resources', resources],
  ['a curve in steps', steps],
  ['a smooth curve with bands', smooth],
  ['a board', board],
  ['a radar', radar],
];

describe.each(KINDS)('%s as a figure', (_, detail) => {
  test('is well-formed, of the asked width, light, with real text and nothing that viewers read differently', () => {
    for (const language of ['en', 'zh'] as const) {
      const elements = parse(drawn(detail, language));
      expect(elements[0]?.attributes['width']).toBe('183mm');
      const allowed = ['svg', 'title', 'g', 'rect', 'circle', 'polygon', 'path', 'line', 'text', 'tspan'];
      for (const { name, attributes } of elements) {
        expect(allowed).toContain(name);
        for (const key of ['fill', 'stroke'])
          expect(attributes[key] ?? 'none').toMatch(/^(none|#[0-9a-f]{6})$/);
        expect(Object.values(attributes).join(' ')).not.toMatch(/NaN|Infinity|undefined|\de-/);
      }
      const background = elements.find(({ attributes }) => attributes['id'] === 'background');
      expect(background?.attributes['fill']).toBe('#ffffff');
    }
  });

  test('is the same bytes for the same input', () => {
    expect(drawn(detail, 'zh')).toBe(drawn(detail, 'zh'));
  });

  test('has its title and sentence in the language asked for', () => {
    const [en, zh] = [textsOf(drawn(detail)), textsOf(drawn(detail, 'zh'))];
    expect(en).toContain('Niches & ties');
    expect(en).toContain('Who lives on the same things.');
    expect(en.join('')).not.toMatch(/[\u3400-\u9fff]/);
    expect(zh).toContain('生态位与关系');
    expect(zh).toContain('谁依靠同样的资源。');
  });

  test.each([40, 89, 183, 400])('has nothing outside the page at %d mm', (widthMm) => {
    expectOnPage(drawn(detail, 'en', { widthMm }));
    expectOnPage(drawn(detail, 'zh', { widthMm }));
  });
});

describe('points as a figure', () => {
  const inGroup = (svg: string, group: string): readonly Element[] =>
    parse(svg).filter(({ groups }) => groups.includes(group));

  test('have a mark for each actor that has a place, and say how many have none', () => {
    const svg = drawn(points);
    expect(inGroup(svg, 'actors')).toHaveLength(3);
    expect(textsOf(svg).join(' ')).toContain('1 actor has no place');
  });

  test('name actors where there is room, and mark sectors by shape as well as colour', () => {
    const { quarters, ...plain } = points;
    const svg = drawn(plain, 'zh');
    const named = new Set(inGroup(svg, 'labels').map(({ text }) => text));
    expect(named).toEqual(new Set(['工商职业技术学院', '电机企业乙', '丙学院']));
    expect(quarters).toHaveLength(4);
    const marks = inGroup(svg, 'actors').map(({ name, attributes }) => [name, attributes['fill']]);
    expect(marks).toEqual([
      ['rect', '#0072b2'],
      ['circle', '#009e73'],
      ['circle', '#009e73'],
    ]);
  });

  test('have an arrow only for who moved, the quarters’ names, and hulls of two or more', () => {
    const svg = drawn(points);
    expect(inGroup(svg, 'moves').filter(({ name }) => name === 'line')).toHaveLength(1);
    expect(inGroup(svg, 'quarters').map(({ text }) => text)).toEqual([
      'leaders',
      'incumbents',
      'risers',
      'marginal',
    ]);
    expect(inGroup(svg, 'hulls')).toHaveLength(1);
  });

  test('all in one place, or none at all, are still a figure', () => {
    const nowhere = Float64Array.of(NaN, NaN, NaN, NaN);
    const { fromXs, fromYs, ...still } = points;
    expect(fromXs && fromYs).toBeDefined();
    for (const places of [nowhere, nowhere.map(() => 0.3)]) {
      const detail: PointsDetail = { ...still, xs: places, ys: places };
      expectOnPage(drawn(detail));
      expectOnPage(drawn({ ...detail, distances: true }));
      expect(drawn(detail)).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('a matrix as a figure', () => {
  test('writes names, numbers without idle zeros, and nothing where a cell is undefined', () => {
    const texts = textsOf(drawn(overlap));
    expect(texts).toContain('A & B <Motors>');
    expect(texts.filter((text) => text === '.25')).toHaveLength(2);
    expect(texts.join(' ')).not.toContain('—');
  });

  test('writes signs as characters and frames those that have turned', () => {
    const svg = drawn(signs);
    const texts = textsOf(svg);
    expect(texts.filter((text) => text === '+')).toHaveLength(2 + 4 + 2);
    expect(texts.filter((text) => text === '−')).toHaveLength(2 + 3 + 2);
    expect(texts).toContain('Through the network');
    expect(texts).toContain('framed: its sign has changed');
    const [first] = signs.layers;
    const unturned: MatrixDetail = { ...signs, layers: first ? [first, { ...first, id: 'second' }] : [] };
    expect(textsOf(drawn(unturned))).not.toContain('framed: its sign has changed');
  });

  test('shows the layer that is asked for alone', () => {
    const texts = textsOf(drawn(signs, 'zh', { layer: 'integral' }));
    expect(texts).toContain('经由网络');
    expect(texts).not.toContain('纸面');
  });

  test('marks cells that chance would seldom give, and says what the mark means', () => {
    const texts = textsOf(drawn(resources));
    expect(texts).toContain('0.50*');
    expect(texts.some((text) => text.startsWith('* p < 0.05'))).toBe(true);
  });

  test('of many actors has no names, few elements, and cells in the colours of a ramp', () => {
    const ids = Array.from({ length: 160 }, (_, k) => `x${k}`);
    const large: MatrixDetail = {
      ...overlap,
      rows: { of: 'actor', ids },
      columns: { of: 'actor', ids },
      layers: [
        {
          id: 'overlap',
          name: { en: 'Schoener', zh: 'Schoener' },
          values: Float64Array.from({ length: 25_600 }, (_, k) => (k % 97) / 96),
          style: 'number',
          digits: 3,
        },
      ],
    };
    const svg = drawn(large);
    expect(parse(svg).length).toBeLessThan(100);
    expectOnPage(svg);
  });
});

describe('a curve as a figure', () => {
  test('names each line at its end, and breaks it where a value is undefined', () => {
    const svg = drawn(smooth);
    expect(textsOf(svg)).toContain('Enterprise');
    const lines = parse(svg).filter(({ name, groups }) => name === 'path' && groups.includes('lines'));
    expect(lines.map(({ attributes }) => (attributes['d'] ?? '').match(/M/g)?.length)).toEqual([1, 2]);
    expect(new Set(lines.map(({ attributes }) => attributes['stroke-dasharray'])).size).toBe(2);
    expect(textsOf(svg).join(' ')).toContain('Soft areas');
  });

  test('puts long names in a key', () => {
    expect(textsOf(drawn(steps, 'en', { widthMm: 60 }))).toContain('most partners first');
  });

  test('names of very many lines the four that end highest and lowest, and draws no areas', () => {
    const crowd: CurveDetail = {
      ...smooth,
      series: Array.from({ length: 20 }, (_, k) => ({
        id: `x${k}`,
        name: same(`x${k}`),
        actor: `x${k}`,
        values: Float64Array.of(1, 1, k),
        low: Float64Array.of(1, 1, k - 1),
        high: Float64Array.of(1, 1, k + 1),
      })),
    };
    const svg = drawn(crowd);
    expect(textsOf(svg).filter((text) => /^x\d+$/u.test(text))).toEqual(
      [19, 18, 17, 16, 3, 2, 1, 0].map((k) => `x${k}`),
    );
    const paths = parse(svg).filter(({ name }) => name === 'path');
    expect(paths.filter(({ groups }) => groups.includes('lines'))).toHaveLength(20);
    expect(paths.filter(({ groups }) => groups.includes('bands'))).toHaveLength(0);
    expect(textsOf(svg).join(' ')).not.toContain('Soft areas');
  });
});

describe('a board as a figure', () => {
  test('puts names into sentences, and says tags, reasons and values', () => {
    const texts = textsOf(drawn(board, 'zh'));
    expect(texts.some((text) => text.startsWith('工商职业技术学院需要'))).toBe(true);
    expect(texts).toContain('空缺');
    expect(texts).toContain('无人供给。');
    expect(texts).toContain('40%');
    expect(texts).toContain('—');
  });

  test('says what is meant where it has no rows, and how many it leaves out', () => {
    expect(textsOf(drawn({ ...board, rows: [] }))).toContain('Nothing is lacking.');
    const [row] = board.rows;
    const rows: RowsDetail['rows'] = Array.from({ length: 43 }, (_, k) => ({
      id: String(k),
      says: { en: ['row'], zh: ['行'] },
      values: row?.values ?? [],
    }));
    expect(textsOf(drawn({ ...board, rows })).join(' ')).toContain('3 more are not listed.');
  });
});

test('details that are read as numbers have no figure', () => {
  expect(detailFigure({ kind: 'census', rows: [], facts: [] }, options('en'))).toBeNull();
});

describe('a radar as a figure', () => {
  test('has a line, a mark at each corner and its values for each sector that has them', () => {
    const svg = drawn(radar);
    const lines = parse(svg).filter(
      ({ name, attributes }) => name === 'polygon' && Number(attributes['stroke-width']) > 1,
    );
    expect(lines).toHaveLength(2);
    expect(textsOf(svg)).toContain('University: 20% · 30% · 50%');
    expect(textsOf(svg).join(' ')).not.toContain('lost-sector');
  });
});
