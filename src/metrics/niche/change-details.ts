import type { Network } from '../../network/network.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { FindingRow, PointsDetail, RowsDetail } from '../detail.ts';
import type { Computation } from '../measure.ts';
import {
  BREADTH_STEP,
  jointNicheMap,
  nicheChange,
  NICHE_CHANGE_NAMES,
  SHIFT_DISTANCE,
  type ActorNicheChange,
  type JointNicheMap,
  type NicheChange,
} from './change.ts';
import type { NicheOptions } from './resource-states.ts';

/** How niches changed from one state of a map to another, as it is shown. */
export interface NicheMoves {
  /** Of the later state: the actors that the points belong to, in their order. */
  readonly actorIds: readonly string[];
  /** Both states on one niche map, each actor with where it was; null with fewer than two niches, or too many. */
  readonly points: PointsDetail | null;
  /** Whoever changed most first. */
  readonly rows: RowsDetail;
}

/** Niche change (C8) between two states of a map, actors matched by id. */
export function* nicheMoves(
  before: Network,
  after: Network,
  options: NicheOptions & Pick<MeasureOptions, 'overlap'>,
): Computation<NicheMoves> {
  const rows = nicheChangeRows(before, after, options);
  yield 0.2;
  const joint = yield* jointNicheMap([before, after], options);
  return { actorIds: after.actorIds, points: joint && pointsOf(joint), rows };
}

/** Whoever changed most first. */
export function nicheChangeRows(before: Network, after: Network, options: NicheOptions): RowsDetail {
  return rowsOf(nicheChange(before, after, options));
}

function pointsOf({ states, shares }: JointNicheMap): PointsDetail | null {
  const [before, after] = states;
  if (!before || !after) return null;
  const earlier = new Map(before.actorIds.map((id, row) => [id, row]));
  const from = (values: Float64Array): Float64Array =>
    Float64Array.from(after.actorIds, (id) => values[earlier.get(id) ?? -1] ?? NaN);
  const [x, y] = shares;
  return {
    kind: 'points',
    x: { name: { en: 'First axis', zh: '第一轴' }, style: 'number', digits: 3 },
    y: { name: { en: 'Second axis', zh: '第二轴' }, style: 'number', digits: 3 },
    xs: after.xs,
    ys: after.ys,
    fromXs: from(before.xs),
    fromYs: from(before.ys),
    distances: true,
    facts: [
      {
        id: 'variance',
        name: { en: 'Variance along both axes', zh: '两轴所占方差' },
        value: Number.isNaN(x + y) ? null : x + y,
        style: 'share',
        digits: 3,
      },
    ],
  };
}

function rowsOf({ actors, states }: NicheChange): RowsDetail {
  const moved = actors
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => (b.distance ?? 0) - (a.distance ?? 0) || (a.id < b.id ? -1 : 1));
  const count = (kind: ActorNicheChange['kind']): number =>
    actors.filter((actor) => actor.kind === kind).length;
  return {
    kind: 'rows',
    columns: [
      {
        id: 'distance',
        name: { en: 'Hellinger distance', zh: 'Hellinger 距离' },
        style: 'number',
        digits: 2,
        bar: true,
      },
      { id: 'before', name: { en: 'Breadth before', zh: '原宽度' }, style: 'number', digits: 2 },
      { id: 'after', name: { en: 'Breadth after', zh: '现宽度' }, style: 'number', digits: 2 },
      { id: 'change', name: { en: 'Change', zh: '变化' }, style: 'number', digits: 2 },
    ],
    rows: moved.map(rowOf),
    none: { en: 'No actor has a niche in both states.', zh: '没有主体在两种状态下都具有生态位。' },
    facts: [
      ...(['expansion', 'contraction', 'shift', 'stable'] as const).map((kind) => ({
        id: kind,
        name: NICHE_CHANGE_NAMES[kind],
        value: count(kind),
        style: 'count' as const,
        digits: 3,
      })),
      {
        id: 'one-state',
        name: { en: 'Without a niche in one of the two', zh: '仅在一种状态下具有生态位' },
        value: actors.length - moved.length,
        style: 'count',
        digits: 3,
      },
      {
        id: 'states',
        name: { en: 'Resource states (R) of either', zh: '两种状态合计的资源状态数（R）' },
        value: states.ids.length,
        style: 'count',
        digits: 3,
      },
    ],
  };
}

function rowOf({
  id,
  kind,
  distance,
  breadthBefore,
  breadthAfter,
  breadthChange,
}: ActorNicheChange): FindingRow {
  return {
    id,
    says: { en: [{ of: 'actor', id }], zh: [{ of: 'actor', id }] },
    ...(kind && { tag: { name: NICHE_CHANGE_NAMES[kind], tone: 'neutral' as const } }),
    values: [distance, breadthBefore, breadthAfter, breadthChange],
    actors: [id],
  };
}

/** What the classes mean, and that their bounds are ours. */
export const NICHE_MOVES_CONVENTION = {
  en: `Breadth is B_A over the states of either map; a change of ${BREADTH_STEP} or more is an expansion or a contraction, else a Hellinger distance of ${SHIFT_DISTANCE} or more a shift. These bounds are our own.`,
  zh: `宽度为 B_A，按两张地图合计的资源状态计算；变化达到 ${BREADTH_STEP} 为扩展或收缩，否则 Hellinger 距离达到 ${SHIFT_DISTANCE} 为位移。这些界限为本软件自拟。`,
};
