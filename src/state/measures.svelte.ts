import type { Problem } from '../base/problem.ts';
import type { PanelValues } from '../metrics/panel.ts';
import { ACTOR_MEASURES, NETWORK_MEASURES } from '../metrics/registry.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { Measures, type MeasureResults } from '../workers/measures.ts';

/** Measure id -> actor id -> value, null where undefined. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

const ALL_IDS = [...ACTOR_MEASURES, ...NETWORK_MEASURES].map(({ id }) => id);

/** The measures of the map as it is now: they follow edits by themselves and say when they are behind. */
export class MeasuresState {
  /** The latest results; they may belong to an earlier revision. */
  results = $state.raw<MeasureResults>();
  /** The revision that results are wanted for. */
  wanted = $state(0);
  /** Share done of the computation under way, in [0, 1]. */
  progress = $state(0);
  problem = $state.raw<Problem>();

  readonly #worker = new Measures();

  /** True while the results shown belong to an earlier state of the map. */
  get stale(): boolean {
    return this.results !== undefined && this.results.revision !== this.wanted;
  }

  readonly values: Values = $derived(valuesOf(this.results));

  async refresh(revision: number, input: NetworkInput, options: NetworkOptions): Promise<void> {
    this.wanted = revision;
    this.progress = 0;
    const result = await this.#worker.compute(
      { revision, input, options, ids: ALL_IDS },
      { onProgress: (done) => (this.progress = done) },
    );
    // Undefined: a newer request has taken over.
    if (!result) return;
    this.problem = result.ok ? undefined : result.problem;
    if (result.ok) this.results = result.value;
  }

  close(): void {
    this.#worker.close();
  }
}

function valuesOf(results: PanelValues | undefined): Values {
  const values = new Map<string, Map<string, number | null>>();
  for (const [measure, column] of results?.actor ?? []) {
    const byActor = new Map<string, number | null>();
    for (const [index, id] of (results?.actorIds ?? []).entries()) {
      const value = column[index];
      byActor.set(id, value === undefined || Number.isNaN(value) ? null : value);
    }
    values.set(measure, byActor);
  }
  return values;
}
