import type { Position } from '../../model/graph.ts';
import type { Spot } from './walk.ts';

/** The corners of the box between two of its corners. */
export function boxBetween([ax, ay]: Position, [bx, by]: Position): readonly Position[] {
  return [
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
  ];
}

/** Whether a place is within a closed line; where the line crosses itself, by the even-odd rule. */
export function isInside([x, y]: Position, line: readonly Position[]): boolean {
  let inside = false;
  let before = line.at(-1);
  for (const here of line) {
    if (before && here[1] > y !== before[1] > y) {
      const crossing = here[0] + ((y - here[1]) / (before[1] - here[1])) * (before[0] - here[0]);
      if (x < crossing) inside = !inside;
    }
    before = here;
  }
  return inside;
}

/** Those whose middle is within a closed line. */
export function enclosed(spots: readonly Spot[], line: readonly Position[]): readonly string[] {
  return spots.filter(({ x, y }) => isInside([x, y], line)).map(({ id }) => id);
}

/** What a new choice does to the one there is. */
export type Joining = 'replace' | 'add' | 'remove';

export function joined(
  before: ReadonlySet<string>,
  taken: readonly string[],
  how: Joining,
): ReadonlySet<string> {
  if (how === 'replace') return new Set(taken);
  if (how === 'add') return new Set([...before, ...taken]);
  const gone = new Set(taken);
  return new Set([...before].filter((id) => !gone.has(id)));
}
