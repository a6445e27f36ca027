import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { FindingRow, Phrase, RowsDetail } from '../detail.ts';
import { math, row, sub, subsup, sumOver } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { balanceOf, SHORT_BELOW } from './balance.ts';
import { proposalsFor, type Proposal } from './proposals.ts';
import { OWN_HEURISTIC, REACH_CLAUSE, STATED_CAUTION } from './texts.ts';

const MOST = 20;

/** Ties worth making, between actors where one offers what the other lacks; null where nothing is needed. */
export const tieProposals: DetailMeasure = {
  id: 'tie-proposals',
  level: 'detail',
  group: 'resources',
  name: { en: 'Proposed ties', zh: '建议建立的关系' },
  symbol: 'κ',
  formula: {
    text: 'κᵢⱼ = Σᵣ min(Pˢᵢᵣ, Pᵈⱼᵣ)',
    math: math(
      sub('κ', row('i', 'j')),
      '=',
      sumOver('r'),
      'min',
      '(',
      subsup('P', row('i', 'r'), 's'),
      ',',
      subsup('P', row('j', 'r'), 'd'),
      ')',
    ),
  },
  where: {
    en: 'Pˢ is the share of resource r in what actor i offers, Pᵈ its share in what actor j needs.',
    zh: 'Pˢ 为资源 r 在主体 i 供给中的份额，Pᵈ 为其在主体 j 需求中的份额。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      { en: 'of different sectors and not tied', zh: '类型不同且尚无关系' },
      {
        en: `ranked by how much more of all needs would be met, at most ${MOST}`,
        zh: `按建立后可多满足的需求排序，最多 ${MOST} 条`,
      },
      REACH_CLAUSE,
    ),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share', zh: '份额' },
  source: OWN_HEURISTIC,
  status: 'ours',
  says: {
    en: 'Which two actors should talk: one offers what the other needs and does not get.',
    zh: '哪两个主体值得对接：一方供给的，正是另一方需要而得不到的。',
  },
  caution: STATED_CAUTION,
  complexity: 'O(n²·R + Σ k³·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  onRequest: true,
  *compute(network): Computation<RowsDetail | null> {
    const balance = yield* balanceOf(network);
    const needed = balance.demand.reduce((sum, amount) => sum + amount, 0);
    if (needed === 0) return null;
    const proposals = yield* proposalsFor(network, MOST);
    return {
      kind: 'rows',
      columns: [
        {
          id: 'gain',
          name: { en: 'More of all needs met', zh: '多满足的需求' },
          style: 'share',
          digits: 2,
        },
        { id: 'fit', name: { en: 'Fit κ', zh: '互补度 κ' }, style: 'number', digits: 3, bar: true },
      ],
      rows: proposals.map((proposal) =>
        rowOf(network, proposal, needed, balance.coverage[proposal.resource]! < SHORT_BELOW),
      ),
      none: {
        en: 'No new tie between two sectors would bring anyone more of what it needs.',
        zh: '不同类型主体之间的新关系都不会让任何主体多得到所需的资源。',
      },
      facts: [],
    };
  },
};

function rowOf(
  { actorIds, profiles }: Network,
  proposal: Proposal,
  needed: number,
  short: boolean,
): FindingRow {
  const from = actorIds[proposal.from] ?? '';
  const to = actorIds[proposal.to] ?? '';
  const giver: Phrase = { of: 'actor', id: from };
  const receiver: Phrase = { of: 'actor', id: to };
  const resource: Phrase = { of: 'resource', id: profiles.resourceIds[proposal.resource] ?? '' };
  return {
    id: `${from} ${to}`,
    says: { en: [giver, ' → ', receiver], zh: [giver, ' → ', receiver] },
    ...(short ? { tag: { name: { en: 'short', zh: '短缺' }, tone: 'concern' } as const } : {}),
    why: proposal.absent
      ? {
          en: [giver, ' offers ', resource, ', which ', receiver, ' needs and nobody near it offers.'],
          zh: [giver, '供给', resource, '，', receiver, '需要它，而周边无人供给。'],
        }
      : {
          en: [giver, ' offers ', resource, ', of which ', receiver, ' gets less than it needs.'],
          zh: [giver, '供给', resource, '，', receiver, '所得尚少于其需求。'],
        },
    values: [proposal.gain / needed, proposal.fit],
    actors: [from, to],
    pairs: [[from, to]],
  };
}
