import { afterEach, describe, expect, it, vi } from 'vitest';
import { MEASURES } from '../../src/metrics/registry.ts';
import { networkInput } from '../../src/network/network.ts';
import { Measures, type MeasureRequest } from '../../src/workers/measures.ts';
import { seededRandom } from '../../src/base/random.ts';
import { actor, AS_IS, graphFrom, graphOf, tie } from '../metrics/support.ts';
import { standInWorkers } from './stand-in.ts';

const IDS = MEASURES.map((measure) => measure.id);

function request(revision: number, more: Partial<MeasureRequest> = {}): MeasureRequest {
  return {
    revision,
    input: networkInput(graphFrom(['A > B : 2', 'B <> C', 'A > A'])),
    options: AS_IS,
    ids: IDS,
    ...more,
  };
}

/** So large that workers share its shortest paths, which begins at a thousand actors. */
const LARGE = (() => {
  const random = seededRandom(3);
  const actors = Array.from({ length: 1100 }, (_, k) => actor(`a${k}`));
  const pick = (): string => `a${Math.floor(random() * actors.length)}`;
  const ties = Array.from({ length: 4400 }, (_, k) => tie(`t${k}`, pick(), pick(), { weight: 1 + random() }));
  return networkInput(graphOf(actors, ties));
})();

function large(): MeasureRequest {
  return request(2, { input: LARGE });
}

describe('the measures worker', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('answers with every measure asked for, the revision that they belong to, and notes', async () => {
    standInWorkers(1);
    const measures = new Measures();
    const result = await measures.compute(request(7));
    if (!result?.ok) throw new Error('no results');
    const { value } = result;
    expect(value).toMatchObject({ revision: 7, directed: true, weighted: true, normalised: true, n: 3 });
    const { actor, tie, sector, network, details } = value;
    const there = [actor, tie, sector, network, details].flatMap((values) => [...values.keys()]);
    expect(there).toEqual(IDS);
    expect([...(value.actor.get('degree') ?? [])]).toEqual([1, 2, 1]);
    expect([...(value.actor.get('betweenness') ?? [])]).toEqual([0, 0.5, 0]);
    expect(value.notes.map(({ en }) => en).join()).toContain('1 self-loop');
    expect(value.actorIds).toEqual(['A', 'B', 'C']);
    expect(value.ms).toBeGreaterThanOrEqual(0);
    measures.close();
  });

  it('drops a request when a newer one comes, and shows progress of long ones', async () => {
    standInWorkers(1);
    const measures = new Measures();
    const progress: number[] = [];
    let latest: ReturnType<Measures['compute']> | undefined;
    const old = measures.compute(large(), {
      onProgress: (done) => {
        progress.push(done);
        if (progress.length === 2) latest = measures.compute(request(8));
      },
    });
    expect(await old).toBeUndefined();
    expect(await latest).toMatchObject({ ok: true, value: { revision: 8 } });
    expect(progress).toHaveLength(2);
    expect(progress[0]).toBeLessThan(progress[1] ?? 0);
    measures.close();
  });

  it('stops working when the request is aborted', async () => {
    const { posted } = standInWorkers(1);
    const measures = new Measures();
    const abort = new AbortController();
    const result = measures.compute(large(), { signal: abort.signal, onProgress: () => abort.abort() });
    expect(await result).toBeUndefined();
    expect(await measures.compute(request(9))).toMatchObject({ ok: true, value: { revision: 9 } });
    expect(posted.filter(({ message }) => message.kind === 'done')).toHaveLength(1);
    measures.close();
  });

  it('sends and compiles a network once, and tells the same of it when other options are asked for', async () => {
    standInWorkers(1);
    const measures = new Measures();
    const first = request(1);
    const once = await measures.compute(first);
    const again = await measures.compute({ ...first, revision: 2, options: { ...AS_IS, normalised: false } });
    const turned = await measures.compute({
      ...first,
      revision: 3,
      options: { ...AS_IS, ignoreDirection: true },
    });
    expect(once).toMatchObject({ ok: true, value: { revision: 1, normalised: true, directed: true } });
    expect(again).toMatchObject({ ok: true, value: { revision: 2, normalised: false, directed: true } });
    expect(turned).toMatchObject({
      ok: true,
      value: { revision: 3, directed: false, directionIgnored: true },
    });
    measures.close();
  });

  const PATHS = ['betweenness', 'closeness', 'harmonic', 'average-path-length', 'diameter'];

  it('shares the shortest paths of a large network among workers, with the same values to the last bit', async () => {
    const results = [];
    for (const cores of [1, 2, 3]) {
      const { posted } = standInWorkers(cores);
      const measures = new Measures();
      const progress: number[] = [];
      const asked = { ...large(), ids: PATHS };
      const result = await measures.compute(asked, { onProgress: (done) => progress.push(done) });
      if (!result?.ok) throw new Error('no results');
      const strips = posted.filter(({ program, message }) => program === 'sweep' && message.kind === 'done');
      if (cores === 1) expect(strips).toHaveLength(0);
      else expect(strips.length).toBeGreaterThan(1);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      results.push([...result.value.actor.values(), ...result.value.network.values()]);
      measures.close();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('stops the workers that share the paths when the request is ended', async () => {
    const { posted } = standInWorkers(2);
    const measures = new Measures();
    const abort = new AbortController();
    const asked = { ...large(), ids: PATHS };
    const ended = measures.compute(asked, { signal: abort.signal, onProgress: () => abort.abort() });
    expect(await ended).toBeUndefined();
    const strips = posted.filter(
      ({ program, message }) => program === 'sweep' && message.kind === 'done',
    ).length;
    expect(await measures.compute(request(9))).toMatchObject({ ok: true, value: { revision: 9 } });
    const later = posted.filter(
      ({ program, message }) => program === 'sweep' && message.kind === 'done',
    ).length;
    expect(later).toBe(strips);
    // The workers are free for the next one.
    expect(await measures.compute({ ...asked, revision: 10 })).toMatchObject({
      ok: true,
      value: { revision: 10 },
    });
    measures.close();
  });
});

describe('where no further worker can be had', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('the measures worker finds the shortest paths itself', async () => {
    standInWorkers(2, { refuse: 'sweep' });
    const measures = new Measures();
    const refused = await measures.compute({ ...large(), ids: ['betweenness'] });
    standInWorkers(1);
    const alone = await new Measures().compute({ ...large(), ids: ['betweenness'] });
    if (!refused?.ok || !alone?.ok) throw new Error('no results');
    expect(refused.value.actor).toEqual(alone.value.actor);
    measures.close();
  });
});
