import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { eachDeal } from '../permutation.ts';

/** Tied pairs between sectors, and how they compare with sectors dealt anew among the actors. Never written. */
export interface SectorDeals {
  /** Tied pairs of each two sectors, both cells alike, each pair within a sector once; width x width. */
  readonly pairs: Float64Array;
  /** In how many deals each cell had as few or fewer. */
  readonly asFew: Float64Array;
  /** E-I index of the network in each deal. Krackhardt & Stern (1988). */
  readonly outward: Float64Array;
  readonly permutations: number;
}

/** Direction ignored. What both tests of sectors read; found once. O(permutations * (n + m)). */
export function sectorDeals(
  network: Network,
  { permutations, seed }: Pick<MeasureOptions, 'permutations' | 'seed'>,
): Computation<SectorDeals> {
  return once(network, `sector deals ${permutations} ${seed}`, function* () {
    const { sectors, sectorIds } = network;
    const width = sectorIds.length;
    const ends = tiedPairs(network);
    const pairs = new Float64Array(width * width);
    addPairs(ends, sectors, width, pairs);
    const dealt = new Float64Array(width * width);
    const asFew = new Float64Array(width * width);
    const outward = new Float64Array(permutations);
    yield* eachDeal(sectors, { permutations, seed }, ends.length + width * width, (labels, deal) => {
      addPairs(ends, labels, width, dealt);
      let inside = 0;
      for (let cell = 0; cell < dealt.length; cell++) {
        if (dealt[cell]! <= pairs[cell]!) asFew[cell]!++;
        if (cell % (width + 1) === 0) inside += dealt[cell]!;
      }
      outward[deal] = 1 - (4 * inside) / ends.length;
    });
    return { pairs, asFew, outward, permutations };
  });
}

/** Both ends of every tied pair, one after the other: half the work of the matrix, a thousand times over. */
function tiedPairs({ n, either: { offsets, columns } }: Network): Uint32Array {
  const ends = new Uint32Array(columns.length);
  let size = 0;
  for (let actor = 0; actor < n; actor++)
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
      if (columns[e]! <= actor) continue;
      ends[size++] = actor;
      ends[size++] = columns[e]!;
    }
  return ends;
}

function addPairs(ends: Uint32Array, sectors: Uint16Array, width: number, sums: Float64Array): void {
  sums.fill(0);
  for (let k = 0; k < ends.length; k += 2) {
    const one = sectors[ends[k]!]!;
    const other = sectors[ends[k + 1]!]!;
    sums[one * width + other]!++;
    if (one !== other) sums[other * width + one]!++;
  }
}
