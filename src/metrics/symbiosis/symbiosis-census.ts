import type { DetailMeasure } from '../measure.ts';
import { RELATION_TEXTS } from './relation-names.ts';
import { RELATIONS, relationOf, type Relation } from './relations.ts';
import { OF_SYMBIOSIS, symbiosisOf, type Symbiosis } from './symbiosis.ts';

type Counts = Record<Relation, number>;

function none(): Counts {
  return {
    mutualism: 0,
    exploitation: 0,
    competition: 0,
    commensalism: 0,
    amensalism: 0,
    neutralism: 0,
  };
}

/** Of all unordered pairs the relations by the ties alone and through the network; of tied pairs the latter. */
function census({ size, direct, integral, tied }: Symbiosis): readonly [Counts, Counts, Counts] {
  const onPaper = none();
  const through = none();
  const throughTied = none();
  const relation = (of: Float64Array, one: number, other: number): Relation =>
    relationOf(Math.sign(of[one * size + other]!), Math.sign(of[other * size + one]!));
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      onPaper[relation(direct, one, other)]++;
      through[relation(integral, one, other)]++;
    }
    for (let e = tied.offsets[one]!; e < tied.offsets[one + 1]!; e++)
      if (tied.columns[e]! > one) throughTied[relation(integral, one, tied.columns[e]!)]++;
  }
  return [onPaper, through, throughTied];
}

/** How many pairs are in each kind of relation; null without flows. Patten (1991). */
export const symbiosisCensus: DetailMeasure = {
  ...OF_SYMBIOSIS,
  id: 'symbiosis-census',
  level: 'detail',
  name: { en: 'Kinds of symbiosis', zh: '共生关系类型' },
  symbol: 'n',
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'pairs', zh: '对' },
  status: 'established',
  says: {
    en: 'How many pairs are mutual, one-sided or rivals: by the ties alone, and through the whole network.',
    zh: '互利、单方获益、相互竞争的各有多少对：仅看直接关系，以及考虑整个网络。',
  },
  style: 'count',
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    if (!found) return null;
    const counts = census(found);
    const pairs = (found.size * (found.size - 1)) / 2;
    return {
      kind: 'rows',
      columns: [
        { id: 'direct', name: { en: 'On paper', zh: '纸面上' }, style: 'count', digits: 3 },
        { id: 'integral', name: { en: 'Through the network', zh: '经由网络' }, style: 'count', digits: 3 },
        {
          id: 'integral-tied',
          name: { en: 'Of those with ties', zh: '其中有关系的' },
          style: 'count',
          digits: 3,
        },
      ],
      rows: RELATIONS.map((relation) => {
        const { name, says } = RELATION_TEXTS[relation];
        return {
          id: relation,
          says: { en: [name.en], zh: [name.zh] },
          why: { en: [says.en], zh: [says.zh] },
          values: counts.map((count) => count[relation]),
        };
      }),
      none: { en: 'Nothing flows.', zh: '没有流动。' },
      facts: [
        {
          id: 'pairs',
          name: { en: 'Pairs in all', zh: '总对数' },
          value: pairs,
          style: 'count',
          digits: 3,
        },
        {
          id: 'tied-pairs',
          name: { en: 'Pairs with flows between them', zh: '有流量往来的对数' },
          value: found.tied.columns.length / 2,
          style: 'count',
          digits: 3,
        },
      ],
    };
  },
};
