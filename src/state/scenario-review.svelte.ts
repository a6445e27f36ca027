import type { Problem } from '../base/problem.ts';
import { adopt, bringIn } from '../model/commands/adopt.ts';
import type { Graph } from '../model/graph.ts';
import { otherSide, type Decisions, type Side } from '../model/scenario/conflict.ts';
import { nextPoint } from '../model/scenario/fork-point.ts';
import { resolve, type Resolution } from '../model/scenario/resolve.ts';
import { compareThree, type ThreeWay } from '../model/scenario/three-way.ts';
import { followMap } from '../storage/map-news.ts';
import { newId } from '../storage/new-id.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { roundText } from './round-files.ts';
import { commonState, compareInTurns, type CommonState } from './scenario-maps.ts';
import { scenarios } from './scenario-store.ts';
import { storedGraph } from './stored-graph.ts';

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

/**
 * What adopting or bringing in would do to the open map, and what is decided where both maps changed the same thing. Live:
 * both maps may be edited while it is looked at.
 */
export class ScenarioReview {
  problem = $state.raw<Problem>();
  decisions = $state.raw<Decisions>(new Map());
  /** While it is carried out. */
  busy = $state(false);

  #other = $state.raw<Graph>();
  #common = $state.raw<CommonState>();
  readonly #stop: () => void;

  /** Whose map is written. */
  readonly into: Side;

  constructor(
    readonly map: MapState,
    readonly request: ReviewRequest,
  ) {
    this.into = request.kind === 'adopt' ? 'base' : 'scenario';
    this.#stop = followMap(request.other, () => void this.#read());
    void this.#read();
  }

  readonly three: ThreeWay | undefined = $derived.by(() => {
    if (!this.#common || !this.#other) return undefined;
    const sides = { [this.into]: this.map.now, [otherSide(this.into)]: this.#other } as Record<Side, Graph>;
    return compareThree(this.#common.graph, sides.base, sides.scenario);
  });
  readonly resolution: Resolution | undefined = $derived.by(
    () => this.three && resolve(this.three, this.into, this.decisions),
  );

  get otherName(): string {
    return this.#other?.info.title ?? '';
  }

  decide(id: string, side: Side): void {
    this.decisions = new Map([...this.decisions, [id, side]]);
  }

  decideAll(side: Side): void {
    this.decisions = new Map((this.three?.conflicts ?? []).map(({ id }) => [id, side]));
  }

  /** Carries it out as one step of the open map. @returns whether it was */
  async confirm(): Promise<boolean> {
    const [three, common, other] = [this.three, this.#common, this.#other];
    if (!three || !common || !other || this.busy) return false;
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
    // It is there before the mark that names it: a mark without its point would be worth nothing.
    const added = await scenarios.addPoints(id, [{ ...point, map: await roundText(other) }]);
    this.busy = false;
    if (!added.ok) {
      notices.problem(added.problem);
      return false;
    }
    const name = other.info.title;
    const { decisions } = this;
    return adopting
      ? this.map.run(adopt, { name, fork, scenario, decisions, mark: { scenario: id, point: point.id } })
      : this.map.run(bringIn, { name, fork, base, decisions, mark: { point: point.id } });
  }

  close(): void {
    this.#stop();
  }

  async #read(): Promise<void> {
    const { map, into, request } = this;
    const other = await storedGraph(request.other);
    if (!other.ok) {
      this.problem = other.problem;
      return;
    }
    const common =
      into === 'base'
        ? await commonState(request.other, map.now, other.value)
        : await commonState(map.id, other.value, map.now);
    this.problem = common.ok ? undefined : common.problem;
    if (!common.ok) return;
    // Records are made flat once: what is derived from here on is quick, also on a large map.
    await compareInTurns(common.value.graph, map.now, other.value);
    this.#common = common.value;
    this.#other = other.value;
  }
}
