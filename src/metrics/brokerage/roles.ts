import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';

/** The five roles of Gould & Fernandez, by the place of each in a list of counts; then the open two-paths in all. */
export const COORDINATOR = 0;
export const ITINERANT = 1;
export const REPRESENTATIVE = 2;
export const GATEKEEPER = 3;
export const LIAISON = 4;
export const TOTAL = 5;
export const ROLE_COUNT = 5;

/** What the middle one of a -> v -> c does for whom, by the sectors of the three. */
export function roleOf(giver: number, middle: number, receiver: number): number {
  if (giver === middle) return receiver === middle ? COORDINATOR : REPRESENTATIVE;
  if (receiver === middle) return GATEKEEPER;
  return giver === receiver ? ITINERANT : LIAISON;
}

export interface RoleCounts {
  /** Counts of each role, then the total: one array over the actors for each. */
  readonly counts: readonly Float64Array[];
  /** Sum of min(W_av, W_vc) over the open two-paths through each actor. */
  readonly weighted: Float64Array;
}

/** Two-paths looked at between two steps: about a millisecond. */
const STEP_WORK = 200_000;

/**
 * Open two-paths a -> v -> c, without a tie a -> c and with a, v, c distinct, counted at v by role. In an undirected
 * network both directions of each count half, so that each open pair counts once and what it is to the one side
 * (gatekeeper) and to the other (representative) has half of it each. O(sum of k_in k_out).
 */
export function roleCounts(network: Network): Computation<RoleCounts> {
  return once(network, 'gould-fernandez', () => countRoles(network));
}

function* countRoles({ n, outgoing, sectors, directed }: Network): Computation<RoleCounts> {
  const { offsets, columns, weights } = outgoing;
  const each = directed ? 1 : 0.5;
  const counts = Array.from({ length: ROLE_COUNT + 1 }, () => new Float64Array(n));
  const totals = counts[TOTAL]!;
  const weighted = new Float64Array(n);
  /** 1 + the last giver to whom the actor is tied. */
  const receivesFrom = new Uint32Array(n);
  let work = 0;
  for (let giver = 0; giver < n; giver++) {
    const own = sectors[giver]!;
    receivesFrom[giver] = giver + 1;
    for (let e = offsets[giver]!; e < offsets[giver + 1]!; e++) receivesFrom[columns[e]!] = giver + 1;
    for (let e = offsets[giver]!; e < offsets[giver + 1]!; e++) {
      const middle = columns[e]!;
      const weight = weights[e]!;
      const middleSector = sectors[middle]!;
      const end = offsets[middle + 1]!;
      work += end - offsets[middle]!;
      for (let next = offsets[middle]!; next < end; next++) {
        const receiver = columns[next]!;
        if (receivesFrom[receiver] === giver + 1) continue;
        counts[roleOf(own, middleSector, sectors[receiver]!)]![middle]! += each;
        totals[middle]! += each;
        weighted[middle]! += each * Math.min(weight, weights[next]!);
      }
    }
    if (work < STEP_WORK) continue;
    work = 0;
    yield (giver + 1) / n;
  }
  return { counts, weighted };
}

/**
 * The expected number of each role, then of all, of one actor if every tie were there with the probability `density`,
 * the sectors being as large as they are. Gould & Fernandez (1989).
 *
 * @param sizes of the sectors
 * @param sector the actor's
 */
export function expectedRoles(
  sizes: Float64Array,
  sector: number,
  density: number,
  directed: boolean,
): Float64Array {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const own = sizes[sector]!;
  const others = n - own;
  let alike = 0;
  for (const [k, size] of sizes.entries()) if (k !== sector) alike += size * (size - 1);
  const pairs = new Float64Array(ROLE_COUNT + 1);
  pairs[COORDINATOR] = (own - 1) * (own - 2);
  pairs[ITINERANT] = alike;
  pairs[REPRESENTATIVE] = (own - 1) * others;
  pairs[GATEKEEPER] = (own - 1) * others;
  pairs[LIAISON] = others * (others - 1) - alike;
  pairs[TOTAL] = (n - 1) * (n - 2);
  const open = density * density * (1 - density) * (directed ? 1 : 0.5);
  return pairs.map((count) => count * open);
}
