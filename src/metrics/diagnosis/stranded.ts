import type { Network } from '../../network/network.ts';
import { piecesOf } from '../structure/components.ts';
import { partnersOf } from './evidence.ts';

/** The actors that hang together with one now and are outside the largest piece of these once it is gone. O(n + m). */
export function strandedWithout(network: Network, actor: number): number[] {
  const pieces = piecesOf(network.either, actor);
  const sizes = new Map<number, number>();
  for (const partner of partnersOf(network, actor)) sizes.set(pieces[partner]!, 0);
  for (const piece of pieces) {
    const size = sizes.get(piece);
    if (size !== undefined) sizes.set(piece, size + 1);
  }
  let largest = -1;
  for (const [piece, size] of sizes) if (size > (sizes.get(largest) ?? 0)) largest = piece;
  return Array.from(pieces.keys()).filter((one) => pieces[one] !== largest && sizes.has(pieces[one]!));
}
