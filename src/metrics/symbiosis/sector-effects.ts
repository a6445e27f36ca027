import type { Localized } from '../../base/localized.ts';
import type { FindingRow, MatrixDetail, MatrixLayer, Phrase, RowsDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { effectSign, MODE_NAMES, NO_EFFECT, pairMode, type PairMode } from './pair-mode.ts';
import { partyModel, partyPhrase } from './party-model.ts';
import { EFFECT_OPTIONS, effectsConvention, SCENARIO } from './simulation-texts.ts';

const SHARED = {
  level: 'detail',
  group: 'symbiosis',
  symbol: 'δ',
  formula: {
    text: 'δᵢⱼ = c·Wⱼᵢ/sᵢ⁻ − g·max(0, Wᵢⱼ − Wⱼᵢ)/sᵢ⁺ − q·αᵢⱼ·hᵢⱼ',
    math: math(
      sub('δ', row('i', 'j')),
      '=',
      'c',
      fraction(sub('W', row('j', 'i')), sub('s', row('i', '−'))),
      '−',
      'g',
      fraction(
        row('max', '(', '0', ',', sub('W', row('i', 'j')), '−', sub('W', row('j', 'i')), ')'),
        sub('s', row('i', '+')),
      ),
      '−',
      'q',
      sub('α', row('i', 'j')),
      sub('h', row('i', 'j')),
    ),
  },
  where: {
    en: 'W is the weight that flows from one sector to another, s⁻ and s⁺ all that a sector gets and gives, α how much j’s needs overlap i’s, h how short what both need is.',
    zh: 'W 为类型之间流动的权重，s⁻ 与 s⁺ 为一类主体获得与给出的总和，α 为 j 的需求与 i 的重叠，h 为双方共同所需资源的短缺程度。',
  },
  convention: effectsConvention,
  range: (): readonly [number, number] => [-Infinity, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'effect on growth', zh: '对增长的作用' },
  source: 'Ecotone’s own heuristic; signs after Odum (1953)',
  status: 'ours',
  caution: SCENARIO,
  complexity: 'O(n·R + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: [...EFFECT_OPTIONS],
} as const;

/** delta between sectors, of the column on the row, with its three parts; null without ties between sectors. */
export const symbiosisCoefficients: DetailMeasure = {
  ...SHARED,
  id: 'symbiosis-coefficients',
  name: { en: 'Effects between sectors', zh: '类型间的共生作用' },
  says: {
    en: 'How each sector helps or hinders each other one, by what it gives, what it gets back and what both compete for.',
    zh: '依据给予、回报与竞争的资源，各类主体对彼此是促进还是抑制。',
  },
  *compute(network, options): Computation<MatrixDetail | null> {
    const found = yield* partyModel(network, options);
    if (!found) return null;
    const axis = found.parties;
    const size = axis.ids.length;
    const layer = (id: string, name: Localized, values: Float64Array): MatrixLayer => ({
      id,
      name,
      values: values.map((value, cell) => (cell % (size + 1) === 0 ? NaN : value)),
      style: 'number',
      digits: 3,
      middle: 0,
    });
    return {
      kind: 'matrix',
      rows: axis,
      columns: axis,
      layers: [
        layer('effect', { en: 'Effect δ of the column on the row', zh: '列对行的作用 δ' }, found.effects),
        {
          ...layer('sign', { en: 'Gain or loss', zh: '得或失' }, found.effects.map(effectSign)),
          style: 'count',
          signs: true,
        },
        layer('benefit', { en: 'Benefit of what it gets', zh: '获得的收益' }, found.benefit),
        layer('cost', { en: 'Cost of what is not returned', zh: '无回报付出的成本' }, found.cost),
        layer('pressure', { en: 'Pressure on what is short', zh: '对短缺资源的竞争压力' }, found.pressure),
      ],
      facts: [],
    };
  },
};

type Party = ReturnType<typeof partyPhrase>;

/** Of actors only the pairs that act most on each other are listed. */
const MOST_ROWS = 100;

const CONCERNS: readonly PairMode[] = ['parasitism', 'amensalism', 'competition'];

/** How each pair of sectors lives together, by the signs of their effects; null without ties between sectors. */
export const sectorSymbiosis: DetailMeasure = {
  ...SHARED,
  id: 'sector-symbiosis',
  name: { en: 'Symbiosis of sectors', zh: '类型间的共生模式' },
  says: {
    en: 'Which sectors live with each other to mutual benefit, and where one lives at the other’s expense.',
    zh: '哪些类型之间互利共生，哪些是一方以另一方为代价。',
  },
  convention: (setting) => {
    const { en, zh } = effectsConvention(setting);
    return {
      en: `${en} Effects below ${NO_EFFECT} count as none.`,
      zh: `${zh}小于 ${NO_EFFECT} 的作用视为无。`,
    };
  },
  *compute(network, options): Computation<RowsDetail | null> {
    const found = yield* partyModel(network, options);
    if (!found) return null;
    const { parties, effects } = found;
    const size = parties.ids.length;
    const rows: { row: FindingRow; strength: number }[] = [];
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) {
        // The one that gains more first: "lives on" has a direction.
        const forward = effects[i * size + j]! >= effects[j * size + i]!;
        const [a, b] = forward ? [i, j] : [j, i];
        const [onA, onB] = [effects[a * size + b]!, effects[b * size + a]!];
        rows.push({
          row: pairRow(partyPhrase(parties, a), partyPhrase(parties, b), onA, onB),
          strength: Math.abs(onA) + Math.abs(onB),
        });
      }
    rows.sort((a, b) => b.strength - a.strength);
    return {
      kind: 'rows',
      columns: [
        { id: 'first', name: { en: 'Effect on the first', zh: '对前者的作用' }, style: 'number', digits: 3 },
        {
          id: 'second',
          name: { en: 'Effect on the second', zh: '对后者的作用' },
          style: 'number',
          digits: 3,
        },
      ],
      rows: rows.slice(0, MOST_ROWS).map(({ row: one }) => one),
      none: { en: 'There is only one sector.', zh: '只有一类主体。' },
      facts: [],
    };
  },
};

function pairRow(a: Party, b: Party, onFirst: number, onSecond: number): FindingRow {
  const mode = pairMode(onFirst, onSecond);
  return {
    id: `${a.id} ${b.id}`,
    ...(a.of === 'actor' ? { actors: [a.id, b.id] } : {}),
    says: { en: [a, ' and ', b], zh: [a, '与', b] },
    tag: {
      name: MODE_NAMES[mode],
      tone: CONCERNS.includes(mode) ? 'concern' : mode === 'independence' ? 'neutral' : 'good',
    },
    ...whyOf(mode, a, b),
    values: [onFirst, onSecond],
  };
}

function whyOf(mode: PairMode, a: Phrase, b: Phrase): Pick<FindingRow, 'why'> {
  switch (mode) {
    case 'symmetric-mutualism':
      return { why: { en: ['Both gain about alike.'], zh: ['双方获益大致相当。'] } };
    case 'asymmetric-mutualism':
      return { why: { en: ['Both gain, ', a, ' more.'], zh: ['双方均获益，', a, '获益更多。'] } };
    case 'commensalism':
      return {
        why: { en: [a, ' gains, ', b, ' is hardly affected.'], zh: [a, '获益，', b, '几乎不受影响。'] },
      };
    case 'parasitism':
      return { why: { en: [a, ' gains at the expense of ', b, '.'], zh: [a, '获益，', b, '受损。'] } };
    case 'amensalism':
      return {
        why: { en: [b, ' loses, ', a, ' is hardly affected.'], zh: [b, '受损，', a, '几乎不受影响。'] },
      };
    case 'competition':
      return { why: { en: ['Both lose.'], zh: ['双方均受损。'] } };
    case 'independence':
      return {};
  }
}
