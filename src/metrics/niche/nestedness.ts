import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import type { TestsDetail } from '../detail.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { Computation, DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { permutationTest } from '../permutation.ts';
import { within } from '../progress.ts';
import { nicheClause, shuffledClause, statesClause } from './niche-clauses.ts';
import { holdersFact, statesFact } from './niche-facts.ts';
import { nodf, type Nestedness } from './nodf.ts';
import { resourceStates } from './resource-states.ts';
import { eachRowShuffle } from './row-shuffles.ts';
import { holders, takeRows, type StateMatrix } from './state-matrix.ts';

interface Observed {
  readonly states: StateMatrix;
  readonly nestedness: Nestedness;
}

function observed(network: Network, options: MeasureOptions): Computation<Observed> {
  return once(network, `nestedness ${options.niche} ${options.nicheStates}`, function* () {
    const all = yield* resourceStates(network, options);
    const states = takeRows(all, holders(all));
    return { states, nestedness: yield* nodf(states.values, states.rows, states.count) };
  });
}

const SHARED = {
  group: 'niche',
  formula: {
    text: 'N = 100·Σ |Sᵢ ∩ Sⱼ|/kⱼ / (n(n−1)/2 + R(R−1)/2),  kᵢ > kⱼ',
    math: math(
      'N',
      '=',
      fraction(
        row(
          '100',
          sumOver(row(sub('k', 'i'), '>', sub('k', 'j'))),
          '|',
          sub('S', 'i'),
          '∩',
          sub('S', 'j'),
          '|',
          '/',
          sub('k', 'j'),
        ),
        row('n', '(', 'n', '−', '1', ')', '/', '2', '+', 'R', '(', 'R', '−', '1', ')', '/', '2'),
      ),
    ),
  },
  where: {
    en: 'S is the set of states of an actor (or of actors of a state), k its size; n actors with a niche, R states.',
    zh: 'S 为主体利用的状态集合（或利用某状态的主体集合），k 为其大小；n 为具有生态位的主体数，R 为资源状态数。',
  },
  hasNormalisedForm: false,
  unit: { en: 'per cent', zh: '百分比' },
  source:
    'Almeida-Neto, Guimarães, Guimarães, Loyola & Ulrich (2008), A consistent metric for nestedness analysis in ecological systems; Almeida-Neto & Ulrich (2011), A straightforward computational approach for measuring nestedness using quantitative matrices',
  status: 'contested',
  says: {
    en: 'Whether specialists live on a subset of what generalists live on (100), so that those depend on the same core.',
    zh: '专门化主体利用的资源是否是泛化主体所利用资源的子集（100 为完全嵌套），即大家是否依赖同一核心。',
  },
  style: 'number',
  digits: 3,
  usesPaths: false,
} as const;

function convention(setting: Setting) {
  return [
    nicheClause(setting),
    statesClause(setting),
    { en: 'a state is used or not, whatever the amount', zh: '只计是否利用，不计数量' },
    { en: 'pairs that fill equally many cells count 0', zh: '填充数相等的对计为 0' },
    { en: 'actors with an empty niche are left out', zh: '不计生态位为空的主体' },
  ];
}

/** NODF of actors by resource states. [0, 100]; null with fewer than two of either. */
export const nestednessTotal: NetworkMeasure = {
  ...SHARED,
  id: 'nodf',
  level: 'network',
  name: { en: 'Nestedness of niches (NODF)', zh: '生态位嵌套度（NODF）' },
  symbol: 'NODF',
  convention: (setting) => clauses(...convention(setting)),
  range: () => [0, 100],
  caution: {
    en: 'Means nothing without its test against chance, and depends on R, the number of states.',
    zh: '须结合其随机检验解读，且取决于资源状态数 R。',
  },
  complexity: 'O(n²·R + n·R²)',
  options: ['niche', 'nicheStates'],
  onRequest: true,
  *compute(network, options) {
    const { all } = (yield* observed(network, options)).nestedness;
    return Number.isNaN(all) ? null : all;
  },
};

const PARTS = [
  { id: 'all', name: { en: 'NODF, all pairs', zh: 'NODF（全部）' } },
  { id: 'rows', name: { en: 'NODF of actors', zh: 'NODF（主体间）' } },
  { id: 'columns', name: { en: 'NODF of states', zh: 'NODF（状态间）' } },
  { id: 'weighted', name: { en: 'WNODF, by amount', zh: 'WNODF（按数量）' } },
] as const;

/** NODF of actors, of states and of all, and WNODF, against the same actors choosing their states by chance. */
export const nestedness: DetailMeasure = {
  ...SHARED,
  id: 'nestedness',
  level: 'detail',
  name: { en: 'Nestedness of niches against chance', zh: '生态位嵌套度的检验' },
  symbol: 'NODF',
  convention: (setting) =>
    clauses(
      ...convention(setting),
      {
        en: 'WNODF counts a shared state only where the fuller actor uses more of it',
        zh: 'WNODF 只计较满的主体利用量更大的共有状态',
      },
      shuffledClause(setting),
    ),
  range: () => [0, Infinity],
  caution: {
    en: 'Chance keeps how many states each actor uses, not how many actors use each state; it depends on R, the number of states.',
    zh: '零模型保持各主体利用的状态数，不保持利用各状态的主体数；结果取决于资源状态数 R。',
  },
  complexity: 'O(permutations·(n²·R + n·R²))',
  options: ['niche', 'nicheStates', 'permutations', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, options): Computation<TestsDetail | null> {
    const { states, nestedness: found } = yield* within(0, 0.1, observed(network, options));
    if (Number.isNaN(found.all)) return null;
    const permuted = PARTS.map(() => new Float64Array(options.permutations));
    yield* within(
      0.1,
      0.9,
      eachRowShuffle(states.values, states.count, options, function* (values, deal) {
        const chance = yield* nodf(values, states.rows, states.count);
        for (const [k, { id }] of PARTS.entries()) permuted[k]![deal] = chance[id];
      }),
    );
    return {
      kind: 'tests',
      rows: PARTS.map(({ id, name }, k) => ({
        id,
        name,
        test: permutationTest(found[id], permuted[k] ?? new Float64Array(0), options.seed),
      })),
      style: 'number',
      digits: 3,
      facts: [statesFact(states), holdersFact(states)],
    };
  },
};
