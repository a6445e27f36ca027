import type { Problem } from '../base/problem.ts';
import type { CurveDetail } from '../metrics/detail.ts';
import type { Shock } from '../metrics/stress/shock.ts';
import type { StressResult } from '../metrics/stress/stress.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput } from '../network/network.ts';
import { StressClient, type StressAnswer, type StressRequest } from '../workers/stress.ts';
import type { MapState } from './map.svelte.ts';
import { stressOnMap } from './stress-marks.svelte.ts';

export { BUSY_NAMES } from '../metrics/stress/premise.ts';
export { BUSY_BY } from '../metrics/stress/shock.ts';
export { removalOf } from '../metrics/stress/removal-of.ts';
export type { ChanceLoss } from '../metrics/stress/chance.ts';
export type { Headline } from '../metrics/stress/headlines.ts';
export type { Funded, FundingShock, Shock } from '../metrics/stress/shock.ts';
export type { RemovalImpact, StressResult } from '../metrics/stress/stress.ts';

/** What was asked, and what came of it. */
interface Found<Value> {
  readonly of: StressRequest;
  readonly value: Value;
}

/** Something asked of the open map, anew at each edit; what was found last stays until something else is. */
abstract class Test<Value> {
  problem = $state.raw<Problem>();
  /** The share done while it is under way. */
  progress = $state<number>();
  /** Whether the user ended it. */
  stopped = $state(false);
  #found = $state.raw<Found<Value>>();
  #asked = $state.raw<StressRequest>();

  readonly #client = new StressClient();
  #stop = new AbortController();

  /** What was found last; undefined where nothing was. */
  get found(): Value | undefined {
    return this.#found?.value;
  }

  /** Ids of the actors by their indexes, as what was found means them. */
  get ids(): readonly string[] {
    return this.#found?.of.input.actorIds ?? [];
  }

  /** Whether what was found belongs to another question, or to an earlier state of the map. */
  get stale(): boolean {
    return this.#found !== undefined && this.#found.of !== this.#asked;
  }

  /** Asks anew; what is under way is given up. */
  protected async ask(request: StressRequest): Promise<void> {
    this.#asked = request;
    const stop = (this.#stop = new AbortController());
    this.problem = undefined;
    this.stopped = false;
    this.progress = 0;
    const answer = await this.#client.run(request, {
      signal: stop.signal,
      onProgress: (done) => (this.progress = done),
    });
    // A newer one has taken over, or this one was stopped.
    if (!answer) return;
    this.progress = undefined;
    if (answer.ok) this.#found = { of: request, value: this.read(answer.value) };
    else this.problem = answer.problem;
    this.changed?.();
  }

  /** Asks again what was asked last. */
  again(): void {
    if (this.#asked) void this.ask(this.#asked);
  }

  /** Ends what is under way; what was found before stays, as something of before. */
  cancel(): void {
    this.#stop.abort();
    this.stopped = this.progress !== undefined;
    this.progress = undefined;
    this.changed?.();
  }

  /** Nothing is asked. */
  forget(): void {
    this.cancel();
    this.stopped = false;
    this.problem = undefined;
    this.#found = undefined;
    this.#asked = undefined;
    this.changed?.();
  }

  close(): void {
    this.#client.close();
  }

  protected abstract read(answer: StressAnswer): Value;

  /** What was found, or what it belongs to, has changed. */
  protected changed?(): void;
}

/** What the open map loses by a shock. */
export class StressState extends Test<StressResult | undefined> {
  test({ measured: input, reading: options }: Pick<MapState, 'measured' | 'reading'>, shock: Shock): void {
    void this.ask({ input, options, shock });
  }

  override close(): void {
    super.close();
    stressOnMap.marks = undefined;
  }

  protected read(answer: StressAnswer): StressResult | undefined {
    return answer.of === 'shock' ? (answer.result ?? undefined) : undefined;
  }

  /** On the map stands only what belongs to what was asked. */
  protected override changed(): void {
    const result = this.stale ? undefined : this.found;
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
export class AttackState extends Test<CurveDetail | null> {
  find(input: NetworkInput, options: MapState['reading'], attack: MeasureOptions['attack']): void {
    void this.ask({ input, options: { ...options, attack }, shock: 'curve' });
  }

  protected read(answer: StressAnswer): CurveDetail | null {
    return answer.of === 'curve' ? answer.curve : null;
  }
}
