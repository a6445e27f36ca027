import type { Network } from '../../network/network.ts';

/** A tie that is imagined, from giver to receiver. */
export type Added = readonly [from: number, to: number];

/**
 * Whom an actor reaches along at most two ties, itself first, each once. Made once for many askings; the list is the
 * asker's own.
 */
export function twoStepReach({
  n,
  outgoing,
}: Network): (from: number, added?: readonly Added[]) => readonly number[] {
  const { offsets, columns } = outgoing;
  const seen = new Uint32Array(n);
  let round = 0;
  return (from, added = []) => {
    round++;
    const reached = [from];
    seen[from] = round;
    const addFrom = (actor: number): void => {
      for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
        const other = columns[e]!;
        if (seen[other] !== round) reached.push(other);
        seen[other] = round;
      }
      for (const [giver, receiver] of added) {
        if (giver !== actor || seen[receiver] === round) continue;
        reached.push(receiver);
        seen[receiver] = round;
      }
    };
    addFrom(from);
    const direct = reached.length;
    for (let k = 1; k < direct; k++) addFrom(reached[k]!);
    return reached;
  };
}
