import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURE_FONTS, FONT_IDS } from '../../src/figures/fonts.ts';
import { drawnFigure, networkFigure, type NetworkFigureOptions } from '../../src/figures/network-figure.ts';
import { PRESETS } from '../../src/figures/presets.ts';
import { readChoices, type FigureChoices } from '../../src/state/figure-choices.ts';
import { figureOptions, sized } from '../../src/state/figure-options.ts';
import { actor, mapOf, randomMap, sceneOf, tie } from '../scene/maps.ts';
import { apart, expectWithin, groupBox, page, textBoxes } from './boxes.ts';
import { number, parse } from './elements.ts';

const SEEN = { part: undefined, labels: undefined, width: 1280 };
const POINTS_PER_MM = 72 / 25.4;

/** What the studio asks for, with these choices. */
function optionsOf(
  changes: Partial<FigureChoices>,
  size: FigureChoices['size'] = 'nature-89',
): NetworkFigureOptions {
  const choices = sized(readChoices(new Map()), size, SEEN);
  return figureOptions({ ...choices, labels: 'all', ...changes }, 'The ecosystem of a region', SEEN);
}

const LONG = 'A'.repeat(60) + ' long name of an organisation '.repeat(5);
const awkward = mapOf(
  [
    actor('a', 'government', 0, 0, { name: LONG.slice(0, 200) }),
    actor('b', 'enterprise', 300, 20, { name: 'مؤسسة البحث العلمي والتطوير' }),
    actor('c', 'university', 150, 220, { name: '浙江省金华市职业技术大学产教融合研究院与地方合作办公室' }),
    actor('d', 'other', 420, 240, { name: 'בית הספר הגבוה לטכנולוגיה' }),
  ],
  [
    tie('1', 'a', 'b'),
    tie('2', 'b', 'c', 'knowledge', 'mutual', 6),
    tie('3', 'c', 'd', 'policy', 'one-way', 2),
  ],
  { width: 'weight' },
);

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('on the page %s', (id, preset) => {
  test('all text is inside the frame and off the legend, whatever the names', () => {
    for (const legend of ['auto', 'right', 'left', 'below'] as const) {
      const svg = networkFigure(
        sceneOf(awkward),
        optionsOf({ legend, caption: 'Source: own survey.', panel: 'b' }, id),
      );
      const elements = parse(svg);
      const whole = page(elements);
      expect(whole.x2).toBeCloseTo(preset.widthMm * POINTS_PER_MM, 1);
      if (preset.heightMm !== undefined) expect(whole.y2).toBeCloseTo(preset.heightMm * POINTS_PER_MM, 1);
      for (const group of ['labels', 'legend', 'title', 'caption', 'panel'])
        for (const box of textBoxes(elements, group)) expectWithin(box, whole);
      const blocks = [['actors', 'labels'], ['legend'], ['title', 'panel'], ['caption']].map((groups) =>
        groupBox(elements, groups),
      );
      blocks.forEach((one, k) =>
        blocks.slice(k + 1).forEach((two) => expect(apart(one, two), `${legend} ${k}`).toBe(true)),
      );
    }
  });

  test('no letter is smaller or larger than its journal allows, but for the letter of the panel', () => {
    const { svg, facts } = drawnFigure(sceneOf(randomMap(60, 120, 3)), optionsOf({ panel: 'a' }, id));
    expect(facts.text?.least).toBeGreaterThanOrEqual(preset.leastPoints - 0.005);
    if (preset.mostPoints !== null) expect(facts.text?.most).toBeLessThanOrEqual(preset.mostPoints);
    const letter = parse(svg).find(({ name, groups }) => name === 'text' && groups.includes('panel'));
    expect(letter).toMatchObject({ text: 'a' });
    expect(letter?.attributes['font-weight']).toBe('bold');
    expect(Number(letter?.attributes['font-size'])).toBe(preset.letterPoints);
  });
});

describe('sizes that were asked for', () => {
  test('are those of the letters, in points', () => {
    const svg = networkFigure(
      sceneOf(randomMap(30, 40, 5)),
      optionsOf({ labelPoints: 6.5, legendPoints: 5.5, titlePoints: 9 }, 'nature-183'),
    );
    const elements = parse(svg);
    const sizes = (group: string): Set<number> => new Set(textBoxes(elements, group).map(({ size }) => size));
    expect(sizes('labels')).toEqual(new Set([6.5]));
    expect(sizes('legend')).toEqual(new Set([5.5]));
    expect(sizes('title')).toEqual(new Set([9]));
  });

  test('make the smallest and the largest text that the facts tell', () => {
    const { facts } = drawnFigure(
      sceneOf(randomMap(30, 40, 5)),
      optionsOf({ labelPoints: 4, legendPoints: 6, titlePoints: 11, panel: 'a' }, 'nature-183'),
    );
    expect(facts.text).toEqual({ least: 4, most: 11 });
  });

  test('never set a name wider than the page', () => {
    const elements = parse(networkFigure(sceneOf(awkward), optionsOf({ labelPoints: 96 })));
    const boxes = textBoxes(elements, 'labels');
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expectWithin(box, page(elements));
  });
});

describe('a legend on the map', () => {
  test('lies where it was put, inside the page, and takes nothing from the map', () => {
    const scene = sceneOf(randomMap(25, 30, 9));
    const bare = drawnFigure(scene, optionsOf({ legend: 'none' }, 'a4-landscape'));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (across, down) => {
          const { svg, facts } = drawnFigure(scene, optionsOf({ legend: { across, down } }, 'a4-landscape'));
          const { legend, body } = facts;
          if (!legend) throw new Error('no legend');
          expect((legend.x1 - body.x1) / (body.x2 - body.x1 - (legend.x2 - legend.x1))).toBeCloseTo(
            across,
            6,
          );
          expect((legend.y1 - body.y1) / (body.y2 - body.y1 - (legend.y2 - legend.y1))).toBeCloseTo(down, 6);
          const elements = parse(svg);
          const box = groupBox(elements, ['legend']);
          if (box) expectWithin(box, page(elements));
          expect(groupBox(elements, ['actors'])).toEqual(groupBox(parse(bare.svg), ['actors']));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('goes by itself where it covers nothing, if there is such a place', () => {
    const ring = Array.from({ length: 14 }, (_, k) => actor(`${k}`, 'enterprise', k * 60, k * 70));
    const { svg, facts } = drawnFigure(sceneOf(mapOf(ring)), optionsOf({ legend: 'inside' }, 'a4'));
    expect(facts.legend).not.toBeNull();
    expect(facts.covered).toBe(0);
    const over = drawnFigure(sceneOf(mapOf(ring)), optionsOf({ legend: { across: 0.5, down: 0.5 } }, 'a4'));
    expect(over.facts.covered).toBeGreaterThan(0);
    // What it covers is veiled, so that its words can be read.
    const veils = (svg: string) =>
      parse(svg).filter(
        ({ groups, attributes }) => groups.includes('legend') && attributes['opacity'] === '0.88',
      );
    expect([veils(svg).length, veils(over.svg).length]).toEqual([0, 1]);
  });

  test('on its left leaves the map the right side', () => {
    const elements = parse(
      networkFigure(sceneOf(randomMap(25, 30, 9)), optionsOf({ legend: 'left' }, 'a4-landscape')),
    );
    const [legend, map] = [groupBox(elements, ['legend']), groupBox(elements, ['actors', 'labels'])];
    expect(legend?.x2).toBeLessThan(map?.x1 ?? 0);
  });
});

describe('the legend shows what sizes and widths stand for', () => {
  test('with samples as large and as wide as on the map, each with its number', () => {
    const elements = parse(networkFigure(sceneOf(awkward), optionsOf({}, 'a4-landscape')));
    const words = textBoxes(elements, 'legend').map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['Tie strength', 'Size: degree']));
    const widths = (group: string): Set<number> =>
      new Set(
        elements
          .filter(({ name, groups }) => name === 'path' && groups.includes(group))
          .map((path) => number(path, 'stroke-width')),
      );
    const drawn = widths('ties');
    expect(drawn.size).toBe(3);
    // The strongest and the weakest tie stand in the legend, as they are drawn.
    for (const width of [Math.min(...drawn), Math.max(...drawn)]) expect(widths('legend')).toContain(width);
    const radii = (group: string): number[] =>
      elements
        .filter(({ name, groups }) => name === 'circle' && groups.includes(group))
        .map((circle) => number(circle, 'r'));
    expect(Math.max(...radii('legend'))).toBeCloseTo(Math.max(...radii('actors')), 1);
  });
});

describe('any choices', () => {
  const choices = fc.record({
    legend: fc.constantFrom<FigureChoices['legend']>('auto', 'right', 'left', 'below', 'inside', 'none', {
      across: 0.3,
      down: 0.8,
    }),
    font: fc.constantFrom(...FONT_IDS),
    labelPoints: fc.constantFrom(null, 3, 6, 40),
    legendPoints: fc.constantFrom(null, 4, 30),
    titlePoints: fc.constantFrom(null, 5, 60),
    panel: fc.constantFrom('', 'a', 'ABCD'),
    caption: fc.constantFrom('', '来源：自行调查。'.repeat(60)),
    heightMm: fc.constantFrom(null, 30, 200),
    widthMm: fc.constantFrom(30, 89, 600),
  });

  test('give the same bytes for the same choices, with all text inside the frame', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 12 }), (given, count) => {
        const draw = (): string =>
          networkFigure(sceneOf(randomMap(count, count, 7)), optionsOf(given, 'free'));
        const svg = draw();
        expect(draw()).toBe(svg);
        const elements = parse(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
        for (const box of textBoxes(elements, 'labels')) expectWithin(box, page(elements), 1);
      }),
      { numRuns: 30 },
    );
  });

  test('name the font that was chosen, with fonts for Chinese behind it', () => {
    for (const font of FONT_IDS) {
      const root = parse(networkFigure(sceneOf(awkward), optionsOf({ font })))[0];
      expect(root?.attributes['font-family']).toBe(FIGURE_FONTS[font].family);
      expect(root?.attributes['font-family']).toMatch(/SC/u);
    }
  });

  test('of an empty map make a page, and nothing to warn of', () => {
    const { svg, facts } = drawnFigure(sceneOf(mapOf([])), optionsOf({ legend: 'inside', panel: 'a' }));
    expect(page(parse(svg)).y2).toBeGreaterThan(40);
    expect(facts).toMatchObject({ covered: 0, legendLeftOut: false, smallestMark: null });
  });

  test('of 5,000 actors at 89 mm are drawn, and the facts tell what is too small', () => {
    const { svg, facts } = drawnFigure(sceneOf(randomMap(5000, 9000, 2)), optionsOf({}));
    expect(svg.length).toBeGreaterThan(1e6);
    expect(facts.smallestMark).toBeLessThan(0.5);
    expect(facts.labels.wanted).toBe(5000);
  });
});
