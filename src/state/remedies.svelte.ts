import { untrack } from 'svelte';
import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { placeNewcomers } from '../layout/place.ts';
import type { Consequences } from '../metrics/remedies/consequences.ts';
import { costOf } from '../metrics/remedies/costs.ts';
import { DEFAULT_GOAL, goalById, GOALS, type Goal } from '../metrics/remedies/offers.ts';
import { paretoFront } from '../metrics/remedies/pareto.ts';
import type { Plan, PlanStep } from '../metrics/remedies/plan.ts';
import {
  byWorth,
  LEAST_GAIN,
  type Prospect,
  type RankedRemedy,
  type RankingStart,
} from '../metrics/remedies/rank.ts';
import type { Remedy } from '../metrics/remedies/remedy.ts';
import { applyRemedy } from '../model/commands/apply-remedy.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { Scheme } from '../model/scheme.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { newId } from '../storage/new-id.ts';
import { RemediesClient } from '../workers/remedies.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { makeScenario } from './scenario-maps.ts';

export type { Consequences, PlanStep, RankedRemedy, Remedy };

/** A point of the plot of gain against cost: one remedy, or a plan up to one of its steps. */
export interface WorthPoint {
  readonly id: string;
  readonly of: { readonly remedy: RankedRemedy } | { readonly step: PlanStep; readonly place: number };
  readonly gain: number;
  readonly cost: number;
}

interface Followed {
  readonly input: NetworkInput;
  readonly scheme: Scheme;
  readonly reading: NetworkOptions & MeasureOptions;
  readonly settings: DiagnosisSettings;
}

const MOST_STEPS = 12;

/** What could be done about the open map, simulated as it comes; and a plan of several remedies. */
export class RemediesState {
  goalId = $state<string>(DEFAULT_GOAL.id);
  start = $state.raw<RankingStart>();
  /** In the order in which they came. */
  ranked = $state.raw<readonly RankedRemedy[]>([]);
  busy = $state(false);
  /** Whether the user ended the ranking before its end. */
  stopped = $state(false);
  /** True while what is shown belongs to an earlier state of the map or another goal. */
  stale = $state(false);
  problem = $state.raw<Problem>();
  /** Remedy id -> what it would change; of those that were looked at. */
  looked = $state.raw<ReadonlyMap<string, Consequences>>(new Map());
  /** Why the last look failed. */
  lookProblem = $state.raw<Problem>();
  /** Steps wanted of the plan. */
  count = $state(4);
  /** What the plan begins with, as chosen. */
  chosen = $state.raw<readonly Remedy[]>([]);
  plan = $state.raw<Plan>();
  planning = $state(false);
  /** The share of the planning that is done, in [0, 1]. */
  planProgress = $state(0);
  /** Whether the user ended the planning: what is shown are the steps that it had reached. */
  planStopped = $state(false);

  /** What is offered for goals. */
  readonly goals: readonly Goal[] = GOALS;
  readonly goal: Goal = $derived(goalById(this.goalId) ?? DEFAULT_GOAL);
  /** By gain for its cost, the best first; what gains nothing last. */
  readonly sorted: readonly RankedRemedy[] = $derived.by(() => [...this.ranked].sort(byWorth(this.#costs)));
  readonly gaining: readonly RankedRemedy[] = $derived(
    this.sorted.filter(({ gain }) => gain !== null && gain > LEAST_GAIN),
  );

  readonly #map: MapState;
  readonly #client = new RemediesClient();
  #followed: Followed | undefined;
  #key = '';
  #stop = new AbortController();
  /** Whether the last ranking came to its end: all that is possible on the map is known. */
  #complete = false;
  #planStop = new AbortController();
  /** The costs that the plan was made for; undefined where none was, or it was interrupted. */
  #plannedFor: string | undefined;
  /** The steps of a plan under way. */
  #reached: readonly PlanStep[] = [];
  #watchers = 0;
  #unfollow: (() => void) | undefined;

  constructor(map: MapState) {
    this.#map = map;
  }

  get #costs(): DiagnosisSettings['costs'] {
    return this.#map.graph.view.diagnosis.costs;
  }

  costOf(remedy: Pick<Remedy, 'kind' | 'edits'>): number {
    return costOf(remedy, this.#costs);
  }

  /** The share of remedies that have been simulated, in [0, 1]. */
  get progress(): number {
    const all = this.start?.remedies ?? 0;
    return all === 0 || this.stale ? 0 : this.ranked.length / all;
  }

  /** What gains, for the plot: remedies alone, and the beginnings of the plan. */
  get points(): readonly WorthPoint[] {
    return [
      ...this.gaining.map((remedy): WorthPoint => ({
        id: remedy.remedy.id,
        of: { remedy },
        gain: remedy.gain ?? 0,
        cost: this.costOf(remedy.remedy),
      })),
      ...(this.plan?.steps ?? []).flatMap((step, place): WorthPoint[] =>
        place > 0 && step.totalGain !== null && step.totalGain > LEAST_GAIN
          ? [{ id: `plan ${place + 1}`, of: { step, place }, gain: step.totalGain, cost: step.totalCost }]
          : [],
      ),
    ];
  }

  get front(): readonly WorthPoint[] {
    return paretoFront(this.points);
  }

  /** Someone looks at the remedies until the function that is returned is called; they follow the map meanwhile. */
  watch(): () => void {
    this.#watchers++;
    this.#unfollow ??= $effect.root(() => {
      $effect(() => {
        const { measured: input, reading, graph } = this.#map;
        const followed = { input, reading, scheme: graph.scheme, settings: graph.view.diagnosis };
        void this.goalId;
        untrack(() => this.follow(followed));
      });
    });
    let looking = true;
    return () => {
      if (!looking) return;
      looking = false;
      if (--this.#watchers > 0) return;
      this.#unfollow?.();
      this.#unfollow = undefined;
      this.#rest();
    };
  }

  /** The map or how it is read may have changed: ranks anew where it has. Other costs change the order and the plan. */
  follow(followed: Followed): void {
    const { settings } = followed;
    const key = JSON.stringify([this.goalId, settings.thresholds, settings.muted, followed.reading]);
    const same =
      this.#key === key &&
      this.#followed?.input === followed.input &&
      this.#followed.scheme === followed.scheme;
    this.#followed = followed;
    if (!same) {
      this.#key = key;
      void this.rank();
    } else if (!this.busy && JSON.stringify(settings.costs) !== this.#plannedFor) void this.replan();
  }

  /** Simulates all remedies from the start. */
  async rank(): Promise<void> {
    const prospect = this.#prospect();
    if (!prospect) return;
    this.#stop.abort();
    this.#endPlanning();
    const stop = (this.#stop = new AbortController());
    this.busy = true;
    this.stopped = false;
    this.#complete = false;
    this.stale = this.ranked.length > 0 || this.start !== undefined;
    this.problem = undefined;
    const done = await this.#client.rank(prospect, {
      signal: stop.signal,
      onPartial: ({ start, ranked }) => {
        if (stop.signal.aborted) return;
        this.#freshen();
        this.start = start;
        if (ranked.length > 0) this.ranked = [...this.ranked, ...ranked];
      },
    });
    if (stop !== this.#stop) return;
    this.busy = false;
    if (!done) return;
    this.#freshen();
    if (!done.ok) {
      this.problem = done.problem;
      return;
    }
    this.ranked = [...this.ranked, ...done.value.ranked];
    this.#complete = true;
    void this.replan();
  }

  /** Ends the ranking; what has come stays. */
  stop(): void {
    this.#stop.abort();
    this.stopped = true;
    this.busy = false;
    void this.replan();
  }

  /** Diagnoses the map with this remedy, once. */
  async look(remedy: Remedy): Promise<void> {
    const prospect = this.#prospect();
    if (!prospect || this.looked.has(remedy.id)) return;
    const ranking = this.#stop;
    this.lookProblem = undefined;
    const found = await this.#client.consequences(prospect, [remedy.edits]);
    // Another is looked at, or the map is another.
    if (!found || ranking !== this.#stop) return;
    if (found.ok) this.looked = new Map([...this.looked, [remedy.id, found.value]]);
    else this.lookProblem = found.problem;
  }

  /** Puts a remedy into the plan, or takes it out. */
  toggle(remedy: Remedy): void {
    this.chosen = this.isChosen(remedy)
      ? this.chosen.filter(({ id }) => id !== remedy.id)
      : [...this.chosen, remedy].slice(0, MOST_STEPS);
    this.count = Math.max(this.count, this.chosen.length);
    void this.replan();
  }

  isChosen({ id }: Remedy): boolean {
    return this.chosen.some((one) => one.id === id);
  }

  setCount(count: number): void {
    this.count = Math.min(MOST_STEPS, Math.max(1, this.chosen.length, count));
    void this.replan();
  }

  get mostSteps(): number {
    return MOST_STEPS;
  }

  /** Plans anew from what has been simulated. */
  async replan(): Promise<void> {
    const prospect = this.#prospect();
    // Of an earlier state of the map nothing is planned: that comes when the ranking ends.
    if (!prospect || this.stale) return;
    this.#endPlanning();
    const offered = new Map(this.ranked.map(({ remedy }) => [remedy.id, remedy]));
    const given = this.chosen.flatMap(({ id }) => offered.get(id) ?? []);
    // What was chosen on an earlier state of the map may not be possible any more: who is not through can't know.
    if (this.#complete) this.chosen = given;
    this.#plannedFor = JSON.stringify(prospect.settings.costs);
    this.planStopped = false;
    if (this.ranked.length === 0) return;
    const stop = (this.#planStop = new AbortController());
    this.planning = true;
    this.planProgress = 0;
    const isFirst = this.plan === undefined;
    const done = await this.#client.plan(
      {
        prospect,
        candidates: this.ranked.map(({ remedy, gain }) => ({ remedy, gain })),
        given,
        count: this.count,
      },
      {
        signal: stop.signal,
        onProgress: (share) => (this.planProgress = share),
        onPartial: (steps) => {
          this.#reached = steps;
          if (isFirst) this.plan = this.#planSoFar();
        },
      },
    );
    // A newer one has taken over, or it was ended.
    if (!done || stop.signal.aborted) return;
    this.planning = false;
    this.plan = done.ok ? done.value : undefined;
    if (!done.ok) this.problem = done.problem;
  }

  /** Ends the planning; the steps that it has reached are a plan too. */
  stopPlanning(): void {
    this.plan = this.#planSoFar();
    this.#endPlanning();
    this.planStopped = true;
  }

  /** Carries remedies out, as one step that can be undone. @returns whether it was done */
  carryOut(remedies: readonly Remedy[], step: Localized): boolean {
    return this.#map.run(applyRemedy, { remedies: remedies.map(({ edits }) => edits), step });
  }

  /** Stores a scenario of the map in which these remedies are carried out. @returns its id; undefined where it failed */
  async keepAsScenario(remedies: readonly Remedy[], name: Localized): Promise<string | undefined> {
    const map = this.#map;
    const planned = applyRemedy.plan(
      map.now,
      { remedies: remedies.map(({ edits }) => edits), step: name },
      {
        newId,
        place: (graph, requests) => {
          const placed = placeNewcomers(graph, requests, {
            near: map.centre,
            sizeOf: (actor) => map.sizeOf(actor),
          });
          return requests.map(({ id }) => placed.get(id) ?? map.centre);
        },
      },
    );
    const made = planned.ok
      ? await makeScenario(map, cut(preferences.say(name)), { writes: planned.value.writes })
      : planned;
    if (made.ok) return made.value.id;
    notices.problem(made.problem);
    return undefined;
  }

  /** Nobody looks any more: what is under way ends and starts anew when somebody does. */
  #rest(): void {
    if (this.busy) this.#key = '';
    if (this.planning) this.#plannedFor = undefined;
    this.#stop.abort();
    this.busy = false;
    this.#endPlanning();
    this.#client.close();
  }

  #endPlanning(): void {
    this.#planStop.abort();
    this.#reached = [];
    this.planning = false;
  }

  /** Each beginning of a plan is a plan; undefined before the first step. */
  #planSoFar(): Plan | undefined {
    const { start } = this;
    const steps = this.#reached;
    return start && steps.length > 0 ? { before: start.before, steps, exhausted: false } : undefined;
  }

  /** The first results of a new ranking take the place of the old ones. */
  #freshen(): void {
    if (!this.stale) return;
    this.stale = false;
    this.ranked = [];
    this.looked = new Map();
    this.plan = undefined;
  }

  #prospect(): Prospect | undefined {
    const followed = this.#followed;
    if (!followed) return undefined;
    const { input, scheme, reading, settings } = followed;
    return { ground: { input, scheme }, options: reading, settings, goal: this.goal };
  }
}

/** Names of maps are short. */
const LONGEST_NAME = 60;

function cut(name: string): string {
  const signs = [...name];
  return signs.length > LONGEST_NAME ? `${signs.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}

const states = new WeakMap<MapState, RemediesState>();

/** Kept while the map is open, so that a panel that opens again shows what it had. */
export function remediesOf(map: MapState): RemediesState {
  let state = states.get(map);
  if (!state) states.set(map, (state = untrack(() => new RemediesState(map))));
  return state;
}
