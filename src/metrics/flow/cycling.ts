import type { Csr } from '../../network/csr.ts';
import { inverse, rowNorm } from '../linear/lu.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { strongParts } from '../structure/components.ts';
import { total, type FlowModel } from './flow-model.ts';

/** Matrices of more rows take minutes and much memory. */
export const MOST_ACTORS = 1000;
/** Beyond this condition number no digit of the index is sure to six places. */
const WORST_CONDITION = 1e10;

/** How much of what passes through has passed before. */
export interface Cycling {
  /** (N_ii - 1) / N_ii of each actor, in [0, 1); NaN where nothing that goes round ever leaves. */
  readonly shares: Float64Array;
  /** Finn's index, in [0, 1); null where it is undefined for someone. */
  readonly index: number | null;
}

/**
 * Finn's cycling index (1976, 1980): sum of T_i (N_ii - 1) / N_ii over sum of T, where N = (I - G)^-1 and
 * G_ij = F_ij / T_i. N_ii depends on the strong component of i alone, so that each is inverted by itself. Null where one
 * has more than `MOST_ACTORS` actors. O(c³) in the size of the largest strong component.
 */
export function* cyclingOf(model: FlowModel): Computation<Cycling | null> {
  const { flows, throughflow } = model;
  const { of, sizes } = strongParts(flows);
  if (sizes.some((size) => size > MOST_ACTORS)) return null;
  const shares = new Float64Array(throughflow.length);
  const members = sizes.map((): number[] => []);
  for (const [actor, part] of of.entries()) members[part]!.push(actor);
  let done = 0;
  const all = sizes.reduce((work, size) => work + size ** 3, 0);
  for (const part of members) {
    const size = part.length;
    if (size < 2) continue;
    const work = size ** 3 / all;
    const departures = departuresWithin(flows, throughflow, part);
    const norm = rowNorm(departures, size);
    const visits = leaves(model, part) ? yield* within(done, work, inverse(departures, size)) : null;
    const sure = visits !== null && norm * rowNorm(visits, size) <= WORST_CONDITION;
    for (let k = 0; k < size; k++) shares[part[k]!] = sure ? Math.max(0, 1 - 1 / visits[k * size + k]!) : NaN;
    done += work;
  }
  const cycled = total(shares.map((share, actor) => share * throughflow[actor]!));
  return { shares, index: Number.isNaN(cycled) ? null : cycled / total(throughflow) };
}

/** I - G among some actors. */
function departuresWithin(flows: Csr, throughflow: Float64Array, part: readonly number[]): Float64Array {
  const size = part.length;
  const place = new Map(part.map((actor, k) => [actor, k]));
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const actor = part[k]!;
    matrix[k * size + k] = 1;
    for (let e = flows.offsets[actor]!; e < flows.offsets[actor + 1]!; e++) {
      const to = place.get(flows.columns[e]!);
      if (to !== undefined) matrix[k * size + to] = -flows.weights[e]! / throughflow[actor]!;
    }
  }
  return matrix;
}

/** Whether anything leaves a strong component: across the boundary or to others. */
function leaves({ flows, outflow }: FlowModel, part: readonly number[]): boolean {
  const inside = new Set(part);
  return part.some((actor) => {
    if (outflow[actor]! > 0) return true;
    for (let e = flows.offsets[actor]!; e < flows.offsets[actor + 1]!; e++)
      if (!inside.has(flows.columns[e]!)) return true;
    return false;
  });
}
