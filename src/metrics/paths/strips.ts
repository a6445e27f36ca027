import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { LANES, SOURCES_PER_CALL } from './compiled-hop-kernel.ts';
import { pathSums, SUM_NAMES, type PathKernel, type PathSums } from './kernel.ts';
import { exactCost, pathKernel } from './path-kernels.ts';
import { renumbered } from './renumbering.ts';
import { drawnSources } from './sources.ts';

/** Enough to share among the workers of any machine that people have. */
const MOST_STRIPS = 8;

/** What the sources of one strip add up to: arrays of one number an actor, by places; free to be handed over. */
export type StripSums = PathSums;

/**
 * Into how many strips the sources of a network of n actors are divided. That depends on n alone: each strip has sums of
 * its own, which are added in order, so the result is the same to the last bit however many workers share the strips.
 */
export function stripCount(n: number): number {
  return Math.min(MOST_STRIPS, Math.ceil(n / SOURCES_PER_CALL));
}

/**
 * The sums of strips `first` to `end` - 1 of `stripCount(n)`, all without them, one after the other with one kernel.
 * Yields the share done, about every millisecond.
 */
export function* sweepStrips(
  network: Network,
  options: Pick<MeasureOptions, 'sources' | 'seed'>,
  first = 0,
  end = stripCount(network.n),
): Generator<number, StripSums[], void> {
  const kernel = pathKernel(network);
  const count = stripCount(network.n);
  const places = sourcePlaces(network, options);
  const all: StripSums[] = [];
  try {
    for (let strip = first; strip < end; strip++) {
      const work = runStrip(network, kernel, partOf(places, strip, count));
      let step = work.next();
      for (; !step.done; step = work.next()) yield (strip - first + step.value) / (end - first);
      all.push(step.value);
    }
  } finally {
    kernel.release();
  }
  return all;
}

function* runStrip(
  network: Network,
  kernel: PathKernel,
  sources: Uint32Array,
): Generator<number, StripSums, void> {
  for (const name of SUM_NAMES) kernel.sums[name].fill(0);
  const perStep = sourcesPerStep(network);
  for (let from = 0; from < sources.length; from += perStep) {
    kernel.run(sources.subarray(from, from + perStep));
    yield Math.min(1, (from + perStep) / sources.length);
  }
  return pathSums((name) => kernel.sums[name].slice());
}

/** About a millisecond's work, in whole groups of lanes. */
function sourcesPerStep(network: Network): number {
  const perMillisecond = network.n / exactCost(network);
  return LANES * Math.max(1, Math.min(SOURCES_PER_CALL / LANES, Math.floor(perMillisecond / LANES)));
}

/** Places of all sources, ascending: neighbours in the search are lanes of one group. */
function sourcePlaces(network: Network, options: Pick<MeasureOptions, 'sources' | 'seed'>): Uint32Array {
  const { n } = network;
  const drawn = drawnSources(n, options);
  if (drawn.length === n) return drawn;
  const { placeOf } = renumbered(network);
  return drawn.map((actor) => placeOf[actor]!).sort();
}

/** Those of one strip: whole groups of lanes. */
function partOf(places: Uint32Array, strip: number, strips: number): Uint32Array {
  const groups = Math.ceil(places.length / LANES);
  const start = (k: number): number => LANES * Math.floor((k * groups) / strips);
  return places.subarray(start(strip), start(strip + 1));
}
