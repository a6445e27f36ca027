import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Axis, Sentence } from '../detail.ts';
import type { Computation } from '../measure.ts';
import { levinsBA } from './breadth.ts';
import { nichePlaces } from './niche-map.ts';
import { boundedIndex } from './overlap.ts';
import { statesOf, type NicheOptions, type ResourceStates } from './resource-states.ts';
import { stateMatrix, type StateMatrix } from './state-matrix.ts';

export type NicheChangeKind = 'expansion' | 'contraction' | 'shift' | 'stable';

export const NICHE_CHANGE_NAMES: Readonly<Record<NicheChangeKind, Localized>> = {
  expansion: { en: 'expansion', zh: '扩展' },
  contraction: { en: 'contraction', zh: '收缩' },
  shift: { en: 'shift', zh: '位移' },
  stable: { en: 'stable', zh: '稳定' },
};

/** Ours: a change of breadth B_A of at least this is an expansion or a contraction. */
export const BREADTH_STEP = 0.05;
/** Ours: a Hellinger distance of at least this, at nearly the same breadth, is a shift. */
export const SHIFT_DISTANCE = 0.2;

export interface ActorNicheChange {
  readonly id: string;
  /** B_A in [0, 1], both over the union of the states; null without a niche, or with one state in all. */
  readonly breadthBefore: number | null;
  readonly breadthAfter: number | null;
  readonly breadthChange: number | null;
  /** Hellinger distance sqrt(1 - sum sqrt(p q)) in [0, 1]; null where one of the two niches is missing. */
  readonly distance: number | null;
  /** Null where one of these is. */
  readonly kind: NicheChangeKind | null;
}

export interface NicheChange {
  /** R, the states of either. */
  readonly states: Axis;
  /** Actors of either, ordered by id. */
  readonly actors: readonly ActorNicheChange[];
}

/**
 * How niches changed between two states of a map, actors being matched by id and states by what they are. Where one of the
 * two has one-way ties, both are read with direction.
 */
export function nicheChange(before: Network, after: Network, options: NicheOptions): NicheChange {
  const { axis, matrices } = overUnion([before, after], options);
  const rowsOf = ({ actorIds }: Network): ReadonlyMap<string, number> =>
    new Map(actorIds.map((id, row) => [id, row]));
  const [first, second] = [rowsOf(before), rowsOf(after)];
  const ids = [...new Set([...before.actorIds, ...after.actorIds])].sort();
  return {
    states: axis,
    actors: ids.map((id) => changeOf(id, [matrices[0]!, matrices[1]!], first.get(id), second.get(id))),
  };
}

function changeOf(
  id: string,
  [before, after]: readonly [StateMatrix, StateMatrix],
  first: number | undefined,
  second: number | undefined,
): ActorNicheChange {
  const breadthBefore = first === undefined ? null : numberOrNull(levinsBA(before, first));
  const breadthAfter = second === undefined ? null : numberOrNull(levinsBA(after, second));
  const breadthChange = breadthBefore === null || breadthAfter === null ? null : breadthAfter - breadthBefore;
  const distance =
    first === undefined || second === undefined
      ? null
      : numberOrNull(hellinger(before, first, after, second));
  return {
    id,
    breadthBefore,
    breadthAfter,
    breadthChange,
    distance,
    kind: breadthChange === null || distance === null ? null : kindOf(breadthChange, distance),
  };
}

function kindOf(breadthChange: number, distance: number): NicheChangeKind {
  if (breadthChange >= BREADTH_STEP) return 'expansion';
  if (breadthChange <= -BREADTH_STEP) return 'contraction';
  return distance >= SHIFT_DISTANCE ? 'shift' : 'stable';
}

/** NaN where a row has no niche. Hellinger (1909). */
function hellinger(a: StateMatrix, row: number, b: StateMatrix, other: number): number {
  if (a.used[row] === 0 || b.used[other] === 0) return NaN;
  let affinity = 0;
  for (let state = 0; state < a.count; state++)
    affinity += Math.sqrt(a.shares[row * a.count + state]! * b.shares[other * b.count + state]!);
  return Math.sqrt(Math.max(0, 1 - affinity));
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Where the actors of one state of the map stand. */
export interface PlacedActors {
  readonly actorIds: readonly string[];
  /** NaN without a niche. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Several states on one niche map. */
export interface JointNicheMap {
  /** In the order of the states. */
  readonly states: readonly PlacedActors[];
  /** Of both axes, of the whole variance; NaN where all niches are alike. */
  readonly shares: readonly [number, number];
}

/** One niche map of several states of a map, so that moves can be drawn; null with fewer than two niches, or too many. */
export function* jointNicheMap(
  networks: readonly Network[],
  options: NicheOptions & Pick<MeasureOptions, 'overlap'>,
): Computation<JointNicheMap | null> {
  const { axis, matrices } = overUnion(networks, options);
  const values = new Float64Array(matrices.reduce((sum, matrix) => sum + matrix.values.length, 0));
  const starts: number[] = [];
  let rows = 0;
  for (const matrix of matrices) {
    starts.push(rows);
    values.set(matrix.values, rows * axis.ids.length);
    rows += matrix.rows;
  }
  const all = stateMatrix(values, rows, axis.ids.length);
  const places = yield* nichePlaces(all, boundedIndex(options.overlap));
  if (!places) return null;
  return {
    states: networks.map(({ actorIds }, k) => {
      const start = starts[k]!;
      const end = start + actorIds.length;
      return { actorIds, xs: places.xs.slice(start, end), ys: places.ys.slice(start, end) };
    }),
    shares: places.shares,
  };
}

interface Union {
  readonly axis: Axis;
  /** In the order of the networks. */
  readonly matrices: readonly StateMatrix[];
}

/** All matrices over the states of any. Where one has one-way ties, all are read with direction. */
function overUnion(networks: readonly Network[], options: NicheOptions): Union {
  const directed = networks.some((network) => network.directed);
  const all = networks.map((network) => statesOf(network, options, directed));
  const labels = new Map<string, Sentence | undefined>();
  for (const { axis } of all)
    for (const [k, id] of axis.ids.entries()) if (!labels.has(id)) labels.set(id, axis.labels?.[k]);
  const ids = [...labels.keys()];
  const words = [...labels.values()].filter((label) => label !== undefined);
  return {
    axis: { of: all[0]?.axis.of ?? 'state', ids, ...(words.length > 0 && { labels: words }) },
    matrices: all.map((states) => onto(states, ids)),
  };
}

function onto({ rows, count, values, axis }: ResourceStates, ids: readonly string[]): StateMatrix {
  const place = new Map(ids.map((id, state) => [id, state]));
  const wider = new Float64Array(rows * ids.length);
  for (const [cell, value] of values.entries()) {
    const state = place.get(axis.ids[cell % count] ?? '') ?? 0;
    wider[Math.floor(cell / count) * ids.length + state] = value;
  }
  return stateMatrix(wider, rows, ids.length);
}
