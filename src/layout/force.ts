import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { seededRandom, type Random } from '../base/random.ts';
import { move, procrustes } from './align.ts';
import { boxesOf, eachOverlap, separate, type Boxes } from './box.ts';
import type { Layout, LayoutInput, LayoutOptions, LayoutOutcome, LayoutStep } from './layout.ts';
import { ASPECT, nextPlace, rows, type Rectangle, type Shape } from './pack.ts';
import { connectedParts, degreeOf, type Part } from './parts.ts';
import { misfit, pivots, pivotScaling } from './start.ts';

const TICKS = 300;
const TICKS_A_FRAME = 5;
/** Of a maximum of 1: the energy of a picture that is only to be refined. */
const REFINING = 0.35;
/** Above this number of parts, the smallest are laid out in plain rows. */
const FREE_PARTS = 24;

interface Mark extends SimulationNodeDatum {
  x: number;
  y: number;
}

/** A part with its simulation. */
interface Piece {
  readonly part: Part;
  readonly marks: readonly Mark[];
  readonly simulation: Simulation<Mark, SimulationLinkDatum<Mark>>;
  readonly boxes: Boxes;
  readonly fixed: Uint8Array;
  readonly pinned: boolean;
  /** Where the members were before; NaN for newcomers. */
  readonly before: { readonly x: Float64Array; readonly y: Float64Array };
  /** Whether the simulation started from there. */
  readonly refining: boolean;
}

/**
 * Attraction along ties, repulsion between all (Fruchterman & Reingold 1991, in the form of d3-force), labels counted as
 * part of their marks. Each connected part starts from PivotMDS, or from where it was if that picture was sound, and is
 * then turned back towards it; parts are packed side by side, isolates in a tidy block.
 */
function* run(input: LayoutInput, options: LayoutOptions = {}): Generator<LayoutStep, LayoutOutcome, void> {
  const n = input.ids.length;
  const outcome: LayoutOutcome = { x: new Float64Array(n), y: new Float64Array(n) };
  const random = seededRandom(input.seed);
  const spacing = options['spacing'] ?? 1;
  const drawn = withFewerLabels(input);
  const all = boxesOf(drawn, 7 * spacing);
  const unit = tieLength(all) * spacing;

  const pieces: Piece[] = [];
  const isolates: number[] = [];
  const pins = new Uint8Array(n);
  for (const part of connectedParts(input)) {
    for (const i of part.members) {
      if (input.pinned[i] && !Number.isNaN(input.x[i]!) && !Number.isNaN(input.y[i]!)) pins[i] = 1;
    }
    yield 0;
    if (part.members.length > 1) pieces.push(yield* piece(input, part, pins, all, drawn, unit, random));
    else isolates.push(part.members[0]!);
  }

  for (let tick = 1; tick <= TICKS; tick++) {
    for (const { simulation } of pieces) {
      simulation.tick();
      yield (0.9 * tick) / TICKS;
    }
    if (tick % TICKS_A_FRAME === 0 && pieces.length > 0) {
      compose(input, outcome, pieces.map(pictureOf), isolates, pins, all, unit);
      yield { partial: { x: outcome.x.slice(), y: outcome.y.slice() } };
    }
  }
  const pictures: Picture[] = [];
  for (const piece of pieces) {
    const picture = pictureOf(piece);
    for (const _ of separate(piece.boxes, piece.fixed, picture.x, picture.y)) yield 0.95;
    pictures.push(picture);
  }
  compose(input, outcome, pictures, isolates, pins, all, unit);
  for (const _ of separate(all, pins, outcome.x, outcome.y)) yield 0.98;
  for (let i = 0; i < n; i++) {
    if (pins[i]) continue;
    outcome.x[i] = Math.round(10 * outcome.x[i]!) / 10;
    outcome.y[i] = Math.round(10 * outcome.y[i]!) / 10;
  }
  return outcome;
}

/** On a large map few labels are shown at a time, so they claim less room. */
function withFewerLabels(input: LayoutInput): Pick<LayoutInput, 'radius' | 'labelWidth' | 'labelHeight'> {
  const share = Math.min(1, 120 / input.ids.length);
  return {
    radius: input.radius,
    labelWidth: input.labelWidth.map((width) => width * share),
    labelHeight: input.labelHeight.map((height) => height * share),
  };
}

/** The natural length of a tie: the typical size of what an actor covers. */
function tieLength(boxes: Boxes): number {
  const n = boxes.halfWidth.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += Math.sqrt(2 * boxes.halfWidth[i]! * (boxes.above[i]! + boxes.below[i]!));
  }
  return n > 0 ? Math.max(30, (0.54 * sum) / n) : 30;
}

function* piece(
  input: LayoutInput,
  part: Part,
  pins: Uint8Array,
  all: Boxes,
  drawn: Pick<LayoutInput, 'radius'>,
  unit: number,
  random: Random,
): Generator<LayoutStep, Piece, void> {
  const members = part.members;
  const take = (values: Float64Array): Float64Array => Float64Array.from(members, (i) => values[i]!);
  const before = { x: take(input.x), y: take(input.y) };
  const fixed = Uint8Array.from(members, (i) => pins[i]!);
  const pinned = fixed.includes(1);
  const from = yield* startingPlaces(part, before, fixed, pinned, unit, random);
  const marks: Mark[] = Array.from(from.x, (x, i) => ({ x, y: from.y[i]! }));
  marks.forEach((mark, i) => {
    if (!fixed[i]) return;
    mark.fx = mark.x = before.x[i]!;
    mark.fy = mark.y = before.y[i]!;
  });
  const boxes: Boxes = {
    halfWidth: take(all.halfWidth),
    above: take(all.above),
    below: take(all.below),
  };
  const radius = take(drawn.radius);
  const length = unit * crowdedness(part);
  return {
    part,
    marks,
    simulation: simulate(part, marks, boxes, radius, length, from.refining ? REFINING : 1, input.seed),
    boxes,
    fixed,
    pinned,
    before,
    refining: from.refining,
  };
}

/** Parts with more ties an actor than usual get longer ties: room to tell them apart. */
function crowdedness(part: Part): number {
  const meanDegree = (2 * part.first.length) / part.members.length;
  return Math.min(1.6, Math.max(1, Math.sqrt(meanDegree / 5)));
}

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly refining: boolean;
}

/** Where a part was, with newcomers beside their partners, if that picture shows the ties well; a fresh start else. */
function* startingPlaces(
  part: Part,
  before: { readonly x: Float64Array; readonly y: Float64Array },
  fixed: Uint8Array,
  pinned: boolean,
  unit: number,
  random: Random,
): Generator<LayoutStep, Places, void> {
  const reference = yield* quietly(pivots(part, random));
  const fresh = yield* quietly(pivotScaling(part, reference, random));
  yield 0;
  const known = before.x.filter((x, i) => !Number.isNaN(x) && !Number.isNaN(before.y[i]!)).length;
  if (2 * known > part.members.length) {
    const x = before.x.slice();
    const y = before.y.slice();
    bringIn(part, x, y, unit, random);
    if (misfit(reference, x, y) < 1.5 * misfit(reference, fresh.x, fresh.y) + 0.03)
      return { x, y, refining: true };
  }
  for (let i = 0; i < fresh.x.length; i++) {
    fresh.x[i]! *= unit;
    fresh.y[i]! *= unit;
  }
  if (!pinned) move(procrustes(fresh.x, fresh.y, before.x, before.y, true), fresh.x, fresh.y);
  else {
    const goal = (values: Float64Array): Float64Array => values.map((value, i) => (fixed[i] ? value : NaN));
    move(procrustes(fresh.x, fresh.y, goal(before.x), goal(before.y)), fresh.x, fresh.y);
  }
  return { ...fresh, refining: false };
}

/** Runs preparations that have no progress to tell. */
function* quietly<Value>(steps: Generator<void, Value, void>): Generator<LayoutStep, Value, void> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}

/** Gives those without a place one in the middle of their placed partners, the nearest first. */
function bringIn(part: Part, x: Float64Array, y: Float64Array, unit: number, random: Random): void {
  for (;;) {
    const found: { i: number; x: number; y: number }[] = [];
    for (let i = 0; i < x.length; i++) {
      if (!Number.isNaN(x[i]!) && !Number.isNaN(y[i]!)) continue;
      let count = 0;
      let sumX = 0;
      let sumY = 0;
      for (let e = part.offset[i]!; e < part.offset[i + 1]!; e++) {
        const j = part.partner[e]!;
        if (Number.isNaN(x[j]!) || Number.isNaN(y[j]!)) continue;
        count++;
        sumX += x[j]!;
        sumY += y[j]!;
      }
      if (count > 0) {
        found.push({
          i,
          x: sumX / count + unit * (random() - 0.5),
          y: sumY / count + unit * (random() - 0.5),
        });
      }
    }
    if (found.length === 0) return;
    for (const place of found) {
      x[place.i] = place.x;
      y[place.i] = place.y;
    }
  }
}

function simulate(
  part: Part,
  marks: Mark[],
  boxes: Boxes,
  radius: Float64Array,
  unit: number,
  energy: number,
  seed: number,
): Simulation<Mark, SimulationLinkDatum<Mark>> {
  const n = marks.length;
  const closeness = embeddedness(part);
  const meanWeight = part.weight.reduce((sum, weight) => sum + weight, 0) / part.weight.length;
  const links = Array.from(part.first, (source, p) => ({ source, target: part.second[p]!, p }));
  const centre = (axis: 'x' | 'y'): number => marks.reduce((sum, mark) => sum + mark[axis], 0) / n;
  const gravity = 0.012 + 0.2 / n;
  return forceSimulation<Mark>(marks)
    .stop()
    .randomSource(seededRandom(seed))
    .alpha(energy)
    .alphaMin(0)
    .alphaDecay(1 - (0.004 / energy) ** (1 / TICKS))
    .velocityDecay(0.35)
    .force(
      'link',
      forceLink<Mark, (typeof links)[number]>(links)
        .distance(
          ({ p }) => radius[part.first[p]!]! + radius[part.second[p]!]! + unit * (1.15 - 0.7 * closeness[p]!),
        )
        .strength(({ p }) => {
          const degree = Math.min(degreeOf(part, part.first[p]!), degreeOf(part, part.second[p]!));
          const weight = part.weight[p]! / meanWeight;
          return ((0.35 + closeness[p]!) * (0.6 + 0.8 * (weight / (1 + weight)))) / degree;
        }),
    )
    .force(
      'charge',
      forceManyBody<Mark>()
        .strength(-0.16 * unit * unit)
        .theta(0.8),
    )
    .force('x', forceX<Mark>(centre('x')).strength(gravity))
    .force('y', forceY<Mark>(centre('y')).strength(2 * gravity))
    .force('boxes', boxForce(marks, boxes))
    .force('clear', clearingForce(part, marks, radius));
}

/**
 * How embedded each pair is, in [0, 1]: the share of partners in common, counting each other (Jaccard). Ties inside a
 * cluster are drawn short and strong, those between clusters long and weak, so that clusters show (Nocaj, Ortmann &
 * Brandes 2015).
 */
function embeddedness(part: Part): Float64Array {
  return part.weight.map((_, p) => {
    const a = part.first[p]!;
    const b = part.second[p]!;
    let common = 0;
    let i = part.offset[a]!;
    let j = part.offset[b]!;
    while (i < part.offset[a + 1]! && j < part.offset[b + 1]!) {
      const difference = part.partner[i]! - part.partner[j]!;
      if (difference === 0) common++;
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    return (common + 1) / (Math.min(degreeOf(part, a), degreeOf(part, b)) + 1);
  });
}

/** Overlapping boxes push each other apart, gently while marks still have to pass each other, fully at the end. */
function boxForce(marks: readonly Mark[], boxes: Boxes): (alpha: number) => void {
  return (alpha) => {
    const strength = 0.5 * (1 - Math.min(1, alpha / 0.5));
    if (strength === 0) return;
    const x = Float64Array.from(marks, (mark) => mark.x + (mark.vx ?? 0));
    const y = Float64Array.from(marks, (mark) => mark.y + (mark.vy ?? 0));
    eachOverlap(boxes, x, y, (i, j, overlapX, overlapY) => {
      const alongX = Math.abs(overlapX) <= Math.abs(overlapY);
      const axis = alongX ? 'vx' : 'vy';
      const push = (strength * (alongX ? overlapX : overlapY)) / 2;
      marks[i]![axis] = (marks[i]![axis] ?? 0) - push;
      marks[j]![axis] = (marks[j]![axis] ?? 0) + push;
    });
  };
}

/** Up to this many checks of a mark against a tie in one tick. */
const CLEARED = 400_000;
/** How far a tie should pass from a mark that it does not belong to. */
const CLEARANCE = 7;

/**
 * Pushes marks off the ties that would pass through or close by them, in the second half, when the picture has its
 * shape: a mark on a foreign tie reads as its end. Left out on maps so large that single ties can't be followed.
 */
function clearingForce(part: Part, marks: readonly Mark[], radius: Float64Array): (alpha: number) => void {
  if (part.first.length * marks.length > CLEARED) return () => {};
  const reach = Math.max(...radius) + CLEARANCE;
  const x = new Float64Array(marks.length);
  const y = new Float64Array(marks.length);
  return (alpha) => {
    if (alpha > 0.25) return;
    marks.forEach((mark, i) => {
      x[i] = mark.x;
      y[i] = mark.y;
    });
    for (let p = 0; p < part.first.length; p++) {
      const a = marks[part.first[p]!]!;
      const b = marks[part.second[p]!]!;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const squared = dx * dx + dy * dy;
      if (squared === 0) continue;
      const left = Math.min(a.x, b.x) - reach;
      const right = Math.max(a.x, b.x) + reach;
      const top = Math.min(a.y, b.y) - reach;
      const bottom = Math.max(a.y, b.y) + reach;
      for (let i = 0; i < marks.length; i++) {
        if (x[i]! < left || x[i]! > right || y[i]! < top || y[i]! > bottom) continue;
        const mark = marks[i]!;
        if (mark === a || mark === b) continue;
        const along = ((mark.x - a.x) * dx + (mark.y - a.y) * dy) / squared;
        if (along <= 0 || along >= 1) continue;
        const awayX = mark.x - a.x - along * dx;
        const awayY = mark.y - a.y - along * dy;
        const wanted = radius[i]! + CLEARANCE;
        const distance = Math.sqrt(awayX * awayX + awayY * awayY);
        if (distance >= wanted || distance === 0) continue;
        const push = (0.25 * (wanted - distance)) / distance;
        mark.vx = (mark.vx ?? 0) + push * awayX;
        mark.vy = (mark.vy ?? 0) + push * awayY;
        a.vx = (a.vx ?? 0) - 0.5 * push * (1 - along) * awayX;
        a.vy = (a.vy ?? 0) - 0.5 * push * (1 - along) * awayY;
        b.vx = (b.vx ?? 0) - 0.5 * push * along * awayX;
        b.vy = (b.vy ?? 0) - 0.5 * push * along * awayY;
      }
    }
  };
}

/** A part as it is to be shown, before parts are packed. */
interface Picture {
  readonly members: Int32Array;
  readonly pinned: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * A part turned towards its previous picture: by any angle when it started from there, else only by flips, which leave a
 * wide picture wide. Pins hold a part by themselves.
 */
function pictureOf({ part, marks, before, refining, pinned }: Piece): Picture {
  const x = Float64Array.from(marks, (mark) => mark.x);
  const y = Float64Array.from(marks, (mark) => mark.y);
  if (!pinned) move(procrustes(x, y, before.x, before.y, !refining), x, y);
  return { members: part.members, pinned, x, y };
}

/** Writes the picture of all parts as they are now: parts with pins in place, the others packed around them. */
function compose(
  input: LayoutInput,
  outcome: LayoutOutcome,
  pictures: readonly Picture[],
  isolates: readonly number[],
  pins: Uint8Array,
  boxes: Boxes,
  unit: number,
): void {
  const { x, y } = outcome;
  for (const picture of pictures) {
    picture.members.forEach((member, i) => {
      x[member] = picture.x[i]!;
      y[member] = picture.y[i]!;
    });
  }
  const gap = 0.6 * unit;
  const placed: Rectangle[] = [];
  for (const i of isolates) {
    if (!pins[i]) continue;
    x[i] = input.x[i]!;
    y[i] = input.y[i]!;
    placed.push(cover(boxes, x, y, [i]));
  }
  const put = (
    members: ArrayLike<number>,
    from: Shape & { x: number; y: number },
    to: { x: number; y: number },
  ): void => {
    for (let k = 0; k < members.length; k++) {
      x[members[k]!]! += to.x - from.x;
      y[members[k]!]! += to.y - from.y;
    }
  };
  for (const { members, pinned } of pictures) if (pinned) placed.push(cover(boxes, x, y, members));

  const free = pictures.filter(({ pinned }) => !pinned).map(({ members }) => members);
  for (const [k, members] of free.slice(0, FREE_PARTS).entries()) {
    const from = cover(boxes, x, y, members);
    // The largest part keeps its place when it has one.
    const to = k === 0 && placed.length === 0 ? from : nextPlace(placed, [from], gap);
    put(members, from, to);
    placed.push(to);
  }
  const small = free.slice(FREE_PARTS);
  if (small.length > 0) {
    const covers = small.map((members) => cover(boxes, x, y, members));
    const { spots, whole } = rows(covers, gap);
    const corner = nextPlace(placed, [whole], gap);
    small.forEach((members, k) => {
      put(members, covers[k]!, { x: corner.x + spots[k]!.x, y: corner.y + spots[k]!.y });
    });
    placed.push(corner);
  }
  const loose = isolates.filter((i) => !pins[i]);
  if (loose.length > 0) block(loose, boxes, x, y, placed, gap);
}

/** Isolates in a grid of equal cells, beside or below the rest. */
function block(
  members: readonly number[],
  { halfWidth, above, below }: Boxes,
  x: Float64Array,
  y: Float64Array,
  placed: readonly Rectangle[],
  gap: number,
): void {
  let half = 0;
  let up = 0;
  let down = 0;
  for (const i of members) {
    half = Math.max(half, halfWidth[i]!);
    up = Math.max(up, above[i]!);
    down = Math.max(down, below[i]!);
  }
  const width = 2 * half + gap / 4;
  const height = up + down + gap / 4;
  const columns = new Set([
    Math.min(members.length, Math.ceil(Math.sqrt((members.length * ASPECT * height) / width))),
  ]);
  if (placed.length > 0) {
    for (let lines = 1; lines <= 6; lines++) columns.add(lines).add(Math.ceil(members.length / lines));
  }
  const shapes = [...columns]
    .filter((count) => count <= members.length)
    .map((count) => ({ width: count * width, height: Math.ceil(members.length / count) * height }));
  const whole = nextPlace(placed, shapes, gap);
  const across = Math.round(whole.width / width);
  members.forEach((i, k) => {
    x[i] = whole.x + ((k % across) + 0.5) * width;
    y[i] = whole.y + Math.floor(k / across) * height + up;
  });
}

function cover(boxes: Boxes, x: Float64Array, y: Float64Array, members: ArrayLike<number>): Rectangle {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let k = 0; k < members.length; k++) {
    const i = members[k]!;
    left = Math.min(left, x[i]! - boxes.halfWidth[i]!);
    right = Math.max(right, x[i]! + boxes.halfWidth[i]!);
    top = Math.min(top, y[i]! - boxes.above[i]!);
    bottom = Math.max(bottom, y[i]! + boxes.below[i]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const FORCE_LAYOUT: Layout = {
  id: 'force',
  name: { en: 'Force-directed', zh: '力导向' },
  says: {
    en: 'Ties pull their two ends together, all actors push each other apart: groups that work together end up side by side.',
    zh: '关系把两端拉近，所有主体又彼此推开：往来密切的主体自然聚在一起。',
  },
  options: [
    { id: 'spacing', name: { en: 'Spacing', zh: '间距' }, min: 0.6, max: 2.5, step: 0.1, standard: 1 },
  ],
  run,
};
