import type { Network } from '../../network/network.ts';
import { cutsOf } from '../cohesion/cuts.ts';
import { strengthShares } from '../structure/hub-dependence.ts';
import { actorPhrase, idOf, idsOf, only, partnersOf, tiesBetween } from './evidence.ts';
import { count, limit, number, OURS, share } from './facts.ts';
import { doesNotApply, found, MOST_FINDINGS } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';
import { strandedWithout } from './stranded.ts';

/** Each tie counts at both of its ends, so that no share of strength and no HHI is larger. */
const LARGEST = 0.5;

const GUIDELINES = {
  en: 'US merger guidelines of 2010 and 2023, borrowed: made for markets, not for networks',
  zh: '借用美国《合并指南》（2010、2023）：为市场而非网络制定',
};

const TOP_SHARE: Threshold = {
  id: 'hub-top-share',
  name: { en: 'Share of all strength at one actor, above', zh: '单一主体占全部强度的份额高于' },
  standard: 0.2,
  min: 0.05,
  max: 0.5,
  step: 0.01,
  style: 'share',
  digits: 2,
  origin: OURS,
};
const HHI_WARNING: Threshold = {
  id: 'hub-hhi-warning',
  name: { en: 'Concentration HHI, warning above', zh: '集中度 HHI 高于此值时警示' },
  standard: 0.18,
  min: 0.02,
  max: 0.5,
  step: 0.01,
  style: 'number',
  digits: 2,
  origin: GUIDELINES,
};
const HHI_CRITICAL: Threshold = {
  ...HHI_WARNING,
  id: 'hub-hhi',
  name: { en: 'Concentration HHI, critical above', zh: '集中度 HHI 高于此值时列为严重' },
  standard: 0.25,
};
const STRANDED: Threshold = {
  id: 'hub-stranded',
  name: { en: 'Actors cut off without it, from', zh: '其退出时被切断的主体数，达到' },
  standard: 2,
  min: 1,
  max: 50,
  step: 1,
  style: 'count',
  digits: 2,
  origin: OURS,
};
const DROP: Threshold = {
  id: 'hub-drop',
  name: { en: 'Share of all actors cut off without it, above', zh: '其退出时被切断的主体占比高于' },
  standard: 0.2,
  min: 0.02,
  max: 1,
  step: 0.01,
  style: 'share',
  digits: 2,
  origin: OURS,
};

/**
 * D4: too much hangs on one actor: its share of strength, the concentration of all, or who is cut off without it.
 * Severity: 1 where one actor is an end of every tie, or where nobody stays together without it.
 */
export const hubReliance: Rule = {
  code: 'D4',
  name: { en: 'Over-dependence on a hub', zh: '过度依赖枢纽主体' },
  mechanism: 'guarantee',
  dimension: 'economy',
  thresholds: [TOP_SHARE, HHI_WARNING, HHI_CRITICAL, STRANDED, DROP],
  options: [],
  convention: {
    en: 'strength counts what is given and received; cut off means outside the largest piece of what hung together, the actor itself not counted; shares are not tested where equal ones would already be above the threshold',
    zh: '强度含给出与收到的；被切断指落在原连通部分的最大余块之外，退出者本身不计；主体过少、均分也会超过阈值时不检验份额',
  },
  why: {
    en: 'If the hub is busy, moves or changes its mind, much of the ecosystem stops with it.',
    zh: '一旦枢纽主体繁忙、迁离或改变策略，生态系统的很大一部分会随之停摆。',
  },
  sureness: {
    en: 'Shares and cuts are facts of the map; the bands of concentration are borrowed from markets and the other thresholds are ours.',
    zh: '份额与切断情况是地图上的事实；集中度分级借自市场分析，其余阈值为本软件自拟。',
  },
  status: 'ours',
  source: 'Herfindahl (1950); Tarjan (1972); US merger guidelines (2010, 2023)',
  *test(given) {
    const { network } = given;
    const { n } = network;
    const shares = n < 3 ? null : strengthShares(network);
    if (!shares)
      return doesNotApply(
        'It takes three actors and a tie for one to be a hub.',
        '至少要有三个主体和一条关系，才谈得上枢纽。',
      );
    const hhi = shares.reduce((sum, one) => sum + one * one, 0);
    const top = shares.indexOf(shares.reduce((largest, one) => Math.max(largest, one), 0));
    const { stranded } = yield* cutsOf(network);
    const cuts = Array.from(stranded.keys())
      .filter((actor) => isCut(given, stranded[actor]!))
      .sort((a, b) => stranded[b]! - stranded[a]! || a - b);
    const ofShares = [
      ...shareFinding(given, top, shares[top]!),
      ...concentrationFinding(given, top, hhi, shares[top]!),
    ];
    const told = cuts.slice(0, MOST_FINDINGS).map((actor) => cutFinding(given, actor));
    return found(
      [...ofShares, ...told],
      [
        number('hhi', 'Concentration HHI', '集中度 HHI', hhi),
        share('top-share', 'Largest share of strength', '最大强度份额', shares[top]!),
      ],
      ofShares.length + cuts.length,
    );
  },
};

/** Whether a threshold for shares says anything: equal ones must be below it. */
function tells({ network: { n } }: Case, limitOfShares: number): boolean {
  return n * limitOfShares > 1;
}

function isCut({ network: { n }, threshold }: Case, stranded: number): boolean {
  return stranded > 0 && (stranded >= threshold(STRANDED) || stranded > threshold(DROP) * n);
}

function around(network: Network, actor: number): Pick<Finding, 'actors' | 'ties' | 'pairs' | 'subject'> {
  return {
    actors: [idOf(network, actor), ...idsOf(network, partnersOf(network, actor))],
    ties: tiesBetween(network, only(actor), () => true),
    pairs: [],
    subject: { actors: [actor] },
  };
}

function shareFinding(given: Case, actor: number, held: number): Finding[] {
  const { network } = given;
  const from = given.threshold(TOP_SHARE);
  if (!(held > from) || !tells(given, from)) return [];
  const severity = severityAt(held, from, LARGEST);
  const who = actorPhrase(network, actor);
  const percent = `${(100 * held).toFixed(0)}%`;
  return [
    {
      id: `D4 share ${idOf(network, actor)}`,
      says: {
        en: [`${percent} of all that is given and received begins or ends at `, who, '.'],
        zh: [`全部往来中有 ${percent} 始于或止于`, who, '。'],
      },
      severity,
      level: levelAt(severity),
      facts: [
        share('top-share', 'Its share of all strength', '占全部强度的份额', held),
        limit(TOP_SHARE, given),
        share('equal-share', 'If all had the same', '各主体均分时', 1 / network.n),
      ],
      ...around(network, actor),
    },
  ];
}

function concentrationFinding(given: Case, top: number, hhi: number, held: number): Finding[] {
  const { network } = given;
  const from = given.threshold(HHI_WARNING);
  if (!(hhi > from) || !tells(given, from)) return [];
  return [
    {
      id: 'D4 concentration',
      says: {
        en: [
          'All that is given and received is concentrated on a few, above all on ',
          actorPhrase(network, top),
          '.',
        ],
        zh: ['往来集中于少数主体，其中以', actorPhrase(network, top), '最为突出。'],
      },
      severity: severityAt(hhi, from, LARGEST),
      level: hhi > given.threshold(HHI_CRITICAL) ? 'critical' : 'warning',
      facts: [
        number('hhi', 'Concentration HHI', '集中度 HHI', hhi),
        limit(HHI_WARNING, given),
        limit(HHI_CRITICAL, given),
        share('top-share', 'Largest share of strength', '最大强度份额', held),
      ],
      ...around(network, top),
    },
  ];
}

function cutFinding(given: Case, actor: number): Finding {
  const { network } = given;
  const { n } = network;
  const lost = strandedWithout(network, actor);
  const severity = severityAt(lost.length / n, 0, (n - 2) / n);
  const who = actorPhrase(network, actor);
  const actors = lost.length === 1 ? 'actor' : 'actors';
  return {
    id: `D4 cut ${idOf(network, actor)}`,
    says: {
      en: ['Without ', who, `, ${lost.length} ${actors} would lose touch with the others.`],
      zh: ['若', who, `退出，将有 ${lost.length} 个主体与其余主体失去联系。`],
    },
    severity,
    level: levelAt(severity),
    facts: [
      count('stranded', 'Actors cut off', '被切断的主体数', lost.length),
      limit(STRANDED, given),
      share('stranded-share', 'Of all actors', '占全部主体', lost.length / n),
      limit(DROP, given),
    ],
    actors: [idOf(network, actor), ...idsOf(network, lost)],
    ties: tiesBetween(network, only(actor), () => true),
    pairs: [],
    subject: { actors: [actor] },
  };
}
