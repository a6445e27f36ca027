import { failed, ok, type Result } from '../base/result.ts';
import type { Problem } from '../base/problem.ts';
import type { Graph } from '../model/graph.ts';
import { resolve } from '../model/scenario/resolve.ts';
import { summarise, type ChangeSummary } from '../model/scenario/summary.ts';
import type { ThreeWay } from '../model/scenario/three-way.ts';
import { nextTask } from '../storage/next-task.ts';
import { family, familyStates, stateOf, type FamilyMember, type OpenMap } from './scenario-family.ts';
import { libraryState } from './library.svelte.ts';
import { notices } from './notices.svelte.ts';
import { scenarios } from './scenario-store.ts';
import { commonState, compareInTurns, makeScenario, makeScenarioWithout } from './scenario-maps.ts';

export { familyStates, makeScenario, makeScenarioWithout };
export type { FamilyMember, OpenMap };

/** A member of the family with what it changes of its base. */
export interface ScenarioRow extends FamilyMember {
  /** Absent for the map that all come from, and while it is worked out. */
  readonly summary?: ChangeSummary;
  /** Of which stored states that is said. */
  readonly stamp?: string;
  /** Of which state of the open map, where that is one of the two. */
  readonly of?: Graph;
  /** Why that can't be said. */
  readonly problem?: Problem;
}

/** The scenarios of the open map: the tree that it belongs to, and what each changes. */
export class ScenariosState {
  rows = $state.raw<readonly ScenarioRow[]>([]);
  problem = $state.raw<Problem>();
  loaded = $state(false);

  /** A newer look at the library takes over. */
  #looks = 0;

  /** Reads the family anew, and works out what each scenario changes: rows come at once, their lines as they are known. */
  async refresh(open: OpenMap): Promise<void> {
    const look = ++this.#looks;
    const found = await family(open);
    if (look !== this.#looks) return;
    this.loaded = true;
    this.problem = found.ok ? undefined : found.problem;
    if (!found.ok) return;
    const before = new Map(this.rows.map((row) => [row.id, row]));
    this.rows = found.value.map((member) => {
      const { summary, stamp, of, problem } = before.get(member.id) ?? {};
      return {
        ...member,
        ...(summary && { summary }),
        ...(stamp !== undefined && { stamp }),
        ...(of && { of }),
        ...(problem && { problem }),
      };
    });
    for (const member of found.value) {
      const base = found.value.find(({ id }) => id === member.base);
      if (!base) continue;
      const stamp = `${base.entry.changedAt} ${member.entry.changedAt}`;
      const concerned = base.id === open.id || member.id === open.id;
      if (!concerned && before.get(member.id)?.stamp === stamp) continue;
      const { now } = open;
      const line = await summaryOf(base, member, open);
      if (look !== this.#looks) return;
      this.rows = this.rows.map((row) =>
        row.id === member.id
          ? {
              ...member,
              stamp,
              ...(concerned && { of: now }),
              ...(line.ok ? { summary: line.value } : { problem: line.problem }),
            }
          : row,
      );
      await nextTask();
    }
  }

  /** What is under way ends. */
  close(): void {
    this.#looks++;
  }
}

/** Gives a scenario another colour. */
export async function recolour({ id, base }: FamilyMember, colour: string): Promise<void> {
  if (base === undefined) return;
  const done = await scenarios.link(id, { base, colour });
  if (!done.ok) notices.problem(done.problem);
  // Whoever shows the colour hears of it.
  await libraryState.refresh();
}

async function summaryOf(
  base: FamilyMember,
  scenario: FamilyMember,
  open: OpenMap,
): Promise<Result<ChangeSummary>> {
  const [ours, theirs] = [await stateOf(base, open), await stateOf(scenario, open)];
  if (!ours.ok) return ours;
  if (!theirs.ok) return theirs;
  const three = await comparison(scenario.id, ours.value, theirs.value);
  return three.ok
    ? ok(summarise(three.value, resolve(three.value, 'base', new Map())))
    : failed(three.problem);
}

/** A base and its scenario, by way of what they have in common. */
async function comparison(id: string, base: Graph, scenario: Graph): Promise<Result<ThreeWay>> {
  const common = await commonState(id, base, scenario);
  return common.ok ? ok(await compareInTurns(common.value.graph, base, scenario)) : common;
}
