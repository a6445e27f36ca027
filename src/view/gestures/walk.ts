import type { Position } from '../../model/graph.ts';

/** Something that can be walked to. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type Heading = 'left' | 'right' | 'up' | 'down';

const AHEAD: Readonly<Record<Heading, Position>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The quarter around a heading: each spot is in one quarter only. */
const QUARTER = Math.SQRT1_2;
/** How much farther a spot straight to the side counts than one straight ahead. */
const ASIDE = 2;

/** The nearest spot in a direction: of those in its quarter, else of those at all on that side. */
export function towards(from: Position, heading: Heading, spots: readonly Spot[]): string | undefined {
  const [aheadX, aheadY] = AHEAD[heading];
  let best: { readonly id: string; readonly far: number; readonly inQuarter: boolean } | undefined;
  for (const { id, x, y } of spots) {
    const [dx, dy] = [x - from[0], y - from[1]];
    const distance = Math.hypot(dx, dy);
    const along = distance === 0 ? 0 : (dx * aheadX + dy * aheadY) / distance;
    if (along <= 1e-9) continue;
    const inQuarter = along >= QUARTER - 1e-9;
    const far = distance * (1 + ASIDE * (1 - along));
    const better =
      !best ||
      (inQuarter !== best.inQuarter ? inQuarter : far < best.far || (far === best.far && id < best.id));
    if (better) best = { id, far, inQuarter };
  }
  return best?.id;
}

/** Spots no farther apart in height than this are read as one line. In map units. */
const LINE = 60;

/** Line by line from the top, each from left to right. */
export function inReadingOrder(spots: readonly Spot[]): readonly string[] {
  const line = ({ y }: Spot): number => Math.floor(y / LINE);
  return [...spots]
    .sort((a, b) => line(a) - line(b) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Clockwise around a place, from the top. */
export function clockwise(around: Position, spots: readonly Spot[]): readonly string[] {
  const turn = ({ x, y }: Spot): number => {
    const angle = Math.atan2(x - around[0], around[1] - y);
    return angle < 0 ? angle + 2 * Math.PI : angle;
  };
  return [...spots].sort((a, b) => turn(a) - turn(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** The nearest first. */
export function byDistance(from: Position, spots: readonly Spot[]): readonly string[] {
  const far = ({ x, y }: Spot): number => Math.hypot(x - from[0], y - from[1]);
  return [...spots].sort((a, b) => far(a) - far(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** What comes `by` places after `current` in a list that ends where it begins; its first or last if `current` is not in it. */
export function stepIn(list: readonly string[], current: string | undefined, by: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : list.indexOf(current);
  if (at < 0) return by === 1 ? list[0] : list.at(-1);
  return list[(at + by + list.length) % list.length];
}

/** The actors at the other ends of an actor's ties, each once. */
export function partnersOf(
  ties: Iterable<{ readonly source: string; readonly target: string }>,
  actor: string,
): ReadonlySet<string> {
  const partners = new Set<string>();
  for (const { source, target } of ties) {
    if (source === actor && target !== actor) partners.add(target);
    else if (target === actor && source !== actor) partners.add(source);
  }
  return partners;
}
