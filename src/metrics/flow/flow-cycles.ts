import type { Network } from '../../network/network.ts';
import type { FindingRow, Phrase } from '../detail.ts';
import { math, row, sub } from '../math.ts';
import type { DetailMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { closureKey, closureOf, type Closure } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention } from './convention.ts';
import { LONGEST, loopsOf, MOST_CARRYING, MOST_WIDE, type Loop } from './loops.ts';

/** The circles that carry most, and those through all sectors; null without flows. */
export const flowCycles: DetailMeasure = {
  id: 'flow-cycles',
  level: 'detail',
  group: 'flow',
  name: { en: 'Circles that carry most', zh: '承载最多的循环' },
  symbol: 'w',
  formula: {
    text: 'w = min Fᵢⱼ',
    math: math('w', '=', 'min', sub('F', row('i', 'j'))),
  },
  where: {
    en: 'F are the flows of a circle; w, the smallest of them, is what can go round.',
    zh: 'F 为循环中的各段流量；w 为其中最小者，即能循环一周的量。',
  },
  convention: (setting) =>
    flowConvention(
      setting,
      {
        en: `circles of at most ${LONGEST} actors; the ${MOST_CARRYING} that carry most, and ${MOST_WIDE} that meet all sectors, or four of them`,
        zh: `循环至多含 ${LONGEST} 个主体；列出承载最多的 ${MOST_CARRYING} 个，以及穿过全部（或四类）主体类型的 ${MOST_WIDE} 个`,
      },
      {
        en: 'of equal ones those through more sectors, then the shorter',
        zh: '承载相同时，先列穿过类型较多的，再列较短的',
      },
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'weight that goes round', zh: '循环的权重' },
  source: 'After Finn (1976) and Ulanowicz (1983), Identifying the structure of cycling in ecosystems',
  status: 'ours',
  says: {
    en: 'Along which circles something comes back to those who gave it, and how much.',
    zh: '付出的资源沿哪些循环回到付出者，回流多少。',
  },
  caution: CLOSURE_CAUTION,
  complexity: 'O(n + m), bounded',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['currency', 'lambda'],
  *compute(network, options) {
    const closure = yield* closureOf(network, options);
    if (!closure) return null;
    const { carrying, wide, carryingComplete, wideComplete } = yield* once(
      network,
      `flow loops ${closureKey(options)}`,
      () => loopsOf(closure.model.flows, sectorsOf(network, closure)),
    );
    const sectorsThere = new Set(sectorsOf(network, closure)).size;
    const rows = [...carrying, ...wide.filter((loop) => !carrying.includes(loop))].map((loop) =>
      rowOf(network, closure, loop, sectorsThere),
    );
    return {
      kind: 'rows',
      columns: [
        { id: 'carried', name: { en: 'Carries', zh: '承载量' }, style: 'number', digits: 3 },
        { id: 'length', name: { en: 'Actors', zh: '主体数' }, style: 'count', digits: 3 },
        { id: 'sectors', name: { en: 'Sectors', zh: '类型数' }, style: 'count', digits: 3 },
      ],
      rows,
      none: {
        en: `Nothing comes back: there is no circle of at most ${LONGEST} actors.`,
        zh: `没有回流：不存在至多含 ${LONGEST} 个主体的循环。`,
      },
      facts: [
        {
          id: 'largest',
          name: { en: 'What the largest circle carries', zh: '最大循环的承载量' },
          value: carrying[0]?.carried ?? null,
          style: 'number',
          digits: 3,
        },
        {
          id: 'widest',
          name: {
            en: 'What the largest circle through all sectors carries',
            zh: '穿过全部类型的最大循环的承载量',
          },
          value: wide[0]?.carried ?? null,
          style: 'number',
          digits: 3,
        },
        ...(carryingComplete && wideComplete
          ? []
          : [
              {
                id: 'cut-short',
                name: {
                  en: 'The search was ended: circles as large as the last ones may be missing',
                  zh: '搜索提前结束：可能遗漏与末几个同样大的循环',
                },
                value: 1,
                style: 'count' as const,
                digits: 1,
              },
            ]),
      ],
    };
  },
};

function sectorsOf({ sectors }: Network, { actors }: Closure): Uint16Array {
  return Uint16Array.from(actors, (actor) => sectors[actor]!);
}

function rowOf(network: Network, closure: Closure, loop: Loop, sectorsThere: number): FindingRow {
  const around = loop.actors.map((actor) => closure.actors[actor]!);
  const ids = around.map((actor) => network.actorIds[actor] ?? '');
  const [first = ''] = ids;
  const says = [...ids, first].flatMap((id, k): Phrase[] => [...(k > 0 ? [' → '] : []), { of: 'actor', id }]);
  const all = loop.sectors === sectorsThere && sectorsThere > 1;
  return {
    id: ids.join(' '),
    says: { en: says, zh: says },
    ...(all || loop.sectors > 3
      ? {
          tag: {
            name: all
              ? { en: 'through all sectors', zh: '贯通全部类型' }
              : { en: `through ${loop.sectors} sectors`, zh: `贯通 ${loop.sectors} 类主体` },
            tone: 'good' as const,
          },
        }
      : {}),
    values: [loop.carried, loop.actors.length, loop.sectors],
    actors: ids,
    ties: tiesAlong(network, closure, around),
  };
}

/** Ids of the ties that carry a circle. */
function tiesAlong({ n, ties }: Network, { currency }: Closure, around: readonly number[]): string[] {
  const steps = new Set(around.map((actor, k) => actor * n + around[(k + 1) % around.length]!));
  return ties.ids.filter((_, k) => {
    if (currency !== null && ties.types[k] !== currency) return false;
    const [from, to] = [ties.source[k]!, ties.target[k]!];
    return steps.has(from * n + to) || (ties.mutual[k] === 1 && steps.has(to * n + from));
  });
}
