import type { Network } from '../../network/network.ts';
import { finnCycling } from '../flow/finn-cycling.ts';
import { LONGEST, loopsOf, type Loops } from '../flow/loops.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { within } from '../progress.ts';
import { largestOf, strongComponents } from '../structure/components.ts';
import { actorsOf, among, idsOf, partnersOf, tiesBetween, tiesFrom } from './evidence.ts';
import { count, limit, number, OURS, share } from './facts.ts';
import { readingOfFlows } from './flow-reading.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';

const STRONG: Threshold = {
  id: 'strong-share',
  name: { en: 'Share of actors that all reach each other, below', zh: '彼此可达的主体占比低于' },
  standard: 0.5,
  min: 0.05,
  max: 1,
  step: 0.05,
  style: 'share',
  digits: 2,
  origin: OURS,
};
const CYCLING: Threshold = {
  id: 'finn-cycling',
  name: { en: 'Finn cycling index, below', zh: 'Finn 循环指数低于' },
  standard: 0.05,
  min: 0.005,
  max: 0.5,
  step: 0.005,
  style: 'number',
  digits: 2,
  origin: {
    en: 'Ours, at the lower end of food webs, which often have 0.05 to 0.3',
    zh: '本软件自拟，取食物网常见值 0.05–0.3 的下限',
  },
};

/** Ids of the default scheme by which feedback is known. */
const FEEDBACK_TYPES: readonly string[] = ['feedback', 'information'];
/** A circle through all sectors is a wish more than a need. Ours. */
const NO_CIRCLE = 0.6;

/**
 * D8: what is learnt does not come back. Severity: 1 where enterprises tell universities nothing, 0.6 where no circle
 * meets all sectors; else how far cycling, or the share that reach each other, is below its threshold.
 */
export const missingFeedback: Rule = {
  code: 'D8',
  name: { en: 'Missing feedback', zh: '反馈缺失' },
  mechanism: 'feedback',
  dimension: 'talent',
  thresholds: [STRONG, CYCLING],
  options: ['currency', 'lambda'],
  convention: {
    en: `ties of the types feedback and information from enterprises to universities, by their ids; the largest strong component; Finn’s index of all kinds of tie added up unless the map follows one; circles of at most ${LONGEST} actors through all sectors, or four of them`,
    zh: `按标识识别的企业对高校的“反馈”“信息”关系；最大强连通分支；Finn 循环指数（除非指定某一种流，否则合计全部关系类型）；至多 ${LONGEST} 个主体、贯通全部（或四类）主体类型的循环`,
  },
  why: {
    en: 'Without news of how graduates and results do in use, teaching and research cannot adjust to what is needed.',
    zh: '听不到毕业生与成果的实际使用情况，教学与科研就难以随需求调整。',
  },
  sureness: {
    en: 'Whether a tie or a circle is there is a fact of the map; the thresholds are ours, and index values depend on how flows are closed.',
    zh: '有无关系或循环是地图上的事实；阈值为本软件自拟，指数值取决于流的闭合方式。',
  },
  status: 'ours',
  source: 'Finn (1976); Tarjan (1972); thresholds are Ecotone’s own',
  *test(given) {
    const { network, options } = given;
    if (network.outgoing.columns.length === 0)
      return doesNotApply(
        'There are no ties yet, so that nothing could come back.',
        '还没有关系，谈不上回流。',
      );
    const reading = readingOfFlows(options);
    const index = yield* within(0, 0.5, finnCycling.compute(network, reading));
    const loops = yield* within(0.5, 0.5, circles(network));
    return found(
      [
        ...newsFinding(network),
        ...strongFinding(given),
        ...cyclingFinding(given, index),
        ...circleFinding(network, loops),
      ],
      [
        share('strong-share', 'Actors that all reach each other', '彼此可达的主体占比', strongShare(network)),
        number('finn-cycling', 'Finn cycling index', 'Finn 循环指数', index),
        number(
          'wide-circle',
          'What the largest circle through all sectors carries',
          '贯通全部类型的最大循环的承载量',
          loops.wide[0]?.carried ?? null,
        ),
      ],
    );
  },
};

function circles(network: Network): Computation<Loops> {
  return once(network, 'circles of all ties', () => loopsOf(network.outgoing, network.sectors));
}

function strongShare(network: Network): number {
  return largestOf(strongComponents(network)) / network.n;
}

/** Whether enterprises tell universities anything. */
function newsFinding(network: Network): Finding[] {
  const [enterprises, universities] = [actorsOf(network, 'enterprise'), actorsOf(network, 'university')];
  if (enterprises.length === 0 || universities.length === 0) return [];
  const [isEnterprise, isUniversity] = [among(enterprises), among(universities)];
  const { ties, sectorIds } = network;
  const types = new Set(FEEDBACK_TYPES.map((id) => ties.typeIds.indexOf(id)));
  const back = tiesFrom(network, isEnterprise, isUniversity).filter((tie) => types.has(ties.types[tie]!));
  if (back.length > 0) return [];
  const joined = [...enterprises, ...universities].filter((actor) =>
    partnersOf(network, actor).some(isEnterprise(actor) ? isUniversity : isEnterprise),
  );
  return [
    {
      id: 'D8 news',
      says: {
        en: [
          'No feedback or information goes from ',
          { of: 'sector', id: 'enterprise' },
          ' to ',
          { of: 'sector', id: 'university' },
          '.',
        ],
        zh: [
          '没有任何反馈或信息从',
          { of: 'sector', id: 'enterprise' },
          '流向',
          { of: 'sector', id: 'university' },
          '。',
        ],
      },
      severity: 1,
      level: 'critical',
      facts: [
        count('news', 'Such ties', '此类关系数', 0),
        count(
          'joined',
          'Actors of both sectors that are tied to the other',
          '与对方有关系的两类主体数',
          joined.length,
        ),
      ],
      actors: idsOf(network, joined.length > 0 ? joined : [...enterprises, ...universities]),
      ties: tiesBetween(network, isEnterprise, isUniversity),
      pairs: [],
      subject: { sectors: [sectorIds.indexOf('enterprise'), sectorIds.indexOf('university')] },
    },
  ];
}

function strongFinding(given: Case): Finding[] {
  const { network } = given;
  const components = strongComponents(network);
  const { of, sizes } = components;
  const size = largestOf(components);
  const held = size / network.n;
  const below = given.threshold(STRONG);
  if (held >= below) return [];
  const largest = sizes.indexOf(size);
  const severity = severityAt(held, below, 0);
  const outside = Array.from(of.keys()).filter((actor) => of[actor] !== largest || size === 1);
  return [
    {
      id: 'D8 strong',
      says: {
        en: [`Only ${(100 * held).toFixed(0)}% of the actors can all reach each other along the ties.`],
        zh: [`只有 ${(100 * held).toFixed(0)}% 的主体能沿关系彼此到达。`],
      },
      severity,
      level: levelAt(severity),
      facts: [
        share('strong-share', 'Share in the largest strong component', '最大强连通分支所占比例', held),
        limit(STRONG, given),
      ],
      actors: idsOf(network, outside),
      ties: [],
      pairs: [],
      subject: {},
      dimension: 'industry',
    },
  ];
}

function cyclingFinding(given: Case, index: number | null): Finding[] {
  const { network } = given;
  const below = given.threshold(CYCLING);
  if (index === null || index >= below) return [];
  const severity = severityAt(index, below, 0);
  return [
    {
      id: 'D8 cycling',
      says: {
        en: ['Hardly anything of what passes through the ecosystem comes back round.'],
        zh: ['流经生态系统的资源几乎没有循环回流。'],
      },
      severity,
      level: levelAt(severity),
      facts: [number('finn-cycling', 'Finn cycling index', 'Finn 循环指数', index), limit(CYCLING, given)],
      actors: idsOf(network, outOfCircles(network)),
      ties: [],
      pairs: [],
      subject: {},
      dimension: 'economy',
    },
  ];
}

/** Actors with ties along which nothing comes back to them. */
function outOfCircles(network: Network): number[] {
  const { of, sizes } = strongComponents(network);
  return Array.from(of.keys()).filter(
    (actor) => sizes[of[actor]!] === 1 && partnersOf(network, actor).length > 0,
  );
}

/** Nothing is said where the search ended before it was sure. */
function circleFinding(network: Network, { carrying, wide, wideComplete }: Loops): Finding[] {
  if (wide.length > 0 || !wideComplete || new Set(network.sectors).size < 2) return [];
  const widest = carrying.reduce<(typeof carrying)[number] | undefined>(
    (a, b) => (a === undefined || b.sectors > a.sectors ? b : a),
    undefined,
  );
  return [
    {
      id: 'D8 circle',
      says: {
        en: [`No circle of up to ${LONGEST} actors leads through all sectors and back.`],
        zh: [`没有一个至多 ${LONGEST} 个主体的循环能贯通全部主体类型并回到起点。`],
      },
      severity: NO_CIRCLE,
      level: levelAt(NO_CIRCLE),
      facts: [
        count(
          'widest',
          'Sectors that the widest circle meets',
          '最广的循环穿过的类型数',
          widest?.sectors ?? null,
        ),
      ],
      actors: idsOf(network, widest?.actors ?? []),
      ties: [],
      pairs: [],
      subject: {},
      dimension: 'industry',
    },
  ];
}
