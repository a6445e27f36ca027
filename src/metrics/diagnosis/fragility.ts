import { cutsOf } from '../cohesion/cuts.ts';
import { within } from '../progress.ts';
import { attackOn, robustnessOf, type Attack } from '../resilience/attack.ts';
import { actorPhrase, idOf, idsOf, only, tiesBetween } from './evidence.ts';
import { count, limit, number, OURS, share } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Case, Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';
import { strandedWithout } from './stranded.ts';

const ROBUSTNESS: Threshold = {
  id: 'fragile-robustness',
  name: { en: 'Robustness R (of at most 0.5), below', zh: '鲁棒性 R（上限 0.5）低于' },
  standard: 0.15,
  min: 0.02,
  max: 0.5,
  step: 0.01,
  style: 'number',
  digits: 2,
  origin: OURS,
};
const SPLIT: Threshold = {
  id: 'fragile-split',
  name: { en: 'Share of actors that one loss cuts off, from', zh: '单一主体退出所切断的主体占比达到' },
  standard: 0.1,
  min: 0.02,
  max: 1,
  step: 0.01,
  style: 'share',
  digits: 2,
  origin: OURS,
};

/** D12: what falls apart when actors leave. Severity: R from its threshold to the least possible; the share cut off. */
export const fragility: Rule = {
  code: 'D12',
  name: { en: 'Fragile when actors leave', zh: '主体退出时易瓦解' },
  mechanism: 'guarantee',
  dimension: 'industry',
  thresholds: [ROBUSTNESS, SPLIT],
  options: [],
  convention: {
    en: 'R is the mean share of actors in the largest piece while the busiest, counted anew, leave one by one; cut off means outside the largest piece of what hung together, the leaver not counted',
    zh: 'R 为度最大者（每步重算）相继退出时最大连通部分占比的均值；被切断指落在原连通部分的最大余块之外，退出者不计',
  },
  why: {
    en: 'Programmes end and firms move; what falls apart with the first of them cannot be relied on.',
    zh: '项目会结束，企业会迁离；若首个主体退出就使整体瓦解，这样的网络难以依靠。',
  },
  sureness: {
    en: 'R is established, the thresholds are ours; sparse maps are fragile by their sparseness, and a map may lack ties that are there.',
    zh: 'R 为公认测度，阈值为本软件自拟；稀疏的地图天然脆弱，地图也可能遗漏现实中的关系。',
  },
  status: 'ours',
  source: 'Schneider et al. (2011); Tarjan (1972)',
  unsureWhenSmall: true,
  *test(given) {
    const { network, options } = given;
    if (network.n < 3 || network.either.columns.length === 0)
      return doesNotApply(
        'It takes three actors and a tie for anything to fall apart.',
        '至少要有三个主体和一条关系，才谈得上瓦解。',
      );
    const attack = yield* within(0, 0.8, attackOn(network, 'degree', options));
    const { stranded } = yield* cutsOf(network);
    const worst = stranded.indexOf(stranded.reduce((a, b) => Math.max(a, b), 0));
    const robustness = robustnessOf(attack);
    return found(
      [...wholeFinding(given, attack, robustness), ...splitFinding(given, worst, stranded[worst]!)],
      [
        number('robustness', 'Robustness R', '鲁棒性 R', robustness),
        share(
          'worst-split',
          'Most that one loss cuts off',
          '单一主体退出最多切断的占比',
          stranded[worst]! / network.n,
        ),
      ],
    );
  },
};

function wholeFinding(given: Case, attack: Attack, robustness: number): Finding[] {
  const { network } = given;
  const below = given.threshold(ROBUSTNESS);
  if (robustness >= below) return [];
  const least = (network.n - 1) / network.n ** 2;
  const severity = severityAt(robustness, below, Math.min(below, least));
  const gone = Math.max(
    1,
    attack.left.findIndex((left) => left <= (attack.left[0] ?? 0) / 2),
  );
  const first = [...(attack.order ?? [])].slice(0, gone);
  return [
    {
      id: 'D12 robustness',
      says: {
        en: [
          gone === 1
            ? 'Once the busiest actor has left, half of what hangs together is gone.'
            : `Once the ${gone} busiest actors have left, half of what hangs together is gone.`,
        ],
        zh: [`最活跃的 ${gone} 个主体退出后，连通部分便减少一半。`],
      },
      severity,
      level: levelAt(severity),
      facts: [
        number('robustness', 'Robustness R', '鲁棒性 R', robustness),
        limit(ROBUSTNESS, given),
        count(
          'halved-after',
          'Actors gone when the largest piece is halved',
          '最大部分减半时已退出的主体数',
          gone,
        ),
      ],
      actors: idsOf(network, first),
      ties: [],
      pairs: [],
      subject: { actors: first },
    },
  ];
}

function splitFinding(given: Case, actor: number, cutOff: number): Finding[] {
  const { network } = given;
  const { n } = network;
  const from = given.threshold(SPLIT);
  if (cutOff === 0 || cutOff < from * n) return [];
  const severity = severityAt(cutOff / n, Math.min(from, (n - 2) / n), (n - 2) / n);
  const who = actorPhrase(network, actor);
  return [
    {
      id: `D12 split ${idOf(network, actor)}`,
      says: {
        en: ['If ', who, ` alone left, ${(100 * (cutOff / n)).toFixed(0)}% of all actors would be cut off.`],
        zh: ['仅', who, `一方退出，就会使 ${(100 * (cutOff / n)).toFixed(0)}% 的主体失去联系。`],
      },
      severity,
      level: levelAt(severity),
      facts: [
        share('split', 'Actors cut off, of all', '被切断的主体占比', cutOff / n),
        limit(SPLIT, given),
        count('stranded', 'Actors cut off', '被切断的主体数', cutOff),
      ],
      actors: [idOf(network, actor), ...idsOf(network, strandedWithout(network, actor))],
      ties: tiesBetween(network, only(actor), () => true),
      pairs: [],
      subject: { actors: [actor] },
    },
  ];
}
