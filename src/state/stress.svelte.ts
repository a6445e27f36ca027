import type { Problem } from '../base/problem.ts';
import type { CurveDetail } from '../metrics/detail.ts';
import type { Shock } from '../metrics/stress/shock.ts';
import type { StressResult } from '../metrics/stress/stress.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput } from '../network/network.ts';
import { StressClient } from '../workers/stress.ts';
import type { MapState } from './map.svelte.ts';
import { stressOnMap } from './stress-marks.svelte.ts';

export { BUSY_NAMES } from '../metrics/stress/premise.ts';
export { BUSY_BY } from '../metrics/stress/shock.ts';
export { removalOf } from '../metrics/stress/removal-of.ts';
export type { ChanceLoss } from '../metrics/stress/chance.ts';
export type { Headline } from '../metrics/stress/headlines.ts';
export type { Funded, FundingShock, Shock } from '../metrics/stress/shock.ts';
export type { RemovalImpact, StressResult } from '../metrics/stress/stress.ts';

/** One test of the open map, which follows its edits. */
export class StressState {
  result = $state.raw<StressResult>();
  /** Ids of the actors by their indexes, as the result and the curve mean them. */
  ids = $state.raw<readonly string[]>([]);
  problem = $state.raw<Problem>();
  /** The share done while a test is under way. */
  progress = $state<number>();

  readonly #client = new StressClient();
  #stop = new AbortController();

  /** Tests anew, as after an edit; what is under way is given up. */
  async test(map: Pick<MapState, 'measured' | 'reading'>, shock: Shock): Promise<void> {
    const { measured: input, reading: options } = map;
    this.#stop = new AbortController();
    this.problem = undefined;
    this.progress = 0;
    const answer = await this.#client.run(
      { input, options, shock },
      { signal: this.#stop.signal, onProgress: (done) => (this.progress = done) },
    );
    // A newer test has taken over, or this one was stopped.
    if (!answer) return;
    this.progress = undefined;
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    this.ids = input.actorIds;
    this.result = answer.value.of === 'shock' ? (answer.value.result ?? undefined) : undefined;
    this.#mark();
  }

  /** Ends what is under way; what was found before stays. */
  cancel(): void {
    this.#stop.abort();
    this.progress = undefined;
  }

  /** Nothing is tested. */
  forget(): void {
    this.cancel();
    this.result = undefined;
    stressOnMap.marks = undefined;
  }

  close(): void {
    this.#client.close();
    stressOnMap.marks = undefined;
  }

  #mark(): void {
    const { result } = this;
    if (result?.impact.kind !== 'removal') {
      stressOnMap.marks = undefined;
      return;
    }
    const { stranded, alone } = result.impact.cohesion;
    stressOnMap.marks = {
      actors: new Set(result.gone.actors),
      ties: new Set(result.gone.ties),
      stranded: new Set([...stranded, ...alone]),
    };
  }
}

/** How much hangs together while all actors leave one by one, in an order of one's choice. */
export class AttackState {
  curve = $state.raw<CurveDetail | null>();
  ids = $state.raw<readonly string[]>([]);
  problem = $state.raw<Problem>();
  progress = $state<number>();

  readonly #client = new StressClient();
  #stop = new AbortController();

  async find(
    input: NetworkInput,
    options: MapState['reading'],
    attack: MeasureOptions['attack'],
  ): Promise<void> {
    this.#stop = new AbortController();
    this.problem = undefined;
    this.progress = 0;
    const answer = await this.#client.run(
      { input, options: { ...options, attack }, shock: 'curve' },
      { signal: this.#stop.signal, onProgress: (done) => (this.progress = done) },
    );
    if (!answer) return;
    this.progress = undefined;
    if (!answer.ok) this.problem = answer.problem;
    else {
      this.ids = input.actorIds;
      this.curve = answer.value.of === 'curve' ? answer.value.curve : null;
    }
  }

  cancel(): void {
    this.#stop.abort();
    this.progress = undefined;
  }

  close(): void {
    this.#client.close();
  }
}
