import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';

/**
 * Null model RA3 (Lawlor 1980): deals the values of each row anew over all columns, again and again, every order being
 * equally likely. The row keeps its values, so its breadth and its total; which states it uses is chance. The same seed
 * gives the same deals.
 *
 * @param use is handed the same array each time, and the number of the deal; may take steps of its own
 */
export function* eachRowShuffle(
  values: Float64Array,
  columns: number,
  { permutations, seed }: Pick<MeasureOptions, 'permutations' | 'seed'>,
  use: (dealt: Float64Array, deal: number) => Computation<void>,
): Computation<void> {
  const random = seededRandom(seed);
  const dealt = values.slice();
  for (let deal = 0; deal < permutations; deal++) {
    for (let start = 0; start < dealt.length; start += columns)
      // Fisher & Yates (1938)
      for (let k = columns - 1; k > 0; k--) {
        const other = start + Math.floor(random() * (k + 1));
        const kept = dealt[start + k]!;
        dealt[start + k] = dealt[other]!;
        dealt[other] = kept;
      }
    yield* within(deal / permutations, 1 / permutations, use(dealt, deal));
    yield (deal + 1) / permutations;
  }
}
