import { beforeEach, expect, test, vi } from 'vitest';
import {
  atFirst,
  DPIS,
  MOST_PANELS,
  PRESETS,
  readChoices,
  rememberChoices,
  rememberedChoices,
} from '../../src/state/figure-choices.ts';
import { figureOptions, kindOptions, pageRules, sized } from '../../src/state/figure-options.ts';

const SEEN = { part: { x1: 0, y1: 0, x2: 9, y2: 9 }, labels: new Set(['a']), width: 1280 };
const FIRST = readChoices(new Map());

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('a preset brings its width, its height and the sizes of its text', () => {
  for (const preset of PRESETS) {
    const choices = sized(FIRST, preset.id, SEEN);
    const options = figureOptions(choices, '', SEEN);
    expect(options.widthMm).toBe(preset.widthMm);
    expect(options.heightMm).toBe(preset.heightMm);
    expect(options).toMatchObject({ fontPoints: preset.fontPoints, titlePoints: preset.titlePoints });
    expect(pageRules(choices).leastPoints).toBe(preset.leastPoints);
  }
});

test('a page as wide as the window has whole multiples of its pixels', () => {
  const { widthMm } = sized(FIRST, 'screen', SEEN);
  expect(DPIS.slice(0, 2).map((dpi) => (widthMm / 25.4) * dpi)).toEqual([1280, 2560]);
});

test('a title is that of the map unless another is chosen, or none', () => {
  expect(figureOptions(FIRST, ' The map ', SEEN).title).toBe('The map');
  expect(figureOptions({ ...FIRST, title: 'Figure' }, 'The map', SEEN).title).toBe('Figure');
  expect(figureOptions({ ...FIRST, title: '' }, 'The map', SEEN)).not.toHaveProperty('title');
});

test('labels and part are as on screen where that is chosen', () => {
  const seen = figureOptions({ ...FIRST, labels: 'seen', part: 'seen' }, '', SEEN);
  expect(seen).toMatchObject({ labels: SEEN.labels, crop: SEEN.part });
  const all = figureOptions({ ...FIRST, labels: 'all', part: 'whole' }, '', SEEN);
  expect(all).toMatchObject({ labels: 'all', crop: 'all' });
});

test('choices are remembered: words of a map for that map, the page for all', () => {
  const choices = {
    ...sized(FIRST, 'poster-a1', SEEN),
    title: 'Mine',
    panel: 'c',
    panels: [{ kind: 'network' }, { kind: 'ranking', measure: 'degree' }] as const,
    against: ['round:r'],
    legend: { across: 0.25, down: 1 },
    labelPoints: 12,
  };
  rememberChoices('one', choices);
  expect(rememberedChoices('one')).toEqual(choices);
  expect(rememberedChoices('two')).toEqual({
    ...choices,
    title: null,
    panel: '',
    panels: FIRST.panels,
    against: null,
  });
  rememberChoices('two', { ...choices, size: 'a4', widthMm: 210, heightMm: 297 });
  expect(rememberedChoices('one').size).toBe('poster-a1');
  expect(rememberedChoices('three').size).toBe('a4');
});

test('what is stored and not valid is left out, and nothing of it is lost that is', () => {
  const stored = new Map<string, unknown>([
    ['format', 'exe'],
    ['size', '__proto__'],
    ['widthMm', 1e9],
    ['heightMm', null],
    ['dpi', 600],
    ['legend', { across: 2, down: 0 }],
    ['title', 7],
    ['panel', 'abcdefgh'],
    ['labelPoints', Number.NaN],
    ['panels', [{ kind: 'no such kind' }, 7]],
    ['against', ['map:a', 3]],
  ]);
  expect(readChoices(stored)).toEqual({ ...FIRST, dpi: 600, panel: 'abcd', against: ['map:a'] });
});

test('a page has so many panels and no more, each with what its kind was told', () => {
  const stored = [
    { kind: 'sector-mixing', layer: 'counts', measure: 7 },
    ...Array.from({ length: 9 }, () => ({ kind: 'radar' })),
  ];
  const { panels } = readChoices(new Map([['panels', stored]]));
  expect(panels).toHaveLength(MOST_PANELS);
  expect(panels[0]).toEqual({ kind: 'sector-mixing', layer: 'counts' });
});

test('a measure is told to the panel that shows it, never to the map; one figure alone may bear a letter', () => {
  const of = (panels: typeof FIRST.panels) =>
    kindOptions({ ...FIRST, panels, panel: ' b ', font: 'noto' }, 'The map', 'en', SEEN);
  const alone = of([{ kind: 'ranking', measure: 'degree' }]);
  expect(alone).not.toHaveProperty('measure');
  expect(alone).toMatchObject({ panel: 'b', fontWidth: 1.09, shownLabels: SEEN.labels });
  expect(of([{ kind: 'ranking' }, { kind: 'network' }])).not.toHaveProperty('panel');
});

test('a browser that keeps nothing, or nonsense, starts from the first choices', () => {
  localStorage.setItem('ecotone.figures', '{"maps":[1,["x"],[2,{}]],"device":7}');
  expect(rememberedChoices('one')).toEqual(FIRST);
  localStorage.setItem('ecotone.figures', 'not JSON');
  expect(rememberedChoices('one')).toEqual(FIRST);
});

test('as at first are page, words, legend and letters; what is shown and as what file stays', () => {
  const shown = { panels: [{ kind: 'ranking' as const }], format: 'pdf' as const, dpi: 600, anonymous: true };
  const legend = { across: 0.5, down: 0.5 };
  const altered = { ...sized(FIRST, 'a4', SEEN), ...shown, legend, caption: 'c', labelPoints: 9 };
  expect(atFirst(altered)).toEqual({ ...FIRST, ...shown });
});
