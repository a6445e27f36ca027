/** Where an actor stands among those that have a value. */
export interface Place {
  /** From 1, the greatest value first; equal values share a place. */
  readonly place: number;
  readonly of: number;
}

const made = new WeakMap<ReadonlyMap<string, number | null>, ReadonlyMap<string, Place>>();

/** The place of each actor by a measure; worked out once for each. */
export function placesBy(column: ReadonlyMap<string, number | null> | undefined): ReadonlyMap<string, Place> {
  if (!column) return new Map();
  let places = made.get(column);
  if (!places) made.set(column, (places = placesOf(column)));
  return places;
}

function placesOf(column: ReadonlyMap<string, number | null>): ReadonlyMap<string, Place> {
  const ranked = [...column]
    .filter((entry): entry is [string, number] => entry[1] !== null)
    .sort(([, a], [, b]) => b - a);
  const places = new Map<string, Place>();
  let place = 0;
  let last = Number.NaN;
  for (const [k, [id, value]] of ranked.entries()) {
    if (value !== last) place = k + 1;
    last = value;
    places.set(id, { place, of: ranked.length });
  }
  return places;
}
