import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Computation } from '../measure.ts';
import { quantile } from '../permutation.ts';

const WORK_PER_YIELD = 200_000;

/**
 * The middle 95 % of a statistic over samples of the same size drawn with replacement, seeded (Efron 1979).
 *
 * @param counts how often each kind of unit was observed
 * @param statistic is handed the same array each time
 */
export function* bootstrapInterval(
  counts: Float64Array,
  { permutations, seed }: Pick<MeasureOptions, 'permutations' | 'seed'>,
  statistic: (counts: Float64Array) => number,
): Computation<readonly [low: number, high: number]> {
  const random = seededRandom(seed);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const upTo = new Float64Array(counts.length);
  let sum = 0;
  for (let row = 0; row < counts.length; row++) upTo[row] = sum += counts[row]!;
  const drawn = new Float64Array(counts.length);
  const values = new Float64Array(permutations);
  let work = 0;
  for (let k = 0; k < permutations; k++) {
    drawn.fill(0);
    for (let unit = 0; unit < total; unit++) drawn[firstAbove(upTo, random() * total)]!++;
    values[k] = statistic(drawn);
    work += total + 20 * counts.length;
    if (work < WORK_PER_YIELD) continue;
    work = 0;
    yield (k + 1) / permutations;
  }
  values.sort();
  return [quantile(values, 0.025), quantile(values, 0.975)];
}

function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
