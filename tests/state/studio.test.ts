import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../src/base/result.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { actor, mapOf } from '../scene/maps.ts';

const saved = vi.hoisted(() => ({ svgs: [] as string[] }));

vi.mock('../../src/state/downloads.ts', () => ({ save: () => undefined }));
vi.mock('../../src/state/kind-figures.ts', () => ({
  drawPanels: () => Promise.resolve(undefined),
  usedBy: () => Promise.resolve({ measures: [], diagnosis: false, drawn: true }),
}));
vi.mock('../../src/state/states-beside.ts', () => ({ offeredStates: () => Promise.resolve(ok([])) }));
vi.mock('../../src/state/methods-text.ts', () => ({ metadataOfFigure: () => Promise.resolve({}) }));
vi.mock('../../src/state/methods.svelte.ts', () => ({ methodsStateOf: () => ({ note: () => undefined }) }));
vi.mock('../../src/state/figure-file.ts', () => ({
  finishedFigure: ({ svg, name }: { svg: string; name: string }) => {
    saved.svgs.push(svg);
    return Promise.resolve(ok({ file: { name, blob: new Blob([]) }, note: undefined }));
  },
}));

interface Asked {
  readonly kind: string;
  readonly task: number;
  readonly input: { readonly options: { readonly title?: string } };
}

/** Draws a figure of its title when it is told to. */
class StandIn {
  static asked: { worker: StandIn; request: Asked }[] = [];
  onmessage: (event: { data: unknown }) => void = () => undefined;
  postMessage(request: Asked): void {
    if (request.kind === 'run') StandIn.asked.push({ worker: this, request });
  }
  terminate(): void {}
  static answer(): void {
    const last = StandIn.asked.at(-1);
    if (!last) throw new Error('nothing was asked');
    const { task, input } = last.request;
    const svg = `<svg width="89mm" height="50mm">${input.options.title ?? ''}</svg>`;
    last.worker.onmessage({ data: { kind: 'done', task, result: ok({ svg, facts: undefined }) } });
  }
}

beforeEach(() => {
  saved.svgs.length = 0;
  StandIn.asked = [];
  vi.stubGlobal('Worker', StandIn);
  vi.stubGlobal('navigator', { language: 'en' });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
});
afterEach(() => vi.unstubAllGlobals());

async function studioOf() {
  const { Studio } = await import('../../src/state/studio.svelte.ts');
  const graph = mapOf([actor('a', 'university', 0, 0)]);
  const map = {
    id: 'm',
    graph,
    view: graph.view,
    visible: { actors: new Set(['a']), ties: new Set(), all: true },
    sceneFor: () => ({}),
  } as unknown as MapState;
  return new Studio(map, { part: undefined, labels: undefined, width: 1280 });
}

test('what was chosen a moment before saving is saved, though its preview comes between', async () => {
  const studio = await studioOf();
  studio.change({ title: 'New title' });
  const preview = studio.task();
  const saving = studio.save();
  await vi.waitFor(() => expect(StandIn.asked).toHaveLength(1));
  // The preview that was due takes the worker.
  if (preview) void studio.draw(preview);
  await vi.waitFor(() => expect(StandIn.asked).toHaveLength(3));
  StandIn.answer();
  await saving;
  expect(saved.svgs).toEqual([expect.stringContaining('New title')]);
  expect(studio.drawn?.svg).toBe(saved.svgs[0]);
  expect(studio.saving).toBeUndefined();
});

test('what is called off is not saved, and ends', async () => {
  const studio = await studioOf();
  const saving = studio.save();
  await vi.waitFor(() => expect(StandIn.asked).toHaveLength(1));
  studio.close();
  await saving;
  expect(saved.svgs).toEqual([]);
});

test('panels are added, moved and taken out, and keep what they were told', async () => {
  const studio = await studioOf();
  const kinds = (): readonly string[] => studio.choices.panels.map(({ kind, measure }) => measure ?? kind);
  studio.addPanel('ranking');
  studio.setPanel(1, { kind: 'ranking', measure: 'degree' });
  studio.addPanel('radar');
  studio.movePanel(1, -1);
  expect(kinds()).toEqual(['degree', 'network', 'radar']);
  studio.movePanel(2, 1);
  expect(kinds()).toEqual(['degree', 'network', 'radar']);
  studio.removePanel(1);
  expect(kinds()).toEqual(['degree', 'radar']);
  expect(studio.ofMap).toBe(false);
});
