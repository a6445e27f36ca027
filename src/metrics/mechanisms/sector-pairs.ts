import type { Network } from '../../network/network.ts';
import { countBlocks, pairsAmong, sectorSizes } from '../sectors/labels.ts';
import { flowsBetween } from '../symbiosis/group-effects.ts';

/** How much of a flow must come back for it to count as returned: ours. */
const RETURNED = 0.2;

/** Rounding must not decide whether a flow that is exactly such a share counts. */
const SLACK = 1e-9;

/**
 * Share of the pairs of different sectors that have actors between which ties are as dense as on the whole map, or
 * denser; direction ignored. [0, 1]; null without ties and with actors of one sector only.
 */
export function densePairs(network: Network): number | null {
  const { n, either, sectors } = network;
  const sizes = sectorSizes(network);
  const width = sizes.length;
  const ties = new Float64Array(width * width);
  countBlocks(either, sectors, width, ties);
  const all = either.columns.length / 2;
  if (all === 0) return null;
  let pairs = 0;
  let dense = 0;
  for (let one = 0; one < width; one++)
    for (let other = one + 1; other < width; other++) {
      const possible = sizes[one]! * sizes[other]!;
      if (possible === 0) continue;
      pairs++;
      // Both densities by their whole numbers, crosswise, so that equal ones are equal.
      if (ties[one * width + other]! * pairsAmong(n, false) >= all * possible) dense++;
    }
  return pairs > 0 ? dense / pairs : null;
}

/**
 * Share of the ordered pairs of different sectors with a flow whose opposite flow is 20 % of it or more. [0, 1]; null
 * where nothing flows between sectors.
 */
export function returnedPairs(network: Network): number | null {
  const width = network.sectorIds.length;
  const flows = flowsBetween(network, network.sectors, width);
  let given = 0;
  let returned = 0;
  for (const [cell, flow] of flows.entries()) {
    if (flow <= 0) continue;
    given++;
    const back = flows[(cell % width) * width + Math.floor(cell / width)]!;
    if (back >= RETURNED * flow * (1 - SLACK)) returned++;
  }
  return given > 0 ? returned / given : null;
}
