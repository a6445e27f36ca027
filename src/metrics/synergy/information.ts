import { log2 } from '../../base/logarithm.ts';

/** Units by the states of their variables: rows of states that occur, and how often each does. */
export interface Sample {
  /** Number of variables, up to some four. */
  readonly variables: number;
  /** Rows x variables; which numbers name the states means nothing. */
  readonly states: Int32Array;
  /** > 0, one a row. */
  readonly counts: Float64Array;
}

/**
 * In bits. Sets of variables are bit masks: bit k stands for variable k, and places are masks, place 0 being no
 * variable.
 */
export interface Information {
  /** H of each set, jointly. >= 0. Shannon (1948). */
  readonly entropies: Float64Array;
  /**
   * T of each set, with the sign of McGill (1954): for three H_1 + H_2 + H_3 - H_12 - H_13 - H_23 + H_123; of a single
   * variable its H, of a pair their mutual information.
   */
  readonly transmissions: Float64Array;
}

/** Units as a sample, rows in the order of their states. */
export function sampleOf(units: readonly (readonly number[])[], variables: number): Sample {
  const rows = new Map<string, { readonly states: readonly number[]; count: number }>();
  for (const states of units) {
    const known = rows.get(states.join());
    if (known) known.count++;
    else rows.set(states.join(), { states, count: 1 });
  }
  const sorted = [...rows.values()].sort((a, b) => compareLists(a.states, b.states));
  return {
    variables,
    states: Int32Array.from(sorted.flatMap(({ states }) => states)),
    counts: Float64Array.from(sorted, ({ count }) => count),
  };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [k, value] of a.entries()) if (value !== b[k]) return value - (b[k] ?? 0);
  return 0;
}

/** Makes a reader of counts for the same rows, so that samples drawn anew are read fast. */
export function informationReader({ variables, states, counts }: Sample): (
  counts: Float64Array,
  /** Whether each entropy is raised by (occupied cells - 1) / (2 N ln 2), as small samples make it too low. */
  corrected?: boolean,
) => Information {
  const sets = 1 << variables;
  const cells = Array.from({ length: sets }, (_, set) => {
    const names = new Map<string, number>();
    return Uint32Array.from(counts, (_count, row) => {
      const own = states.subarray(row * variables, (row + 1) * variables);
      const name = Array.from(own, (state, k) => ((set >> k) & 1 ? state : '')).join();
      const known = names.get(name) ?? names.size;
      names.set(name, known);
      return known;
    });
  });
  const sums = new Float64Array(counts.length);
  return (drawn, corrected = false) => {
    const total = drawn.reduce((sum, count) => sum + count, 0);
    const entropies = Float64Array.from(cells, (cell) => {
      sums.fill(0);
      for (let row = 0; row < drawn.length; row++) sums[cell[row]!]! += drawn[row]!;
      let entropy = 0;
      let occupied = 0;
      for (const count of sums) {
        if (count === 0) continue;
        entropy -= (count / total) * log2(count / total);
        occupied++;
      }
      // Miller (1955), Madow (1948)
      return Math.max(0, entropy) + (corrected ? (occupied - 1) / (2 * total * Math.LN2) : 0);
    });
    return { entropies, transmissions: transmissionsOf(entropies) };
  };
}

function transmissionsOf(entropies: Float64Array): Float64Array {
  return entropies.map((_, set) => {
    let sum = 0;
    for (let part = set; part > 0; part = (part - 1) & set) sum += (odd(part) ? 1 : -1) * entropies[part]!;
    return sum;
  });
}

/** R of a set of n variables, (-1)^(1 + n) T: negative is synergy for every n. Leydesdorff & Ivanova (2014). */
export function redundancy({ transmissions }: Information, set: number): number {
  const transmission = transmissions[set]!;
  return odd(set) || transmission === 0 ? transmission : -transmission;
}

function odd(set: number): boolean {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count % 2 === 1;
}
