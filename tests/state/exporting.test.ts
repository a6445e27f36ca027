import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { MapDocument } from '../../src/model/document.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { dataFile, figureFile } from '../../src/state/exporting.ts';
import { figureSize, pixelsOf, tooManyPixels } from '../../src/state/images.ts';

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

test('a figure states its size on paper, and an image of it has the pixels of its resolution', () => {
  expect(figureSize('<svg xmlns="x" width="254mm" height="127.5mm">')).toEqual({ width: 254, height: 127.5 });
  expect(pixelsOf({ width: 254, height: 127 }, 600)).toEqual({ width: 6000, height: 3000 });
});

test('an image that takes minutes is refused with its size; one that no canvas holds is not', () => {
  expect(tooManyPixels({ width: 20_000, height: 29_000 })).toBeUndefined();
  const refused = tooManyPixels({ width: 40_000, height: 20_000 });
  expect(refused?.message.en).toContain('40000 × 20000 px is 800 megapixels');
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
