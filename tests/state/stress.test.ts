import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, ok, type Result } from '../../src/base/result.ts';
import type { Shock } from '../../src/metrics/stress/shock.ts';
import { stressOf } from '../../src/metrics/stress/stress.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type NetworkInput } from '../../src/network/network.ts';
import { stressOnMap } from '../../src/state/stress-marks.svelte.ts';
import { AttackState, StressState } from '../../src/state/stress.svelte.ts';
import type { StressAnswer, StressRequest } from '../../src/workers/stress.ts';
import { finish, graphFrom } from '../metrics/support.ts';

/** The question that waits, which a newer one or the signal ends. */
const worker = vi.hoisted(() => ({
  answer: (_: Result<StressAnswer> | undefined): void => undefined,
  asked: undefined as unknown,
}));
vi.mock('../../src/workers/stress.ts', () => ({
  StressClient: class {
    run(request: unknown, { signal }: { signal: AbortSignal }): Promise<unknown> {
      worker.answer(undefined);
      worker.asked = request;
      return new Promise((resolve) => {
        worker.answer = resolve;
        signal.addEventListener('abort', () => resolve(undefined));
      });
    }
    close(): void {
      worker.answer(undefined);
    }
  },
}));

const reading = { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection: false, ignoreWeights: false };
const map = (input: NetworkInput) => ({ measured: input, reading });
const star = networkInput(graphFrom(['A > B', 'A > C', 'A > D']));
const leaves = (id: string): Shock => ({ kind: 'parts', actors: [id], ties: [] });

/** The worker answers what it was asked last. */
async function answer(): Promise<void> {
  const { input, options, shock } = worker.asked as StressRequest;
  worker.answer(
    ok(
      shock === 'curve'
        ? { of: 'curve', curve: null }
        : { of: 'shock', result: finish(stressOf(input, compileNetwork(input, options), shock, options, 1)) },
    ),
  );
  await settled();
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const marked = (): readonly string[] => [...(stressOnMap.marks?.actors ?? [])];

describe('a stress test', () => {
  let stress: StressState;
  beforeEach(async () => {
    stress = new StressState();
    stress.test(map(star), leaves('A'));
    await answer();
  });

  it('is of what was asked, here and on the map', () => {
    expect(stress.found?.gone.actors).toEqual(['A']);
    expect(stress.stale).toBe(false);
    expect(marked()).toEqual(['A']);
  });

  it('is of before once something else is asked, and of nothing on the map when that is stopped', async () => {
    stress.test(map(star), leaves('B'));
    expect(stress.stale).toBe(true);
    stress.cancel();
    await settled();
    expect([stress.stale, stress.stopped]).toEqual([true, true]);
    expect(stress.found?.gone.actors).toEqual(['A']);
    expect(marked()).toEqual([]);
    stress.again();
    expect(stress.stopped).toBe(false);
    await answer();
    expect(stress.stale).toBe(false);
    expect(marked()).toEqual(['B']);
  });

  it('is of before when the next one fails', async () => {
    stress.test(map(star), leaves('B'));
    worker.answer(failed({ code: 'worker-crashed', message: { en: 'It stopped.', zh: '已中止。' } }));
    await settled();
    expect(stress.problem?.code).toBe('worker-crashed');
    expect(stress.stale).toBe(true);
    expect(marked()).toEqual([]);
  });

  it('leaves nothing behind where nothing is asked any more', () => {
    stress.forget();
    expect([stress.found, stress.stale, stress.stopped]).toEqual([undefined, false, false]);
    expect(marked()).toEqual([]);
  });
});

describe('the curve of all actors leaving', () => {
  it('is of before once another order is asked, and that was stopped', async () => {
    const attack = new AttackState();
    attack.find(star, reading, 'degree');
    await answer();
    expect(attack.stale).toBe(false);
    attack.find(star, reading, 'betweenness');
    attack.cancel();
    await settled();
    expect([attack.stale, attack.stopped]).toEqual([true, true]);
    attack.again();
    expect((worker.asked as StressRequest).options.attack).toBe('betweenness');
  });
});
