import type { Network } from '../../network/network.ts';
import { clauses, directionClause, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure } from '../measure.ts';

/**
 * Sum over partners of min(W_ij, W_ji) over the sum of max; NaN for isolates. [0, 1]. Our own, after the weighted
 * reciprocity of whole networks of Squartini et al. (2013).
 */
export const actorReciprocity: ActorMeasure = {
  id: 'actor-reciprocity',
  level: 'actor',
  group: 'ties',
  name: { en: 'Reciprocity of the actor', zh: '主体互惠性' },
  symbol: 'ρ i',
  formula: {
    text: 'ρᵢ = Σⱼ min(Wᵢⱼ, Wⱼᵢ)/Σⱼ max(Wᵢⱼ, Wⱼᵢ)',
    math: math(
      sub('ρ', 'i'),
      '=',
      fraction(
        row(sumOver('j'), 'min', '(', sub('W', row('i', 'j')), ',', sub('W', row('j', 'i')), ')'),
        row(sumOver('j'), 'max', '(', sub('W', row('i', 'j')), ',', sub('W', row('j', 'i')), ')'),
      ),
    ),
  },
  where: {
    en: 'W from i to j is the sum of the weights of all ties in which i gives to j.',
    zh: 'W 为主体 i 向 j 提供资源的全部关系的权重之和。',
  },
  convention: (setting) => clauses(directionClause(setting), SUMMED_CLAUSE),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of weight', zh: '占权重的比例' },
  source: 'After Squartini, Picciolo, Ruzzenenti & Garlaschelli (2013), Reciprocity of weighted networks',
  status: 'ours',
  says: {
    en: 'Whether what this actor gives comes back, and what it gets is returned.',
    zh: '该主体的付出是否得到回报，所得是否有所回馈。',
  },
  caution: {
    en: 'Always 1 where no tie is one-way or direction is ignored.',
    zh: '没有单向关系或忽略方向时恒为 1。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: atOnce(returnedShares),
};

function returnedShares({ n, outgoing, incoming }: Network): Float64Array {
  const values = new Float64Array(n);
  for (let actor = 0; actor < n; actor++) {
    let given = outgoing.offsets[actor]!;
    let received = incoming.offsets[actor]!;
    const givenEnd = outgoing.offsets[actor + 1]!;
    const receivedEnd = incoming.offsets[actor + 1]!;
    let least = 0;
    let most = 0;
    while (given < givenEnd || received < receivedEnd) {
      const to = given < givenEnd ? outgoing.columns[given]! : n;
      const from = received < receivedEnd ? incoming.columns[received]! : n;
      const out = to <= from ? outgoing.weights[given++]! : 0;
      const back = from <= to ? incoming.weights[received++]! : 0;
      least += Math.min(out, back);
      most += Math.max(out, back);
    }
    values[actor] = least / most;
  }
  return values;
}
