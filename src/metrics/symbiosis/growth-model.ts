import { solveLinear } from '../linear/linear-system.ts';
import { eigenvalues, spectralRadius, type Eigenvalue } from '../linear/eigenvalues.ts';

/**
 * Logistic growth of parties that help and hinder each other (Volterra; May 1976), each measured as u = x / K, the share
 * of what it would reach alone: du_i/dt = r_i u_i (1 - u_i + sum_j delta_ij u_j).
 */
export interface GrowthModel {
  /** r_i > 0 a unit of time. */
  readonly rates: Float64Array;
  /** delta_ij, the effect of j on i, row by row; the diagonal is 0. */
  readonly effects: Float64Array;
  /** h >= 0: a positive effect is delta u / (1 + h u); 0 for the linear form. */
  readonly saturation: number;
}

/** Writes du/dt at u. */
export function growthAt(
  { rates, effects, saturation }: GrowthModel,
  u: Float64Array,
  into: Float64Array,
): void {
  const size = rates.length;
  for (let i = 0; i < size; i++) {
    let room = 1 - u[i]!;
    for (let j = 0; j < size; j++) {
      const effect = effects[i * size + j]!;
      room += effect > 0 ? (effect * u[j]!) / (1 + saturation * u[j]!) : effect * u[j]!;
    }
    into[i] = rates[i]! * u[i]! * room;
  }
}

/** The u > 0 at which nothing changes, of the linear form: (I - delta) u = 1; null where there is none. */
export function interiorEquilibrium({ rates, effects }: GrowthModel): Float64Array | null {
  const size = rates.length;
  const matrix = effects.map((effect, cell) => (cell % (size + 1) === 0 ? 1 : 0) - effect);
  const u = solveLinear(matrix, new Float64Array(size).fill(1));
  return u?.every((value) => value > 0) === true ? u : null;
}

/** d(du_i/dt)/du_j at u, row by row. */
function jacobian({ rates, effects, saturation }: GrowthModel, u: Float64Array): Float64Array {
  const size = rates.length;
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    let room = 1 - u[i]!;
    for (let j = 0; j < size; j++) {
      const effect = effects[i * size + j]!;
      const damping = effect > 0 ? 1 + saturation * u[j]! : 1;
      room += (effect * u[j]!) / damping;
      result[i * size + j] = (rates[i]! * u[i]! * effect) / (damping * damping);
    }
    result[i * size + i]! += rates[i]! * (room - u[i]!);
  }
  return result;
}

/** Of the Jacobian at u, the largest real part first: u is stable where all are negative. Null if not known. */
export function eigenvaluesAt(model: GrowthModel, u: Float64Array): readonly Eigenvalue[] | null {
  return eigenvalues(jacobian(model, u), model.rates.length);
}

/** One step of Newton's method towards an equilibrium; null where it is singular or leads out of u > 0. */
export function nearerEquilibrium(model: GrowthModel, u: Float64Array): Float64Array | null {
  const growth = new Float64Array(u.length);
  growthAt(model, u, growth);
  const step = solveLinear(jacobian(model, u), growth);
  const next = step && u.map((value, k) => value - step[k]!);
  return next?.every((value) => value > 0) === true ? next : null;
}

/**
 * Spectral radius of the positive effects. From 1 on linear benefits may feed on each other without end, so that sizes
 * explode in finite time; below 1 they are bounded. Null if not known.
 */
export function mutualRadius({ rates, effects }: GrowthModel): number | null {
  return spectralRadius(
    effects.map((effect) => Math.max(0, effect)),
    rates.length,
  );
}

/** Whether integrating has to be refused. */
export function mayRunAway(model: GrowthModel): boolean {
  const radius = mutualRadius(model);
  return model.saturation === 0 && (radius === null || radius >= 1 - 1e-9);
}
