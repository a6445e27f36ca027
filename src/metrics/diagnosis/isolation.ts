import type { Network } from '../../network/network.ts';
import type { Phrase } from '../detail.ts';
import { only, tiesBetween } from './evidence.ts';
import { atOnceOutcome, doesNotApply, found, MOST_FINDINGS } from './outcome.ts';
import type { Finding, Rule } from './rule.ts';

/** Isolated actors weigh twice what pendant ones do. */
const SEVERITY = { isolated: 1, pendant: 0.5 } as const;

/** D1: actors with no partner, or with one alone, direction ignored. A definition, no threshold. */
export const isolation: Rule = {
  code: 'D1',
  name: { en: 'Isolated or pendant actors', zh: '孤立或悬挂主体' },
  mechanism: 'motivation',
  dimension: 'economy',
  thresholds: [],
  options: [],
  convention: {
    en: 'no partner, or exactly one, direction ignored; parallel ties count once, self-loops not at all',
    zh: '没有合作方，或仅有一个；不计方向，平行关系计一次，自环不计',
  },
  why: {
    en: 'Who has no partner takes no part in innovation here, and who has one alone drops out with it.',
    zh: '没有合作方的主体未参与本地创新；只有一个合作方的主体，会随其退出而脱离网络。',
  },
  sureness: {
    en: 'Certain as a fact of the map; whether the ties are missing in life or only in the data is yours to say.',
    zh: '就地图而言是确定的；但关系是现实中没有，还是数据未收录，需由您判断。',
  },
  status: 'established',
  source: 'By definition; see Wasserman & Faust (1994)',
  test: atOnceOutcome(({ network }) => {
    const { n, either } = network;
    if (n < 3)
      return doesNotApply(
        'With fewer than three actors nobody could have two partners.',
        '不足三个主体时，任何主体都不可能有两个合作方。',
      );
    const partners = (actor: number): number => either.offsets[actor + 1]! - either.offsets[actor]!;
    const few = Array.from({ length: n }, (_, actor) => actor)
      .filter((actor) => partners(actor) <= 1)
      .sort((a, b) => partners(a) - partners(b) || a - b);
    const told = few.slice(0, MOST_FINDINGS).map((actor) => findingOf(network, actor, partners(actor)));
    return found(told, [], few.length);
  }),
};

function findingOf(network: Network, actor: number, partners: number): Finding {
  const { actorIds, either } = network;
  const isThis = only(actor);
  const id = actorIds[actor] ?? '';
  const phrase: Phrase = { of: 'actor', id };
  const partner = partners === 1 ? (actorIds[either.columns[either.offsets[actor]!]!] ?? '') : undefined;
  return {
    id: `D1 ${id}`,
    says:
      partner === undefined
        ? { en: [phrase, ' has no partner.'], zh: [phrase, '没有任何合作方。'] }
        : {
            en: [phrase, ' hangs on ', { of: 'actor', id: partner }, ' alone.'],
            zh: [phrase, '仅与', { of: 'actor', id: partner }, '相连。'],
          },
    severity: partner === undefined ? SEVERITY.isolated : SEVERITY.pendant,
    level: partner === undefined ? 'critical' : 'warning',
    facts: [
      {
        id: 'partners',
        name: { en: 'Partners', zh: '合作方数' },
        value: partners,
        style: 'count',
        digits: 2,
      },
    ],
    actors: partner === undefined ? [id] : [id, partner],
    ties: tiesBetween(network, isThis, () => true),
    pairs: [],
    subject: { actors: [actor] },
  };
}
