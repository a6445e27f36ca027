import type { Random } from '../../base/random.ts';
import { csrOf, type Csr } from '../../network/csr.ts';
import type { Computation } from '../measure.ts';

/** Exchanges tried for each tie: after ten little is left of the original. */
const TRIES_PER_TIE = 10;

/** Exchanges tried between two steps. */
const STEP_WORK = 5_000;

/**
 * Chance versions of a symmetric pattern in which every actor keeps its degree: two ties a-b and c-d become a-d and c-b,
 * unless a tie would be doubled or join an actor to itself (Maslov & Sneppen 2002). Each call goes on from the last.
 */
export class Rewiring {
  readonly #n: number;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  /** Both ends of each tie as one number, the smaller end first. */
  readonly #tied = new Set<number>();

  constructor({ offsets, columns }: Csr) {
    this.#n = offsets.length - 1;
    this.#from = new Uint32Array(columns.length / 2);
    this.#to = new Uint32Array(columns.length / 2);
    let tie = 0;
    for (let actor = 0; actor < this.#n; actor++)
      for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
        if (columns[e]! < actor) continue;
        this.#from[tie] = actor;
        this.#to[tie++] = columns[e]!;
        this.#tied.add(this.#pair(actor, columns[e]!));
      }
  }

  *next(random: Random): Computation<Csr> {
    const from = this.#from;
    const to = this.#to;
    const m = from.length;
    for (let k = 0; k < TRIES_PER_TIE * m; k++) {
      const first = Math.floor(random() * m);
      const second = Math.floor(random() * m);
      const a = from[first]!;
      const b = to[first]!;
      // Either way round, since ties have no direction.
      const turned = random() < 0.5;
      const c = turned ? to[second]! : from[second]!;
      const d = turned ? from[second]! : to[second]!;
      if (k % STEP_WORK === STEP_WORK - 1) yield k / (TRIES_PER_TIE * m);
      if (a === d || c === b || a === c || b === d) continue;
      if (this.#tied.has(this.#pair(a, d)) || this.#tied.has(this.#pair(c, b))) continue;
      this.#tied.delete(this.#pair(a, b));
      this.#tied.delete(this.#pair(c, d));
      this.#tied.add(this.#pair(a, d));
      this.#tied.add(this.#pair(c, b));
      to[first] = d;
      from[second] = c;
      to[second] = b;
    }
    const rows = new Uint32Array(2 * m);
    const columns = new Uint32Array(2 * m);
    rows.set(from);
    rows.set(to, m);
    columns.set(to);
    columns.set(from, m);
    return csrOf(this.#n, rows, columns, new Float64Array(2 * m).fill(1));
  }

  #pair(a: number, b: number): number {
    return a < b ? a * this.#n + b : b * this.#n + a;
  }
}
