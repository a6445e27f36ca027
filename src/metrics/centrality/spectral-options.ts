import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';

/** Whether eigenvector and Katz count weights: by choice, where weights are not ignored anyway. */
export function countsWeights(
  { weighted }: Pick<Network, 'weighted'>,
  { spectral }: Pick<MeasureOptions, 'spectral'>,
): boolean {
  return weighted && spectral === 'weights';
}

export function countingClause(weighted: boolean): Localized {
  return weighted
    ? { en: 'ties count by their weights', zh: '关系按权重计' }
    : { en: 'every tie counts one, weights ignored', zh: '每条关系计为一，不计权重' };
}
