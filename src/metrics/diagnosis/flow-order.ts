import type { Network } from '../../network/network.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { relativeAscendency } from '../flow/order.ts';
import { closureOf, type Closure } from '../flow/closure.ts';
import { idsOf, only, tiesFrom } from './evidence.ts';
import { limit, number } from './facts.ts';
import { readingOfFlows } from './flow-reading.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { severityAt } from './severity.ts';

const ORIGIN = {
  en: 'Ours, round the optima 1/e = 0.37 and 0.46 of Ulanowicz et al. (2009); contested outside food webs',
  zh: '本软件自拟，围绕 Ulanowicz 等（2009）的最优值 1/e = 0.37 与 0.46；在食物网之外尚有争议',
};
const LOOSE: Threshold = {
  id: 'flow-loose',
  name: { en: 'Relative ascendency α, loose below', zh: '相对上升性 α 低于此值为松散' },
  standard: 0.25,
  min: 0.02,
  max: 0.5,
  step: 0.01,
  style: 'number',
  digits: 2,
  origin: ORIGIN,
};
const BRITTLE: Threshold = {
  ...LOOSE,
  id: 'flow-brittle',
  name: { en: 'Relative ascendency α, brittle above', zh: '相对上升性 α 高于此值为脆弱' },
  standard: 0.55,
  min: 0.3,
  max: 0.98,
};

/** So much of the flows is lit. */
const MOST_LIT = 5;

/** D11: flows too tidy to adapt, or too loose to get anywhere. Severity: 1 at alpha = 0 or 1. Always a warning. */
export const flowOrder: Rule = {
  code: 'D11',
  name: { en: 'Brittle or loose flows', zh: '流过于脆弱或松散' },
  mechanism: 'guarantee',
  dimension: 'economy',
  thresholds: [LOOSE, BRITTLE],
  options: ['currency', 'lambda'],
  convention: {
    en: 'α = A/C of the closed flows, all kinds of tie added up unless the map follows one',
    zh: '闭合流的 α = A/C；除非指定某一种流，否则合计全部关系类型',
  },
  why: {
    en: 'Flows that have only one way break with it, and flows that go everywhere alike build nothing up.',
    zh: '只有单一路径的流会随之中断；处处均等的流则积累不起来。',
  },
  sureness: {
    en: 'Contested: the window was found in food webs, and ties are no measured flows; take it as a question, not a verdict.',
    zh: '尚有争议：该区间来自食物网研究，且关系并非实测流量；宜视为提问而非结论。',
  },
  status: 'contested',
  source: 'Ulanowicz, Goerner, Lietaer & Gomez (2009), Quantifying sustainability',
  *test(given) {
    const { network } = given;
    const options: MeasureOptions = readingOfFlows(given.options);
    const closure = yield* closureOf(network, options);
    const order = yield* relativeAscendency.compute(network, options);
    if (!closure || order === null || network.n < 3 || closure.model.flows.columns.length === 0)
      return doesNotApply(
        'It takes three actors and flows between them.',
        '至少要有三个主体以及它们之间的流。',
      );
    const loose = given.threshold(LOOSE);
    const brittle = given.threshold(BRITTLE);
    const findings =
      order < loose
        ? [findingOf(given, closure, order, LOOSE, severityAt(order, loose, 0))]
        : order > brittle
          ? [findingOf(given, closure, order, BRITTLE, severityAt(order, brittle, 1))]
          : [];
    return found(findings, [
      number('relative-ascendency', 'Relative ascendency α', '相对上升性 α', order),
      number('lambda', 'Closure λ', '闭合系数 λ', options.lambda),
    ]);
  },
};

function findingOf(
  given: Case,
  closure: Closure,
  order: number,
  threshold: Threshold,
  severity: number,
): Finding {
  const brittle = threshold === BRITTLE;
  return {
    id: brittle ? 'D11 brittle' : 'D11 loose',
    says: brittle
      ? {
          en: ['Flows are very tidy: each goes one way, with little in reserve.'],
          zh: ['流十分规整：各走单一路径，几乎没有备用。'],
        }
      : {
          en: ['Flows are loose: they go everywhere alike, with little that builds up.'],
          zh: ['流较为松散：处处均等，难以形成积累。'],
        },
    severity,
    level: 'warning',
    facts: [
      number('relative-ascendency', 'Relative ascendency α', '相对上升性 α', order),
      limit(threshold, given),
    ],
    ...(brittle ? largestFlows(given.network, closure) : mostSpread(given.network, closure)),
    pairs: [],
    subject: {},
  };
}

/** The flows that most hangs on. */
function largestFlows(
  network: Network,
  { model: { flows }, actors }: Closure,
): Pick<Finding, 'actors' | 'ties'> {
  const arcs: { readonly from: number; readonly to: number; readonly flow: number }[] = [];
  for (let k = 0; k < actors.length; k++)
    for (let e = flows.offsets[k]!; e < flows.offsets[k + 1]!; e++)
      arcs.push({ from: actors[k]!, to: actors[flows.columns[e]!]!, flow: flows.weights[e]! });
  const largest = arcs.sort((a, b) => b.flow - a.flow).slice(0, MOST_LIT);
  return {
    actors: idsOf(network, new Set(largest.flatMap(({ from, to }) => [from, to]))),
    ties: largest.flatMap(({ from, to }) =>
      tiesFrom(network, only(from), only(to)).map((tie) => network.ties.ids[tie] ?? ''),
    ),
  };
}

/** Those whose flow goes to most others. */
function mostSpread(
  network: Network,
  { model: { flows }, actors }: Closure,
): Pick<Finding, 'actors' | 'ties'> {
  const order = Array.from(actors.keys())
    .map((k) => ({ actor: actors[k]!, ways: flows.offsets[k + 1]! - flows.offsets[k]! }))
    .sort((a, b) => b.ways - a.ways || a.actor - b.actor)
    .slice(0, MOST_LIT);
  return {
    actors: idsOf(
      network,
      order.map(({ actor }) => actor),
    ),
    ties: [],
  };
}
