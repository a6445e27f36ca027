import { untrack } from 'svelte';
import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import type { Detail } from '../metrics/detail.ts';
import { measureById, MEASURES } from '../metrics/registry.ts';
import type { Setting } from '../metrics/measure.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import type { Grouping } from '../scene/actor-encoding.ts';
import { Measures, type MeasureResults } from '../workers/measures.ts';
import { GroupingMaker } from './groupings.ts';
import { ColumnMaker, type Column, type Columns } from './measure-columns.ts';

/** What is asked before a computation that takes long. */
export interface Offer {
  /** What exact values would take, in milliseconds, roughly. */
  readonly exactMs: number;
  /** From how many actors values can be estimated instead. */
  readonly sources: readonly number[];
}

interface Wanted {
  readonly input: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
}

const NONE: ReadonlySet<string> = new Set();
const DEFAULTS = MEASURES.filter((measure) => !measure.onRequest);
const WITHOUT_PATHS = DEFAULTS.filter((measure) => !measure.usesPaths).map(({ id }) => id);
const OF_PATHS = DEFAULTS.filter((measure) => measure.usesPaths).map(({ id }) => id);

/** Actors times adjacency entries: below it everything takes some 50 ms, and comes in one piece. */
const SMALL_WORK = 25_000_000;
/** Paths that take longer are not followed without being asked for. In milliseconds. */
const LONG = 2000;
const WARM_UPS = 4;
/** On larger maps the first computation itself is long enough. */
const WARMED_ACTORS = 500;
const SAMPLES = [256, 512, 1024, 2048];

/**
 * The measures of the map as it is now: they follow edits by themselves and say when they are behind. Those that take
 * long are computed while someone looks at them, after the others.
 */
export class MeasuresState {
  /** The revision that results are wanted for: one more at each change of the network or of how it is read. */
  wanted = $state(0);
  /** Share done of the computation under way, in [0, 1]. */
  progress = $state(0);
  /** The ids of the measures that are being computed. */
  underWay = $state.raw<ReadonlySet<string>>(NONE);
  problem = $state.raw<Problem>();
  /** Set while the measures of shortest paths wait for a choice: exactly, or estimated. */
  offer = $state.raw<Offer>();

  /** Measure id -> the results that hold its latest values. */
  #latest = $state.raw<ReadonlyMap<string, MeasureResults>>(new Map());
  readonly #worker = new Measures();
  readonly #columns = { actor: new ColumnMaker(), tie: new ColumnMaker(), sector: new ColumnMaker() };
  readonly #errors = new ColumnMaker();
  readonly #groupings = new GroupingMaker();
  /** Measure id -> how many look at it. */
  readonly #requested = new Map<string, number>();
  #asked: Wanted | undefined;
  /** What the shortest paths of the wanted revision would take; undefined until the worker has said. */
  #exactMs: number | undefined;
  /** The revision for which the user chose to wait. */
  #exactFor = -1;
  /** Of `#work`: a newer one takes over from an older. */
  #run = 0;
  #stop = new AbortController();
  #warm = false;
  /** Who waits for values, of any state of the map or of the present one. */
  #awaiting: { readonly id: string; readonly current: boolean; readonly resolve: () => void }[] = [];

  /** The latest results of the measures that are always computed; they may belong to an earlier revision. */
  get results(): MeasureResults | undefined {
    return this.#latest.get('actor-count');
  }

  /** How the network was read. */
  get setting(): Setting | undefined {
    return this.results;
  }

  /** What a reader of the numbers should know of this network. */
  get notes(): readonly Localized[] {
    return this.results?.notes ?? [];
  }

  /** True while measures that follow by themselves belong to an earlier state of the map. */
  get stale(): boolean {
    if (this.results === undefined) return false;
    return (
      WITHOUT_PATHS.some((id) => this.staleOf(id)) ||
      (this.offer === undefined && OF_PATHS.some((id) => this.staleOf(id)))
    );
  }

  /** Whether the value of this measure is there and belongs to an earlier state of the map. */
  staleOf(id: string): boolean {
    const results = this.#latest.get(id);
    return results !== undefined && results.revision !== this.wanted;
  }

  /** The results that hold the latest values of this measure, with the setting that they were made under. */
  resultsOf(id: string): MeasureResults | undefined {
    return this.#latest.get(id);
  }

  /** Measure id -> actor id -> value, null where undefined. */
  readonly values: Columns = $derived(this.#columnsOf('actor', this.#latest));
  /** Measure id -> tie id -> value, null where undefined. */
  readonly tieValues: Columns = $derived(this.#columnsOf('tie', this.#latest));
  /** Measure id -> sector id -> value, null where undefined. */
  readonly sectorValues: Columns = $derived(this.#columnsOf('sector', this.#latest));
  /** Measure id -> actor id -> half-width of the 95 % interval of a value that is estimated; none where exact. */
  readonly errors: Columns = $derived.by(() => {
    const latest = this.#latest;
    return {
      get: (id) => {
        const results = latest.get(id);
        const values = results?.errors.get(id);
        return results && values && this.#errors.column(id, results.actorIds, values);
      },
    };
  });
  /** Measure id -> value, null where undefined. */
  readonly network: ReadonlyMap<string, number | null> = $derived.by(() => {
    const merged = new Map<string, number | null>();
    for (const [id, { network }] of this.#latest)
      if (network.has(id)) merged.set(id, network.get(id) ?? null);
    return merged;
  });
  /** Measure id -> what is more than one number, null where undefined; actors and sectors as in `resultsOf(id)`. */
  readonly details: ReadonlyMap<string, Detail | null> = $derived.by(() => {
    const merged = new Map<string, Detail | null>();
    for (const [id, { details }] of this.#latest)
      if (details.has(id)) merged.set(id, details.get(id) ?? null);
    return merged;
  });

  /** Measure id -> the groups that it finds, as actors are coloured by them. */
  readonly groups: Pick<ReadonlyMap<string, Grouping>, 'get'> = $derived.by(() => {
    const latest = this.#latest;
    return {
      get: (id) => {
        const results = latest.get(id);
        const detail = results?.details.get(id);
        return results && detail?.kind === 'partition'
          ? this.#groupings.grouping(id, results.actorIds, detail)
          : undefined;
      },
    };
  });

  /** The map or the reading of it has changed. The same input object stands for the same network. */
  refresh(input: NetworkInput, options: NetworkOptions & MeasureOptions): void {
    untrack(() => {
      this.wanted++;
      if (this.#asked?.input !== input) this.#exactMs = undefined;
      this.#asked = { input, options };
      this.offer = undefined;
      this.problem = undefined;
      void this.#work();
    });
  }

  /** Someone looks at this measure from now on: it is computed though it takes long. As many releases must follow. */
  request(id: string): void {
    untrack(() => {
      this.#requested.set(id, (this.#requested.get(id) ?? 0) + 1);
      if (this.underWay.size === 0 && this.#asked) void this.#work();
    });
  }

  release(id: string): void {
    untrack(() => {
      const left = (this.#requested.get(id) ?? 0) - 1;
      if (left > 0) this.#requested.set(id, left);
      else this.#requested.delete(id);
      // Nobody waits for what is under way any more.
      if (left <= 0 && this.underWay.has(id) && measureById(id)?.onRequest) void this.#work();
    });
  }

  /** Resolves once this measure has values, or will have none without being asked. */
  firstValues(id: string): Promise<void> {
    return this.#arrival(id, false);
  }

  /** The same for values of the map as it is now: else `staleOf` tells that they are of an earlier state. */
  currentValues(id: string): Promise<void> {
    return this.#arrival(id, true);
  }

  #arrival(id: string, current: boolean): Promise<void> {
    return untrack(() => {
      const atRest = this.#asked !== undefined && this.underWay.size === 0;
      if (atRest || this.#isThere(id, current)) return Promise.resolve();
      return new Promise((resolve) => this.#awaiting.push({ id, current, resolve }));
    });
  }

  #isThere(id: string, current: boolean): boolean {
    return this.#latest.has(id) && !(current && this.staleOf(id));
  }

  /** Shortest paths from all actors, however long it takes: for the map as it is now. */
  computeExactly(): void {
    this.#exactFor = this.wanted;
    this.offer = undefined;
    void this.#work();
  }

  /** Ends the long computation; the offer comes back. */
  stopExact(): void {
    this.#exactFor = -1;
    void this.#work();
  }

  /** Whether the user waits for a computation of shortest paths that takes long. */
  get exactUnderWay(): boolean {
    return this.underWay.size > 0 && this.#exactFor === this.wanted;
  }

  close(): void {
    this.#run++;
    this.#worker.close();
  }

  /** Computes what is missing, part by part; what is under way is given up. */
  async #work(): Promise<void> {
    const run = ++this.#run;
    this.#stop.abort();
    for (;;) {
      const asked = this.#asked;
      const ids = asked ? this.#next(asked) : [];
      this.underWay = new Set(ids);
      if (!asked) return;
      if (ids.length === 0) {
        this.#answer(true);
        return this.#warmUp(run, asked);
      }
      this.progress = 0;
      this.#stop = new AbortController();
      const result = await this.#worker.compute(
        { revision: this.wanted, ...asked, ids },
        { signal: this.#stop.signal, onProgress: (done) => (this.progress = done) },
      );
      // A newer run has taken over.
      if (run !== this.#run) return;
      if (result?.ok) this.#take(result.value, ids);
      else {
        this.problem = result?.problem;
        this.underWay = NONE;
        this.#answer(true);
        return;
      }
    }
  }

  /** Answers those whose values are there; all of them when no more will come. */
  #answer(all: boolean): void {
    const waiting = this.#awaiting;
    const served = waiting.filter(({ id, current }) => all || this.#isThere(id, current));
    this.#awaiting = waiting.filter((one) => !served.includes(one));
    for (const { resolve } of served) resolve();
  }

  /**
   * The first computations of a page are slow, until the browser has compiled what they run: while nothing else is to do
   * they are repeated, so that the first edit is answered as fast as later ones.
   */
  async #warmUp(run: number, { input, options }: Wanted): Promise<void> {
    if (this.#warm || input.actorIds.length > WARMED_ACTORS) return;
    this.#warm = true;
    for (let k = 0; k < WARM_UPS && run === this.#run; k++)
      await this.#worker.compute({
        revision: 0,
        input: { ...input },
        options,
        ids: DEFAULTS.map(({ id }) => id),
      });
  }

  /** The ids to compute now: first what is quick, then the shortest paths, then one by one what was asked for. */
  #next({ input, options }: Wanted): readonly string[] {
    const missing = (id: string): boolean => this.#latest.get(id)?.revision !== this.wanted;
    const quick = WITHOUT_PATHS.filter(missing);
    const paths = OF_PATHS.filter(missing);
    if (input.actorIds.length * 2 * input.tieIds.length < SMALL_WORK) {
      if (quick.length + paths.length > 0) return [...quick, ...paths];
    } else if (quick.length > 0) return quick;
    const asked = [...this.#requested.keys()].filter(
      (id) => missing(id) && measureById(id)?.onRequest === true,
    );
    const long =
      options.sources === 0 &&
      this.#exactFor !== this.wanted &&
      this.#exactMs !== undefined &&
      this.#exactMs > LONG;
    if (long) {
      const readsPaths = (id: string): boolean => measureById(id)?.usesPaths === true;
      if (paths.length > 0 || asked.some(readsPaths))
        this.offer = {
          exactMs: this.#exactMs ?? 0,
          sources: SAMPLES.filter((count) => count < input.actorIds.length),
        };
      return asked.filter((id) => !readsPaths(id)).slice(0, 1);
    }
    return paths.length > 0 ? paths : asked.slice(0, 1);
  }

  #take(results: MeasureResults, ids: readonly string[]): void {
    this.#exactMs = results.exactMs;
    const latest = new Map(this.#latest);
    for (const id of ids) latest.set(id, results);
    this.#latest = latest;
    this.#answer(false);
  }

  #columnsOf(level: 'actor' | 'tie' | 'sector', latest: ReadonlyMap<string, MeasureResults>): Columns {
    const maker = this.#columns[level];
    return {
      get: (id): Column | undefined => {
        const results = latest.get(id);
        const values = results?.[level].get(id);
        return results && values && maker.column(id, results[`${level}Ids`], values);
      },
    };
  }
}
