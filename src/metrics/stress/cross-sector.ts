import type { Localized } from '../../base/localized.ts';
import { linkCount, type Network } from '../../network/network.ts';
import { pairsAmong, sectorSizes } from '../sectors/labels.ts';

export const CROSS_SECTOR_DENSITY: Localized = { en: 'Cross-sector density', zh: '跨类型关系密度' };

/** Tied pairs of different sectors over possible ones; null where only one sector has actors. [0, 1]. O(n + m). */
export function crossSectorDensity(network: Network): number | null {
  const { n, directed, outgoing, sectors } = network;
  const within = sectorSizes(network).reduce((sum, size) => sum + pairsAmong(size, directed), 0);
  const possible = pairsAmong(n, directed) - within;
  if (possible === 0) return null;
  let inside = 0;
  for (let actor = 0; actor < n; actor++)
    for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++)
      if (sectors[outgoing.columns[e]!] === sectors[actor]) inside++;
  return (linkCount(network) - (directed ? inside : inside / 2)) / possible;
}
