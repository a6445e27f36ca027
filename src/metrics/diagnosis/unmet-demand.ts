import { balanceOf, SHORT_BELOW, type Balance } from '../resources/balance.ts';
import { dimensionOf, idsOf, resourcePhrase } from './evidence.ts';
import { count, limit, number, OURS, share } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';

const COVERAGE: Threshold = {
  id: 'short-coverage',
  name: { en: 'Share of what is needed that is offered, below', zh: '需求覆盖率低于' },
  standard: SHORT_BELOW,
  min: 0.05,
  max: 1,
  step: 0.05,
  style: 'share',
  digits: 2,
  origin: OURS,
};

/** D6: what is needed and nobody offers, or not enough of it. Severity: 1 where nothing is offered. */
export const unmetDemand: Rule = {
  code: 'D6',
  name: { en: 'Vacant niches and unmet needs', zh: '生态位空缺与需求未满足' },
  mechanism: 'motivation',
  dimension: 'industry',
  thresholds: [COVERAGE],
  options: [],
  convention: {
    en: 'vacant: needed and offered by nobody; short: coverage, what all offer over what all need, below the threshold',
    zh: '空缺：有需求而无人供给；短缺：覆盖率（供给总量与需求总量之比）低于阈值',
  },
  why: {
    en: 'A need that nothing meets is a reason for its actors to look elsewhere, and an opening for whoever fills it.',
    zh: '需求得不到满足，主体就会转向别处；而这也是填补者的机会。',
  },
  sureness: {
    en: 'Vacancy follows from what is stated on the map; whether the amounts are right is yours to say, and half is our threshold.',
    zh: '空缺由地图所填内容直接得出；数量是否准确需由您判断，一半这一阈值为本软件自拟。',
  },
  status: 'ours',
  source: 'Ecotone’s own; vacancy by definition',
  *test(given) {
    const { network } = given;
    const balance = yield* balanceOf(network);
    if (!balance.demand.some((needed) => needed > 0))
      return doesNotApply('Nobody states a need.', '还没有主体填写需求。');
    const findings: Finding[] = [];
    let vacant = 0;
    for (const [resource, covered] of balance.coverage.entries()) {
      if (Number.isNaN(covered) || covered >= given.threshold(COVERAGE)) continue;
      if (balance.supply[resource] === 0) vacant++;
      findings.push(findingOf(given, balance, resource));
    }
    return found(findings, [
      count(
        'needed',
        'Resources that are needed',
        '有需求的资源数',
        balance.demand.filter((d) => d > 0).length,
      ),
      count('vacant', 'Offered by nobody', '无人供给的资源数', vacant),
    ]);
  },
};

function findingOf(given: Case, { supply, demand, coverage }: Balance, resource: number): Finding {
  const { network } = given;
  const what = resourcePhrase(network, resource);
  const [offered, needed, covered] = [supply[resource]!, demand[resource]!, coverage[resource]!];
  const severity = severityAt(covered, given.threshold(COVERAGE), 0);
  const width = supply.length;
  const those = (amounts: Float64Array): number[] =>
    Array.from({ length: network.n }, (_, actor) => actor).filter(
      (actor) => amounts[actor * width + resource]! > 0,
    );
  const needing = those(network.profiles.demand);
  return {
    id: `D6 ${network.profiles.resourceIds[resource] ?? ''}`,
    says:
      offered === 0
        ? {
            en: [what, ` is needed by ${needing.length} and offered by nobody.`],
            zh: [`有 ${needing.length} 个主体需要`, what, '，但无人供给。'],
          }
        : {
            en: [what, ` is short: ${(100 * covered).toFixed(0)}% of what is needed is offered.`],
            zh: [what, `短缺：供给仅为需求的 ${(100 * covered).toFixed(0)}%。`],
          },
    severity,
    level: offered === 0 ? 'critical' : levelAt(severity),
    facts: [
      number('demand', 'Needed in all', '需求总量', needed),
      number('supply', 'Offered in all', '供给总量', offered),
      share('coverage', 'Coverage', '覆盖率', covered),
      limit(COVERAGE, given),
      number('gap', 'Missing', '缺口', Math.max(0, needed - offered)),
    ],
    actors: idsOf(
      network,
      [...new Set([...needing, ...those(network.profiles.supply)])].sort((a, b) => a - b),
    ),
    ties: [],
    pairs: [],
    subject: { resource },
    dimension: dimensionOf(network, resource),
  };
}
