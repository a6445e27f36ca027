import { math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure } from '../measure.ts';
import { OF_SYMBIOSIS, symbiosisOf } from './symbiosis.ts';

/** What an actor gains from all others, over all ways, or that over its throughflow; NaN for actors without flows. */
export const netUtility: ActorMeasure = {
  ...OF_SYMBIOSIS,
  id: 'net-utility',
  level: 'actor',
  name: { en: 'Net utility from others', zh: '来自他者的净效用' },
  symbol: 'Y i',
  formula: {
    text: 'Yᵢ = Σⱼ Yᵢⱼ, j ≠ i',
    math: math(sub('Y', 'i'), '=', sumOver(row('j', '≠', 'i')), sub('Y', row('i', 'j'))),
  },
  where: {
    en: `${OF_SYMBIOSIS.where.en} Normalised: over the actor’s throughflow.`,
    zh: `${OF_SYMBIOSIS.where.zh}标准化值为与该主体通流量之比。`,
  },
  range: () => [-Infinity, Infinity],
  hasNormalisedForm: true,
  unit: { en: 'weight gained', zh: '净获益（权重）' },
  status: 'variant',
  says: {
    en: 'What this actor gains or loses from all the others together, through the whole network.',
    zh: '从整个网络看，该主体从其他所有主体那里总共获益还是受损。',
  },
  style: 'number',
  *compute(network, options) {
    const values = new Float64Array(network.n).fill(NaN);
    const found = yield* symbiosisOf(network, options);
    if (!found) return values;
    const { size, integral, closure } = found;
    for (let one = 0; one < size; one++) {
      let gained = 0;
      for (let other = 0; other < size; other++) if (other !== one) gained += integral[one * size + other]!;
      const all = options.normalised ? closure.model.throughflow[one]! : 1;
      values[closure.actors[one]!] = gained / all;
    }
    return values;
  },
};
