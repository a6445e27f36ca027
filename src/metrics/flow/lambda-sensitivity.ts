import type { FindingRow } from '../detail.ts';
import type { DetailMeasure } from '../measure.ts';
import { within } from '../progress.ts';
import { closureOf } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention, limitClause } from './convention.ts';
import { finnCycling } from './finn-cycling.ts';
import { relativeAscendency } from './order.ts';

const LAMBDAS: readonly number[] = [0.01, 0.05, 0.1, 0.2, 0.5];

/** The cycling index and relative ascendency under other closures; null without flows. */
export const lambdaSensitivity: DetailMeasure = {
  id: 'lambda-sensitivity',
  level: 'detail',
  group: 'flow',
  name: { en: 'How much hangs on λ', zh: '对 λ 的敏感性' },
  symbol: 'λ',
  formula: relativeAscendency.formula,
  where: {
    en: 'A is ascendency and C capacity, for flows that are closed with each λ in turn.',
    zh: 'A 为上升性，C 为发展能力；依次用各个 λ 闭合后计算。',
  },
  convention: (setting) => flowConvention(setting, limitClause(setting)),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'share', zh: '份额' },
  source: 'Our own check of our own assumption',
  status: 'ours',
  says: {
    en: 'Whether what is said of the flows would still hold had more or less been assumed to cross the boundary.',
    zh: '若假设跨越边界的流量更多或更少，关于流的结论是否仍然成立。',
  },
  caution: CLOSURE_CAUTION,
  complexity: 'O(n³)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['currency', 'lambda'],
  onRequest: true,
  *compute(network, options) {
    if ((yield* closureOf(network, options)) === null) return null;
    const lambdas = [...new Set([...LAMBDAS, options.lambda])].sort((a, b) => a - b);
    const rows: FindingRow[] = [];
    for (const [k, lambda] of lambdas.entries()) {
      const closed = { ...options, lambda };
      const share = 1 / lambdas.length;
      const index = yield* within(k * share, share, finnCycling.compute(network, closed));
      const ratio = yield* within((k + 1) * share, 0, relativeAscendency.compute(network, closed));
      const says = [`λ = ${lambda}`];
      rows.push({
        id: String(lambda),
        says: { en: says, zh: says },
        ...(lambda === options.lambda
          ? { tag: { name: { en: 'in force', zh: '当前采用' }, tone: 'neutral' as const } }
          : {}),
        values: [index, ratio],
      });
    }
    return {
      kind: 'rows',
      columns: [finnCycling, relativeAscendency].map(({ id, name, style, digits }) => ({
        id,
        name,
        style,
        digits,
      })),
      rows,
      none: { en: 'Nothing flows.', zh: '没有流动。' },
      facts: [],
    };
  },
};
