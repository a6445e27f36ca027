import { actorPhrase, dimensionOf, idOf, idsOf, resourcePhrase } from './evidence.ts';
import { limit, number, OURS, share } from './facts.ts';
import { overlappingPairs, type OverlappingPair } from './niche-overlap.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { AT_THRESHOLD, distance, levelAt, severityFor } from './severity.ts';

const OVERLAP: Threshold = {
  id: 'niche-overlap',
  name: { en: 'Overlap of two profiles (Schoener), above', zh: '两个主体的生态位重叠（Schoener）高于' },
  standard: 0.85,
  min: 0.3,
  max: 0.99,
  step: 0.01,
  style: 'number',
  digits: 2,
  origin: {
    en: 'Ours: the 0.6 of diet ecology (Zaret & Rand 1971; Wallace 1981) says too much with few resources',
    zh: '本软件自拟：食性生态学的 0.6（Zaret & Rand 1971；Wallace 1981）在资源种类少时过于宽松',
  },
};
const SCARCITY: Threshold = {
  id: 'niche-scarcity',
  name: { en: 'Scarcity of what both need, above', zh: '双方所需资源的短缺程度高于' },
  standard: 0.25,
  min: 0,
  max: 0.95,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: OURS,
};

/** The catalogue lists so many of each kind. */
const MOST = 5;
/** To offer the same is at worst half as bad as to need the same that is short. Ours. */
const WORST_DUPLICATION = 0.5;

/**
 * D5: actors of one sector that need the same which is short, or offer the same. Severity of rivalry: the mean of how far
 * overlap and scarcity are above their thresholds, 1 where both are complete; duplication ends at 0.5.
 */
export const nicheCrowding: Rule = {
  code: 'D5',
  name: { en: 'Crowded niches', zh: '生态位重叠与竞争' },
  mechanism: 'symbiosis',
  dimension: 'economy',
  thresholds: [OVERLAP, SCARCITY],
  options: [],
  convention: {
    en: `pairs of one sector with two stated resources or more each; scarcity is the mean of 1 − coverage over what both need; the ${MOST} nearest of each kind`,
    zh: `同一类型中各填写了两种及以上资源的主体对；短缺程度为双方共同所需资源的 1 − 覆盖率的加权平均；每类列出最接近的 ${MOST} 对`,
  },
  why: {
    en: 'Those who draw on the same short resource hold each other back, and those who offer the same leave other needs open.',
    zh: '依赖同一短缺资源的主体会相互掣肘；供给相同的主体则让其他需求得不到满足。',
  },
  sureness: {
    en: 'Contested: overlap is competition only where the resource is short, and some of it lends newcomers legitimacy.',
    zh: '尚有争议：只有资源短缺时重叠才意味着竞争，适度重叠也能为新进入者带来合法性。',
  },
  status: 'contested',
  source: 'Schoener (1968); Bruggeman et al. (2012) on overlap that helps',
  *test(given) {
    const { network } = given;
    const above = given.threshold(OVERLAP);
    const rivals = yield* overlappingPairs(network, 'demand', above, given.threshold(SCARCITY), MOST);
    const doubles = yield* overlappingPairs(network, 'supply', above, null, MOST);
    if (!rivals.compared && !doubles.compared)
      return doesNotApply(
        'No two actors of one sector state two resources or more that they offer or need.',
        '没有两个同类主体各自填写了两种及以上的供给或需求。',
      );
    return found(
      [
        ...rivals.pairs.map((pair) => rivalry(given, pair)),
        ...doubles.pairs.map((pair) => duplication(given, pair)),
      ],
      [],
      rivals.count + doubles.count,
    );
  },
};

function rivalry(given: Case, pair: OverlappingPair): Finding {
  const { network } = given;
  const far =
    (distance(pair.overlap, given.threshold(OVERLAP), 1) +
      distance(pair.scarcity ?? 0, given.threshold(SCARCITY), 1)) /
    2;
  const [a, b] = [actorPhrase(network, pair.one), actorPhrase(network, pair.other)];
  const resource = resourcePhrase(network, pair.resource);
  return {
    ...common(given, 'rivalry', pair, severityFor(far)),
    says: {
      en: [a, ' and ', b, ' need nearly the same, and it is short: above all ', resource, '.'],
      zh: [a, '与', b, '的需求几乎相同，而这些资源短缺，尤其是', resource, '。'],
    },
    facts: [
      number('overlap', 'Overlap of what they need', '需求的重叠度', pair.overlap),
      limit(OVERLAP, given),
      share('scarcity', 'Scarcity of it', '短缺程度', pair.scarcity),
      limit(SCARCITY, given),
    ],
  };
}

function duplication(given: Case, pair: OverlappingPair): Finding {
  const { network } = given;
  const far = distance(pair.overlap, given.threshold(OVERLAP), 1);
  const [a, b] = [actorPhrase(network, pair.one), actorPhrase(network, pair.other)];
  const resource = resourcePhrase(network, pair.resource);
  return {
    ...common(given, 'duplication', pair, AT_THRESHOLD + (WORST_DUPLICATION - AT_THRESHOLD) * far),
    level: 'warning',
    says: {
      en: [a, ' and ', b, ' offer nearly the same: above all ', resource, '.'],
      zh: [a, '与', b, '的供给几乎相同，主要是', resource, '。'],
    },
    facts: [
      number('overlap', 'Overlap of what they offer', '供给的重叠度', pair.overlap),
      limit(OVERLAP, given),
    ],
  };
}

function common(
  { network }: Case,
  kind: string,
  { one, other, resource }: OverlappingPair,
  severity: number,
): Omit<Finding, 'says' | 'facts'> {
  const [a, b] = [idOf(network, one), idOf(network, other)];
  return {
    id: `D5 ${kind} ${a} ${b}`,
    severity,
    level: levelAt(severity),
    actors: idsOf(network, [one, other]),
    ties: [],
    pairs: [[a, b]],
    subject: { actors: [one, other], resource },
    dimension: dimensionOf(network, resource),
  };
}
