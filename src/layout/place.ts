import { actorsInOrder, type Actor, type Graph, type Position } from '../model/graph.ts';
import { estimatedSize, type ActorSize } from './size.ts';

/** An actor about to be added: whom it will be tied to (actors on the map or other newcomers), and how large it is. */
export interface Newcomer {
  readonly id: string;
  readonly partners: readonly string[];
  readonly size?: ActorSize;
}

export interface PlaceOptions {
  /** Where an actor without partners should come to be, such as the middle of what is seen; the map's lower edge else. */
  readonly near?: Position;
  /** How large the others are drawn; estimated from their names else. */
  readonly sizeOf?: (actor: Actor) => ActorSize;
}

/** Length of a tie to a newcomer, from rim to rim. */
const TIE_LENGTH = 70;
const MARGIN = 6;
/** In crowding: where no spot is free of labels, a covered one is better than a place far from the partners. */
const COVERED_LABEL = 30;
/** How far the mark and label of any actor may reach. */
const LARGEST = 200;
const RING = 32;
/** Rings of places that are compared around the middle of the partners. */
const RINGS = 7;

/** sin and cos of the 64 directions differ between machines in the last bit; this rounding makes them the same. */
const DIRECTIONS: readonly Position[] = Array.from({ length: 64 }, (_, k) => [
  Math.round(1e6 * Math.cos((k * Math.PI) / 32)) / 1e6,
  Math.round(1e6 * Math.sin((k * Math.PI) / 32)) / 1e6,
]);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly half: number;
  readonly below: number;
}

/**
 * Where newcomers start: beside their partners, free of all marks, and of labels where that is possible; with room around.
 * Nobody else moves. The same map and newcomers give the same places. Rounded to 0.1 unit.
 */
export function placeNewcomers(
  graph: Pick<Graph, 'actors'>,
  newcomers: readonly Newcomer[],
  options: PlaceOptions = {},
): ReadonlyMap<string, Position> {
  const waiting = new Map(newcomers.map((newcomer) => [newcomer.id, newcomer]));
  const board = new Board();
  for (const actor of actorsInOrder(graph)) {
    if (waiting.has(actor.id) || !actor.position) continue;
    board.add(actor.id, actor.position, () => options.sizeOf?.(actor) ?? estimatedSize(actor.name));
  }
  const start = options.near ?? board.lowerEdge();

  // Those who know most of the company come first, so that a pasted group unrolls from the map outwards.
  const known = new Map<Newcomer, number>();
  const knowing = new Map<string, Newcomer[]>();
  for (const newcomer of waiting.values()) {
    known.set(newcomer, newcomer.partners.filter((partner) => board.has(partner)).length);
    for (const partner of newcomer.partners) {
      const others = knowing.get(partner);
      if (others) others.push(newcomer);
      else knowing.set(partner, [newcomer]);
    }
  }
  const places = new Map<string, Position>();
  while (known.size > 0) {
    let next: Newcomer | undefined;
    let most = -1;
    for (const [newcomer, count] of known) if (count > most) [next, most] = [newcomer, count];
    if (!next) break;
    known.delete(next);
    const size = next.size ?? estimatedSize('');
    const spot = most > 0 ? board.beside(next.partners, size) : board.near(start, size);
    board.add(next.id, spot, () => size);
    places.set(next.id, spot);
    for (const other of knowing.get(next.id) ?? []) {
      const count = known.get(other);
      if (count !== undefined) known.set(other, count + 1);
    }
  }
  return places;
}

/** The same for actors that are on the map but have no place yet, or are to get a new one. */
export function placeNew(
  graph: Pick<Graph, 'actors' | 'ties'>,
  ids: readonly string[],
  options: PlaceOptions = {},
): ReadonlyMap<string, Position> {
  const partners = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const tie of graph.ties.values()) {
    if (tie.source === tie.target) continue;
    partners.get(tie.source)?.add(tie.target);
    partners.get(tie.target)?.add(tie.source);
  }
  const newcomers = [...partners].flatMap(([id, others]): Newcomer[] => {
    const actor = graph.actors.get(id);
    if (!actor) return [];
    const size = options.sizeOf?.(actor) ?? estimatedSize(actor.name);
    return [{ id, partners: [...others].sort(), size }];
  });
  return placeNewcomers(graph, newcomers, options);
}

function boxAt([x, y]: Position, size: ActorSize): Box {
  return {
    x,
    y,
    radius: size.radius,
    half: Math.max(size.radius, size.labelWidth / 2),
    below: size.radius + size.labelHeight,
  };
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < a.half + b.half + MARGIN &&
    a.y - a.radius < b.y + b.below + MARGIN &&
    b.y - b.radius < a.y + a.below + MARGIN
  );
}

function marksTouch(a: Box, b: Box): boolean {
  const apart = a.radius + b.radius + MARGIN;
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < apart ** 2;
}

function rounded(x: number, y: number): Position {
  return [Math.round(10 * x) / 10, Math.round(10 * y) / 10];
}

/** Places all round at one distance, more of them the larger the ring. */
function spotsOn(ring: number, distance: number, [x, y]: Position): Position[] {
  if (ring === 0) return [rounded(x, y)];
  const step = ring <= 1 ? 8 : ring <= 2 ? 4 : ring <= 4 ? 2 : 1;
  return DIRECTIONS.filter((_, k) => k % step === 0).map(([dx, dy]) =>
    rounded(x + distance * dx, y + distance * dy),
  );
}

/** How little room a spot has: infinite on a mark, large on a label, less the farther the others are. */
function crowdingOf(spot: Box, around: readonly Box[]): number {
  let crowding = 0;
  for (const box of around) {
    if (marksTouch(spot, box)) return Infinity;
    if (overlap(spot, box)) crowding += COVERED_LABEL;
    crowding += 1 / (1 + ((spot.x - box.x) ** 2 + (spot.y - box.y) ** 2) / TIE_LENGTH ** 2);
  }
  return crowding;
}

/** How far the ties to the partners are from their best length: 0 when all have it. */
function strain(spot: Box, partners: readonly Box[]): number {
  let sum = 0;
  for (const partner of partners) {
    const wanted = partner.radius + spot.radius + TIE_LENGTH;
    const distance = Math.sqrt((spot.x - partner.x) ** 2 + (spot.y - partner.y) ** 2);
    sum += ((distance - wanted) / wanted) ** 2;
  }
  return sum / partners.length;
}

/** Someone on the board. Measuring a label takes time, so it is done only for those who matter. */
interface Piece {
  readonly position: Position;
  readonly size: () => ActorSize;
  box?: Box;
}

function boxOf(piece: Piece): Box {
  return (piece.box ??= boxAt(piece.position, piece.size()));
}

/** What stands where. */
class Board {
  readonly #pieces = new Map<string, Piece>();
  /** Up to where all is taken around the last start. */
  #crowded: { readonly start: Position; readonly distance: number } = { start: [0, 0], distance: 0 };

  add(id: string, position: Position, size: () => ActorSize): void {
    this.#pieces.set(id, { position, size });
  }

  has(id: string): boolean {
    return this.#pieces.has(id);
  }

  /**
   * The spot on rings around the middle of the partners that gives ties the best length and most room; it touches no
   * mark, and no label where that is possible.
   */
  beside(ids: readonly string[], size: ActorSize): Position {
    const partners = ids.flatMap((id) => {
      const piece = this.#pieces.get(id);
      return piece ? [boxOf(piece)] : [];
    });
    const middle: Position = [
      partners.reduce((sum, { x }) => sum + x, 0) / partners.length,
      partners.reduce((sum, { y }) => sum + y, 0) / partners.length,
    ];
    const around = this.#within(middle, RINGS * RING, size);
    let best: Position | undefined;
    let least = Infinity;
    for (let ring = 0; ring <= RINGS; ring++) {
      for (const place of spotsOn(ring, ring * RING, middle)) {
        const spot = boxAt(place, size);
        const crowding = crowdingOf(spot, around);
        if (crowding === Infinity) continue;
        const total = strain(spot, partners) + 0.06 * crowding;
        if (total < least) [best, least] = [place, total];
      }
    }
    return best ?? this.near(middle, size);
  }

  /** The nearest spot that touches neither mark nor label. */
  near(start: Position, size: ActorSize): Position {
    let distance = this.#crowded.start === start ? this.#crowded.distance : 0;
    let reach = -1;
    let around: Box[] = [];
    for (let ring = Math.round(distance / RING); ; ring++) {
      if (distance > reach) {
        reach = 2 * distance + RINGS * RING;
        around = this.#within(start, reach, size);
      }
      for (const place of spotsOn(ring, distance, start)) {
        const spot = boxAt(place, size);
        if (around.some((box) => overlap(spot, box))) continue;
        this.#crowded = { start, distance };
        return place;
      }
      // Rings widen slowly, so that a crowded map of any size is crossed in a few dozen.
      distance += RING + distance / 16;
    }
  }

  /** Just below the middle of all, for those who belong nowhere yet; the origin of an empty map. */
  lowerEdge(): Position {
    let left = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (const { position } of this.#pieces.values()) {
      left = Math.min(left, position[0]);
      right = Math.max(right, position[0]);
      bottom = Math.max(bottom, position[1]);
    }
    return left <= right ? [(left + right) / 2, bottom + 1.5 * TIE_LENGTH] : [0, 0];
  }

  /** The boxes that a newcomer up to `reach` away from the middle could meet. */
  #within([x, y]: Position, reach: number, size: ActorSize): Box[] {
    const newcomer = boxAt([x, y], size);
    const slack = reach + TIE_LENGTH + Math.max(newcomer.half, newcomer.below) + LARGEST;
    const found: Box[] = [];
    for (const piece of this.#pieces.values()) {
      if (Math.abs(piece.position[0] - x) < slack && Math.abs(piece.position[1] - y) < slack) {
        found.push(boxOf(piece));
      }
    }
    return found;
  }
}
