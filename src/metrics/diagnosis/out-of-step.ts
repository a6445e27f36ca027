import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { measureById } from '../registry.ts';
import { couplingBand } from '../synergy/coupling-degree.ts';
import { actorsOf, idsOf, partnersOf } from './evidence.ts';
import { limit, number, OURS, words } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';

const COORDINATION: Threshold = {
  id: 'coupling-coordination',
  name: { en: 'Coordination D (modified), below', zh: '耦合协调度 D（修正）低于' },
  standard: 0.5,
  min: 0.1,
  max: 1,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: {
    en: 'Bands of coupling coordination, a convention: below 0.5 they are maladjusted',
    zh: '耦合协调度等级（惯例）：低于 0.5 为失调',
  },
};
const GAP: Threshold = {
  id: 'coupling-gap',
  name: { en: 'U₁ and U₂ apart by more than', zh: 'U₁ 与 U₂ 之差大于' },
  standard: 0.3,
  min: 0.05,
  max: 1,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: OURS,
};

/** Both sides and their coordination; null where undefined. */
interface Coupled {
  readonly industry: number | null;
  readonly education: number | null;
  readonly coordination: number | null;
}

/** D10: industry and education develop too little together. Severity: 1 at D = 0, or where they are wholly apart. */
export const outOfStep: Rule = {
  code: 'D10',
  name: { en: 'Industry and education out of step', zh: '产教发展失调' },
  mechanism: 'motivation',
  dimension: 'talent',
  thresholds: [COORDINATION, GAP],
  options: ['couplingIndicators'],
  convention: {
    en: 'the coupling coordination degree in its modified form, from the indicators in force on this map',
    zh: '修正形式的耦合协调度，采用本图现行的指标',
  },
  why: {
    en: 'Where one side runs ahead of the other, neither finds in the other what it needs to go on.',
    zh: '一方超前、另一方滞后时，双方都难以从对方获得继续发展所需的支持。',
  },
  sureness: {
    en: 'Contested: the choice of indicators decides the result and the bands are a convention; compare states of one map, not regions.',
    zh: '尚有争议：指标的选择决定结果，等级划分只是约定；宜比较同一地图的不同状态，不宜比较地区。',
  },
  status: 'contested',
  source: 'Wang, Kong, Ren, Zhi & Dai (2021), with Ecotone’s own indicators',
  *test(given) {
    const { network, options } = given;
    if (actorsOf(network, 'enterprise').length === 0 || actorsOf(network, 'university').length === 0)
      return doesNotApply(
        'It takes enterprises and universities on the map for them to be in or out of step.',
        '地图上须同时有企业与高校，才谈得上协调与否。',
      );
    const coupled = yield* readCoupling(network, options);
    const { industry, education, coordination } = coupled;
    if (industry === null || education === null || coordination === null)
      return doesNotApply(
        'No indicator of industry, or none of education, has a value on this map.',
        '产业或教育一侧没有任何指标在本图上有值。',
      );
    return found(
      [
        ...coordinationFinding(given, coupled, coordination, industry - education),
        ...gapFinding(given, coupled, industry - education),
      ],
      factsOf(coupled),
    );
  },
};

function* readCoupling(network: Network, options: MeasureOptions): Computation<Coupled> {
  return {
    industry: yield* valueOf('industry-development', network, options),
    education: yield* valueOf('education-development', network, options),
    coordination: yield* valueOf('coupling-coordination', network, options),
  };
}

function* valueOf(id: string, network: Network, options: MeasureOptions): Computation<number | null> {
  const measure = measureById(id);
  return measure?.level === 'network' ? yield* measure.compute(network, options) : null;
}

function factsOf({ industry, education, coordination }: Coupled): Finding['facts'] {
  return [
    number('industry', 'Development of industry U₁', '产业发展水平 U₁', industry),
    number('education', 'Development of education U₂', '教育发展水平 U₂', education),
    number('coordination', 'Coordination D (modified)', '耦合协调度 D（修正）', coordination),
  ];
}

function coordinationFinding(given: Case, coupled: Coupled, value: number, difference: number): Finding[] {
  const below = given.threshold(COORDINATION);
  if (value >= below) return [];
  const severity = severityAt(value, below, 0);
  const band = couplingBand(value);
  return [
    {
      id: 'D10 coordination',
      says: {
        en: [`Industry and education are hardly coordinated: ${band.en}.`],
        zh: [`产业与教育的协调程度偏低：${band.zh}。`],
      },
      severity,
      level: levelAt(severity),
      facts: [
        ...factsOf(coupled),
        words('band', { en: 'Level', zh: '协调等级' }, band),
        limit(COORDINATION, given),
      ],
      ...lagging(given.network, difference),
    },
  ];
}

function gapFinding(given: Case, coupled: Coupled, difference: number): Finding[] {
  const above = given.threshold(GAP);
  const apart = Math.abs(difference);
  if (!(apart > above)) return [];
  const severity = severityAt(apart, above, 1);
  return [
    {
      id: 'D10 gap',
      says:
        difference < 0
          ? { en: ['Industry lags behind education.'], zh: ['产业发展滞后于教育。'] }
          : { en: ['Education lags behind industry.'], zh: ['教育发展滞后于产业。'] },
      severity,
      level: levelAt(severity),
      facts: [...factsOf(coupled), number('gap', 'Apart by', '相差', apart), limit(GAP, given)],
      ...lagging(given.network, difference),
    },
  ];
}

/** Those of the lagging side that have no partner on the other or among intermediaries; all of them where each has one. */
function lagging(
  network: Network,
  difference: number,
): Pick<Finding, 'actors' | 'ties' | 'pairs' | 'subject' | 'dimension'> {
  const [own, other] =
    difference < 0 ? (['enterprise', 'university'] as const) : (['university', 'enterprise'] as const);
  const members = actorsOf(network, own);
  const bridges = new Set([network.sectorIds.indexOf(other), network.sectorIds.indexOf('intermediary')]);
  const apart = members.filter((actor) =>
    partnersOf(network, actor).every((partner) => !bridges.has(network.sectors[partner]!)),
  );
  return {
    actors: idsOf(network, apart.length > 0 ? apart : members),
    ties: [],
    pairs: [],
    subject: { sectors: [network.sectorIds.indexOf(own)] },
    dimension: difference < 0 ? 'economy' : 'talent',
  };
}
