import type { MapInfo } from '../graph.ts';

/**
 * A state that a base and its scenario had in common. The first is that of the fork; each adoption adds one (the state
 * that the scenario had), and so does each time the base is brought in (the state that the base had).
 *
 * Which one holds is not stored with them: the step that adopts writes the point's id into the base's own document, the
 * step that brings in writes it into the scenario's. Undo takes the mark back with all else, and the earlier point holds
 * again; redo brings it back.
 */
export interface ForkPoint {
  readonly id: string;
  readonly kind: 'fork' | 'adopted' | 'brought';
  /** Later points have larger numbers; windows that make one at once may make the same. */
  readonly number: number;
  /** The marks of both maps when it was made, oldest first: it holds only where they are still there. */
  readonly after: readonly string[];
}

export function isForkPoint(record: unknown): record is ForkPoint {
  if (typeof record !== 'object' || record === null) return false;
  const { id, kind, number, after } = record as Partial<Record<keyof ForkPoint, unknown>>;
  return (
    typeof id === 'string' &&
    (kind === 'fork' || kind === 'adopted' || kind === 'brought') &&
    typeof number === 'number' &&
    Array.isArray(after) &&
    after.every((mark) => typeof mark === 'string')
  );
}

/** The marks in a base's document: of whatever scenarios were adopted. */
function adoptedMarks({ adopted }: Pick<MapInfo, 'adopted'>): readonly string[] {
  return Object.values(adopted ?? {}).flat();
}

/** The marks in a scenario's document. */
function broughtMarks({ brought }: Pick<MapInfo, 'brought'>): readonly string[] {
  return brought ?? [];
}

/**
 * The latest point whose mark is there, and under it all marks that were there when it was made: a scenario adopted after
 * the base was brought in has that in common with the base no longer when the bringing in is undone.
 * @returns undefined when there is no point at all
 */
export function pointInForce<T extends ForkPoint>(
  points: readonly T[],
  base: Pick<MapInfo, 'adopted'>,
  scenario: Pick<MapInfo, 'brought'>,
): T | undefined {
  const marks = new Set([...adoptedMarks(base), ...broughtMarks(scenario)]);
  const known = new Set(points.map(({ id }) => id));
  return points
    .filter(
      ({ id, kind, after }) =>
        kind === 'fork' || (marks.has(id) && after.every((mark) => marks.has(mark) || !known.has(mark))),
    )
    .reduce<T | undefined>(
      (latest, point) =>
        !latest || point.number > latest.number || (point.number === latest.number && point.id > latest.id)
          ? point
          : latest,
      undefined,
    );
}

/** The point that comes next. */
export function nextPoint(
  id: string,
  kind: 'adopted' | 'brought',
  points: readonly ForkPoint[],
  base: Pick<MapInfo, 'adopted'>,
  scenario: Pick<MapInfo, 'brought'>,
): ForkPoint {
  const own = new Set(points.map((point) => point.id));
  return {
    id,
    kind,
    number: Math.max(0, ...points.map((point) => point.number)) + 1,
    after: [...adoptedMarks(base), ...broughtMarks(scenario)].filter((mark) => own.has(mark)),
  };
}
