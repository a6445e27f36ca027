import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../any-text.ts';
import { networkFigure } from '../../src/figures/network-figure.ts';
import type { NetworkFigureOptions } from '../../src/figures/network-figure.ts';
import { MECHANISM_NAMES } from '../../src/model/scheme.ts';
import { visibleLabels } from '../../src/scene/labels.ts';
import { mechanismColour } from '../../src/scene/palette.ts';
import { NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import { actor, mapOf, randomMap, sceneOf, tie } from '../scene/maps.ts';
import { apart, elementBox, expectWithin, groupBox, page, textBoxes } from './boxes.ts';
import { number, parse, type Element } from './elements.ts';

const small = mapOf(
  [
    actor('a', 'government', 0, 0, { name: 'Municipal Government of the City' }),
    actor('b', 'enterprise', 260, 0, { name: '浙江中国小商品城集团' }),
    actor('c', 'university', 120, 190),
    actor('d', 'intermediary', 380, 210),
  ],
  [
    tie('1', 'a', 'b', 'policy'),
    tie('2', 'b', 'c', 'knowledge', 'one-way', 5),
    tie('3', 'a', 'c', 'alliance', 'mutual', 2),
    tie('4', 'c', 'c', 'feedback'),
    tie('5', 'b', 'a', 'feedback'),
  ],
);

describe('a figure', () => {
  test('is well-formed, of the asked size, with named groups, real text and hex colours only', () => {
    const svg = networkFigure(sceneOf(small), {
      widthMm: 89,
      labels: 'all',
      title: 'A & B',
      caption: '1 < 2',
    });
    const elements = parse(svg);
    expect(elements[0]).toMatchObject({ name: 'svg' });
    expect(elements[0]?.attributes['width']).toBe('89mm');
    expect(elements[0]?.attributes['height']).toMatch(/^[\d.]+mm$/);
    const { x2, y2 } = page(elements);
    expect(y2 / x2).toBeCloseTo(parseFloat(elements[0]?.attributes['height'] ?? '') / 89, 3);
    expect(elements.filter(({ name }) => name === 'g').map(({ attributes }) => attributes['id'])).toEqual([
      'ties',
      'actors',
      'labels',
      'legend',
      'title',
      'caption',
    ]);
    const allowed = ['svg', 'title', 'g', 'rect', 'circle', 'polygon', 'path', 'text', 'tspan', 'clipPath'];
    for (const { name, attributes } of elements) {
      expect(allowed).toContain(name);
      for (const key of ['fill', 'stroke'])
        expect(attributes[key] ?? 'none').toMatch(/^(none|#[0-9a-f]{6})$/);
      expect(Object.keys(attributes)).not.toContain('dominant-baseline');
      expect(Object.keys(attributes)).not.toContain('paint-order');
      expect(Object.values(attributes).join(' ')).not.toMatch(/NaN|Infinity|undefined|\de-/);
    }
    expect(elements.filter(({ groups }) => groups.includes('actors'))).toHaveLength(4);
    expect(textBoxes(elements, 'title').map(({ text }) => text)).toEqual(['A & B']);
    expect(textBoxes(elements, 'caption').map(({ text }) => text)).toEqual(['1 < 2']);
  });

  test('holds every mark of the scene as the scene has it: shape, place, colour, width, label', () => {
    const scene = sceneOf(small);
    const elements = parse(
      networkFigure(scene, { widthMm: 300, labels: 'all', minLabelPoints: 1, minLinePoints: 0 }),
    );
    const drawn = elements.filter(({ groups }) => groups.includes('actors'));
    expect(drawn.map(({ name }) => name).sort()).toEqual(['circle', 'polygon', 'polygon', 'rect']);
    expect(new Set(drawn.map(({ attributes }) => attributes['fill']))).toEqual(
      new Set(scene.actors.map(({ fill }) => fill)),
    );
    // One scale and one shift take every actor from the map to the page.
    const circle = drawn.find(({ name }) => name === 'circle');
    const rect = drawn.find(({ name }) => name === 'rect');
    const c = scene.actorById.get('c');
    const b = scene.actorById.get('b');
    if (!circle || !rect || !c || !b) throw new Error('missing');
    const scale = (2 * number(circle, 'r')) / c.diameter;
    const rectBox = elementBox(rect);
    expect((rectBox?.x2 ?? 0) - (rectBox?.x1 ?? 0)).toBeCloseTo(b.width * scale, 1);
    expect(((rectBox?.x1 ?? 0) + (rectBox?.x2 ?? 0)) / 2 - number(circle, 'cx')).toBeCloseTo(
      (b.x - c.x) * scale,
      1,
    );
    const lines = elements.filter(({ groups, name }) => groups.includes('ties') && name === 'path');
    expect(lines.map(({ attributes }) => attributes['stroke'])).toEqual(
      scene.ties.map(({ colour }) => colour),
    );
    lines.forEach((line, k) => {
      expect(number(line, 'stroke-width')).toBeCloseTo((scene.ties[k]?.width ?? 0) * scale, 1);
    });
    const names = new Set(textBoxes(elements, 'labels').map(({ text }) => text));
    expect(names).toEqual(new Set(scene.actors.flatMap(({ label }) => label.lines)));
  });

  test('is the same to the byte each time', () => {
    const options: NetworkFigureOptions = { widthMm: 183, labels: 'auto', title: '图 1' };
    const first = networkFigure(sceneOf(randomMap(60, 120, 4)), options);
    expect(networkFigure(sceneOf(randomMap(60, 120, 4)), options)).toBe(first);
  });

  test('keeps everything on the page, and the legend off the map', () => {
    const options = fc.record({
      widthMm: fc.constantFrom(60, 89, 140, 183, 338),
      heightMm: fc.constantFrom(undefined, 60, 120, 190),
      legend: fc.constantFrom(true, false, 'right' as const, 'below' as const),
      labels: fc.constantFrom('auto' as const, 'all' as const, 'none' as const),
      title: fc.constantFrom(undefined, 'Actors and ties', '一个相当长的标题'.repeat(12)),
      caption: fc.constantFrom(undefined, 'Source: own survey. '.repeat(20)),
    });
    const language = fc.constantFrom('en' as const, 'zh' as const);
    fc.assert(
      fc.property(
        options,
        language,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 99 }),
        (given, spoken, actorCount, seed) => {
          const defined = Object.fromEntries(
            Object.entries(given).filter(([, value]) => value !== undefined),
          ) as unknown as NetworkFigureOptions;
          // A caption as high as the page leaves no room for any map.
          fc.pre(!(given.heightMm === 60 && (given.caption ?? given.title ?? '').length > 60));
          const scene = sceneOf(randomMap(actorCount, actorCount * 2, seed), { language: spoken });
          const elements = parse(networkFigure(scene, defined));
          const whole = page(elements);
          for (const id of ['labels', 'legend', 'title', 'caption']) {
            for (const box of textBoxes(elements, id)) expectWithin(box, whole);
          }
          const map = groupBox(elements, ['actors', 'labels']);
          const legend = groupBox(elements, ['legend']);
          const title = groupBox(elements, ['title']);
          const caption = groupBox(elements, ['caption']);
          if (map) expectWithin(map, whole);
          if (legend) expectWithin(legend, whole);
          expect(apart(map, legend)).toBe(true);
          for (const block of [map, legend]) {
            expect(apart(block, title)).toBe(true);
            expect(apart(block, caption)).toBe(true);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  test('sets no letter smaller than asked, and drops labels that then collide', () => {
    const scene = sceneOf(randomMap(150, 300, 8));
    const elements = parse(networkFigure(scene, { widthMm: 89, labels: 'auto', minLabelPoints: 6 }));
    const boxes = textBoxes(elements, 'labels');
    for (const { size } of boxes) expect(size).toBeGreaterThanOrEqual(5.99);
    const shown = new Set(boxes.map(({ text }) => text));
    expect(shown.size).toBeGreaterThan(5);
    expect(shown.size).toBeLessThan(150);
  });

  test('shows the labels that are seen on screen, and no others', () => {
    const scene = sceneOf(small);
    const shown = visibleLabels(scene.actors, 1);
    shown.delete('c');
    const texts = textBoxes(parse(networkFigure(scene, { widthMm: 183, labels: shown })), 'labels');
    const lines = scene.actors.filter(({ id }) => shown.has(id)).flatMap(({ label }) => label.lines);
    expect(new Set(texts.map(({ text }) => text))).toEqual(new Set(lines));
  });

  test('can show a part of the map: only what lies there is drawn, and cut at the frame', () => {
    const scene = sceneOf(small);
    const crop = { x1: 60, y1: 90, x2: 320, y2: 290 };
    const elements = parse(networkFigure(scene, { widthMm: 120, labels: 'all', crop, legend: false }));
    expect(elements.filter(({ groups }) => groups.includes('actors'))).toHaveLength(1);
    expect(new Set(textBoxes(elements, 'labels').map(({ text }) => text))).toEqual(new Set(['c']));
    const frame = elements.find((_, k) => elements[k - 1]?.name === 'clipPath');
    expect(number(frame as Element, 'width') / number(frame as Element, 'height')).toBeCloseTo(260 / 200, 2);
  });

  test('has a legend of what is drawn, and not of what is hidden', () => {
    const hidden = { ...NOTHING_HIDDEN, sectors: new Set(['enterprise']) };
    const texts = textBoxes(
      parse(networkFigure(sceneOf(small, { hidden }), { widthMm: 183, labels: 'all' })),
      'legend',
    );
    const words = texts.map(({ text }) => text);
    expect(words).toContain('Government');
    expect(words).not.toContain('Enterprise');
    expect(words).toContain('Alliance');
    expect(words).not.toContain('Knowledge');
  });

  test('has the hues of mechanisms where ties are coloured by them, and names them in its legend', () => {
    const view = { ...small.view, tieColour: 'mechanism' as const };
    const elements = parse(networkFigure(sceneOf({ ...small, view }), { widthMm: 183, labels: 'all' }));
    const words = textBoxes(elements, 'legend').map(({ text }) => text);
    expect(words).toContain('Colour: mechanism');
    const strokes = (group: string): Set<string> =>
      new Set(
        elements.flatMap(({ groups, attributes: { stroke } }) =>
          groups.includes(group) && stroke !== undefined ? [stroke] : [],
        ),
      );
    const types = new Map(small.scheme.tieTypes.map(({ id, mechanism }) => [id, mechanism]));
    const used = new Set([...small.ties.values()].map(({ type }) => types.get(type) ?? 'symbiosis'));
    for (const mechanism of used) {
      expect(strokes('ties')).toContain(mechanismColour(mechanism, 'light'));
      expect(strokes('legend')).toContain(mechanismColour(mechanism, 'light'));
      expect(words).toContain(MECHANISM_NAMES[mechanism].en);
    }
  });

  test('speaks Chinese in its legend, and says so', () => {
    const svg = networkFigure(sceneOf(small, { language: 'zh' }), { widthMm: 183, labels: 'all' });
    expect(svg).toContain('xml:lang="zh-CN"');
    const words = textBoxes(parse(svg), 'legend').map(({ text }) => text);
    expect(words).toEqual(
      expect.arrayContaining(['主体类型', '企业', '大小：度', '关系类型', '联盟', '单向', '双向']),
    );
  });

  test('may stand on any ground or on none', () => {
    const scene = sceneOf(small, { theme: 'dark' });
    const ground = (background?: string): string | undefined =>
      parse(networkFigure(scene, { widthMm: 89, labels: 'all', ...(background ? { background } : {}) })).find(
        ({ attributes }) => attributes['id'] === 'background',
      )?.attributes['fill'];
    expect(ground()).toBe('#15181c');
    expect(ground('#fffaf0')).toBe('#fffaf0');
    expect(ground('transparent')).toBeUndefined();
  });
});

describe('figures kept to compare with', () => {
  // The files can be looked at. A change that is meant is taken over with `vitest run -u`.
  test.each([
    ['en', 'light', 183],
    ['zh', 'dark', 89],
  ] as const)('%s, %s, %i mm wide, has not changed by a byte', async (language, theme, widthMm) => {
    const scene = sceneOf(small, { language, theme });
    const svg = networkFigure(scene, {
      widthMm,
      labels: 'auto',
      title: language === 'en' ? 'Four actors' : '四个主体',
      caption: language === 'en' ? 'Invented for this test.' : '为本测试编制。',
    });
    await expect(svg).toMatchFileSnapshot(`figures/four-actors-${language}-${theme}.svg`);
  });
});

describe('a figure of anything', () => {
  const hostile = [
    '<script>alert(1)</script>',
    ']]></svg><svg onload="x">&amp;&#0;',
    'a\u0000b\u0008c\u000bd\ufffee\ud800f',
    'x'.repeat(10_000),
    '职'.repeat(10_000),
    'מכללת ירושלים والجامعة',
    '\u202eright-to-left override',
    '👩‍🔬👨‍👩‍👧‍👦🇨🇳 Lab',
    '__proto__',
    '"\'><!--',
    '',
    ' \n\t ',
  ];

  test('is well-formed and safe with hostile names, titles and ids', () => {
    const actors = hostile.map((name, k) =>
      actor(name || `empty ${k}`, name || 'none', (k % 4) * 150, Math.floor(k / 4) * 140, { name }),
    );
    const ties = actors.map(({ id }, k) => tie(`t${k}`, id, actors[(k + 1) % actors.length]?.id ?? '', id));
    for (const text of hostile) {
      const svg = networkFigure(sceneOf(mapOf(actors, ties)), {
        widthMm: 183,
        labels: 'all',
        title: text,
        caption: text,
      });
      const elements = parse(svg);
      expect(elements.some(({ name }) => name === 'script')).toBe(false);
      expect(elements.filter(({ name }) => name === 'svg')).toHaveLength(1);
      expect(
        elements.flatMap(({ attributes }) => Object.keys(attributes)).some((key) => key.startsWith('on')),
      ).toBe(false);
      // eslint-disable-next-line no-control-regex -- that there are none is what is tested
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e\ufffe]/);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(svg))).toBe(svg);
      for (const box of ['labels', 'legend', 'title', 'caption'].flatMap((id) => textBoxes(elements, id))) {
        expectWithin(box, page(elements));
      }
    }
  });

  test('is well-formed whatever the texts', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (name, title) => {
        parse(
          networkFigure(sceneOf(mapOf([actor('a', name, 0, 0, { name })])), {
            widthMm: 89,
            labels: 'all',
            title,
          }),
        );
      }),
    );
  });

  test('is drawn for an empty map, for one actor, and for many in one place', () => {
    for (const actors of [
      [],
      [actor('a', 'other', 0, 0)],
      Array.from({ length: 30 }, (_, k) => actor(`${k}`, 'other', 7, 7)),
    ]) {
      const elements = parse(
        networkFigure(sceneOf(mapOf(actors)), { widthMm: 89, labels: 'auto', title: 'Here' }),
      );
      expect(page(elements).y2).toBeGreaterThan(30);
      expect(elements.filter(({ groups }) => groups.includes('actors'))).toHaveLength(actors.length);
    }
  });

  test('of 5,000 actors in a column of a journal is still drawn', () => {
    const elements = parse(
      networkFigure(sceneOf(randomMap(5000, 10_000, 2)), { widthMm: 89, labels: 'auto' }),
    );
    expect(elements.filter(({ groups }) => groups.includes('actors'))).toHaveLength(5000);
    for (const box of textBoxes(elements, 'labels')) expectWithin(box, page(elements));
  });
});
