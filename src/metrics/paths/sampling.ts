import { ln } from '../../base/logarithm.ts';
import type { PathSums } from './kernel.ts';

/** The 97.5 % point of the normal distribution. */
const NORMAL = 1.959963984540054;
/** Of one minus the confidence. */
const MISS = 0.05;

/**
 * Half-widths of 95 % intervals of `betweenness` scaled up to all sources, one an actor: Student's interval for a sample
 * without replacement, one observation a source.
 *
 * What a few sources alone bring (an actor's only way out leads through its neighbour) is often not in the sample, and a
 * plain interval is then far too narrow. So one more observation is assumed, of a source that wholly depends on the
 * actor, as the plus-four interval of Agresti & Coull (1998) does for shares.
 *
 * @param counts of each actor, how many others were sources
 */
export function betweennessErrors(sums: PathSums, counts: Float64Array): Float64Array {
  const n = counts.length;
  const others = n - 1;
  return sums.betweenness.map((sum, actor) => {
    const count = counts[actor]!;
    if (count >= others) return 0;
    const most = n - 2;
    const withOne = count + 1;
    const mean = (sum + most) / withOne;
    const squares = sums.squares[actor]! + most * most;
    const variance = Math.max(0, squares - withOne * mean * mean) / count;
    return others * studentPoint(count) * Math.sqrt((variance / withOne) * (1 - count / others));
  });
}

/**
 * With 95 % certainty, no actor's normalised betweenness estimated from so many sources is off by more (Hoeffding's
 * inequality over all actors: Brandes & Pich 2007). Far wider than what is observed.
 */
export function betweennessBound(sources: number, n: number): number {
  return sources >= n ? 0 : Math.sqrt(ln((2 * n) / MISS) / (2 * (sources - 1)));
}

/** The 97.5 % point of Student's distribution, by its expansion around the normal one (Abramowitz & Stegun 26.7.5). */
function studentPoint(degreesOfFreedom: number): number {
  const z = NORMAL;
  const v = degreesOfFreedom;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}
