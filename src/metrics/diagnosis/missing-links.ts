import type { Dimension } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import { within } from '../progress.ts';
import { pairsAmong, sectorSizes } from '../sectors/labels.ts';
import { actorsOf, among, idsOf, partiesOf, sectorPhrase, tiesBetween } from './evidence.ts';
import { count, limit, number } from './facts.ts';
import { doesNotApply, found, MOST_FINDINGS } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { sectorDeals } from './sector-deals.ts';
import { severityAt } from './severity.ts';

const RATIO: Threshold = {
  id: 'cross-sector-ratio',
  name: {
    en: 'Density between two sectors over that of the map, below',
    zh: '两类主体间密度与整体密度之比低于',
  },
  standard: 0.5,
  min: 0,
  max: 1,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: { en: 'Ratio to chance; half of it is ours', zh: '与随机水平之比；取一半为本软件自拟' },
};

const SIGNIFICANCE: Threshold = {
  id: 'cross-sector-p',
  name: { en: 'Told as critical with p below', zh: 'p 低于此值时列为严重' },
  standard: 0.05,
  min: 0.001,
  max: 0.5,
  step: 0.01,
  style: 'number',
  digits: 2,
  origin: {
    en: 'Convention; Fisher’s level, sectors dealt anew among the actors',
    zh: '惯例：Fisher 显著性水平，将主体类型重新随机分配',
  },
};

/** Tied pairs of two sectors as the rule reads them. */
export interface Block {
  readonly one: number;
  readonly other: number;
  readonly ties: number;
  readonly possible: number;
  /** Density between them over that of the whole map, >= 0. */
  readonly ratio: number;
}

/** D2: two sectors between which ties are far rarer than on the whole map. Severity: 1 without any tie. */
export const missingLinks: Rule = {
  code: 'D2',
  name: { en: 'Missing links between sectors', zh: '跨类型联系缺失' },
  mechanism: 'symbiosis',
  dimension: 'industry',
  thresholds: [RATIO, SIGNIFICANCE],
  options: ['permutations', 'seed'],
  convention: {
    en: 'tied pairs between two sectors over the possible ones, compared with the density of the whole map; direction ignored, the sector “other” left out',
    zh: '两类主体间有关系的对数占可能对数的比例，与整体密度比较；不计方向，“其他”类型不计入',
  },
  why: {
    en: 'What two sectors do not exchange, neither can build on; innovation across them has no way to begin.',
    zh: '两类主体之间没有交流，就无法相互借力，跨类型的创新也无从开始。',
  },
  sureness: {
    en: 'The ratio is a fact of the map; that half of the density is too little is our judgement, and p says how often chance alone has as few ties.',
    zh: '比值是地图上的事实；低于一半即为过少是我们的判断；p 值表示仅凭偶然出现同样少的关系的频率。',
  },
  status: 'ours',
  source: 'Ecotone’s own; blocks after Newman (2003), Mixing patterns in networks',
  unsureWhenSmall: true,
  *test(given) {
    const { network, options } = given;
    if (partiesOf(network).length < 2)
      return doesNotApply(
        'It takes actors of two sectors for a link between sectors to be missing.',
        '至少要有两类主体，才谈得上跨类型联系缺失。',
      );
    if (network.either.columns.length === 0)
      return doesNotApply('There are no ties yet to compare with.', '还没有关系可供比较。');
    const deals = yield* within(0, 1, sectorDeals(network, options));
    const width = network.sectorIds.length;
    const rare = blocksOf(network, deals.pairs)
      .filter(({ ties, ratio }) => ties === 0 || ratio < given.threshold(RATIO))
      .sort((a, b) => a.ratio - b.ratio || b.possible - a.possible);
    const findings = rare.slice(0, MOST_FINDINGS).map((block) => {
      const asFew = deals.asFew[block.one * width + block.other]!;
      return findingOf(given, block, (1 + asFew) / (1 + deals.permutations));
    });
    return found(
      findings,
      [number('density', 'Density of the map', '整体密度', densityOf(network))],
      rare.length,
    );
  },
};

function densityOf({ n, either }: Network): number {
  return either.columns.length / 2 / pairsAmong(n, false);
}

/** Every two sectors that have actors, "other" left out. @param pairs tied pairs, width x width */
export function blocksOf(network: Network, pairs: Float64Array): Block[] {
  const sizes = sectorSizes(network);
  const density = densityOf(network);
  const parties = partiesOf(network);
  return parties.flatMap((one, k) =>
    parties.slice(k + 1).map((other): Block => {
      const ties = pairs[one * sizes.length + other]!;
      const possible = sizes[one]! * sizes[other]!;
      return { one, other, ties, possible, ratio: ties / possible / density };
    }),
  );
}

function findingOf(given: Case, { one, other, ties, possible, ratio }: Block, p: number): Finding {
  const { network } = given;
  const [a, b] = [sectorPhrase(network, one), sectorPhrase(network, other)];
  const [ofOne, ofOther] = [actorsOf(network, one), actorsOf(network, other)];
  const severity = severityAt(ratio, given.threshold(RATIO), 0);
  return {
    id: `D2 ${network.sectorIds[one] ?? ''} ${network.sectorIds[other] ?? ''}`,
    says:
      ties === 0
        ? { en: ['There is no tie between ', a, ' and ', b, '.'], zh: [a, '与', b, '之间没有任何关系。'] }
        : {
            en: ['Ties between ', a, ' and ', b, ` are rare: ${ties} of ${possible} possible.`],
            zh: [a, '与', b, `之间的关系稀少：${possible} 个可能的配对中仅有 ${ties} 个。`],
          },
    severity,
    level: ties === 0 || p < given.threshold(SIGNIFICANCE) ? 'critical' : 'warning',
    facts: [
      count('tied-pairs', 'Tied pairs', '有关系的对数', ties),
      count('possible-pairs', 'Possible pairs', '可能的对数', possible),
      number('ratio', 'Density over that of the map', '与整体密度之比', ratio),
      limit(RATIO, given),
      number('p', 'As few or fewer by chance, p', '随机情形下同样少或更少的概率 p', p),
    ],
    actors: idsOf(network, [...ofOne, ...ofOther]),
    ties: tiesBetween(network, among(ofOne), among(ofOther)),
    pairs: [],
    subject: { sectors: [one, other] },
    dimension: dimensionBetween(network.sectorIds[one] ?? '', network.sectorIds[other] ?? ''),
  };
}

/** Whoever is tied to education trains talent; what governments and enterprises do together is the economy. */
function dimensionBetween(...sectors: readonly string[]): Dimension {
  if (sectors.includes('university')) return 'talent';
  return sectors.includes('government') && sectors.includes('enterprise') ? 'economy' : 'industry';
}
