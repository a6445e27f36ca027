import type { Network } from '../../network/network.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { within } from '../progress.ts';
import { quantile } from '../permutation.ts';
import { symbiosisOf, type Symbiosis } from '../symbiosis/symbiosis.ts';
import { weightedReciprocity } from '../structure/reciprocity.ts';
import { actorPhrase, idOf, only, tieDimension, tiesFrom, weightBetween } from './evidence.ts';
import { limit, number, OURS, share, words } from './facts.ts';
import { readingOfFlows } from './flow-reading.ts';
import { doesNotApply, found, MOST_FINDINGS } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { distance, severityFor } from './severity.ts';

const STRENGTH: Threshold = {
  id: 'one-way-strength',
  name: { en: 'Weight in multiples of the median tie, from', zh: '权重达到关系权重中位数的倍数' },
  standard: 2,
  min: 1,
  max: 10,
  step: 0.5,
  style: 'number',
  digits: 2,
  origin: OURS,
};
const RETURN: Threshold = {
  id: 'one-way-return',
  name: { en: 'Share of it that comes back, below', zh: '得到回流的比例低于' },
  standard: 0.2,
  min: 0.01,
  max: 1,
  step: 0.01,
  style: 'share',
  digits: 2,
  origin: {
    en: 'Ours; after the weighted reciprocity of Squartini et al. (2013)',
    zh: '本软件自拟；依据加权互惠性（Squartini 等，2013）',
  },
};

/** Much that goes one way. */
interface OneWay {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly back: number;
}

/**
 * D7: pairs between whom much goes one way and little comes back. Severity: the mean of how little comes back and how
 * far the weight is above its threshold; 1 where an unbounded weight has no return.
 */
export const oneWayRelation: Rule = {
  code: 'D7',
  name: { en: 'One-way relations', zh: '单向关系' },
  mechanism: 'symbiosis',
  dimension: 'talent',
  thresholds: [STRENGTH, RETURN],
  options: ['currency', 'lambda'],
  convention: {
    en: 'W from one to the other in multiples of the median weight of the pairs, and what W has the other way; confirmed where utility over all ways, all kinds of tie added up unless the map follows one, is a gain for one and a loss for the other',
    zh: '以各主体对权重的中位数为单位衡量一方给另一方的 W，以及反向的 W；若经由全部路径的效用一得一失（除非指定了某一种流，否则合计全部关系类型），则视为得到印证',
  },
  why: {
    en: 'Who gives for long without anything coming back has less and less reason to go on.',
    zh: '长期付出而没有回报，继续付出的理由会越来越少。',
  },
  sureness: {
    en: 'Our heuristic: returns of another kind, or by way of others, may not be on the map; where the network as a whole confirms it we are surer.',
    zh: '属自拟启发式：其他形式或经由他者的回报可能未在图上；若整个网络的效用也印证，则更有把握。',
  },
  status: 'ours',
  source: 'Squartini et al. (2013); Patten (1991); Fath & Patten (1998)',
  *test(given) {
    const { network, options } = given;
    if (network.outgoing.columns.length === 0) return doesNotApply('There are no ties yet.', '还没有关系。');
    if (!network.directed)
      return doesNotApply(
        'No tie has a direction here, so that none is one-way.',
        '这里的关系没有方向，谈不上单向。',
      );
    const median = medianWeight(network);
    const oneWay = oneWayPairs(network, given.threshold(STRENGTH) * median, given.threshold(RETURN));
    const told = oneWay.slice(0, MOST_FINDINGS);
    const symbiosis =
      told.length > 0 ? yield* within(0, 1, symbiosisOf(network, readingOfFlows(options))) : null;
    return found(
      told.map((pair) => findingOf(given, pair, median, symbiosis)),
      [
        yield* reciprocityFact(network, options),
        number('median', 'Median weight of a pair', '权重中位数', median),
      ],
      oneWay.length,
    );
  },
};

function* reciprocityFact(network: Network, options: MeasureOptions) {
  const value = yield* weightedReciprocity.compute(network, options);
  return share('weighted-reciprocity', 'Weight that is returned on the map', '全图得到回流的权重比例', value);
}

function medianWeight({ outgoing }: Network): number {
  return quantile(outgoing.weights.slice().sort(), 0.5);
}

/** The heaviest first. @param least W from which on a pair counts */
function oneWayPairs(network: Network, least: number, below: number): OneWay[] {
  const { n, outgoing } = network;
  const pairs: OneWay[] = [];
  for (let from = 0; from < n; from++)
    for (let e = outgoing.offsets[from]!; e < outgoing.offsets[from + 1]!; e++) {
      const weight = outgoing.weights[e]!;
      if (weight < least) continue;
      const to = outgoing.columns[e]!;
      const back = weightBetween(network, to, from);
      if (back / weight < below) pairs.push({ from, to, weight, back });
    }
  return pairs.sort((a, b) => b.weight - a.weight || a.back - b.back || a.from - b.from || a.to - b.to);
}

function findingOf(given: Case, pair: OneWay, median: number, symbiosis: Symbiosis | null): Finding {
  const { network } = given;
  const { from, to, weight, back } = pair;
  const below = given.threshold(RETURN);
  const least = given.threshold(STRENGTH) * median;
  const ties = tiesFrom(network, only(from), only(to));
  const heaviest = ties.reduce<number | undefined>(
    (a, b) => (a === undefined || network.ties.weight[b]! > network.ties.weight[a]! ? b : a),
    undefined,
  );
  const confirmed = isConfirmed(symbiosis, from, to);
  const [giver, taker] = [actorPhrase(network, from), actorPhrase(network, to)];
  const [a, b] = [idOf(network, from), idOf(network, to)];
  return {
    id: `D7 ${a} ${b}`,
    says:
      back === 0
        ? {
            en: ['Much goes from ', giver, ' to ', taker, ', and nothing comes back directly.'],
            zh: [giver, '向', taker, '投入较多，尚无直接回流。'],
          }
        : {
            en: ['Much goes from ', giver, ' to ', taker, ', and little comes back directly.'],
            zh: [giver, '向', taker, '投入较多，直接回流很少。'],
          },
    severity: severityFor((distance(back / weight, below, 0) + (1 - least / weight)) / 2),
    level: confirmed === true ? 'critical' : 'warning',
    facts: [
      number('given', 'Given', '给出', weight),
      number('in-medians', 'In multiples of the median', '为中位数的倍数', weight / median),
      limit(STRENGTH, given),
      share('returned', 'Of it comes back', '得到回流的比例', back / weight),
      limit(RETURN, given),
      words(
        'confirmed',
        { en: 'Through the whole network', zh: '从整个网络看' },
        CONFIRMATION[String(confirmed)]!,
      ),
    ],
    actors: [a, b],
    ties: ties.map((tie) => network.ties.ids[tie] ?? ''),
    pairs: [],
    subject: { actors: [from, to], ...(heaviest !== undefined && { tie: heaviest }) },
    ...(heaviest !== undefined && { dimension: tieDimension(network, heaviest) }),
  };
}

const CONFIRMATION: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  true: { en: 'one gains and the other loses: confirmed', zh: '一方获益而另一方受损，得到印证' },
  false: {
    en: 'not confirmed: it is not that one gains and the other loses',
    zh: '未得到印证：并非一方获益而另一方受损',
  },
  null: { en: 'not known', zh: '无法判断' },
};

/** Whether one gains and the other loses over all ways; null where that is not known. */
function isConfirmed(symbiosis: Symbiosis | null, from: number, to: number): boolean | null {
  if (!symbiosis) return null;
  const { size, integral, closure } = symbiosis;
  const [i, j] = [closure.actors.indexOf(from), closure.actors.indexOf(to)];
  if (i === -1 || j === -1) return null;
  return Math.sign(integral[i * size + j]!) * Math.sign(integral[j * size + i]!) === -1;
}
