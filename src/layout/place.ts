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
const SPOTS_FIRST_RING = 8;
/** Rings searched even after a free spot was found: a farther one may be better. */
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
    board.add(actor.id, actor.position, () => options.sizeOf?.(actor) ?? estimatedSize(actor.name, 4));
  }
  const places = new Map<string, Position>();
  while (waiting.size > 0) {
    // Those who know most of the company come first, so that a pasted group unrolls from the map outwards.
    let next: Newcomer | undefined;
    let most = -1;
    for (const newcomer of waiting.values()) {
      const known = board.known(newcomer.partners).length;
      if (known > most) [next, most] = [newcomer, known];
    }
    if (!next) break;
    waiting.delete(next.id);
    const size = next.size ?? estimatedSize('');
    const partners = board.known(next.partners);
    const spot = partners.length > 0 ? board.beside(partners, size) : board.near(options.near, size);
    board.add(next.id, spot, () => size);
    places.set(next.id, spot);
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
    const size = options.sizeOf?.(actor) ?? estimatedSize(actor.name, others.size);
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

  add(id: string, position: Position, size: () => ActorSize): void {
    this.#pieces.set(id, { position, size });
  }

  known(ids: readonly string[]): Box[] {
    return ids.flatMap((id) => {
      const piece = this.#pieces.get(id);
      return piece ? [boxOf(piece)] : [];
    });
  }

  /** The free spot whose ties have the best length and that stands freest, around the middle of the partners. */
  beside(partners: readonly Box[], size: ActorSize): Position {
    const middle = rounded(
      partners.reduce((sum, { x }) => sum + x, 0) / partners.length,
      partners.reduce((sum, { y }) => sum + y, 0) / partners.length,
    );
    return this.#search(middle, size, (spot) => {
      let strain = 0;
      for (const partner of partners) {
        const wanted = partner.radius + size.radius + TIE_LENGTH;
        const distance = Math.sqrt((spot.x - partner.x) ** 2 + (spot.y - partner.y) ** 2);
        strain += ((distance - wanted) / wanted) ** 2;
      }
      return strain / partners.length;
    });
  }

  near(wanted: Position | undefined, size: ActorSize): Position {
    const start = wanted ?? this.#belowAll(size);
    return this.#search(start, size, (spot) => {
      const distance = Math.sqrt((spot.x - start[0]) ** 2 + (spot.y - start[1]) ** 2);
      return distance / TIE_LENGTH;
    });
  }

  #belowAll(size: ActorSize): Position {
    if (this.#pieces.size === 0) return [0, 0];
    let left = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (const { position } of this.#pieces.values()) {
      left = Math.min(left, position[0]);
      right = Math.max(right, position[0]);
      bottom = Math.max(bottom, position[1]);
    }
    return rounded((left + right) / 2, bottom + TIE_LENGTH + size.radius);
  }

  /** The spot of least cost on rings around `middle` that touches no mark; rings are added until there is one. */
  #search(middle: Position, size: ActorSize, cost: (spot: Box) => number): Position {
    let reach = (RINGS + 1) * RING;
    let around = this.#within(middle, reach, size);
    let best: Position | undefined;
    let least = Infinity;
    for (let ring = 0; !best || ring <= RINGS; ring++) {
      // Far from a free spot the rings widen, so that a crowded map of any size is crossed in a few dozen.
      const distance = ring <= RINGS ? ring * RING : RINGS * RING * 1.15 ** (ring - RINGS);
      if (distance > reach) {
        reach = 2 * distance;
        around = this.#within(middle, reach, size);
      }
      const spots = ring === 0 ? 1 : Math.min(64, SPOTS_FIRST_RING * 2 ** Math.ceil(Math.log2(ring)));
      for (let k = 0; k < spots; k++) {
        const [dx, dy] = DIRECTIONS[(k * 64) / spots] ?? [0, 0];
        const place = rounded(middle[0] + distance * dx, middle[1] + distance * dy);
        const spot = boxAt(place, size);
        let crowding = 0;
        let free = true;
        for (const box of around) {
          if (marksTouch(spot, box)) {
            free = false;
            break;
          }
          if (overlap(spot, box)) crowding += COVERED_LABEL;
          crowding += 1 / (1 + ((spot.x - box.x) ** 2 + (spot.y - box.y) ** 2) / TIE_LENGTH ** 2);
        }
        if (!free) continue;
        const total = cost(spot) + 0.06 * crowding;
        if (total < least) [best, least] = [place, total];
      }
    }
    return best;
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
