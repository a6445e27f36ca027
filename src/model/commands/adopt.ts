import { problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import type { Write } from '../write.ts';
import type { Graph } from '../graph.ts';
import type { Changes } from '../records.ts';
import type { Decisions, Side } from '../scenario/conflict.ts';
import { resolve } from '../scenario/resolve.ts';
import { compareThree } from '../scenario/three-way.ts';
import { resolutionWrites } from '../scenario/writes.ts';
import { ALWAYS, quoted, type Command } from './command.ts';

export interface AdoptArgs {
  /** What the scenario is called. */
  readonly name: string;
  /** The state that the two had in common, and the one that the scenario has. */
  readonly fork: Graph;
  readonly scenario: Graph;
  readonly decisions: Decisions;
  /** The scenario's map, and the fork point that holds from now on. */
  readonly mark: { readonly scenario: string; readonly point: string };
}

export interface BringInArgs {
  /** What the base is called. */
  readonly name: string;
  readonly fork: Graph;
  readonly base: Graph;
  readonly decisions: Decisions;
  readonly mark: { readonly point: string };
}

/** Writes into the base what a scenario changed since the fork; what the base changed meanwhile stays. */
export const adopt: Command<AdoptArgs> = {
  id: 'adopt-scenario',
  title: { en: 'Adopt a scenario', zh: '采纳情景' },
  keys: [],
  available: ALWAYS,
  plan(base, { name, fork, scenario, decisions, mark }) {
    const key = `adopted:${mark.scenario}`;
    const marks = [...(base.info.adopted?.[mark.scenario] ?? []), mark.point];
    const writes = planned({ fork, base, scenario }, 'base', decisions, new Map([[key, marks]]));
    const called = quoted(name).en;
    return writes.ok
      ? ok({ step: { en: `Adopt ${called}`, zh: `采纳${called}` }, writes: writes.value })
      : writes;
  },
};

/** Writes into a scenario what its base changed since the fork; what the scenario changed stays. */
export const bringIn: Command<BringInArgs> = {
  id: 'bring-base-in',
  title: { en: 'Bring the base into a scenario', zh: '将基准图的更改并入情景' },
  keys: [],
  available: ALWAYS,
  plan(scenario, { name, fork, base, decisions, mark }) {
    const marks = [...(scenario.info.brought ?? []), mark.point];
    const writes = planned({ fork, base, scenario }, 'scenario', decisions, new Map([['brought', marks]]));
    const called = quoted(name).en;
    return writes.ok
      ? ok({ step: { en: `Bring ${called} in`, zh: `并入${called}的更改` }, writes: writes.value })
      : writes;
  },
};

/** Nothing is written, and no mark left, where there is nothing to decide or to change. */
function planned(
  { fork, base, scenario }: { readonly fork: Graph; readonly base: Graph; readonly scenario: Graph },
  into: Side,
  decisions: Decisions,
  mark: Changes,
): Result<readonly Write[]> {
  const three = compareThree(fork, base, scenario);
  const resolution = resolve(three, into, decisions);
  const open = resolution.undecided.length;
  if (open > 0)
    return failed(
      problem('conflicts-undecided', {
        en: `Both maps have changed the same thing in ${open === 1 ? 'one place' : `${open} places`}. Choose there whose word counts. Nothing was changed.`,
        zh: `两张地图有 ${open} 处改动相互冲突。请逐处选定以哪一方为准。未作更改。`,
      }),
    );
  const writes = resolutionWrites(resolution, three.graphs[into]);
  if (writes.length === 0 && three.conflicts.length === 0) return ok([]);
  return ok([...writes, { kind: 'set-single', single: 'map', changes: mark }]);
}
