import type { Localized } from '../../base/localized.ts';
import type { Computation } from '../measure.ts';
import {
  eigenvaluesAt,
  growthAt,
  interiorEquilibrium,
  mayRunAway,
  mutualRadius,
  nearerEquilibrium,
  type GrowthModel,
} from './growth-model.ts';
import { trajectory } from './integrate.ts';

/** Where a model leads. Which names there are is a convention of the field, where they begin ours. */
export type Outcome = 'coexistence' | 'one-sided' | 'decline' | 'exclusion' | 'runaway' | 'unsettled';

export const OUTCOME_NAMES: Readonly<Record<Outcome, Localized>> = {
  coexistence: { en: 'stable coexistence', zh: '稳定共存' },
  'one-sided': { en: 'one-sided dependence', zh: '单方依附' },
  decline: { en: 'decline', zh: '共同衰退' },
  exclusion: { en: 'exclusion', zh: '竞争排除' },
  runaway: { en: 'runaway growth', zh: '失控增长' },
  unsettled: { en: 'no settled state', zh: '未达稳定' },
};

export const OUTCOME_MEANINGS: Readonly<Record<Outcome, Localized>> = {
  coexistence: {
    en: 'all settle at what they would reach alone, or above it',
    zh: '各方最终都不低于独自发展所能达到的规模',
  },
  'one-sided': {
    en: 'all settle, some above and some below what they would reach alone',
    zh: '各方趋于稳定，有的高于、有的低于独自发展所能达到的规模',
  },
  decline: {
    en: 'all settle, none above and some below what they would reach alone',
    zh: '各方趋于稳定，没有一方高于、至少一方低于独自发展所能达到的规模',
  },
  exclusion: { en: 'at least one party dwindles away', zh: '至少一方趋于消失' },
  runaway: {
    en: 'benefits feed on each other without end: the model does not hold',
    zh: '收益相互推动而无止境：模型不再成立',
  },
  unsettled: { en: 'sizes keep changing', zh: '规模持续变动' },
};

export interface Prospect {
  readonly outcome: Outcome;
  /** What sizes come to, as shares of what each would reach alone; null for runaway growth. */
  readonly settled: Float64Array | null;
  /** Whether these are an equilibrium of all parties that returns after a disturbance. */
  readonly stable: boolean;
  /** The largest real part of the Jacobian's eigenvalues at the equilibrium of all parties; null where there is none. */
  readonly slowest: number | null;
  /** Of the positive effects; from 1 on linear benefits run away. */
  readonly radius: number | null;
}

/** A party below this share of what it would reach alone has dwindled away. */
const GONE = 1e-3;
/** How near to 1 counts as what it would reach alone. */
const SAME = 1e-6;
/** In times of the slowest growth. */
const LONG_RUN = 2000;

/** What becomes of a model that starts at u. */
export function* prospectOf(model: GrowthModel, start: Float64Array): Computation<Prospect> {
  const radius = mutualRadius(model);
  if (mayRunAway(model)) return { outcome: 'runaway', settled: null, stable: false, slowest: null, radius };
  const linear = model.saturation === 0 ? interiorEquilibrium(model) : null;
  const slowest = linear && slowestAt(model, linear);
  if (linear && slowest !== null && slowest < 0)
    return { outcome: named(linear), settled: linear, stable: true, slowest, radius };
  const settled = yield* longRun(model, start);
  if (!settled) return { outcome: 'unsettled', settled: null, stable: false, slowest, radius };
  if (settled.some((value) => value < GONE))
    return { outcome: 'exclusion', settled, stable: false, slowest, radius };
  const equilibrium = polished(model, settled);
  const rate = equilibrium && slowestAt(model, equilibrium);
  if (!equilibrium || rate === null || rate >= 0)
    return { outcome: 'unsettled', settled, stable: false, slowest: rate, radius };
  return { outcome: named(equilibrium), settled: equilibrium, stable: true, slowest: rate, radius };
}

function slowestAt(model: GrowthModel, u: Float64Array): number | null {
  return eigenvaluesAt(model, u)?.[0]?.re ?? null;
}

function named(settled: Float64Array): Outcome {
  if (settled.every((value) => value >= 1 - SAME)) return 'coexistence';
  return settled.some((value) => value > 1 + SAME) ? 'one-sided' : 'decline';
}

function longRun(model: GrowthModel, start: Float64Array): Computation<Float64Array | null> {
  const slowest = model.rates.reduce((a, b) => Math.min(a, b), Infinity);
  return trajectory(model, start, [LONG_RUN / slowest]);
}

/** The equilibrium beside u; null where u is not near one. */
function polished(model: GrowthModel, u: Float64Array): Float64Array | null {
  const growth = new Float64Array(u.length);
  growthAt(model, u, growth);
  if (growth.some((value, k) => Math.abs(value) > 1e-6 * model.rates[k]!)) return null;
  let best = u;
  for (let round = 0; round < 3; round++) best = nearerEquilibrium(model, best) ?? best;
  return best;
}
