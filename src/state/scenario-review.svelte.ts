import { untrack } from 'svelte';
import type { Problem } from '../base/problem.ts';
import { adopt, bringIn } from '../model/commands/adopt.ts';
import type { Graph } from '../model/graph.ts';
import { otherSide, type Decisions, type Side } from '../model/scenario/conflict.ts';
import { nextPoint } from '../model/scenario/fork-point.ts';
import { resolve, type Resolution } from '../model/scenario/resolve.ts';
import type { ThreeWay } from '../model/scenario/three-way.ts';
import { followMap } from '../storage/map-news.ts';
import { newId } from '../storage/new-id.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { roundText } from './round-files.ts';
import { commonState, compareInTurns, type CommonState } from './scenario-maps.ts';
import { scenarios } from './scenario-store.ts';
import { wholeStoredGraph } from './stored-graph.ts';

/** What a review is asked for: to adopt this scenario into the open map, or to bring the base into it. */
export interface ReviewRequest {
  readonly kind: 'adopt' | 'bring-in';
  /** Id of the other map: the scenario, or the base. */
  readonly other: string;
}

/** Which review is wanted, by whom it may be asked for before the map is open that it speaks of. */
class ScenarioReviews {
  wanted = $state.raw<ReviewRequest & { readonly map: string }>();
}

export const scenarioReviews = new ScenarioReviews();

/** Time without news of the other map before it is read anew. */
const QUIET_MS = 300;

/** A choice, and the conflict that it was made on: one whose sides have changed since is asked anew. */
interface Choice {
  readonly side: Side;
  readonly on: string;
}

/**
 * What adopting or bringing in would do to the open map, and what is decided where both maps changed the same thing. Live:
 * both maps may be edited while it is looked at.
 */
export class ScenarioReview {
  problem = $state.raw<Problem>();
  /** While it is carried out. */
  busy = $state(false);
  /** What the two maps changed since their fork point; of an earlier state while it is behind. */
  three = $state.raw<ThreeWay>();

  #choices = $state.raw<ReadonlyMap<string, Choice>>(new Map());
  #other = $state.raw<Graph>();
  #common = $state.raw<CommonState>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A newer reading or comparison takes over. */
  #readings = 0;
  #comparisons = 0;
  readonly #stop: () => void;
  readonly #stopEffects: () => void;

  /** Whose map is written. */
  readonly into: Side;

  constructor(
    readonly map: MapState,
    readonly request: ReviewRequest,
  ) {
    this.into = request.kind === 'adopt' ? 'base' : 'scenario';
    this.#stop = followMap(request.other, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#read(), QUIET_MS);
    });
    this.#stopEffects = $effect.root(() => {
      // The marks that tell which fork point holds are part of what the map says about itself.
      const info = $derived(map.now.info);
      $effect(() => {
        void info;
        untrack(() => void this.#read());
      });
      $effect(() => {
        const [common, other, now] = [this.#common, this.#other, map.now];
        if (common && other) untrack(() => void this.#compare(common, other, now));
      });
    });
  }

  /** Whether what is shown belongs to an earlier state of either map. */
  readonly stale: boolean = $derived.by(() => {
    const graphs = this.three?.graphs;
    return graphs?.[this.into] !== this.map.now || graphs[otherSide(this.into)] !== this.#other;
  });
  /** What is chosen of the conflicts as they are now. */
  readonly decisions: Decisions = $derived.by(
    () =>
      new Map(
        (this.three?.conflicts ?? []).flatMap((conflict) => {
          const choice = this.#choices.get(conflict.id);
          return choice?.on === JSON.stringify(conflict) ? [[conflict.id, choice.side] as const] : [];
        }),
      ),
  );
  readonly resolution: Resolution | undefined = $derived.by(
    () => this.three && resolve(this.three, this.into, this.decisions),
  );

  get otherName(): string {
    return this.#other?.info.title ?? '';
  }

  decide(id: string, side: Side): void {
    const conflict = this.three?.conflicts.find((one) => one.id === id);
    if (conflict) this.#choices = new Map([...this.#choices, [id, { side, on: JSON.stringify(conflict) }]]);
  }

  decideAll(side: Side): void {
    this.#choices = new Map(
      (this.three?.conflicts ?? []).map((conflict) => [conflict.id, { side, on: JSON.stringify(conflict) }]),
    );
  }

  /** Carries it out as one step of the open map. @returns whether it was */
  async confirm(): Promise<boolean> {
    const [three, common, other] = [this.three, this.#common, this.#other];
    if (!three || !common || !other || this.busy || this.stale) return false;
    this.busy = true;
    const { base, scenario, fork } = three.graphs;
    const adopting = this.into === 'base';
    const id = adopting ? this.request.other : this.map.id;
    const point = nextPoint(
      newId(),
      adopting ? 'adopted' : 'brought',
      common.points,
      base.info,
      scenario.info,
    );
    const { decisions } = this;
    // It is there before the mark that names it: a mark without its point would be worth nothing.
    const added = await scenarios.addPoints(id, [{ ...point, map: await roundText(other) }]);
    this.busy = false;
    if (!added.ok) {
      notices.problem(added.problem);
      return false;
    }
    const name = other.info.title;
    return adopting
      ? this.map.run(adopt, { name, fork, scenario, decisions, mark: { scenario: id, point: point.id } })
      : this.map.run(bringIn, { name, fork, base, decisions, mark: { point: point.id } });
  }

  close(): void {
    this.#readings++;
    this.#comparisons++;
    clearTimeout(this.#timer);
    this.#stopEffects();
    this.#stop();
  }

  async #read(): Promise<void> {
    const reading = ++this.#readings;
    const { map, into, request } = this;
    const other = await wholeStoredGraph(request.other);
    if (reading !== this.#readings) return;
    const common = !other.ok
      ? other
      : into === 'base'
        ? await commonState(request.other, map.now, other.value)
        : await commonState(map.id, other.value, map.now);
    if (reading !== this.#readings) return;
    this.problem = common.ok ? undefined : common.problem;
    if (!other.ok || !common.ok) return;
    this.#common = common.value;
    this.#other = other.value;
  }

  async #compare(common: CommonState, other: Graph, now: Graph): Promise<void> {
    const comparison = ++this.#comparisons;
    const three =
      this.into === 'base'
        ? await compareInTurns(common.graph, now, other)
        : await compareInTurns(common.graph, other, now);
    if (comparison === this.#comparisons) this.three = three;
  }
}
