import type { Csr } from '../../network/csr.ts';
import type { Computation } from '../measure.ts';
import { strongParts } from '../structure/components.ts';

/** A circle of flows. */
export interface Loop {
  /** In the order in which it is gone round, the lowest index first. */
  readonly actors: readonly number[];
  /** Its smallest flow: what can go round. */
  readonly carried: number;
  /** Number of sectors that it meets. */
  readonly sectors: number;
}

export interface Loops {
  /** Those that carry most; of equal ones those that meet more sectors, then the shorter, then the first. */
  readonly carrying: readonly Loop[];
  /** Those that carry most among the ones that meet all sectors, or four of them. */
  readonly wide: readonly Loop[];
  /** False where the search ended before it was sure that there are no better ones. */
  readonly carryingComplete: boolean;
  readonly wideComplete: boolean;
}

export const LONGEST = 6;
export const MOST_CARRYING = 20;
export const MOST_WIDE = 5;
/** Steps of the search, of which there can be exponentially many: some ten milliseconds. */
const MOST_STEPS = 200_000;
const STEPS_PER_YIELD = 20_000;
/** A circle is wide that meets all sectors, or so many where there are more; of none where there are fewer than two. */
export const WIDE = 4;
const FEWEST = 2;
/** Flows that differ by less are equal. */
const EQUAL = 1e-9;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly flow: number;
}

/**
 * The circles of at most `LONGEST` actors that carry most. Flows are added from the largest down, and with each the
 * circles that it closes are searched: they carry that flow, and less than all that were found before.
 *
 * @param sectors of each actor
 * @param counting the sectors that a circle is wide by; all that have actors without it
 */
export function* loopsOf(
  flows: Csr,
  sectors: ArrayLike<number>,
  counting: Iterable<number> = Array.from(sectors),
): Computation<Loops> {
  const arcs = arcsInCircles(flows);
  const counted = new Set(counting);
  const wanted = Math.min(WIDE, counted.size);
  const search = new Search(sectors, counted, wanted);
  let level = Infinity;
  let yielded = 0;
  for (const [k, arc] of arcs.entries()) {
    if (arc.flow < level * (1 - EQUAL)) {
      const enough = search.wide.length >= MOST_WIDE || wanted < FEWEST;
      if (search.carrying.length >= MOST_CARRYING && enough) break;
      level = arc.flow;
    }
    search.add(arc, level);
    if (search.ended) break;
    if (search.steps - yielded > STEPS_PER_YIELD) {
      yielded = search.steps;
      yield Math.max(k / arcs.length, search.steps / MOST_STEPS);
    }
  }
  const { carrying, wide, ended } = search;
  const isComplete = (list: readonly Loop[], most: number): boolean =>
    !ended || (list[most - 1]?.carried ?? 0) > level;
  return {
    carrying,
    wide,
    carryingComplete: isComplete(carrying, MOST_CARRYING),
    wideComplete: isComplete(wide, MOST_WIDE),
  };
}

/** The flows that lie on some circle, from the largest down; of equal ones in the order of the matrix. */
function arcsInCircles(flows: Csr): Arc[] {
  const { of } = strongParts(flows);
  const arcs: Arc[] = [];
  for (let from = 0; from < of.length; from++)
    for (let e = flows.offsets[from]!; e < flows.offsets[from + 1]!; e++) {
      const to = flows.columns[e]!;
      if (of[from] === of[to]) arcs.push({ from, to, flow: flows.weights[e]! });
    }
  return arcs.sort((a, b) => b.flow - a.flow);
}

class Search {
  readonly carrying: Loop[] = [];
  readonly wide: Loop[] = [];
  steps = 0;
  readonly #sectors: ArrayLike<number>;
  readonly #counted: ReadonlySet<number>;
  readonly #wanted: number;
  /** Of each actor, where the flows lead and come from that were added so far. */
  readonly #next: number[][];
  readonly #before: number[][];
  /** Steps to where a circle began, as far as they are known to be few enough. */
  readonly #distance: Int32Array;
  readonly #onWay: Uint8Array;

  constructor(sectors: ArrayLike<number>, counted: ReadonlySet<number>, wanted: number) {
    this.#sectors = sectors;
    this.#counted = counted;
    this.#wanted = wanted;
    this.#next = Array.from(sectors, () => []);
    this.#before = Array.from(sectors, () => []);
    this.#distance = new Int32Array(sectors.length).fill(-1);
    this.#onWay = new Uint8Array(sectors.length);
  }

  get ended(): boolean {
    return this.steps >= MOST_STEPS;
  }

  add({ from, to }: Arc, level: number): void {
    const reached = this.#measure(from);
    if (this.#distance[to] !== -1) this.#extend([from, to], from, level);
    for (const actor of reached) this.#distance[actor] = -1;
    this.#next[from]!.push(to);
    this.#before[to]!.push(from);
  }

  /** Finds who reaches an actor in few enough steps. */
  #measure(end: number): readonly number[] {
    const reached = [end];
    this.#distance[end] = 0;
    for (let k = 0; k < reached.length; k++) {
      const actor = reached[k]!;
      const distance = this.#distance[actor]! + 1;
      if (distance >= LONGEST) break;
      for (const one of this.#before[actor]!) {
        this.steps++;
        if (this.#distance[one] !== -1) continue;
        this.#distance[one] = distance;
        reached.push(one);
      }
    }
    return reached;
  }

  #extend(way: number[], end: number, level: number): void {
    const last = way[way.length - 1]!;
    this.#onWay[last] = 1;
    for (const next of this.#next[last]!) {
      this.steps++;
      if (this.ended) break;
      if (next === end) this.#keep(way, level);
      else if (
        this.#onWay[next] === 0 &&
        this.#distance[next] !== -1 &&
        way.length + this.#distance[next]! <= LONGEST
      ) {
        way.push(next);
        this.#extend(way, end, level);
        way.pop();
      }
    }
    this.#onWay[last] = 0;
  }

  #keep(way: readonly number[], carried: number): void {
    const first = way.indexOf(Math.min(...way));
    const actors = [...way.slice(first), ...way.slice(0, first)];
    const met = actors.map((actor) => this.#sectors[actor] ?? -1);
    const sectors = new Set(met.filter((sector) => this.#counted.has(sector))).size;
    const loop = { actors, carried, sectors };
    insert(this.carrying, loop, MOST_CARRYING);
    if (sectors >= this.#wanted && this.#wanted >= FEWEST) insert(this.wide, loop, MOST_WIDE);
  }
}

function insert(list: Loop[], loop: Loop, most: number): void {
  let place = list.length;
  while (place > 0 && isBefore(loop, list[place - 1]!)) place--;
  if (place >= most) return;
  list.splice(place, 0, loop);
  if (list.length > most) list.pop();
}

function isBefore(a: Loop, b: Loop): boolean {
  if (a.carried !== b.carried) return a.carried > b.carried;
  if (a.sectors !== b.sectors) return a.sectors > b.sectors;
  if (a.actors.length !== b.actors.length) return a.actors.length < b.actors.length;
  const k = a.actors.findIndex((actor, place) => actor !== b.actors[place]);
  return k !== -1 && a.actors[k]! < b.actors[k]!;
}
