/** A network as a small picture: dots in the colours of their sectors, and lines. */
export interface Miniature {
  readonly actors: number;
  readonly ties: number;
  readonly dots: readonly Dot[];
  /** All ties as one SVG path. */
  readonly lines: string;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
}

/** The parts of a map file that a picture needs. */
export interface Picturable {
  readonly scheme: { readonly sectors: readonly { readonly id: string; readonly colour: string }[] };
  readonly actors: readonly {
    readonly id: string;
    readonly sector: string;
    readonly position?: readonly [number, number];
  }[];
  readonly ties: readonly { readonly source: string; readonly target: string }[];
}

export const WIDTH = 240;
export const HEIGHT = 144;
const EDGE = 10;

/** Fits the whole network into WIDTH x HEIGHT; dots grow with the root of the number of ties. */
export function miniature(map: Picturable): Miniature {
  const colours = new Map(map.scheme.sectors.map(({ id, colour }) => [id, colour]));
  const degrees = new Map<string, number>();
  for (const { source, target } of map.ties)
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const placed = map.actors.flatMap(({ position, ...actor }) => (position ? [{ ...actor, position }] : []));
  const xs = placed.map(({ position }) => position[0]);
  const ys = placed.map(({ position }) => position[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max(1, right - left),
    (HEIGHT - 2 * EDGE) / Math.max(1, bottom - top),
  );
  const round = (value: number): number => Math.round(value * 10) / 10;
  const places = new Map(
    placed.map(({ id, position: [x, y] }) => [
      id,
      {
        x: round(WIDTH / 2 + (x - (left + right) / 2) * scale),
        y: round(HEIGHT / 2 + (y - (top + bottom) / 2) * scale),
      },
    ]),
  );
  const lines = map.ties.map(({ source, target }) => {
    const [from, to] = [places.get(source), places.get(target)];
    return from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : '';
  });
  const dots = placed.map(({ id, sector }) => ({
    ...(places.get(id) ?? { x: 0, y: 0 }),
    radius: round(2 + 0.9 * Math.sqrt(degrees.get(id) ?? 0)),
    colour: colours.get(sector) ?? '#7f7f7f',
  }));
  return { actors: map.actors.length, ties: map.ties.length, dots, lines: lines.join('') };
}
