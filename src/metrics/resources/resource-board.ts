import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { FindingRow, Phrase, RowsDetail } from '../detail.ts';
import { fraction, math, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { balanceOf, meanCoverage, SHORT_BELOW, type Balance } from './balance.ts';
import { deliveredOf, met } from './delivery.ts';
import { OWN_HEURISTIC, REACH_CLAUSE, STATED_CAUTION } from './texts.ts';
import { reasonFor, TAGS, VERDICTS, verdictOf, type Verdict } from './verdict.ts';

/** Of each resource, the share of its needs that is met along ties; NaN where nobody needs it. */
function* reachableShares(network: Network, { demand }: Balance): Computation<Float64Array> {
  const delivered = yield* deliveredOf(network);
  const needs = network.profiles.demand;
  const reached = new Float64Array(demand.length);
  for (let cell = 0; cell < needs.length; cell++)
    reached[cell % demand.length]! += met(needs[cell]!, delivered[cell]!);
  return reached.map((amount, r) => (demand[r]! > 0 ? Math.min(1, amount / demand[r]!) : NaN));
}

const THRESHOLD = `${SHORT_BELOW * 100} %`;

/** Each resource with what is offered and needed of it, the most pressing first; null where nothing is stated. */
export const resourceBoard: DetailMeasure = {
  id: 'resource-board',
  level: 'detail',
  group: 'resources',
  name: { en: 'Vacant-niche board', zh: '空缺生态位看板' },
  symbol: 'c r',
  formula: {
    text: 'cᵣ = min(1, Qᵣ/Dᵣ)',
    math: math(sub('c', 'r'), '=', 'min', '(', '1', ',', fraction(sub('Q', 'r'), sub('D', 'r')), ')'),
  },
  where: {
    en: 'Q is what is offered of resource r, D what is needed of it, by all actors together.',
    zh: 'Q 为全部主体对资源 r 的供给之和，D 为需求之和。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      REACH_CLAUSE,
      {
        en: `short below ${THRESHOLD}; vacant where needed and offered by nobody; idle the other way round`,
        zh: `覆盖率低于 ${THRESHOLD} 为短缺；有需求而无供给为空缺；有供给而无需求为闲置`,
      },
      { en: 'monopoly: a single supplier', zh: '垄断：只有一个供给者' },
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'share of needs', zh: '占需求的比例' },
  source: `${OWN_HEURISTIC}; concentration after Herfindahl (1950)`,
  status: 'ours',
  says: {
    en: 'What this ecosystem needs that nobody provides, what is short, and what is offered but does not get there.',
    zh: '这个生态系统需要而无人供给的是什么，哪些短缺，哪些虽有供给却到不了需要者手中。',
  },
  caution: STATED_CAUTION,
  complexity: 'O(Σ k²·R)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  *compute(network): Computation<RowsDetail | null> {
    const balance = yield* balanceOf(network);
    const reachable = yield* reachableShares(network, balance);
    const found = network.profiles.resourceIds.flatMap((id, r) => {
      const verdict = verdictAt(balance, reachable, r);
      return verdict ? [{ r, id, verdict, gap: gapOf(balance, r) }] : [];
    });
    if (found.length === 0) return null;
    const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);
    found.sort((a, b) => rank(a.verdict) - rank(b.verdict) || b.gap - a.gap || a.r - b.r);
    const how = (verdict: Verdict): number => found.filter((one) => one.verdict === verdict).length;
    return {
      kind: 'rows',
      columns: [
        { id: 'supply', name: { en: 'Offered', zh: '供给' }, style: 'number', digits: 3 },
        { id: 'demand', name: { en: 'Needed', zh: '需求' }, style: 'number', digits: 3 },
        { id: 'coverage', name: { en: 'Coverage', zh: '覆盖率' }, style: 'share', digits: 3, bar: true },
        { id: 'gap', name: { en: 'Gap', zh: '缺口' }, style: 'number', digits: 3 },
        {
          id: 'concentration',
          name: { en: 'Concentration of suppliers', zh: '供给集中度' },
          style: 'number',
          digits: 3,
        },
        {
          id: 'reachable',
          name: { en: 'Gets there', zh: '可达覆盖率' },
          style: 'share',
          digits: 3,
          bar: true,
        },
      ],
      rows: found.map((one) => rowOf(network, balance, reachable, one)),
      none: { en: 'Nobody states what they offer or need.', zh: '没有主体填写供给或需求。' },
      facts: [
        {
          id: 'coverage',
          name: { en: 'Coverage of all needs', zh: '全部需求的覆盖率' },
          value: meanCoverage(balance, balance.demand),
          style: 'share',
          digits: 3,
        },
        {
          id: 'vacant',
          name: { en: 'Vacant resources', zh: '空缺资源数' },
          value: how('vacant'),
          style: 'count',
          digits: 3,
        },
        {
          id: 'short',
          name: { en: 'Short resources', zh: '短缺资源数' },
          value: how('short'),
          style: 'count',
          digits: 3,
        },
      ],
    };
  },
};

function verdictAt(balance: Balance, reachable: Float64Array, r: number): Verdict | null {
  return verdictOf({
    supply: balance.supply[r] ?? 0,
    demand: balance.demand[r] ?? 0,
    coverage: balance.coverage[r] ?? NaN,
    reachable: reachable[r] ?? NaN,
    suppliers: balance.suppliers[r] ?? 0,
  });
}

function gapOf({ supply, demand }: Balance, r: number): number {
  return Math.max(0, (demand[r] ?? 0) - (supply[r] ?? 0));
}

function rowOf(
  network: Network,
  balance: Balance,
  reachable: Float64Array,
  { r, id, verdict, gap }: { readonly r: number; readonly id: string; verdict: Verdict; gap: number },
): FindingRow {
  const { profiles } = network;
  const offering = withAmounts(network, profiles.supply, r);
  const needing = withAmounts(network, profiles.demand, r);
  const [only] = offering;
  const supplier: Phrase | undefined = only === undefined ? undefined : { of: 'actor', id: only };
  const shown = verdict === 'monopoly' || verdict === 'idle' ? offering : needing;
  const resource: Phrase = { of: 'resource', id };
  return {
    id,
    says: { en: [resource], zh: [resource] },
    tag: TAGS[verdict],
    why: reasonFor(verdict, shown.length, supplier),
    values: [
      balance.supply[r] ?? 0,
      balance.demand[r] ?? 0,
      known(balance.coverage[r]),
      gap,
      known(balance.concentration[r]),
      known(reachable[r]),
    ],
    actors: shown,
  };
}

function withAmounts({ actorIds, profiles }: Network, amounts: Float64Array, r: number): string[] {
  const width = profiles.resourceIds.length;
  return actorIds.filter((_, actor) => amounts[actor * width + r]! > 0);
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
