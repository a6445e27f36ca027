import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../src/base/result.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { measureById, MEASURES } from '../../src/metrics/registry.ts';
import { MeasuresState } from '../../src/state/measures.svelte.ts';
import type { MeasureRequest, MeasureResults } from '../../src/workers/measures.ts';
import { networkInput, type NetworkInput } from '../../src/network/network.ts';
import { graphFrom } from '../metrics/support.ts';

/** Requests that wait for an answer; a newer one ends the one before, as the worker's own end does. */
const worker = vi.hoisted(() => ({
  asked: [] as { request: MeasureRequest; answer: (result: Result<MeasureResults> | undefined) => void }[],
}));
vi.mock('../../src/workers/measures.ts', () => ({
  Measures: class {
    compute(request: MeasureRequest): Promise<Result<MeasureResults> | undefined> {
      worker.asked.at(-1)?.answer(undefined);
      return new Promise((resolve) => worker.asked.push({ request, answer: resolve }));
    }
    close(): void {
      worker.asked.at(-1)?.answer(undefined);
    }
  },
}));

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection: false, ignoreWeights: false };
const small = (): NetworkInput => networkInput(graphFrom(['A > B', 'B > C']));
/** So large that it is computed in parts. */
function large(): NetworkInput {
  const input = small();
  const names = (count: number): string[] => Array.from({ length: count }, (_, k) => `n${k}`);
  return { ...input, actorIds: names(20_000), tieIds: names(20_000) };
}

const LONG = MEASURES.filter(({ onRequest }) => onRequest).map(({ id }) => id);
const wants = (): readonly string[] => worker.asked.at(-1)?.request.ids ?? [];
const readsPaths = (id: string): boolean => measureById(id)?.usesPaths === true;

async function answer(more: Partial<MeasureResults> = {}): Promise<void> {
  const last = worker.asked.at(-1);
  if (!last) throw new Error('nothing was asked');
  const { request } = last;
  const column = (value: number): Float64Array => Float64Array.of(value, NaN, 2);
  last.answer(
    ok({
      ...OPTIONS,
      directed: true,
      directionIgnored: false,
      weighted: true,
      n: 3,
      sectorCount: 1,
      revision: request.revision,
      ms: 1,
      exactMs: 1,
      actorIds: ['A', 'B', 'C'],
      tieIds: [],
      sectorIds: [],
      actor: new Map(request.ids.map((id) => [id, column(1)])),
      errors: new Map(),
      tie: new Map(),
      sector: new Map(),
      network: new Map(request.ids.map((id) => [id, request.revision])),
      details: new Map(),
      notes: [],
      ...more,
    }),
  );
  await Promise.resolve();
  await Promise.resolve();
}

describe('the measures of an open map', () => {
  beforeEach(() => void worker.asked.splice(0));

  it('are waited for by who draws by them, for as long as they come by themselves', async () => {
    const state = new MeasuresState();
    const drawn: string[] = [];
    const wait = (id: string): void => void state.firstValues(id).then(() => drawn.push(id));
    wait('degree');
    wait('betweenness');
    wait('no such measure');
    state.refresh(large(), OPTIONS);
    await Promise.resolve();
    expect(drawn).toEqual([]);
    // The quick ones are there; shortest paths would take a minute, and wait for a choice.
    await answer({ exactMs: 60_000 });
    expect(state.offer).toBeDefined();
    expect(drawn).toEqual(['degree', 'betweenness', 'no such measure']);
  });

  it('are not waited for where none will come by itself, and else until those of the present map are there', async () => {
    const state = new MeasuresState();
    state.refresh(large(), OPTIONS);
    await answer({ exactMs: 60_000 });
    // Nothing is under way: shortest paths wait for a choice.
    await state.firstValues('betweenness');
    await state.currentValues('betweenness');
    const told: string[] = [];
    state.refresh(large(), OPTIONS);
    void state.firstValues('degree').then(() => told.push('first'));
    void state.currentValues('degree').then(() => told.push('current'));
    await Promise.resolve();
    expect(told).toEqual(['first']);
    expect(state.staleOf('degree')).toBe(true);
    await answer({ exactMs: 60_000 });
    expect(told).toEqual(['first', 'current']);
    expect(state.staleOf('degree')).toBe(false);
  });

  it('are computed at each change, in one piece on small maps, and say when they are behind', async () => {
    const state = new MeasuresState();
    state.refresh(small(), OPTIONS);
    expect(wants()).toContain('degree');
    expect(wants()).toContain('betweenness');
    expect(wants()).not.toContain(LONG[0]);
    expect(state.results).toBeUndefined();
    await answer();
    expect(state.stale).toBe(false);
    expect([...(state.values.get('degree') ?? [])]).toEqual([
      ['A', 1],
      ['B', null],
      ['C', 2],
    ]);
    state.refresh(small(), OPTIONS);
    expect(state.stale).toBe(true);
    expect(state.staleOf('degree')).toBe(true);
    await answer();
    expect(state.stale).toBe(false);
    expect(state.network.get('density')).toBe(2);
  });

  it('take the newest state of the map when it changes while they are computed', async () => {
    const state = new MeasuresState();
    state.refresh(small(), OPTIONS);
    const first = worker.asked[0];
    state.refresh(small(), OPTIONS);
    await answer();
    first?.answer(undefined);
    await Promise.resolve();
    expect(state.resultsOf('degree')?.revision).toBe(2);
    expect(state.stale).toBe(false);
  });

  it('that take long are computed while someone looks at them, after the others and again after an edit', async () => {
    const [one, two] = LONG as [string, string];
    const state = new MeasuresState();
    state.request(one);
    expect(worker.asked).toHaveLength(0);
    state.refresh(small(), OPTIONS);
    expect(wants()).not.toContain(one);
    await answer();
    expect(wants()).toEqual([one]);
    state.request(two);
    expect(wants()).toEqual([one]);
    await answer();
    expect(wants()).toEqual([two]);
    await answer();
    state.release(two);
    state.refresh(small(), OPTIONS);
    await answer();
    expect(wants()).toEqual([one]);
    await answer();
    expect(state.staleOf(one)).toBe(false);
    expect(state.staleOf(two)).toBe(true);
  });

  it('that take long are given up when nobody looks any more', async () => {
    const [one] = LONG as [string];
    const state = new MeasuresState();
    state.refresh(small(), OPTIONS);
    state.request(one);
    await answer();
    expect(state.underWay).toEqual(new Set([one]));
    state.release(one);
    expect(state.underWay).toEqual(new Set());
  });

  it('of shortest paths are offered, not started, where they would take seconds; all others are there', async () => {
    const state = new MeasuresState();
    state.refresh(large(), OPTIONS);
    expect(wants().some(readsPaths)).toBe(false);
    await answer({ exactMs: 40_000 });
    expect(state.offer).toEqual({ exactMs: 40_000, sources: [256, 512, 1024, 2048] });
    expect(state.underWay.size).toBe(0);
    expect(state.stale).toBe(false);
    expect(state.values.get('degree')).toBeDefined();
    expect(state.values.get('betweenness')).toBeUndefined();

    state.computeExactly();
    expect(state.offer).toBeUndefined();
    expect(wants().every(readsPaths)).toBe(true);
    expect(state.exactUnderWay).toBe(true);
    state.stopExact();
    expect(state.exactUnderWay).toBe(false);
    expect(state.offer).toMatchObject({ exactMs: 40_000 });
  });

  it('of shortest paths are estimated without a question when the map says from how many actors', async () => {
    const state = new MeasuresState();
    state.refresh(large(), { ...OPTIONS, sources: 512 });
    await answer({ exactMs: 40_000 });
    expect(state.offer).toBeUndefined();
    expect(wants()).toContain('betweenness');
    await answer({ exactMs: 40_000, errors: new Map([['betweenness', Float64Array.of(0.1, 0.2, NaN)]]) });
    expect([...(state.errors.get('betweenness')?.values() ?? [])]).toEqual([0.1, 0.2, null]);
  });

  it('keep a column the same object while no value in it changes, so that nothing drawn by it is drawn anew', async () => {
    const state = new MeasuresState();
    state.refresh(small(), OPTIONS);
    await answer();
    const before = state.values.get('degree');
    state.refresh(small(), OPTIONS);
    await answer();
    expect(state.values.get('degree')).toBe(before);
    state.refresh(small(), OPTIONS);
    await answer({ actor: new Map([['degree', Float64Array.of(1, NaN, 3)]]) });
    expect(state.values.get('degree')).not.toBe(before);
  });

  it('find groups, numbered by size, and the same object while nobody changes groups', async () => {
    const state = new MeasuresState();
    const detail = { kind: 'partition', of: Int32Array.of(0, 0, 1), sizes: [2, 1], facts: [] } as const;
    state.refresh(small(), OPTIONS);
    await answer({ details: new Map([['degree', { ...detail }]]) });
    const before = state.groups.get('degree');
    expect(before?.names.map(({ en }) => en)).toEqual(['Group 1', 'Group 2']);
    expect(before?.of.get('C')).toBe(1);
    state.refresh(small(), OPTIONS);
    await answer({ details: new Map([['degree', { ...detail, of: Int32Array.of(0, 0, 1) }]]) });
    expect(state.groups.get('degree')).toBe(before);
  });
});
