import { addF64, f64At, i32At, setF64, setI32 } from './memory';

/**
 * Brandes' accumulation (2001) where every tie is one step long, from 16 sources in lockstep. Each source is a lane: an
 * actor has a row of 16 numbers, one a lane, and one pass over its ties serves all lanes. The plain twin, from one
 * source at a time, is src/metrics/paths/hop-kernel.ts.
 *
 * A set of lanes is a number with one bit a lane. The 16 numbers of a row are eight vectors of two, written out below,
 * since only local variables stay in the processor's registers; for the same reason loops copy what they read of the
 * variables below.
 */
const LANES = 16;
/** A row is 2 ** 7 bytes. */
const ROW_SHIFT: usize = 7;
/** Looking at an actor's whole neighbourhood (pull) costs less for each tie than giving along one tie (push). */
const PUSH_COST = 4;

/** The four masks that two lanes can have: none, the first, the second, both. */
const PAIR_MASKS: usize = memory.data<i32>([0, 0, 0, 0, -1, -1, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1], 16);

let actors = 0;
let entries = 0;
/** Compressed rows of the graph that is searched, and of the same graph with every tie turned round. */
let offsets: usize = 0;
let columns: usize = 0;
let turnedOffsets: usize = 0;
let turnedColumns: usize = 0;

// The sums, one an actor: of the dependencies of all sources on it, of their squares, of its distances from the sources,
// of 1 / distance, how many sources reach it, and the largest distance.
let betweenness: usize = 0;
let squares: usize = 0;
let farness: usize = 0;
let nearness: usize = 0;
let reach: usize = 0;
let eccentricity: usize = 0;

/** Rows: numbers of shortest paths from the source. */
let paths: usize = 0;
/** Rows of the level at hand and of the one that comes, zero elsewhere: on the way out paths, on the way back shares. */
let here: usize = 0;
let there: usize = 0;
/** Lanes that have not reached the actor. */
let unseen: usize = 0;
/** Lanes that reach the actor in the level that is being found by pushing. */
let arriving: usize = 0;
/** Actors in the order reached, level by level; an actor is listed once for each level in which lanes reach it. */
let list: usize = 0;
let listed = 0;
/** Which lanes each of these entries is for. */
let listLanes: usize = 0;
/** Where in the list each level begins. */
let levels: usize = 0;
/** Actors that some lane has not reached; none yet if `waitingCount` is negative. */
let waiting: usize = 0;
let waitingCount = 0;
/** Entries of the turned graph in the rows of these, and of the graph in the rows of the last level. */
let waitingEntries = 0;
let frontierEntries = 0;

/** Which graph to search; the arrays have actors + 1 offsets each. */
export function hopGraph(
  actorCount: i32,
  entryCount: i32,
  rowOffsets: usize,
  rowColumns: usize,
  turnedRowOffsets: usize,
  turnedRowColumns: usize,
): void {
  actors = actorCount;
  entries = entryCount;
  offsets = rowOffsets;
  columns = rowColumns;
  turnedOffsets = turnedRowOffsets;
  turnedColumns = turnedRowColumns;
}

/** Where to add up: arrays of one f64 an actor. */
export function hopSums(
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
 * Room to work in: three arrays of one row an actor, the second and third zero; two of one i32 an actor, the second
 * zero; two lists of 16 i32 an actor and one more; actors + 2 levels; one i32 an actor.
 */
export function hopRoom(
  pathRows: usize,
  hereRows: usize,
  thereRows: usize,
  unseenLanes: usize,
  arrivingLanes: usize,
  orderList: usize,
  orderLanes: usize,
  levelStarts: usize,
  waitingList: usize,
): void {
  paths = pathRows;
  here = hereRows;
  there = thereRows;
  unseen = unseenLanes;
  arriving = arrivingLanes;
  list = orderList;
  listLanes = orderLanes;
  levels = levelStarts;
  waiting = waitingList;
}

/** Adds the shortest paths from these sources to the sums. The rows `here` and `there` are zero before and after. */
export function hopRun(sources: usize, count: i32): void {
  for (let from = 0; from < count; from += LANES) {
    start(sources + ((<usize>from) << 2), min(count - from, LANES));
    goBack(goOut());
  }
}

function row(rows: usize, actor: i32): usize {
  return rows + ((<usize>actor) << ROW_SHIFT);
}

/** All bits where the lane of a pair is in the set, else none; the pair's lanes are `lane` and `lane + 1`. */
function pairMask(lanes: i32, lane: i32): v128 {
  return v128.load(PAIR_MASKS + ((<usize>((lanes >>> lane) & 3)) << 4));
}

/** Which of a pair's lanes hold a number above zero, as bits of the set of lanes. */
function positive(pair: v128, lane: i32): i32 {
  return i64x2.bitmask(f64x2.gt(pair, f64x2.splat(0))) << lane;
}

function addPair(at: usize, pair: v128): void {
  v128.store(at, f64x2.add(v128.load(at), pair));
}

function rowSize(rowOffsets: usize, actor: i32): i32 {
  return i32At(rowOffsets, actor + 1) - i32At(rowOffsets, actor);
}

/** Puts each lane's source into level 0. */
function start(sources: usize, lanes: i32): void {
  const all = (1 << lanes) - 1;
  for (let actor = 0; actor < actors; actor++) setI32(unseen, actor, all);
  memory.fill(paths, 0, (<usize>actors) << ROW_SHIFT);
  listed = 0;
  frontierEntries = 0;
  waitingCount = -1;
  waitingEntries = entries;
  for (let lane = 0; lane < lanes; lane++) {
    const source = i32At(sources, lane);
    setF64(row(paths, source), lane, 1);
    setF64(row(here, source), lane, 1);
    setI32(unseen, source, i32At(unseen, source) & ~(1 << lane));
    setI32(list, listed, source);
    setI32(listLanes, listed++, 1 << lane);
    frontierEntries += rowSize(offsets, source);
    addF64(reach, source, 1);
  }
}

/** Level by level, until no lane reaches anybody new. Returns the last level that is not empty. */
function goOut(): i32 {
  let level = 0;
  setI32(levels, 0, 0);
  for (let from = 0; from < listed; level++) {
    const to = listed;
    setI32(levels, level + 1, to);
    if (frontierEntries * PUSH_COST > waitingEntries) pull();
    else push(from, to);
    clear(here, from, to);
    arrive(to, level + 1);
    swap();
    from = to;
  }
  return level - 1;
}

/** Each actor that lanes still wait for takes the paths of its partners in the last level. */
function pull(): void {
  if (waitingCount < 0) {
    waitingCount = actors;
    for (let actor = 0; actor < actors; actor++) setI32(waiting, actor, actor);
  }
  const rowOffsets = turnedOffsets;
  const rowColumns = turnedColumns;
  const lastRows = here;
  const nextRows = there;
  let kept = 0;
  let keptEntries = 0;
  for (let k = 0; k < waitingCount; k++) {
    const actor = i32At(waiting, k);
    const wanted = i32At(unseen, actor);
    if (wanted === 0) continue;
    setI32(waiting, kept++, actor);
    const first = i32At(rowOffsets, actor);
    const last = i32At(rowOffsets, actor + 1);
    keptEntries += last - first;

    let p0 = f64x2.splat(0);
    let p1 = f64x2.splat(0);
    let p2 = f64x2.splat(0);
    let p3 = f64x2.splat(0);
    let p4 = f64x2.splat(0);
    let p5 = f64x2.splat(0);
    let p6 = f64x2.splat(0);
    let p7 = f64x2.splat(0);
    for (let e = first; e < last; e++) {
      const partner = row(lastRows, i32At(rowColumns, e));
      p0 = f64x2.add(p0, v128.load(partner, 0));
      p1 = f64x2.add(p1, v128.load(partner, 16));
      p2 = f64x2.add(p2, v128.load(partner, 32));
      p3 = f64x2.add(p3, v128.load(partner, 48));
      p4 = f64x2.add(p4, v128.load(partner, 64));
      p5 = f64x2.add(p5, v128.load(partner, 80));
      p6 = f64x2.add(p6, v128.load(partner, 96));
      p7 = f64x2.add(p7, v128.load(partner, 112));
    }
    const given =
      positive(p0, 0) |
      positive(p1, 2) |
      positive(p2, 4) |
      positive(p3, 6) |
      positive(p4, 8) |
      positive(p5, 10) |
      positive(p6, 12) |
      positive(p7, 14);
    const lanes = wanted & given;
    if (lanes === 0) continue;
    setI32(list, listed, actor);
    setI32(listLanes, listed++, lanes);
    const ownPaths = row(paths, actor);
    const next = row(nextRows, actor);
    found(ownPaths, next, p0, lanes, 0);
    found(ownPaths + 16, next + 16, p1, lanes, 2);
    found(ownPaths + 32, next + 32, p2, lanes, 4);
    found(ownPaths + 48, next + 48, p3, lanes, 6);
    found(ownPaths + 64, next + 64, p4, lanes, 8);
    found(ownPaths + 80, next + 80, p5, lanes, 10);
    found(ownPaths + 96, next + 96, p6, lanes, 12);
    found(ownPaths + 112, next + 112, p7, lanes, 14);
  }
  waitingCount = kept;
  waitingEntries = keptEntries;
}

/** Two lanes of an actor's paths, of which only those that reach it now count. */
function found(ownPaths: usize, next: usize, pair: v128, lanes: i32, lane: i32): void {
  const counted = v128.and(pair, pairMask(lanes, lane));
  v128.store(next, counted);
  addPair(ownPaths, counted);
}

/** Each actor of the last level gives its paths to the partners that its lanes have not reached. */
function push(from: i32, to: i32): void {
  const rowOffsets = offsets;
  const rowColumns = columns;
  const lastRows = here;
  const nextRows = there;
  const firstNew = listed;
  for (let k = from; k < to; k++) {
    const actor = i32At(list, k);
    const ownLanes = i32At(listLanes, k);
    const own = row(lastRows, actor);
    const p0 = v128.load(own, 0);
    const p1 = v128.load(own, 16);
    const p2 = v128.load(own, 32);
    const p3 = v128.load(own, 48);
    const p4 = v128.load(own, 64);
    const p5 = v128.load(own, 80);
    const p6 = v128.load(own, 96);
    const p7 = v128.load(own, 112);
    for (let e = i32At(rowOffsets, actor), end = i32At(rowOffsets, actor + 1); e < end; e++) {
      const partner = i32At(rowColumns, e);
      const lanes = ownLanes & i32At(unseen, partner);
      if (lanes === 0) continue;
      const before = i32At(arriving, partner);
      if (before === 0) setI32(list, listed++, partner);
      setI32(arriving, partner, before | lanes);
      const next = row(nextRows, partner);
      addPair(next, v128.and(p0, pairMask(lanes, 0)));
      addPair(next + 16, v128.and(p1, pairMask(lanes, 2)));
      addPair(next + 32, v128.and(p2, pairMask(lanes, 4)));
      addPair(next + 48, v128.and(p3, pairMask(lanes, 6)));
      addPair(next + 64, v128.and(p4, pairMask(lanes, 8)));
      addPair(next + 80, v128.and(p5, pairMask(lanes, 10)));
      addPair(next + 96, v128.and(p6, pairMask(lanes, 12)));
      addPair(next + 112, v128.and(p7, pairMask(lanes, 14)));
    }
  }
  for (let k = firstNew; k < listed; k++) {
    const actor = i32At(list, k);
    setI32(listLanes, k, i32At(arriving, actor));
    setI32(arriving, actor, 0);
    const ownPaths = row(paths, actor);
    const next = row(nextRows, actor);
    addPair(ownPaths, v128.load(next, 0));
    addPair(ownPaths + 16, v128.load(next, 16));
    addPair(ownPaths + 32, v128.load(next, 32));
    addPair(ownPaths + 48, v128.load(next, 48));
    addPair(ownPaths + 64, v128.load(next, 64));
    addPair(ownPaths + 80, v128.load(next, 80));
    addPair(ownPaths + 96, v128.load(next, 96));
    addPair(ownPaths + 112, v128.load(next, 112));
  }
}

/** Books the actors listed from `from` on as reached at this distance. */
function arrive(from: i32, distance: i32): void {
  const steps = <f64>distance;
  const near = 1 / steps;
  frontierEntries = 0;
  for (let k = from; k < listed; k++) {
    const actor = i32At(list, k);
    const lanes = i32At(listLanes, k);
    const count = <f64>popcnt<i32>(lanes);
    setI32(unseen, actor, i32At(unseen, actor) & ~lanes);
    addF64(farness, actor, count * steps);
    addF64(nearness, actor, count * near);
    addF64(reach, actor, count);
    if (steps > f64At(eccentricity, actor)) setF64(eccentricity, actor, steps);
    frontierEntries += rowSize(offsets, actor);
  }
}

/**
 * From the last level to the first: an actor's dependency is its paths times the shares of its successors, and its own
 * share, which its predecessors get for each of their paths, is (1 + dependency) / paths. Where there are more paths than
 * a number can hold (1e308), dependencies are NaN.
 */
function goBack(lastLevel: i32): void {
  for (let level = lastLevel; level > 0; level--) {
    const from = i32At(levels, level);
    const to = i32At(levels, level + 1);
    dependencies(from, to, level < lastLevel);
    if (level < lastLevel) clear(here, to, i32At(levels, level + 2));
    swap();
  }
  if (lastLevel > 0) clear(here, i32At(levels, 1), i32At(levels, 2));
}

/** From the shares `here` of the level beyond to the dependencies of this one, whose shares go `there`. */
function dependencies(from: i32, to: i32, haveSuccessors: bool): void {
  const rowOffsets = offsets;
  const rowColumns = columns;
  const beyondRows = here;
  const ownRows = there;
  for (let k = from; k < to; k++) {
    const actor = i32At(list, k);
    const lanes = i32At(listLanes, k);
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    let s4 = f64x2.splat(0);
    let s5 = f64x2.splat(0);
    let s6 = f64x2.splat(0);
    let s7 = f64x2.splat(0);
    if (haveSuccessors) {
      for (let e = i32At(rowOffsets, actor), end = i32At(rowOffsets, actor + 1); e < end; e++) {
        const partner = row(beyondRows, i32At(rowColumns, e));
        s0 = f64x2.add(s0, v128.load(partner, 0));
        s1 = f64x2.add(s1, v128.load(partner, 16));
        s2 = f64x2.add(s2, v128.load(partner, 32));
        s3 = f64x2.add(s3, v128.load(partner, 48));
        s4 = f64x2.add(s4, v128.load(partner, 64));
        s5 = f64x2.add(s5, v128.load(partner, 80));
        s6 = f64x2.add(s6, v128.load(partner, 96));
        s7 = f64x2.add(s7, v128.load(partner, 112));
      }
    }
    const ownPaths = row(paths, actor);
    const own = row(ownRows, actor);
    s0 = dependency(ownPaths, own, s0, lanes, 0);
    s1 = dependency(ownPaths + 16, own + 16, s1, lanes, 2);
    s2 = dependency(ownPaths + 32, own + 32, s2, lanes, 4);
    s3 = dependency(ownPaths + 48, own + 48, s3, lanes, 6);
    s4 = dependency(ownPaths + 64, own + 64, s4, lanes, 8);
    s5 = dependency(ownPaths + 80, own + 80, s5, lanes, 10);
    s6 = dependency(ownPaths + 96, own + 96, s6, lanes, 12);
    s7 = dependency(ownPaths + 112, own + 112, s7, lanes, 14);
    if (!haveSuccessors) continue;
    const low = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
    const high = f64x2.add(f64x2.add(s4, s5), f64x2.add(s6, s7));
    addF64(betweenness, actor, bothLanes(f64x2.add(low, high)));
    const lowSquares = f64x2.add(
      f64x2.add(f64x2.mul(s0, s0), f64x2.mul(s1, s1)),
      f64x2.add(f64x2.mul(s2, s2), f64x2.mul(s3, s3)),
    );
    const highSquares = f64x2.add(
      f64x2.add(f64x2.mul(s4, s4), f64x2.mul(s5, s5)),
      f64x2.add(f64x2.mul(s6, s6), f64x2.mul(s7, s7)),
    );
    addF64(squares, actor, bothLanes(f64x2.add(lowSquares, highSquares)));
  }
}

/** Two lanes of an actor's dependency, from the sum of its successors' shares; stores its own share. */
function dependency(ownPaths: usize, own: usize, shares: v128, lanes: i32, lane: i32): v128 {
  const mask = pairMask(lanes, lane);
  const count = v128.load(ownPaths);
  const depends = v128.and(mask, f64x2.mul(count, shares));
  const share = f64x2.div(f64x2.add(f64x2.splat(1), depends), count);
  // Infinitely many paths, times 0, is NaN: a share that is not known must not pass for 0.
  const known = f64x2.add(share, f64x2.mul(count, f64x2.splat(0)));
  v128.store(own, v128.and(mask, known));
  return depends;
}

function bothLanes(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** Zeroes the rows of the actors listed from `from` to `to`. */
function clear(rows: usize, from: i32, to: i32): void {
  const zero = f64x2.splat(0);
  for (let k = from; k < to; k++) {
    const at = row(rows, i32At(list, k));
    v128.store(at, zero, 0);
    v128.store(at, zero, 16);
    v128.store(at, zero, 32);
    v128.store(at, zero, 48);
    v128.store(at, zero, 64);
    v128.store(at, zero, 80);
    v128.store(at, zero, 96);
    v128.store(at, zero, 112);
  }
}

function swap(): void {
  const last = here;
  here = there;
  there = last;
}
