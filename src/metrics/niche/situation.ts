import type { Localized } from '../../base/localized.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { needsReached, supplyWanted } from '../resources/coverage-measures.ts';
import type { Goalposts } from './suitability.ts';

/** A side of an actor's present situation. Our own choice, with goalposts that do not move with the map. */
export interface Factor {
  readonly id: string;
  readonly name: Localized;
  readonly goalposts: Goalposts;
}

/** As many partners as an organisation can be expected to keep up; sectors other than its own. */
const ENOUGH_PARTNERS = 5;
const OTHER_SECTORS = 3;

export const FACTORS: readonly Factor[] = [
  {
    id: 'needs',
    name: { en: 'share of its needs that reaches it', zh: '需求可达率' },
    goalposts: { low: 0, high: 1 },
  },
  {
    id: 'supply',
    name: { en: 'share of its supply that is wanted', zh: '供给有效率' },
    goalposts: { low: 0, high: 1 },
  },
  {
    id: 'partners',
    name: { en: `partners, up to ${ENOUGH_PARTNERS}`, zh: `合作方数量（以 ${ENOUGH_PARTNERS} 个为满）` },
    goalposts: { low: 0, high: ENOUGH_PARTNERS },
  },
  {
    id: 'sectors',
    name: {
      en: `other sectors among them, up to ${OTHER_SECTORS}`,
      zh: `其中其他类型的数量（以 ${OTHER_SECTORS} 种为满）`,
    },
    goalposts: { low: 0, high: OTHER_SECTORS },
  },
];

/**
 * The factors of each actor, n x 4. The supply of one that offers nothing is NaN; all are NaN for one that states no
 * needs, since a situation can only suit needs.
 */
export function* situationOf(network: Network): Computation<Float64Array> {
  const { n, either, sectors } = network;
  const needs = yield* needsReached.compute(network, DEFAULT_MEASURE_OPTIONS);
  const supply = yield* supplyWanted.compute(network, DEFAULT_MEASURE_OPTIONS);
  const factors = new Float64Array(n * FACTORS.length).fill(NaN);
  for (let actor = 0; actor < n; actor++) {
    if (Number.isNaN(needs[actor])) continue;
    const partners = either.columns.subarray(either.offsets[actor], either.offsets[actor + 1]);
    const others = new Set(Array.from(partners, (partner) => sectors[partner]));
    others.delete(sectors[actor]);
    factors.set([needs[actor]!, supply[actor]!, partners.length, others.size], actor * FACTORS.length);
  }
  return factors;
}
