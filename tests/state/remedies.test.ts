import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, ok, type Result } from '../../src/base/result.ts';
import type { Consequences } from '../../src/metrics/remedies/consequences.ts';
import type { Plan, PlanStep } from '../../src/metrics/remedies/plan.ts';
import type { Prospect, RankedRemedy } from '../../src/metrics/remedies/rank.ts';
import type { Remedy } from '../../src/metrics/remedies/remedy.ts';
import { settingsOf } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { networkInput } from '../../src/network/network.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { RemediesState } from '../../src/state/remedies.svelte.ts';
import type { RunOptions } from '../../src/workers/client.ts';
import type { PlanTask, RankPart, RankRest } from '../../src/workers/remedies.ts';
import { graphFrom } from '../metrics/support.ts';

vi.mock('../../src/state/preferences.svelte.ts', () => ({ preferences: {} }));
vi.mock('../../src/state/notices.svelte.ts', () => ({ notices: {} }));
vi.mock('../../src/state/scenario-maps.ts', () => ({}));

interface Asked<Task, Answer, Part> {
  readonly task: Task;
  readonly options: RunOptions<Part>;
  readonly answer: (result: Result<Answer> | undefined) => void;
}

/** What the worker was asked and has not answered yet; the newest last. */
const worker = vi.hoisted(() => ({
  rankings: [] as Asked<Prospect, RankRest, RankPart>[],
  plans: [] as Asked<Omit<PlanTask, 'kind'>, Plan, readonly PlanStep[]>[],
  looks: [] as Asked<string, Consequences, never>[],
}));
vi.mock('../../src/workers/remedies.ts', () => {
  type Open = Asked<unknown, unknown, unknown>;
  /** A newer task ends the one before, as the worker's own end does; so does the signal. */
  function ask(list: unknown[], task: unknown, options: RunOptions<never>): Promise<unknown> {
    (list as Open[]).at(-1)?.answer(undefined);
    return new Promise((resolve) => {
      list.push({ task, options, answer: resolve });
      options.signal?.addEventListener('abort', () => resolve(undefined));
    });
  }
  return {
    RemediesClient: class {
      rank = (prospect: Prospect, options: RunOptions<never>) => ask(worker.rankings, prospect, options);
      plan = (task: unknown, options: RunOptions<never>) => ask(worker.plans, task, options);
      consequences = (_: Prospect, remedies: unknown) => ask(worker.looks, JSON.stringify(remedies), {});
      close(): void {
        for (const list of [worker.rankings, worker.plans, worker.looks]) list.at(-1)?.answer(undefined);
      }
    },
  };
});

const readings = { goal: 40, values: [] };
const start = { before: readings, findings: 3, remedies: 3 };

function remedy(id: string): Remedy {
  const says = { en: [id], zh: [id] };
  return { id, kind: 'add-tie', rule: 'D1', findings: [], edits: [], says, why: says };
}

function ranked(...ids: readonly string[]): RankedRemedy[] {
  return ids.map((id, k) => ({
    remedy: remedy(id),
    gain: 9 - k,
    after: { goal: 49 - k, values: [] },
    worst: null,
  }));
}

function step(id: string): PlanStep {
  const counts = { gain: 1, cost: 2, totalGain: 1, totalCost: 2 };
  return { remedy: remedy(id), given: false, ...counts, after: readings, worst: null };
}

const reading = { ...DEFAULT_MEASURE_OPTIONS, ignoreDirection: false, ignoreWeights: false };
const scheme = { sectors: [], tieTypes: [], vocabulary: [] } as unknown as Prospect['ground']['scheme'];
const first = networkInput(graphFrom(['A > B']));
const second = networkInput(graphFrom(['A > B', 'B > C']));

/** What the remedies follow: a state of the map, and what edits cost. */
const following = (input = first, costs: Readonly<Record<string, number>> = {}) => ({
  ...{ input, scheme, reading },
  settings: settingsOf({ costs }),
});

function opened(): RemediesState {
  return new RemediesState({ graph: { view: { diagnosis: settingsOf() } } } as unknown as MapState);
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new Error('nothing was asked');
  return item;
};

/** The worker ranks remedies to the end. */
async function finishRanking(...ids: readonly string[]): Promise<void> {
  const { options, answer } = last(worker.rankings);
  options.onPartial?.({ start, ranked: [] });
  answer(ok({ ranked: ranked(...ids) }));
  await settled();
}

async function finishPlan(...ids: readonly string[]): Promise<void> {
  last(worker.plans).answer(ok({ before: readings, steps: ids.map(step), exhausted: false }));
  await settled();
}

const planOf = ({ plan }: RemediesState): readonly string[] | undefined =>
  plan?.steps.map((one) => one.remedy.id);

describe('the remedies of an open map', () => {
  beforeEach(() => {
    for (const list of [worker.rankings, worker.plans, worker.looks]) list.splice(0);
  });

  it('are planned anew when costs change, and not ranked anew', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a', 'b');
    await finishPlan('a');
    remedies.follow(following(first, { 'add-tie': 5 }));
    expect(worker.rankings).toHaveLength(1);
    expect(worker.plans).toHaveLength(2);
    expect(last(worker.plans).task.prospect.settings.costs).toEqual({ 'add-tie': 5 });
    await finishPlan('b');
    remedies.follow(following(first, { 'add-tie': 5 }));
    expect(worker.plans).toHaveLength(2);
    expect(planOf(remedies)).toEqual(['b']);
  });

  it('keep what was chosen for the plan while a ranking runs or was stopped, and drop at its end what is no more', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a', 'b', 'c');
    remedies.toggle(remedy('b'));
    remedies.toggle(remedy('c'));
    remedies.follow(following(second));
    last(worker.rankings).options.onPartial?.({ start, ranked: ranked('a') });
    remedies.stop();
    expect(remedies.chosen.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(last(worker.plans).task.given).toEqual([]);
    void remedies.rank();
    last(worker.rankings).options.onPartial?.({ start, ranked: ranked('a') });
    remedies.toggle(remedy('a'));
    expect(remedies.chosen.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    last(worker.rankings).answer(ok({ ranked: ranked('b') }));
    await settled();
    expect(remedies.chosen.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(last(worker.plans).task.given.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('are not planned from an earlier state of the map', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a');
    await finishPlan('a');
    remedies.follow(following(second));
    remedies.toggle(remedy('a'));
    remedies.stop();
    expect(worker.plans).toHaveLength(1);
    expect(remedies.stale).toBe(true);
  });

  it('finish a plan that was left under way when someone looks again', async () => {
    const remedies = opened();
    const leave = remedies.watch();
    const other = remedies.watch();
    remedies.follow(following());
    await finishRanking('a', 'b');
    await finishPlan('a');
    remedies.toggle(remedy('b'));
    other();
    other();
    expect(remedies.planning).toBe(true);
    leave();
    expect(remedies.planning).toBe(false);
    await settled();
    expect(planOf(remedies)).toEqual(['a']);
    remedies.follow(following());
    expect(worker.rankings).toHaveLength(1);
    await finishPlan('b', 'a');
    expect(planOf(remedies)).toEqual(['b', 'a']);
  });

  it('are ranked anew when someone looks again after a ranking that was left under way', () => {
    const remedies = opened();
    const leave = remedies.watch();
    remedies.follow(following());
    leave();
    expect(remedies.busy).toBe(false);
    remedies.follow(following());
    expect(worker.rankings).toHaveLength(2);
  });

  it('show how far a plan is, and keep of a plan that is stopped the steps that it had reached', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a', 'b', 'c');
    last(worker.plans).options.onProgress?.(0.5);
    last(worker.plans).options.onPartial?.([step('a')]);
    expect(remedies.planProgress).toBe(0.5);
    expect(planOf(remedies)).toEqual(['a']);
    await finishPlan('a', 'b');

    remedies.setCount(3);
    last(worker.plans).options.onPartial?.([step('c')]);
    expect(planOf(remedies)).toEqual(['a', 'b']);
    remedies.stopPlanning();
    await settled();
    expect(planOf(remedies)).toEqual(['c']);
    expect([remedies.planning, remedies.planStopped]).toEqual([false, true]);
    // It stays so until something else is asked for.
    remedies.follow(following());
    expect(worker.plans).toHaveLength(2);

    remedies.setCount(4);
    remedies.stopPlanning();
    expect(planOf(remedies)).toBeUndefined();
  });

  it('say why a look at one of them failed', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a');
    const message = { en: 'It stopped.', zh: '已中止。' };
    void remedies.look(remedy('a'));
    last(worker.looks).answer(failed({ code: 'worker-crashed', message }));
    await settled();
    expect(remedies.lookProblem?.message).toEqual(message);
    void remedies.look(remedy('a'));
    expect(remedies.lookProblem).toBeUndefined();
    last(worker.looks).answer(
      ok({ before: readings, after: readings, resolved: [], appeared: [], untold: 0 }),
    );
    await settled();
    expect(remedies.looked.has('a')).toBe(true);
  });

  it('forget a look at one of them that began on an earlier state of the map', async () => {
    const remedies = opened();
    remedies.follow(following());
    await finishRanking('a');
    void remedies.look(remedy('a'));
    const { answer } = last(worker.looks);
    remedies.follow(following(second));
    answer(ok({ before: readings, after: readings, resolved: [], appeared: [], untold: 0 }));
    await finishRanking('a');
    expect(remedies.looked.has('a')).toBe(false);
  });
});
