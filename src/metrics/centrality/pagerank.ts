import { ln } from '../../base/logarithm.ts';
import type { Network } from '../../network/network.ts';
import { rowSizes, rowSums, type Csr } from '../../network/csr.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';
import { renumbered } from '../paths/renumbering.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-12;
/** The error shrinks by the damping a round, or faster: 1e-12 takes 170 at most. */
const MOST_ROUNDS = 1000;
const ENTRIES_PER_STEP = 200_000;

/**
 * Where a wandering resource is found in the long run: damping 0.85, what ends at an actor without outgoing ties goes
 * on anywhere. Values sum to 1. Brin & Page (1998), iterated to a change below 1e-12 in all.
 */
export const pagerank: ActorMeasure = {
  id: 'pagerank',
  level: 'actor',
  group: 'position',
  name: { en: 'PageRank', zh: 'PageRank' },
  symbol: 'p',
  formula: {
    text: 'pᵢ = (1 − d)/n + d (Σⱼ pⱼ Wⱼᵢ/sⱼ + D/n), d = 0.85',
    math: math(
      sub('p', 'i'),
      '=',
      fraction(row('1', '−', 'd'), 'n'),
      '+',
      'd',
      '(',
      sumOver('j'),
      sub('p', 'j'),
      fraction(sub('W', row('j', 'i')), sub('s', 'j')),
      '+',
      fraction('D', 'n'),
      ')',
    ),
  },
  where: {
    en: 's is the out-strength, D the sum of p over actors without outgoing ties.',
    zh: 's 为出强度，D 为没有向外关系的主体的 p 之和。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.weighted
        ? { en: 'in proportion to weights', zh: '按权重分配' }
        : { en: 'all ties alike, weights ignored', zh: '各关系均等，不计权重' },
      { en: 'damping 0.85; values sum to 1', zh: '阻尼系数 0.85；各值之和为 1' },
    ),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of the whole', zh: '占总体的份额' },
  source: 'Brin & Page (1998), The anatomy of a large-scale hypertextual Web search engine',
  status: 'established',
  says: {
    en: 'Where a wandering resource ends up: high for actors that receive from actors that themselves receive much.',
    zh: '游走的资源最终停留在哪里：从自身获得较多的主体那里获得资源，值就高。',
  },
  complexity: 'O(m) a round, up to 170 rounds',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: (network) => stationary(network),
};

/**
 * By places, where an actor's givers stand near it. What ends at actors without outgoing ties goes on to all alike, as
 * the start does, so it changes no proportion: the shares are those of the solution of p = 1 + d P' p, brought to a sum
 * of 1 (Del Corso, Gulli & Romani 2005).
 */
function* stationary(network: Network): Computation<Float64Array> {
  const { n, outgoing, weighted } = network;
  const { placeOf, incoming } = renumbered(network);
  const given = weighted ? rowSums(outgoing) : rowSizes(outgoing);
  /** What an actor gives on for each unit that it has and each unit of weight; 0 for those who give nothing. */
  const rate = new Float64Array(n);
  for (let actor = 0; actor < n; actor++)
    if (given[actor]! > 0) rate[placeOf[actor]!] = DAMPING / given[actor]!;
  const roundsPerStep = Math.max(1, Math.floor(ENTRIES_PER_STEP / (n + incoming.columns.length)));

  const has = new Float64Array(n).fill(1 / (1 - DAMPING));
  const gives = rate.map((each) => each / (1 - DAMPING));
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const change = passOn(incoming, weighted, rate, has, gives) / n;
    if (change < TOLERANCE) break;
    scaleToBalance(rate, has, gives);
    if (round % roundsPerStep === 0) yield Math.min(1, ln(change) / ln(TOLERANCE));
  }
  let total = 0;
  for (let place = 0; place < n; place++) total += has[place]!;
  return has.map((_, actor) => has[placeOf[actor]!]! / total);
}

/** One round, in which each value is used as soon as it is there (Gauss-Seidel); by how much they changed, in all. */
function passOn(
  { offsets, columns, weights }: Csr,
  weighted: boolean,
  rate: Float64Array,
  has: Float64Array,
  gives: Float64Array,
): number {
  let change = 0;
  for (let place = 0; place < rate.length; place++) {
    let value = 1;
    const end = offsets[place + 1]!;
    if (weighted) for (let e = offsets[place]!; e < end; e++) value += gives[columns[e]!]! * weights[e]!;
    else for (let e = offsets[place]!; e < end; e++) value += gives[columns[e]!]!;
    change += Math.abs(value - has[place]!);
    has[place] = value;
    gives[place] = value * rate[place]!;
  }
  return change;
}

/** Brings the sum to what comes in and is kept by nobody: the slowest part of the error is gone at once. */
function scaleToBalance(rate: Float64Array, has: Float64Array, gives: Float64Array): void {
  const n = rate.length;
  let lost = 0;
  for (let place = 0; place < n; place++) lost += has[place]! * (rate[place] === 0 ? 1 : 1 - DAMPING);
  const scale = n / lost;
  for (let place = 0; place < n; place++) {
    has[place]! *= scale;
    gives[place]! *= scale;
  }
}
