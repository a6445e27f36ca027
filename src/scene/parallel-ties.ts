import { compareIds } from '../base/ids.ts';
import type { Tie } from '../model/graph.ts';
import type { Loop } from './marks.ts';

/** How a tie leaves the straight line to make room for the others between the same two actors. */
export interface Course {
  readonly curve: number;
  readonly loop: Loop | null;
}

/** Room between neighbouring ties where they are farthest apart, and the most that a bundle may fill; map units. */
const GAP = 9;
const WIDEST_BUNDLE = 96;

/** Up to the right, up to the left, right, left, up: never down, where the label is. */
const LOOP_DIRECTIONS = [45, -45, 90, -90, 0] as const;

const STRAIGHT: Course = { curve: 0, loop: null };

/** The ties of each pair of actors, from one side to the other. The order depends on types and ids alone. */
export function bundlesOf(ties: readonly Tie[], rank: (type: string) => number): readonly (readonly Tie[])[] {
  const pairs = new Map<string, Tie[]>();
  for (const tie of ties) {
    const [first, second] = tie.source < tie.target ? [tie.source, tie.target] : [tie.target, tie.source];
    // The length keeps the two ids apart whatever letters they hold.
    const key = `${first.length} ${first}${second}`;
    const pair = pairs.get(key);
    if (pair) pair.push(tie);
    else pairs.set(key, [tie]);
  }
  for (const pair of pairs.values())
    if (pair.length > 1)
      pair.sort((a, b) => side(a) - side(b) || rank(a.type) - rank(b.type) || compareIds(a.id, b.id));
  return [...pairs.values()];
}

/**
 * The course of each tie: straight when it is alone, else the ties of a pair fan out evenly on both sides. One-way ties
 * keep to the right of their own way, so that opposite ones bow apart; mutual ones run between them.
 */
export function courses(
  bundles: readonly (readonly Tie[])[],
  widthOf: (tie: Tie) => number,
  diameterOf: (actor: string) => number,
): Map<string, Course> {
  const found = new Map<string, Course>();
  for (const pair of bundles) {
    const first = pair[0];
    if (!first) continue;
    const isLoop = first.source === first.target;
    if (pair.length === 1 && !isLoop) {
      found.set(first.id, STRAIGHT);
      continue;
    }
    if (isLoop) addLoops(found, pair, diameterOf(first.source));
    else addFan(found, pair, widthOf);
  }
  return found;
}

/** -1, 0 or 1: from the later id to the earlier, mutual, or from the earlier to the later. */
function side(tie: Tie): number {
  if (tie.direction === 'mutual') return 0;
  return tie.source < tie.target ? 1 : -1;
}

function addFan(found: Map<string, Course>, pair: readonly Tie[], widthOf: (tie: Tie) => number): void {
  const filled = pair.reduce((sum, tie) => sum + widthOf(tie), GAP * (pair.length - 1));
  const squeeze = Math.min(1, WIDEST_BUNDLE / filled);
  let at = -filled / 2;
  for (const tie of pair) {
    const lane = at + widthOf(tie) / 2;
    at += widthOf(tie) + GAP;
    // The control point lies twice as far out as the curve reaches; it is told along the tie's own way.
    const curve = (tie.source < tie.target ? 2 : -2) * lane * squeeze;
    found.set(tie.id, { curve: Math.round(curve * 10) / 10 || 0, loop: null });
  }
}

function addLoops(found: Map<string, Course>, loops: readonly Tie[], diameter: number): void {
  loops.forEach((tie, k) => {
    const direction =
      (LOOP_DIRECTIONS[k % LOOP_DIRECTIONS.length] ?? 0) + 11 * Math.floor(k / LOOP_DIRECTIONS.length);
    const distance = Math.round(((diameter / 2 + 34) / 1.4) * 10) / 10;
    found.set(tie.id, { curve: 0, loop: { direction, sweep: 56, distance } });
  });
}
