import { untrack } from 'svelte';
import type { Problem } from '../base/problem.ts';
import type { Diagnosis, RuleResult } from '../metrics/diagnosis/diagnose.ts';
import type { Finding } from '../metrics/diagnosis/rule.ts';
import type { DiagnosisSettings, RuleCode } from '../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { DiagnosisClient } from '../workers/diagnosis.ts';
import { goneFindings } from './gone-findings.ts';
import type { MapState } from './map.svelte.ts';

export type { RuleResult };

/** A diagnosis with what it was made of; indexes of its subjects are those of the input. */
export interface Diagnosed extends Diagnosis {
  readonly input: NetworkInput;
  readonly reading: NetworkOptions & MeasureOptions;
  /** The thresholds in force, as text. */
  readonly thresholds: string;
}

/** For so long a finding that an edit has resolved is shown as gone. */
const GONE_MS = 8000;
/** For so long the worker waits for someone to look again. */
const IDLE_MS = 5000;

/** The diagnosis of an open map. It follows edits while someone looks at it, and says when it is behind. */
export class DiagnosisState {
  /** The latest; it may belong to an earlier state of the map. */
  result = $state.raw<Diagnosed>();
  problem = $state.raw<Problem>();
  /** Whether it is being made, and the share done. */
  busy = $state(false);
  progress = $state(0);
  /** What the last edit has resolved, for a moment. */
  gone = $state.raw<ReadonlyMap<RuleCode, readonly Finding[]>>(new Map());

  readonly #map: MapState;
  readonly #client = new DiagnosisClient();
  #watchers = 0;
  #stop: (() => void) | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #fading: ReturnType<typeof setTimeout> | undefined;
  /** What was hidden, and which round was looked at, when the result was made. */
  #seen: { readonly filter: MapState['filter']; readonly looked: unknown } | undefined;

  constructor(map: MapState) {
    this.#map = map;
  }

  /** What users set about the diagnosis. */
  get settings(): DiagnosisSettings {
    return this.#map.graph.view.diagnosis;
  }

  readonly #thresholds = $derived.by(() => JSON.stringify(this.settings.thresholds));

  /** Whether what is shown belongs to an earlier state of the map, or to other thresholds. */
  get stale(): boolean {
    const { result } = this;
    return (
      result !== undefined &&
      (result.input !== this.#map.measured ||
        result.reading !== this.#map.reading ||
        result.thresholds !== this.#thresholds)
    );
  }

  /** Someone looks at it until the function that is returned is called. */
  watch(): () => void {
    this.#watchers++;
    clearTimeout(this.#idle);
    this.#stop ??= $effect.root(() => {
      $effect(() => {
        const [input, reading, thresholds] = [this.#map.measured, this.#map.reading, this.#thresholds];
        untrack(() => void this.follow(input, reading, thresholds));
      });
    });
    let looking = true;
    return () => {
      if (!looking) return;
      looking = false;
      if (--this.#watchers > 0) return;
      this.#stop?.();
      this.#stop = undefined;
      this.#idle = setTimeout(() => this.#client.close(), IDLE_MS);
    };
  }

  /** The map, how it is read or the thresholds may have changed: diagnoses anew where they have. */
  async follow(
    input: NetworkInput,
    reading: NetworkOptions & MeasureOptions,
    thresholds: string,
  ): Promise<void> {
    const { result } = this;
    const current = result?.input === input && result.reading === reading && result.thresholds === thresholds;
    // What is under way would take its place.
    if (current && !this.busy) return;
    this.busy = true;
    this.progress = 0;
    const seen = { filter: this.#map.filter, looked: this.#map.rounds.looked };
    const found = await this.#client.diagnose(
      { input, options: reading, thresholds: this.settings.thresholds },
      { onProgress: (done) => (this.progress = done) },
    );
    // A newer one has taken over, or nobody looks any more.
    if (!found) return;
    this.busy = false;
    this.problem = found.ok ? undefined : found.problem;
    if (!found.ok) return;
    const edited =
      this.#seen?.filter === seen.filter &&
      this.#seen.looked === seen.looked &&
      result?.reading === reading &&
      result.thresholds === thresholds;
    // What another filter, round or threshold leaves out was not resolved by anyone.
    this.#showGone(result && edited ? goneFindings(result, found.value) : new Map());
    this.#seen = seen;
    this.result = { ...found.value, input, reading, thresholds };
  }

  #showGone(gone: DiagnosisState['gone']): void {
    this.gone = gone;
    clearTimeout(this.#fading);
    if (gone.size > 0) this.#fading = setTimeout(() => (this.gone = new Map()), GONE_MS);
  }
}

const states = new WeakMap<MapState, DiagnosisState>();

/** The one diagnosis of an open map, made when it is first asked for. */
export function diagnosisOf(map: MapState): DiagnosisState {
  let state = states.get(map);
  if (!state) states.set(map, (state = untrack(() => new DiagnosisState(map))));
  return state;
}
