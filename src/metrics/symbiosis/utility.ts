import { seededRandom } from '../../base/random.ts';
import { csrOf, transpose, type Csr } from '../../network/csr.ts';
import { exchanges, type FlowModel } from '../flow/flow-model.ts';
import { MOST_ACTORS } from '../flow/cycling.ts';
import { leadingEigenpair } from '../linear/lanczos.ts';
import { inverse } from '../linear/lu.ts';
import { productWith } from '../linear/vectors.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { connectedParts } from '../structure/components.ts';

/** Who gains from whom, n x n, row by row: the entry of row i and column j is what i gains from j. */
export interface Utility {
  readonly size: number;
  /** D_ij = (F_ji - F_ij) / T_i: what i gets from j directly, less what it gives, over all that passes through i. */
  readonly direct: Float64Array;
  /** Y = diag(T) U with U = (I - D)^-1: what i gains from j over all ways, in the unit of the flows. */
  readonly integral: Float64Array;
}

/** Entries of V and of its exchanges below this are rounding, or too little to matter: they have no sign. */
const NOTHING = 1e-10;

/**
 * Network utility (Patten 1991; Fath & Patten 1998). D is similar to K = T^-1/2 (F' - F) T^-1/2, which is skew-symmetric:
 * I - K always has an inverse V, whose condition is that of (1 + rho²)^1/2, and U = T^-1/2 V T^1/2, Y = T^1/2 V T^1/2. What
 * is below 1e-10 in K or V is made 0; both are free of the unit, so that no sign depends on the scale of the weights.
 * Null where more than `MOST_ACTORS` actors hang together. O(c³) in the largest number that do.
 */
export function* utilityOf(model: FlowModel): Computation<Utility | null> {
  const { throughflow } = model;
  const size = throughflow.length;
  if (size > MOST_ACTORS) return null;
  const balance = netExchanges(model);
  const direct = new Float64Array(size * size);
  const integral = new Float64Array(size * size);
  const roots = throughflow.map((flow) => Math.sqrt(flow));
  const { of, sizes } = connectedParts(balance);
  const members = sizes.map((): number[] => []);
  for (const [actor, part] of of.entries()) members[part]!.push(actor);
  const all = sizes.reduce((work, count) => work + count ** 3, 0);
  let done = 0;
  for (const part of members) {
    const count = part.length;
    const place = new Map(part.map((actor, k) => [actor, k]));
    const matrix = new Float64Array(count * count);
    for (let k = 0; k < count; k++) {
      const actor = part[k]!;
      matrix[k * count + k] = 1;
      for (let e = balance.offsets[actor]!; e < balance.offsets[actor + 1]!; e++) {
        const partner = balance.columns[e]!;
        const gain = balance.weights[e]!;
        matrix[k * count + place.get(partner)!] = -gain;
        direct[actor * size + partner] = (gain * roots[partner]!) / roots[actor]!;
      }
    }
    const work = count ** 3 / all;
    const inverted = yield* within(done, work, inverse(matrix, count));
    if (inverted === null) return null;
    for (let k = 0; k < count; k++)
      for (let j = 0; j < count; j++) {
        const value = inverted[k * count + j]!;
        if (Math.abs(value) < NOTHING) continue;
        integral[part[k]! * size + part[j]!] = value * roots[part[k]!]! * roots[part[j]!]!;
      }
    done += work;
  }
  return { size, direct, integral };
}

/** K without what is nothing; skew-symmetric to the last bit. */
function netExchanges(model: FlowModel): Csr {
  const { flows, throughflow } = model;
  const into = transpose(flows);
  const pairs = exchanges(model);
  const rows: number[] = [];
  const columns: number[] = [];
  const gains: number[] = [];
  for (let actor = 0; actor < throughflow.length; actor++) {
    let given = flows.offsets[actor]!;
    let received = into.offsets[actor]!;
    for (let e = pairs.offsets[actor]!; e < pairs.offsets[actor + 1]!; e++) {
      const partner = pairs.columns[e]!;
      const gives = given < flows.offsets[actor + 1]! && flows.columns[given] === partner;
      const gets = received < into.offsets[actor + 1]! && into.columns[received] === partner;
      const gain = (gets ? into.weights[received++]! : 0) - (gives ? flows.weights[given++]! : 0);
      const relative = gain / Math.sqrt(throughflow[actor]! * throughflow[partner]!);
      if (Math.abs(relative) < NOTHING) continue;
      rows.push(actor);
      columns.push(partner);
      gains.push(relative);
    }
  }
  return csrOf(
    throughflow.length,
    Uint32Array.from(rows),
    Uint32Array.from(columns),
    Float64Array.from(gains),
  );
}

const TOLERANCE = 1e-13;

/**
 * The largest absolute eigenvalue of D, which are all imaginary: the largest singular value of K, by Lanczos's iteration
 * on K'K. At 1 or more the series I + D + D² + … does not converge. Null where it is not found.
 */
export function* utilityRadius(model: FlowModel): Computation<number | null> {
  const balance = netExchanges(model);
  const size = model.throughflow.length;
  if (balance.columns.length === 0) return 0;
  const times = productWith(balance, true);
  const between = new Float64Array(size);
  const random = seededRandom(1);
  const pair = yield* leadingEigenpair({
    n: size,
    // K' = -K
    product: (from, into) => {
      times(from, between);
      times(between, into);
      for (let k = 0; k < size; k++) into[k] = -into[k]!;
    },
    start: Float64Array.from({ length: size }, () => 0.5 + random()),
    tolerance: TOLERANCE,
    entries: 2 * balance.columns.length,
  });
  return pair && Math.sqrt(Math.max(0, pair.value));
}
