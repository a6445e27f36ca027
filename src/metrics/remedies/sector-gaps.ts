import type { Network } from '../../network/network.ts';
import { blocksOf, type Block } from '../diagnosis/missing-links.ts';
import { countBlocks } from '../sectors/labels.ts';

/** All pairs of sectors by how thinly they are tied, the thinnest first; of equal ones in the order of sectors. */
export function sectorGaps(network: Network): readonly Block[] {
  const width = network.sectorIds.length;
  const pairs = new Float64Array(width * width);
  countBlocks(network.either, network.sectors, width, pairs);
  return blocksOf(network, pairs)
    .filter(({ ratio }) => !Number.isNaN(ratio))
    .sort((a, b) => a.ratio - b.ratio);
}
