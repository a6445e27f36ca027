import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../src/base/result.ts';
import { diagnose, type Diagnosis } from '../../src/metrics/diagnosis/diagnose.ts';
import { settingsOf } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type NetworkInput } from '../../src/network/network.ts';
import { DiagnosisState } from '../../src/state/diagnosis.svelte.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { AS_IS, finish, graphFrom } from '../metrics/support.ts';

/** Answers the one question that waits. */
const worker = vi.hoisted(() => ({ answer: (_: Result<Diagnosis> | undefined): void => undefined }));
vi.mock('../../src/workers/diagnosis.ts', () => ({
  DiagnosisClient: class {
    diagnose = () => new Promise((resolve) => (worker.answer = resolve));
  },
}));

const reading = { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection: false, ignoreWeights: false };
const alone = networkInput(graphFrom(['A > B', 'B > C', 'C > A', 'D']));
const joined = networkInput(graphFrom(['A > B', 'B > C', 'C > A', 'D > A', 'D > B']));

interface Looked {
  filter: object;
  rounds: { looked: unknown };
  graph: { view: { diagnosis: ReturnType<typeof settingsOf> } };
}

describe('what is not found any more', () => {
  let map: Looked;
  let state: DiagnosisState;

  beforeEach(async () => {
    map = { filter: {}, rounds: { looked: undefined }, graph: { view: { diagnosis: settingsOf() } } };
    state = new DiagnosisState(map as unknown as MapState);
    await follow(alone);
    await follow(joined);
  });

  async function follow(input: NetworkInput, thresholds = '{}'): Promise<void> {
    const done = state.follow(input, reading, thresholds);
    const found = finish(diagnose(compileNetwork(input, AS_IS), DEFAULT_MEASURE_OPTIONS, settingsOf()));
    worker.answer(ok(found));
    await done;
  }

  it('is shown as gone after an edit', () => {
    expect([...state.gone.keys()]).toContain('D1');
  });

  it.each([
    ['another filter', () => (map.filter = {})],
    ['another round', () => (map.rounds = { looked: 'first' })],
  ])('is not said to be gone under %s', async (_, change) => {
    change();
    await follow(alone);
    expect(state.gone.size).toBe(0);
  });

  it('is not said to be gone under other thresholds', async () => {
    await follow(joined, '{"hub":0.5}');
    expect(state.gone.size).toBe(0);
  });
});
