import { afterEach, describe, expect, it, vi } from 'vitest';
import { MEASURES } from '../../src/metrics/registry.ts';
import { networkInput } from '../../src/network/network.ts';
import { Measures, type MeasureRequest } from '../../src/workers/measures.ts';
import { seededRandom } from '../../src/base/random.ts';
import { actor, AS_IS, graphFrom, graphOf, tie } from '../metrics/support.ts';

type Listener = (event: { data: unknown }) => void;

/** A worker in this thread: the same program and the same cloning of messages, through a global scope of its own. */
async function stubWorker(): Promise<{ posted: { kind: string }[] }> {
  const scope: { onmessage?: Listener; postMessage?: (data: unknown, options: { transfer: [] }) => void } =
    {};
  const posted: { kind: string }[] = [];
  vi.stubGlobal('self', scope);
  vi.resetModules();
  await import('../../src/workers/measures.worker.ts');
  class WorkerStub {
    onmessage?: Listener;
    constructor() {
      scope.postMessage = (data, { transfer }) => {
        const copy = structuredClone(data, { transfer });
        posted.push(copy as { kind: string });
        queueMicrotask(() => this.onmessage?.({ data: copy }));
      };
    }
    postMessage(data: unknown): void {
      const copy = structuredClone(data);
      queueMicrotask(() => scope.onmessage?.({ data: copy }));
    }
    terminate(): void {
      scope.postMessage = () => undefined;
    }
  }
  vi.stubGlobal('Worker', WorkerStub);
  return { posted };
}

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

function large(): MeasureRequest {
  const random = seededRandom(3);
  const actors = Array.from({ length: 1500 }, (_, k) => actor(`a${k}`));
  const pick = (): string => `a${Math.floor(random() * actors.length)}`;
  const ties = Array.from({ length: 6000 }, (_, k) => tie(`t${k}`, pick(), pick(), { weight: 1 + random() }));
  return request(2, { input: networkInput(graphOf(actors, ties)) });
}

describe('the measures worker', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('answers with every measure asked for, the revision that they belong to, and notes', async () => {
    await stubWorker();
    const measures = new Measures();
    const result = await measures.compute(request(7));
    if (!result?.ok) throw new Error('no results');
    const { value } = result;
    expect(value).toMatchObject({ revision: 7, directed: true, weighted: true, normalised: true, n: 3 });
    expect([...value.actor.keys(), ...value.network.keys()]).toEqual(IDS);
    expect([...(value.actor.get('degree') ?? [])]).toEqual([1, 2, 1]);
    expect([...(value.actor.get('betweenness') ?? [])]).toEqual([0, 0.5, 0]);
    expect(value.notes).toHaveLength(1);
    expect(value.ms).toBeGreaterThanOrEqual(0);
    measures.close();
  });

  it('drops a request when a newer one comes, and shows progress of long ones', async () => {
    await stubWorker();
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
    const { posted } = await stubWorker();
    const measures = new Measures();
    const abort = new AbortController();
    const result = measures.compute(large(), { signal: abort.signal, onProgress: () => abort.abort() });
    expect(await result).toBeUndefined();
    expect(await measures.compute(request(9))).toMatchObject({ ok: true, value: { revision: 9 } });
    expect(posted.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    measures.close();
  });
});
