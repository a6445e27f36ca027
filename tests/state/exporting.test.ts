import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { MapDocument } from '../../src/model/document.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { networkFigure } from '../../src/figures/network-figure.ts';
import { NOTHING_HIDDEN, SceneBuilder, type Scene } from '../../src/scene/scene.ts';
import {
  dataFile,
  figureFile,
  figureOptions,
  figureSize,
  pageWidth,
  pixelsOf,
  resolution,
  tooManyPixels,
  type FigureChoices,
  type Seen,
} from '../../src/state/exporting.ts';

const CHOICES: FigureChoices = {
  measure: 'print',
  widthMm: 183,
  dpi: 300,
  times: 2,
  title: true,
  legend: true,
  labels: 'all',
  part: 'whole',
  background: 'white',
};
const SEEN: Seen = { part: undefined, labels: undefined, width: 1280 };

const drawFigure = (scene: Scene, title: string, choices: FigureChoices, seen: Seen): string =>
  networkFigure(scene, figureOptions(title, 'svg', choices, seen));

async function sampleGraph() {
  const document = new MapDocument();
  const actor = (id: string, name: string, x: number) => ({
    ...{ id, name, sector: 'university', supply: {}, demand: {}, fields: {}, unknown: {} },
    position: [x, 0] as const,
  });
  const draft = {
    ...emptyDraft('金华: a map/of*two'),
    actors: [actor('a', '甲学院', 0), actor('b', 'Firm B', 200)],
  };
  await document.load(mapUpdates(draft), () => Promise.resolve());
  return document.graph;
}

async function sampleScene() {
  return new SceneBuilder().build({
    graph: await sampleGraph(),
    values: new Map(),
    valueNames: (id) => ({ en: id, zh: id }),
    language: 'zh',
    theme: 'light',
    hidden: NOTHING_HIDDEN,
  });
}

test('a figure has the width on paper that was asked for, and its title only when wanted', async () => {
  const scene = await sampleScene();
  const svg = drawFigure(scene, '金华地图', CHOICES, SEEN);
  expect(figureSize(svg).width).toBe(183);
  expect(figureSize(svg).height).toBeGreaterThan(20);
  expect(svg).toContain('金华地图');
  const bare = drawFigure(scene, '金华地图', { ...CHOICES, title: false }, SEEN);
  expect(bare).not.toContain('金华地图');
});

test('a transparent figure has no ground, a white one has a white ground', async () => {
  const scene = await sampleScene();
  expect(drawFigure(scene, '', CHOICES, SEEN)).toMatch(/id="background"[^>]*#ffffff/u);
  const clear = drawFigure(scene, '', { ...CHOICES, background: 'transparent' }, SEEN);
  expect(clear).not.toContain('id="background"');
});

test('labels are drawn as on screen, all or not at all', async () => {
  const scene = await sampleScene();
  const draw = (labels: FigureChoices['labels']): string =>
    drawFigure(scene, '', { ...CHOICES, labels }, { ...SEEN, labels: new Set(['a']) });
  const [seen, all, none] = [draw('seen'), draw('all'), draw('none')];
  expect([seen, all, none].map((svg) => svg.includes('Firm B'))).toEqual([false, true, false]);
  expect([seen, all, none].map((svg) => svg.includes('甲学院'))).toEqual([true, true, false]);
});

test('an image for the screen has whole multiples of the window’s pixels', () => {
  const choices: FigureChoices = { ...CHOICES, measure: 'screen', times: 3 };
  const width = pageWidth('png', choices, SEEN);
  expect(pixelsOf({ width, height: width / 2 }, resolution(choices))).toEqual({ width: 3840, height: 1920 });
  expect(pageWidth('svg', choices, SEEN)).toBe(183);
});

test('an image on paper has the pixels of its resolution', () => {
  expect(pixelsOf({ width: 254, height: 127 }, resolution({ ...CHOICES, dpi: 600 }))).toEqual({
    width: 6000,
    height: 3000,
  });
});

test('an image beyond what browsers draw is refused with its size', () => {
  expect(tooManyPixels({ width: 16_384, height: 200 })).toBeUndefined();
  const refused = tooManyPixels({ width: 200, height: 16_385 });
  expect(refused?.message.en).toContain('200 × 16385');
});

test('files are named after the map', async () => {
  const graph = await sampleGraph();
  expect((await dataFile(graph, 'ecotone')).name).toBe('金华 a map of two.ecotone.json');
  expect((await dataFile(graph, 'graphml')).name).toMatch(/^金华 a map of two.*\.graphml$/u);
  const figure = await figureFile('<svg/>', graph.info.title, 'svg', 300);
  expect(figure.ok && figure.value.name).toBe('金华 a map of two.svg');
});

test('the two tables come as one zip', async () => {
  const made = await dataFile(await sampleGraph(), 'csv');
  expect(made.name).toBe('金华 a map of two.zip');
  const entries = unzipSync(new Uint8Array(await made.blob.arrayBuffer()));
  expect(Object.keys(entries).length).toBe(2);
  expect(
    Object.values(entries)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
  ).toContain('甲学院');
});
