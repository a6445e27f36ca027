import type { Computation } from '../measure.ts';

/** Cells looked at between two steps: about two milliseconds. */
const STEP_WORK = 400_000;

/**
 * The leaves of a hierarchical clustering by average linkage (Sokal & Michener 1958), in an order in which like stand
 * beside like: of two clusters that join, each is turned so that their most similar ends meet. Nearest-neighbour chains
 * (Murtagh 1983), O(n^2); of equal similarities the first wins, so that the result is the same each time.
 *
 * @param original n x n similarities, symmetric
 */
export function* linkageOrder(n: number, original: Float64Array): Computation<number[]> {
  const similarity = original.slice();
  const leaves: number[][] = Array.from({ length: n }, (_, k) => [k]);
  const alive = new Uint8Array(n).fill(1);
  const chain: number[] = [];
  let work = 0;
  for (let clusters = n; clusters > 1;) {
    if (chain.length === 0) chain.push(alive.indexOf(1));
    const tip = chain[chain.length - 1]!;
    const before = chain[chain.length - 2] ?? -1;
    // The one before wins a draw, so that the chain ends.
    let nearest = before;
    for (let other = 0; other < n; other++)
      if (
        alive[other] &&
        other !== tip &&
        (nearest < 0 || similarity[tip * n + other]! > similarity[tip * n + nearest]!)
      )
        nearest = other;
    work += n;
    if (nearest !== before) {
      chain.push(nearest);
    } else {
      chain.length -= 2;
      join(Math.min(tip, before), Math.max(tip, before));
      clusters--;
      work += n;
    }
    if (work < STEP_WORK) continue;
    work = 0;
    yield 1 - (clusters - 1) / n;
  }
  return leaves.find((_, k) => alive[k] === 1) ?? [];

  function join(kept: number, gone: number): void {
    const a = leaves[kept]!;
    const b = leaves[gone]!;
    for (let other = 0; other < n; other++) {
      if (!alive[other] || other === kept || other === gone) continue;
      const mean =
        (a.length * similarity[kept * n + other]! + b.length * similarity[gone * n + other]!) /
        (a.length + b.length);
      similarity[kept * n + other] = mean;
      similarity[other * n + kept] = mean;
    }
    alive[gone] = 0;
    leaves[kept] = facing(a, b, (one, other) => original[one * n + other]!);
  }
}

/** The two lists as one, turned so that the ends that meet are most alike. */
function facing(a: number[], b: number[], alike: (one: number, other: number) => number): number[] {
  const turns = [
    [a, b],
    [a, b.toReversed()],
    [a.toReversed(), b],
    [a.toReversed(), b.toReversed()],
  ] as const;
  const fit = ([left, right]: readonly [number[], number[]]): number => alike(left.at(-1)!, right[0]!);
  let best: readonly [number[], number[]] = turns[0];
  for (const turn of turns) if (fit(turn) > fit(best)) best = turn;
  return best.flat();
}
