import type { Network } from '../../network/network.ts';
import { sectorModularity } from '../groups/sector-modularity.ts';
import type { Computation } from '../measure.ts';
import { quantile } from '../permutation.ts';
import { within } from '../progress.ts';
import { idsOf, partnersOf, tiesBetween } from './evidence.ts';
import { limit, number } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Outcome, Rule, Threshold } from './rule.ts';
import { sectorDeals, type SectorDeals } from './sector-deals.ts';
import { levelAt, severityAt } from './severity.ts';

const MODULARITY: Threshold = {
  id: 'silo-modularity',
  name: { en: 'Modularity of the sectors, above', zh: '主体类型的模块度高于' },
  standard: 0.3,
  min: 0.05,
  max: 0.9,
  step: 0.05,
  style: 'number',
  digits: 2,
  origin: {
    en: 'Rule of thumb for marked groups, Newman & Girvan (2004)',
    zh: '明显群体的经验值，Newman & Girvan（2004）',
  },
};
const QUANTILE: Threshold = {
  id: 'silo-quantile',
  name: { en: 'E-I index below this quantile of chance', zh: 'E-I 指数低于随机情形的此分位数' },
  standard: 0.05,
  min: 0.01,
  max: 0.5,
  step: 0.01,
  style: 'share',
  digits: 2,
  origin: { en: 'Convention; sectors dealt anew among the actors', zh: '惯例：将主体类型重新随机分配' },
};

/**
 * D9: sectors that keep to themselves. Severity: how far modularity is from its threshold to the most that so many
 * sectors can have, or the E-I index from its quantile to -1.
 */
export const silos: Rule = {
  code: 'D9',
  name: { en: 'Silos', zh: '各自为政' },
  mechanism: 'symbiosis',
  dimension: 'industry',
  thresholds: [MODULARITY, QUANTILE],
  options: ['permutations', 'seed'],
  convention: {
    en: 'modularity of the partition into sectors; E-I index of all tied pairs against sectors dealt anew among the actors',
    zh: '按主体类型划分的模块度；全部有关系的主体对的 E-I 指数与类型随机重排的结果比较',
  },
  why: {
    en: 'Where each sector keeps to itself, knowledge, people and money do not meet across sectors.',
    zh: '各类主体只与同类往来时，知识、人才与资金就难以跨界汇合。',
  },
  sureness: {
    en: 'Both measures are established; 0.3 is a rule of thumb, and below some thirty actors either is easily chance.',
    zh: '两项测度均为公认；0.3 只是经验值，主体少于三十个左右时结果容易出于偶然。',
  },
  status: 'contested',
  source: 'Newman & Girvan (2004); Krackhardt & Stern (1988)',
  unsureWhenSmall: true,
  *test(given): Computation<Outcome> {
    const { network, options } = given;
    if (new Set(network.sectors).size < 2)
      return doesNotApply('All actors are of one sector.', '所有主体都属于同一类型。');
    if (network.either.columns.length === 0) return doesNotApply('There are no ties yet.', '还没有关系。');
    const modularity = yield* sectorModularity.compute(network, { ...options, resolution: 1 });
    const deals = yield* within(0, 1, sectorDeals(network, options));
    const outward = outwardIndex(network, deals);
    return found(
      [...modularityFinding(given, modularity), ...outwardFinding(given, deals, outward)],
      [
        number('modularity', 'Modularity of the sectors', '主体类型的模块度', modularity),
        number('e-i', 'E-I index of the map', '全图的 E-I 指数', outward),
      ],
    );
  },
};

function outwardIndex({ either, sectorIds }: Network, { pairs }: SectorDeals): number {
  const width = sectorIds.length;
  let inside = 0;
  for (let sector = 0; sector < width; sector++) inside += pairs[sector * (width + 1)]!;
  return 1 - (4 * inside) / either.columns.length;
}

function modularityFinding(given: Case, modularity: number | null): Finding[] {
  const above = given.threshold(MODULARITY);
  if (modularity === null || !(modularity > above)) return [];
  const sectors = new Set(given.network.sectors).size;
  const severity = severityAt(modularity, above, Math.max(above, 1 - 1 / sectors));
  return [
    {
      id: 'D9 modularity',
      says: {
        en: ['Sectors keep to themselves far more than chance would have them.'],
        zh: ['各类主体与同类往来的程度远高于随机水平。'],
      },
      severity,
      level: levelAt(severity),
      facts: [
        number('modularity', 'Modularity of the sectors', '主体类型的模块度', modularity),
        limit(MODULARITY, given),
      ],
      ...inward(given.network),
    },
  ];
}

function outwardFinding(given: Case, { outward }: SectorDeals, index: number): Finding[] {
  const low = quantile(outward.slice().sort(), given.threshold(QUANTILE));
  if (!(index < low)) return [];
  const severity = severityAt(index, low, -1);
  return [
    {
      id: 'D9 mixing',
      says: {
        en: ['Fewer ties cross sectors than almost any dealing of the sectors would give.'],
        zh: ['跨类型的关系比几乎任何随机分配类型的结果都少。'],
      },
      severity,
      level: levelAt(severity),
      facts: [
        number('e-i', 'E-I index of the map', '全图的 E-I 指数', index),
        number('e-i-low', 'Quantile of chance', '随机情形的分位数', low),
        limit(QUANTILE, given),
      ],
      ...inward(given.network),
    },
  ];
}

/** Who has partners of its own sector alone, and the ties within sectors. */
function inward(network: Network): Pick<Finding, 'actors' | 'ties' | 'pairs' | 'subject'> {
  const { sectors, ties } = network;
  const keepers = Array.from(sectors.keys()).filter((actor) => {
    const partners = partnersOf(network, actor);
    return partners.length > 0 && partners.every((partner) => sectors[partner] === sectors[actor]);
  });
  const inside = new Set(ties.ids.filter((_, k) => sectors[ties.source[k]!] === sectors[ties.target[k]!]));
  return {
    actors: idsOf(network, keepers),
    ties: tiesBetween(
      network,
      () => true,
      () => true,
    ).filter((id) => inside.has(id)),
    pairs: [],
    subject: { actors: keepers },
  };
}
