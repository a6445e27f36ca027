import type { Localized } from '../../base/localized.ts';
import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Setting } from '../measure.ts';

/** How many actors each sector has. */
export function sectorSizes({ sectors, sectorIds }: Pick<Network, 'sectors' | 'sectorIds'>): Float64Array {
  const sizes = new Float64Array(sectorIds.length);
  for (const sector of sectors) sizes[sector]!++;
  return sizes;
}

/** Entries of a matrix in the rows of the actors of each sector and the columns of each, into `sums`, row by row. */
export function countBlocks(
  { offsets, columns }: Csr,
  sectors: Uint16Array,
  width: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let actor = 0; actor < sectors.length; actor++) {
    const start = sectors[actor]! * width;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) sums[start + sectors[columns[e]!]!]!++;
  }
}

/** Number of possible pairs among so many: ordered in a directed network, else unordered. */
export function pairsAmong(size: number, directed: boolean): number {
  return (size * (size - 1)) / (directed ? 1 : 2);
}

/** How chance is made where sectors are tested. */
export function dealtClause({ permutations, seed }: Pick<Setting, 'permutations' | 'seed'>): Localized {
  return {
    en: `sectors dealt anew among the actors ${permutations} times, seed ${seed}; two-sided p`,
    zh: `将主体类型重新随机分配 ${permutations} 次，种子 ${seed}；双侧 p 值`,
  };
}

export const PARTNERS_CLAUSE: Localized = {
  en: 'each partner counts once, whatever the direction and weight',
  zh: '不论方向与权重，每个合作方只计一次',
};
