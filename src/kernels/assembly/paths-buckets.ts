import { addF64, f64At, i32At, setF64, setI32 } from './memory';

/**
 * Brandes' accumulation (2001) where ties have lengths: Dijkstra's search with a ring of buckets (Denardo & Fox 1979),
 * one pass forward over the settled actors to count paths, and one back. The plain twin, line by line, is
 * src/metrics/paths/bucket-kernel.ts with length-kernel.ts.
 */

/** Two paths are equally short if their lengths differ by less than this share. */
const TOLERANCE: f64 = 1e-10;
const NONE = -1;

let actors = 0;
/** Compressed rows of the graph that is searched, and the length of each entry. */
let offsets: usize = 0;
let columns: usize = 0;
let lengths: usize = 0;
/** Buckets to a unit of length. */
let perLength: f64 = 0;

// The sums, one an actor: of the dependencies of all sources on it, of their squares, of its distances from the sources,
// of 1 / distance, how many sources reach it, and the largest distance.
let betweenness: usize = 0;
let squares: usize = 0;
let farness: usize = 0;
let nearness: usize = 0;
let reach: usize = 0;
let eccentricity: usize = 0;

/** A power of two of buckets: the first entry of each, and the entry after each one. */
let ring = 0;
let first: usize = 0;
let after: usize = 0;
/** The actor of each entry. */
let entryActors: usize = 0;
/** Length of the shortest path known from the source. */
let distance: usize = 0;
/** Actors in the order settled, and 1 for those that are. */
let order: usize = 0;
let settledOnes: usize = 0;
/** Number of shortest paths from the source. */
let paths: usize = 0;
/** (1 + dependency) / paths: what each predecessor gets for each of its paths. */
let shares: usize = 0;
/** The successors of order[k] are those from successorStart[k] to successorStart[k + 1]. */
let successorStart: usize = 0;
let successors: usize = 0;

/** Which graph to search; entries join other actors and are longer than a bucket is wide. */
export function bucketGraph(
  actorCount: i32,
  rowOffsets: usize,
  rowColumns: usize,
  entryLengths: usize,
  bucketsPerLength: f64,
): void {
  actors = actorCount;
  offsets = rowOffsets;
  columns = rowColumns;
  lengths = entryLengths;
  perLength = bucketsPerLength;
}

/** Where to add up: arrays of one f64 an actor. */
export function bucketSums(
  betweennessSums: usize,
  squareSums: usize,
  farnessSums: usize,
  nearnessSums: usize,
  reachSums: usize,
  eccentricities: usize,
): void {
  betweenness = betweennessSums;
  squares = squareSums;
  farness = farnessSums;
  nearness = nearnessSums;
  reach = reachSums;
  eccentricity = eccentricities;
}

/**
 * Room to work in: a power of two of buckets (i32); two i32 an entry of the graph and one more; of each actor a
 * distance (f64), order (i32), a flag (u8), paths and share (f64) and start of its successors (i32, one more); one i32 an
 * entry and one more.
 */
export function bucketRoom(
  bucketCount: i32,
  bucketFirst: usize,
  entryAfter: usize,
  actorOfEntry: usize,
  distances: usize,
  settledOrder: usize,
  settledFlags: usize,
  pathCounts: usize,
  pathShares: usize,
  successorStarts: usize,
  successorList: usize,
): void {
  ring = bucketCount - 1;
  first = bucketFirst;
  after = entryAfter;
  entryActors = actorOfEntry;
  distance = distances;
  order = settledOrder;
  settledOnes = settledFlags;
  paths = pathCounts;
  shares = pathShares;
  successorStart = successorStarts;
  successors = successorList;
}

/** Adds the shortest paths from these sources to the sums. */
export function bucketRun(sources: usize, count: i32): void {
  for (let k = 0; k < count; k++) {
    const source = i32At(sources, k);
    const reached = settle(source);
    countPaths(source, reached);
    accumulate(reached);
  }
}

/** Finds the distances from the source. Returns how many actors were reached, the source included. */
function settle(source: i32): i32 {
  for (let actor = 0; actor < actors; actor++) setF64(distance, actor, Infinity);
  memory.fill(settledOnes, 0, <usize>actors);
  memory.fill(first, 0xff, (<usize>(ring + 1)) << 2);
  setF64(distance, source, 0);
  setI32(entryActors, 0, source);
  setI32(after, 0, NONE);
  setI32(first, 0, 0);
  let used = 1;
  let waiting = 1;
  let settled = 0;
  for (let bucket = 0; waiting > 0; bucket = (bucket + 1) & ring) {
    let entry = i32At(first, bucket);
    setI32(first, bucket, NONE);
    for (; entry !== NONE; entry = i32At(after, entry)) {
      waiting--;
      const actor = i32At(entryActors, entry);
      if (load<u8>(settledOnes + <usize>actor) === 1) continue;
      store<u8>(settledOnes + <usize>actor, 1);
      const here = f64At(distance, actor);
      setI32(order, settled++, actor);
      for (let e = i32At(offsets, actor), end = i32At(offsets, actor + 1); e < end; e++) {
        const partner = i32At(columns, e);
        const through = here + f64At(lengths, e);
        if (through >= f64At(distance, partner)) continue;
        setF64(distance, partner, through);
        const later = (<i32>(through * perLength)) & ring;
        setI32(entryActors, used, partner);
        setI32(after, used, i32At(first, later));
        setI32(first, later, used++);
        waiting++;
      }
    }
  }
  return settled;
}

function countPaths(source: i32, reached: i32): void {
  memory.fill(paths, 0, (<usize>actors) << 3);
  setF64(paths, source, 1);
  let emitted = 0;
  for (let k = 0; k < reached; k++) {
    const actor = i32At(order, k);
    const here = f64At(distance, actor);
    const own = f64At(paths, actor);
    const start = emitted;
    setI32(successorStart, k, start);
    // Written always, counted only where it is a successor: a branch would often be guessed wrong. Lengths that buckets
    // suit are longer than the tolerance of any distance, so no tie is walked both ways.
    for (let e = i32At(offsets, actor), end = i32At(offsets, actor + 1); e < end; e++) {
      const partner = i32At(columns, e);
      setI32(successors, emitted, partner);
      emitted += i32(here + f64At(lengths, e) <= f64At(distance, partner) * (1 + TOLERANCE));
    }
    for (let e = start; e < emitted; e++) addF64(paths, i32At(successors, e), own);
  }
  setI32(successorStart, reached, emitted);
}

function accumulate(reached: i32): void {
  for (let k = reached - 1; k > 0; k--) {
    const actor = i32At(order, k);
    let sum: f64 = 0;
    for (let e = i32At(successorStart, k), end = i32At(successorStart, k + 1); e < end; e++)
      sum += f64At(shares, i32At(successors, e));
    const own = f64At(paths, actor);
    const dependency = own * sum;
    // Infinitely many paths, times 0, is NaN: a share that is not known must not pass for 0.
    setF64(shares, actor, (1 + dependency) / own + 0 * own);
    addF64(betweenness, actor, dependency);
    addF64(squares, actor, dependency * dependency);
    const far = f64At(distance, actor);
    addF64(farness, actor, far);
    addF64(nearness, actor, 1 / far);
    addF64(reach, actor, 1);
    if (far > f64At(eccentricity, actor)) setF64(eccentricity, actor, far);
  }
  if (reached > 0) addF64(reach, i32At(order, 0), 1);
}
