import type { Network } from '../../network/network.ts';
import { multiplexity } from '../ties/multiplexity.ts';
import { typePairs } from '../ties/tie-types.ts';
import { idsOf, among, tiesBetween } from './evidence.ts';
import { count, limit, OURS, share } from './facts.ts';
import { doesNotApply, found } from './outcome.ts';
import type { Finding, Rule, Threshold } from './rule.ts';
import { levelAt, severityAt } from './severity.ts';

const SINGLE: Threshold = {
  id: 'single-stranded',
  name: {
    en: 'Share of actors with one kind of tie to each partner, above',
    zh: '与每个合作方仅有一种关系的主体占比高于',
  },
  standard: 0.6,
  min: 0.05,
  max: 1,
  step: 0.05,
  style: 'share',
  digits: 2,
  origin: OURS,
};

/** D13: most actors share one thing alone with each partner. Severity: 1 where all do. */
export const thinCommitment: Rule = {
  code: 'D13',
  name: { en: 'Thin commitment', zh: '合作关系单薄' },
  mechanism: 'guarantee',
  dimension: 'talent',
  thresholds: [SINGLE],
  options: [],
  convention: {
    en: 'actors with ties whose multiplexity is 1: one type of tie to every partner; direction and weights ignored',
    zh: '关系多重性为 1（与每个合作方只有一种关系）的主体占有关系主体的比例；不计方向与权重',
  },
  why: {
    en: 'A relation of one strand ends with it; where several are shared, one may lapse and the partnership lives on.',
    zh: '只有一种联系的合作，会随这种联系中断而结束；联系多样，一种中断时合作仍可延续。',
  },
  sureness: {
    en: 'Multiplexity is established, the threshold is ours; a map that records only the main tie of each pair looks thin.',
    zh: '关系多重性为公认测度，阈值为本软件自拟；若地图只记录每对主体的主要关系，结果会显得单薄。',
  },
  status: 'ours',
  source: 'Wasserman & Faust (1994) on multiplexity; the threshold is Ecotone’s own',
  *test(given) {
    const { network, options } = given;
    if (network.either.columns.length === 0) return doesNotApply('There are no ties yet.', '还没有关系。');
    if ((yield* typePairs(network, false)).length < 2)
      return doesNotApply(
        'All ties are of one type, so that no pair could share a second.',
        '所有关系都属同一类型，任何主体对都不可能有第二种关系。',
      );
    const values = yield* multiplexity.compute(network, options);
    const tied = Array.from(values.keys()).filter((actor) => !Number.isNaN(values[actor]!));
    const single = tied.filter((actor) => values[actor] === 1);
    const held = single.length / tied.length;
    const above = given.threshold(SINGLE);
    const facts = [
      share(
        'single',
        'Actors with one kind of tie to each partner',
        '与每个合作方仅有一种关系的主体占比',
        held,
      ),
      count('tied', 'Actors with ties', '有关系的主体数', tied.length),
    ];
    if (!(held > above)) return found([], facts);
    const severity = severityAt(held, above, 1);
    return found([findingOf(network, single, severity, [...facts, limit(SINGLE, given)])], facts);
  },
};

function findingOf(
  network: Network,
  single: readonly number[],
  severity: number,
  facts: Finding['facts'],
): Finding {
  return {
    id: 'D13',
    says: {
      en: [`${single.length} actors share only one kind of tie with each of their partners.`],
      zh: [`${single.length} 个主体与各合作方都只有一种关系。`],
    },
    severity,
    level: levelAt(severity),
    facts,
    actors: idsOf(network, single),
    ties: tiesBetween(network, among(single), among(single)),
    pairs: [],
    subject: { actors: single },
  };
}
