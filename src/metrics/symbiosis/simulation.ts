import { same, type Localized } from '../../base/localized.ts';
import { seededRandom } from '../../base/random.ts';
import type { CurveDetail, Fact, FindingRow, RowsDetail } from '../detail.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { within } from '../progress.ts';
import { mayRunAway, type GrowthModel } from './growth-model.ts';
import { trajectory } from './integrate.ts';
import { OUTCOME_MEANINGS, OUTCOME_NAMES, prospectOf, type Prospect } from './outcome.ts';
import { partyModel, partyPhrase, type PartyModel } from './party-model.ts';
import {
  EFFECT_OPTIONS,
  GROWTH_FORMULA,
  GROWTH_SOURCE,
  GROWTH_WHERE,
  SCENARIO,
  simulationConvention,
} from './simulation-texts.ts';

const POINTS = 100;
/** How far each effect is varied. */
const BAND = 0.2;
/** Variants in which every effect is varied by chance, besides all up, all down and each by itself. */
const DRAWN = 32;
/** More effects than this are not varied each by itself. */
const MOST_SINGLE = 60;

const SHARED = {
  level: 'detail',
  group: 'symbiosis',
  symbol: 'x/K',
  formula: GROWTH_FORMULA,
  where: GROWTH_WHERE,
  range: (): readonly [number, number] => [-Infinity, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'of what it would reach alone', zh: '相对于独自发展的规模' },
  source: GROWTH_SOURCE,
  status: 'contested',
  caution: SCENARIO,
  complexity: 'O(S³ + S²·t)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  onRequest: true,
} as const;

/** Size of each sector over time as a share of what it would reach alone, with a band; null without ties between sectors. */
export const symbiosisSimulation: DetailMeasure = {
  ...SHARED,
  id: 'symbiosis-simulation',
  name: { en: 'Symbiosis simulated', zh: '共生演化情景' },
  says: {
    en: 'How the sectors might grow with, on or against each other from here.',
    zh: '各类主体今后可能如何相互促进、依附或抑制地演化。',
  },
  convention: (setting) => {
    const { en, zh } = simulationConvention(setting);
    return {
      en: `${en} Band: every effect varied by ${BAND * 100} %, all together, each by itself where there are at most ${MOST_SINGLE}, and ${DRAWN} times by chance, seed ${setting.seed}.`,
      zh: `${zh}区间：各作用系数变动 ±${BAND * 100}%，包括同时变动、逐一变动（系数不超过 ${MOST_SINGLE} 个时）和 ${DRAWN} 次随机变动，种子 ${setting.seed}。`,
    };
  },
  options: [...EFFECT_OPTIONS, 'growth', 'horizon', 'symbiosisForm', 'seed'],
  *compute(network, options): Computation<CurveDetail | null> {
    const found = yield* partyModel(network, options);
    if (!found) return null;
    const prospect = yield* within(0, 0.1, prospectOf(found.model, found.start));
    const at = Float64Array.from({ length: POINTS + 1 }, (_, k) => (options.horizon * k) / POINTS);
    const { of, ids } = found.parties;
    const size = ids.length;
    // What runs away is refused, not drawn until it breaks.
    const rows = mayRunAway(found.model) ? null : yield* trajectory(found.model, found.start, at);
    const band = rows && (yield* within(0.1, 0.9, bandAround(found, rows, at, options.seed)));
    const column = (values: Float64Array, k: number): Float64Array =>
      Float64Array.from(at, (_, point) => values[point * size + k]!);
    return {
      kind: 'curve',
      at,
      x: { en: 'Years', zh: '年' },
      y: {
        en: 'Size (100% is what it would reach alone)',
        zh: '规模（独自发展所能达到的 = 100%）',
      },
      style: 'share',
      digits: 3,
      series:
        rows && band
          ? ids.map((id, k) => ({
              id,
              name: same(id),
              [of]: id,
              values: column(rows, k),
              low: column(band.low, k),
              high: column(band.high, k),
            }))
          : [],
      facts: [...prospectFacts(prospect), ...(band ? [varied(band.runaways, band.variants)] : [])],
    };
  },
};

interface Band {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly variants: number;
  /** Of the variants, those that run away; they are no part of the band. */
  readonly runaways: number;
}

function* bandAround(
  { model, start }: PartyModel,
  rows: Float64Array,
  at: Float64Array,
  seed: number,
): Computation<Band> {
  const low = rows.slice();
  const high = rows.slice();
  let runaways = 0;
  const variants = variantsOf(model, seed);
  for (const [k, variant] of variants.entries()) {
    const own = mayRunAway(variant) ? null : yield* trajectory(variant, start, at);
    if (!own) runaways++;
    for (const [cell, value] of (own ?? []).entries()) {
      low[cell] = Math.min(low[cell]!, value);
      high[cell] = Math.max(high[cell]!, value);
    }
    yield (k + 1) / variants.length;
  }
  return { low, high, variants: variants.length, runaways };
}

function variantsOf(model: GrowthModel, seed: number): GrowthModel[] {
  const random = seededRandom(seed);
  const scaled = (by: (cell: number) => number): GrowthModel => ({
    ...model,
    effects: model.effects.map((effect, cell) => effect * (1 + BAND * by(cell))),
  });
  const acting = [...model.effects.keys()].filter((cell) => model.effects[cell] !== 0);
  const single = acting.length > MOST_SINGLE ? [] : acting;
  return [
    scaled(() => 1),
    scaled(() => -1),
    ...single.flatMap((one) => [1, -1].map((sign) => scaled((cell) => (cell === one ? sign : 0)))),
    ...Array.from({ length: DRAWN }, () => scaled(() => (random() < 0.5 ? -1 : 1))),
  ];
}

/** What sectors come to in the end, and what state that is; null without ties between sectors. */
export const symbiosisOutcome: DetailMeasure = {
  ...SHARED,
  id: 'symbiosis-outcome',
  name: { en: 'Where symbiosis leads', zh: '共生的归宿' },
  says: {
    en: 'Who ends up larger than it would be alone, who smaller, and whether that holds.',
    zh: '哪类主体最终比独自发展时更大，哪类更小，这一状态是否稳定。',
  },
  convention: simulationConvention,
  options: [...EFFECT_OPTIONS, 'growth', 'symbiosisForm'],
  *compute(network, options): Computation<RowsDetail | null> {
    const found = yield* partyModel(network, options);
    if (!found) return null;
    const prospect = yield* prospectOf(found.model, found.start);
    const { settled } = prospect;
    return {
      kind: 'rows',
      columns: [
        {
          id: 'settled',
          name: { en: 'Of what it would reach alone', zh: '相对于独自发展的规模' },
          style: 'share',
          digits: 3,
        },
      ],
      rows: settled
        ? Array.from(settled, (value, k) => settledRow(partyPhrase(found.parties, k), value))
        : [],
      none: OUTCOME_MEANINGS[prospect.outcome],
      facts: prospectFacts(prospect),
    };
  },
};

function settledRow(party: ReturnType<typeof partyPhrase>, value: number): FindingRow {
  return {
    id: party.id,
    says: { en: [party], zh: [party] },
    tag: tagOf(value),
    values: [value],
    ...(party.of === 'actor' ? { actors: [party.id] } : {}),
  };
}

function tagOf(value: number): NonNullable<FindingRow['tag']> {
  if (value < 1e-3) return { name: { en: 'dwindles away', zh: '趋于消失' }, tone: 'concern' };
  if (value > 1 + 1e-6) return { name: { en: 'gains', zh: '受益' }, tone: 'good' };
  if (value < 1 - 1e-6) return { name: { en: 'loses', zh: '受损' }, tone: 'concern' };
  return { name: { en: 'as alone', zh: '与独自发展相同' }, tone: 'neutral' };
}

function prospectFacts({ outcome, slowest, radius, stable }: Prospect): Fact[] {
  const { en, zh } = OUTCOME_NAMES[outcome];
  const number = (id: string, name: Localized, value: number | null): Fact => ({
    id,
    name,
    value,
    style: 'number',
    digits: 3,
  });
  return [
    {
      ...number('outcome', { en: 'Scenario ends in', zh: '情景的结局' }, null),
      says: {
        en: `${en}: ${OUTCOME_MEANINGS[outcome].en}`,
        zh: `${zh}：${OUTCOME_MEANINGS[outcome].zh}`,
      },
    },
    {
      ...number('stable', { en: 'Returns after a disturbance', zh: '受扰动后能否恢复' }, null),
      says: stable ? { en: 'yes', zh: '能' } : { en: 'no', zh: '不能' },
    },
    number(
      'slowest',
      {
        en: 'Slowest rate at the equilibrium (below 0: it returns)',
        zh: '平衡点处最慢的速率（小于 0 则能恢复）',
      },
      slowest,
    ),
    number(
      'radius',
      { en: 'Spectral radius of benefits (runs away from 1 on)', zh: '互利作用的谱半径（达到 1 则失控）' },
      radius,
    ),
  ];
}

function varied(runaways: number, variants: number): Fact {
  return {
    id: 'variants-run-away',
    name: { en: `Of ${variants} variants, those that run away`, zh: `${variants} 个变体中失控的` },
    value: runaways,
    style: 'count',
    digits: 3,
  };
}
