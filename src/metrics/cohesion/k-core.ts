import { math, row, sub } from '../math.ts';
import { clauses, PARALLEL_CLAUSE } from '../conventions.ts';
import { atOnce, type ActorMeasure } from '../measure.ts';
import { coreNumbers } from './core-numbers.ts';

/** The largest k such that the actor is in a part of the map where everyone has k partners in it. [0, n - 1]. Seidman (1983). */
export const kCore: ActorMeasure = {
  id: 'k-core',
  level: 'actor',
  group: 'cohesion',
  name: { en: 'Core number (k-core)', zh: '核数（k-核）' },
  symbol: 'K',
  formula: {
    text: 'Kᵢ = max {k : i ∈ G(k)}',
    math: math(sub('K', 'i'), '=', 'max', row('{', 'k', ':', 'i', '∈', sub('G', 'k'), '}')),
  },
  where: {
    en: 'G(k) is the largest part of the map in which every actor has at least k partners of that same part.',
    zh: 'G(k) 为网络中最大的、其中每个主体在该部分内都至少有 k 个合作方的部分。',
  },
  convention: () => clauses({ en: 'direction is ignored', zh: '不计方向' }, PARALLEL_CLAUSE),
  range: ({ n }) => [0, Math.max(0, n - 1)],
  hasNormalisedForm: false,
  unit: { en: 'partners within the core', zh: '个核内合作方' },
  source: 'Seidman (1983), Network structure and minimum degree',
  status: 'established',
  says: {
    en: 'How deep in the tightly knit core of the ecosystem this actor is.',
    zh: '该主体处于生态系统紧密核心的多深处。',
  },
  caution: {
    en: 'Some programs count a pair tied both ways twice on directed maps.',
    zh: '在有向网络上，有些软件把双向的一对计为两次。',
  },
  complexity: 'O(n + m)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce(({ either }) => coreNumbers(either)),
};
