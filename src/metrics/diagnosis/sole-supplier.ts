import { balanceOf, type Balance } from '../resources/balance.ts';
import { actorPhrase, dimensionOf, idsOf, resourcePhrase } from './evidence.ts';
import { count, limit, number } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityFor } from './severity.ts';

const CONCENTRATION: Threshold = {
  id: 'supply-concentration',
  name: { en: 'Concentration HHI of what is offered, from', zh: '供给集中度 HHI 达到' },
  standard: 1,
  min: 0.3,
  max: 1,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: { en: 'Definition: one supplier alone has 1', zh: '定义：唯一供给方时为 1' },
};

/** D14: what others need and one actor alone offers. Severity: 1 where everybody else needs it. */
export const soleSupplier: Rule = {
  code: 'D14',
  name: { en: 'A single source of supply', zh: '供给来源单一' },
  mechanism: 'guarantee',
  dimension: 'industry',
  thresholds: [CONCENTRATION],
  options: [],
  convention: {
    en: 'HHI of the shares of what is offered of a resource that somebody needs',
    zh: '对有需求的资源，按各供给方份额计算的 HHI',
  },
  why: {
    en: 'If the one source dries up or sets its terms, all who need it have nowhere else to turn.',
    zh: '唯一来源一旦中断或抬高条件，所有需求方都别无选择。',
  },
  sureness: {
    en: 'It follows from what is stated on the map; suppliers outside of the map are not seen.',
    zh: '由地图所填内容直接得出；图外的供给方看不到。',
  },
  status: 'established',
  source: 'By definition; Herfindahl (1950)',
  *test(given) {
    const { network } = given;
    const balance = yield* balanceOf(network);
    if (!balance.demand.some((needed) => needed > 0))
      return doesNotApply('Nobody states a need.', '还没有主体填写需求。');
    if (!balance.supply.some((offered) => offered > 0))
      return doesNotApply('Nobody states what they offer.', '还没有主体填写供给。');
    const from = given.threshold(CONCENTRATION);
    return found(
      Array.from(balance.demand.keys())
        .filter((r) => balance.demand[r]! > 0 && balance.concentration[r]! >= from)
        .map((r) => findingOf(given, balance, r)),
      [],
    );
  },
};

function findingOf(given: Case, balance: Balance, resource: number): Finding {
  const { network } = given;
  const { n, profiles } = network;
  const width = profiles.resourceIds.length;
  const those = (amounts: Float64Array): number[] =>
    Array.from({ length: n }, (_, actor) => actor).filter((actor) => amounts[actor * width + resource]! > 0);
  const amount = (actor: number): number => profiles.supply[actor * width + resource]!;
  const suppliers = those(profiles.supply).sort((a, b) => amount(b) - amount(a) || a - b);
  const main = suppliers[0] ?? 0;
  const needing = those(profiles.demand).filter((actor) => actor !== main);
  const severity = severityFor(n > 1 ? needing.length / (n - 1) : 0);
  const [what, who] = [resourcePhrase(network, resource), actorPhrase(network, main)];
  const sole = suppliers.length === 1;
  return {
    id: `D14 ${profiles.resourceIds[resource] ?? ''}`,
    says: sole
      ? {
          en: [what, ' comes from ', who, ` alone; ${needing.length} others need it.`],
          zh: [what, '仅由', who, `供给，另有 ${needing.length} 个主体需要。`],
        }
      : {
          en: [what, ' comes mostly from ', who, `; ${needing.length} others need it.`],
          zh: [what, '主要由', who, `供给，另有 ${needing.length} 个主体需要。`],
        },
    severity,
    level: levelAt(severity),
    facts: [
      count('suppliers', 'Suppliers', '供给方数', suppliers.length),
      number(
        'concentration',
        'Concentration HHI of supply',
        '供给集中度 HHI',
        balance.concentration[resource]!,
      ),
      limit(CONCENTRATION, given),
      count('needing', 'Others that need it', '有需求的其他主体数', needing.length),
      number('demand', 'Needed in all', '需求总量', balance.demand[resource]!),
    ],
    actors: idsOf(network, [main, ...needing]),
    ties: [],
    pairs: [],
    subject: { actors: [main], resource },
    dimension: dimensionOf(network, resource),
  };
}
