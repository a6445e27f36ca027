import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { DetailMeasure } from '../measure.ts';
import { EMPTY_CLAUSE, nicheClause, statesClause } from './niche-clauses.ts';
import { holdersFact, singleStateFact, statesFact } from './niche-facts.ts';
import { resourceStates } from './resource-states.ts';
import { holders } from './state-matrix.ts';

/** X itself, actors by resource states, and the shares P: what every niche measure reads. Null where it is empty. */
export const nicheStates: DetailMeasure = {
  id: 'niche-states',
  level: 'detail',
  group: 'niche',
  name: { en: 'Resource states', zh: '资源状态矩阵' },
  symbol: 'X',
  formula: {
    text: 'Pᵢᵣ = Xᵢᵣ/Σᵣ Xᵢᵣ',
    math: math(
      sub('P', row('i', 'r')),
      '=',
      fraction(sub('X', row('i', 'r')), row(sumOver('r'), sub('X', row('i', 'r')))),
    ),
  },
  where: {
    en: 'X is how much of the resource state r the actor i uses, P its share in all that i uses.',
    zh: 'X 为主体 i 对资源状态 r 的利用量，P 为其在 i 全部利用中所占的份额。',
  },
  convention: (setting) => clauses(nicheClause(setting), statesClause(setting), EMPTY_CLAUSE),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'amount used', zh: '利用量' },
  source: 'Colwell & Futuyma (1971), On the measurement of niche breadth and overlap',
  status: 'ours',
  says: {
    en: 'Who lives on what: the table that every number about niches is computed from.',
    zh: '谁依靠什么：所有生态位数值都由这张表计算得出。',
  },
  complexity: 'O(m + n·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['niche', 'nicheStates'],
  onRequest: true,
  *compute(network, options) {
    const states = yield* resourceStates(network, options);
    const rows = holders(states);
    if (rows.length === 0) return null;
    const { count } = states;
    const taken = (of: Float64Array): Float64Array => {
      const values = new Float64Array(rows.length * count);
      for (const [k, actor] of rows.entries())
        values.set(of.subarray(actor * count, (actor + 1) * count), k * count);
      return values;
    };
    return {
      kind: 'matrix',
      rows: { of: 'actor', ids: Array.from(rows, (actor) => network.actorIds[actor] ?? '') },
      columns: states.axis,
      layers: [
        {
          id: 'amounts',
          name: { en: 'Amount used', zh: '利用量' },
          values: taken(states.values),
          style: 'number',
          digits: 3,
        },
        {
          id: 'shares',
          name: { en: 'Share of the niche', zh: '生态位份额' },
          values: taken(states.shares),
          style: 'share',
          digits: 3,
        },
      ],
      facts: [statesFact(states), holdersFact(states), singleStateFact(states)],
    };
  },
};
