import { untrack } from 'svelte';
import type { Localized } from '../base/localized.ts';
import { FACT_MEASURES, networkFacts, type NetworkFacts } from '../metrics/changes/network-facts.ts';
import { changeLine, whatChanged } from '../metrics/changes/what-changed.ts';
import type { NetworkInput } from '../network/network.ts';
import type { MeasuresState } from './measures.svelte.ts';

/** The flag of the preferences that keeps the line under the map away. */
export const NO_CHANGE_LINE = 'no-change-line';

/** On larger maps the niches of all pairs take too long to follow every edit. */
export const MOST_FOR_NICHES = 200;

/** The clauses of the line, and of an entry of the log. */
const IN_LINE = 2;
const IN_LOG = 4;

/**
 * What a step did to the network: said; `pending` until the measures have come; with the `next` step where another
 * followed before; `same` where measures read nothing of it; `unknown` where what is shown changed meanwhile.
 */
export type Effect = Localized | 'pending' | 'next' | 'same' | 'unknown';

export interface LogEntry {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly kind: 'done' | 'undone' | 'redone' | 'elsewhere';
  readonly step: Localized;
  /** How many such steps followed each other. */
  readonly count: number;
  readonly effect: Effect;
}

/** What facts were read under: those of one filter and reading are not compared with those of another. */
export interface Reading {
  readonly options: object;
  readonly filter: object;
  /** The round that is looked at. */
  readonly looked: object | undefined;
}

function sameReading(a: Reading, b: Reading): boolean {
  return a.options === b.options && a.filter === b.filter && a.looked === b.looked;
}

/** Every step of this window since the map was opened, with what it did to the network once that is known. */
export class ChangesState {
  log = $state.raw<readonly LogEntry[]>([]);
  /** What the latest step did; undefined while that is not known, or it did nothing that measures read. */
  line = $state.raw<Localized>();

  #facts: NetworkFacts | undefined;
  #reading: Reading | undefined;
  #count = 0;

  /** @param measured whether measures may read what the step changed */
  record(kind: LogEntry['kind'], step: Localized, measured: boolean): void {
    this.line = undefined;
    const last = this.log.at(-1);
    const again = !measured && last?.effect === 'same' && last.kind === kind && last.step.en === step.en;
    const entry: LogEntry = {
      id: again ? last.id : ++this.#count,
      time: Date.now(),
      kind,
      step,
      count: again ? last.count + 1 : 1,
      effect: measured ? 'pending' : 'same',
    };
    this.log = [...(again ? this.log.slice(0, -1) : this.log), entry];
  }

  /** How a map starts is no step of anybody. */
  forget(): void {
    this.log = [];
    this.line = undefined;
  }

  /** Takes the measures' results once all those of this state of the network are there. */
  follow(
    measures: MeasuresState,
    input: NetworkInput,
    reading: Reading,
    nameOf: (actor: string) => Localized,
  ): void {
    if (measures.underWay.size > 0) return;
    // Before the measures have heard of a change they still have the results of the state before it.
    const current = (id: string) => {
      const results = measures.resultsOf(id);
      return results?.actorIds === input.actorIds && !measures.staleOf(id) ? results : undefined;
    };
    if (!FACT_MEASURES.some((id) => current(id) !== undefined)) return;
    const facts = networkFacts(current);
    if (facts) untrack(() => this.#take(facts, reading, nameOf));
  }

  #take(facts: NetworkFacts, reading: Reading, nameOf: (actor: string) => Localized): void {
    const before = this.#facts;
    const comparable = this.#reading !== undefined && sameReading(this.#reading, reading);
    this.#facts = facts;
    this.#reading = reading;
    const last = this.log.findLastIndex(({ effect }) => effect === 'pending');
    if (last < 0) return;
    const clauses = before && comparable ? whatChanged(before, facts, nameOf) : undefined;
    this.log = this.log.map((entry, k) => {
      if (entry.effect !== 'pending') return entry;
      if (k < last) return { ...entry, effect: 'next' };
      return { ...entry, effect: clauses ? changeLine(clauses, IN_LOG) : 'unknown' };
    });
    if (clauses && last === this.log.length - 1) this.line = changeLine(clauses, IN_LINE);
  }
}
