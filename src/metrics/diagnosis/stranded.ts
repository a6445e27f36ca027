import type { Network } from '../../network/network.ts';
import { partnersOf } from './evidence.ts';

/** The actors that hang together with one now and are outside the largest piece of these once it is gone. O(n + m). */
export function strandedWithout(network: Network, actor: number): number[] {
  const seen = new Uint8Array(network.n);
  seen[actor] = 1;
  const pieces: number[][] = [];
  for (const start of partnersOf(network, actor)) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const piece = [start];
    for (const member of piece)
      for (const partner of partnersOf(network, member)) {
        if (seen[partner] === 1) continue;
        seen[partner] = 1;
        piece.push(partner);
      }
    pieces.push(piece);
  }
  const largest = pieces.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
  return pieces
    .filter((piece) => piece !== largest)
    .flat()
    .sort((a, b) => a - b);
}
