import { seededRandom } from '../base/random.ts';
import { move, procrustes } from './align.ts';
import { boxesOf, Sweep, tieLength, withFewerLabels, type Boxes } from './box.ts';
import { clearPicture, pushesFor } from './clear-picture.ts';
import { compose, type Picture } from './compose.ts';
import type { Field } from './field.ts';
import { fittingScale, tieScale } from './fit.ts';
import type { LayoutInput, LayoutOutcome, LayoutStep } from './layout.ts';
import { connectedParts, type Part } from './parts.ts';
import { clearTies, shove } from './relax.ts';
import { heldActors } from './regions.ts';
import { startingPlaces, type Places } from './resume.ts';
import { separate } from './separate.ts';

/**
 * How one connected part finds its shape, in units of its own. Both stages yield true after each round, false within one;
 * only `movable` actors move, where these are given.
 */
export interface Engine {
  readonly field: Field;
  /** Map units per unit of the engine in a picture made by it before. */
  readonly scaleOf: (x: Float64Array, y: Float64Array) => number;
  /** From a fresh start, or `refining` a sound picture. */
  readonly shape: (refining: boolean, movable: Int32Array | undefined) => Generator<boolean, void, void>;
  /** Makes room for marks and labels, which `afterRound` does; with more force when pins have just been set. */
  readonly settle: (
    repinned: boolean,
    movable: Int32Array | undefined,
    afterRound: (done: number) => void,
  ) => Generator<boolean, void, void>;
}

const ROUNDS_A_FRAME = 6;
/** Actors that stand for all when a picture is given its size: on the way, and at the end. */
const GLANCE = 24;
const LOOK = 100;
/** How far a tie should pass from a mark that it does not belong to. */
const CLEARANCE = 7;

/**
 * Arranges the connected parts of a map, each by an engine of its own, packs them side by side and isolates in a tidy
 * block. A part starts from PivotMDS, or from where it was if that picture was sound, and is then turned back towards it.
 * Pinned actors and those in locked regions keep their place, to the bit. `rounds` is what an engine takes, for progress.
 */
export function* arrange(
  input: LayoutInput,
  spacing: number,
  rounds: number,
  engineFor: (part: Part) => Generator<void, Engine, void>,
): Generator<LayoutStep, LayoutOutcome, void> {
  const n = input.ids.length;
  const outcome: LayoutOutcome = { x: new Float64Array(n), y: new Float64Array(n) };
  const random = seededRandom(input.seed);
  const all = boxesOf(withFewerLabels(input), 7 * spacing);
  const unit = tieLength(all) * spacing;
  const held = heldActors(input);

  const pieces: Piece[] = [];
  const isolates: number[] = [];
  for (const part of connectedParts(input)) {
    yield 0;
    if (part.members.length === 1) {
      isolates.push(part.members[0]!);
      continue;
    }
    const before = { x: take(input.x, part), y: take(input.y, part) };
    const starting = startingPlaces(part, before, unit, random);
    const start = yield* quietly(starting);
    const engine = yield* quietly(engineFor(part));
    pieces.push(new Piece(input.radius, part, held, all, spacing, before, start, engine));
  }

  const works = pieces.map((piece) => piece.work());
  for (let round = 1, done = false; !done; round++) {
    done = true;
    const share = 0.9 * Math.min(1, round / rounds);
    for (const work of works) {
      for (;;) {
        const step = work.next();
        if (step.done) break;
        yield share;
        if (!step.value) continue;
        done = false;
        break;
      }
    }
    if (done || round % ROUNDS_A_FRAME !== 0) continue;
    yield {
      partial: () => {
        const pictures = pieces.map((piece) => piece.picture());
        compose(input, outcome, pictures, isolates, held, all, unit);
        return { x: outcome.x.slice(), y: outcome.y.slice() };
      },
    };
  }

  const pictures: Picture[] = [];
  for (const piece of pieces) {
    const picture = piece.picture();
    for (const _ of separate(piece.boxes, piece.fixed, picture.x, picture.y, pushesFor(n))) yield 0.95;
    pictures.push(picture);
  }
  compose(input, outcome, pictures, isolates, held, all, unit);
  yield* clearPicture(input, all, held, outcome);
  return outcome;
}

/** Runs preparations that have no progress to tell. */
function* quietly<Value>(steps: Generator<void, Value, void>): Generator<LayoutStep, Value, void> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}

function take(values: Float64Array, part: Part): Float64Array {
  return Float64Array.from(part.members, (i) => values[i]!);
}

function scaled(values: Float32Array, n: number, scale: number, origin: number): Float64Array {
  const positions = new Float64Array(n);
  for (let i = 0; i < n; i++) positions[i] = scale * values[i]! + origin;
  return positions;
}

/** A part on its way from its start to its picture. */
class Piece {
  readonly boxes: Boxes;
  readonly fixed: Uint8Array;
  readonly #pinned: boolean;
  readonly #movable: Int32Array | undefined;
  readonly #radius: Float64Array;
  /** How the field lies on the map, once that is settled. */
  #frame: { readonly scale: number; readonly x: number; readonly y: number } | undefined;

  constructor(
    radius: Float64Array,
    private readonly part: Part,
    held: Uint8Array,
    all: Boxes,
    private readonly spacing: number,
    /** Where the members were; NaN for newcomers. */
    private readonly before: { readonly x: Float64Array; readonly y: Float64Array },
    private readonly start: Places,
    private readonly engine: Engine,
  ) {
    this.boxes = {
      halfWidth: take(all.halfWidth, part),
      above: take(all.above, part),
      below: take(all.below, part),
    };
    this.#radius = take(radius, part);
    this.fixed = Uint8Array.from(part.members, (i) => held[i]!);
    this.#pinned = this.fixed.includes(1);
    if (this.#pinned) {
      this.#movable = Int32Array.from(part.members, (_, i) => i).filter((i) => !this.fixed[i]);
    }
  }

  /** Yields true after each round, false within one. */
  *work(): Generator<boolean, void, void> {
    const { engine, start } = this;
    if (start.refining) {
      this.#lay(start.x, start.y, engine.scaleOf(start.x, start.y));
      yield* engine.shape(true, this.#movable);
      if (!this.#pinned) this.#turn();
    } else {
      engine.field.x.set(start.x);
      engine.field.y.set(start.y);
      yield* engine.shape(false, undefined);
      this.#turn();
    }
    yield* engine.settle(this.#pinned && !start.refining, this.#movable, this.#relaxing());
  }

  /** As it is to be shown now. */
  picture(): Picture {
    const { x, y } = this.engine.field;
    const n = this.fixed.length;
    const frame = this.#frame ?? { scale: this.#fit(GLANCE), x: 0, y: 0 };
    const picture = {
      members: this.part.members,
      pinned: this.#pinned,
      x: scaled(x, n, frame.scale, frame.x),
      y: scaled(y, n, frame.scale, frame.y),
    };
    if (!this.#pinned) this.#align(picture.x, picture.y);
    for (let i = 0; i < n; i++) {
      if (!this.fixed[i]) continue;
      picture.x[i] = this.before.x[i]!;
      picture.y[i] = this.before.y[i]!;
    }
    return picture;
  }

  /** Gives the field its scale, and turns it towards the pins or the picture before. */
  #turn(): void {
    const { x, y } = this.engine.field;
    const n = this.fixed.length;
    const scale = this.#fit(LOOK);
    const mapX = scaled(x, n, scale, 0);
    const mapY = scaled(y, n, scale, 0);
    this.#align(mapX, mapY);
    for (let i = 0; i < n; i++) {
      if (!this.fixed[i]) continue;
      mapX[i] = this.before.x[i]!;
      mapY[i] = this.before.y[i]!;
    }
    this.#lay(mapX, mapY, scale);
  }

  /** Writes positions of the map into the field, whose origin is in their middle. */
  #lay(mapX: Float64Array, mapY: Float64Array, scale: number): void {
    const { x, y } = this.engine.field;
    const n = mapX.length;
    const middleX = mapX.reduce((sum, value) => sum + value / n, 0);
    const middleY = mapY.reduce((sum, value) => sum + value / n, 0);
    for (let i = 0; i < n; i++) {
      x[i] = (mapX[i]! - middleX) / scale;
      y[i] = (mapY[i]! - middleY) / scale;
    }
    this.#frame = { scale, x: middleX, y: middleY };
  }

  #fit(sample: number): number {
    const { x, y } = this.engine.field;
    const forTies = tieScale(this.part, this.#radius, x, y, sample);
    return this.spacing * Math.max(forTies, fittingScale(this.boxes, x, y, sample));
  }

  /**
   * By any angle towards the picture that it started from, else only by flips, which leave a wide picture wide. Pins hold
   * a part by themselves.
   */
  #align(x: Float64Array, y: Float64Array): void {
    const { before, fixed, start } = this;
    if (!this.#pinned) return move(procrustes(x, y, before.x, before.y, !start.refining), x, y);
    const goal = (values: Float64Array): Float64Array => values.map((value, i) => (fixed[i] ? value : NaN));
    move(procrustes(x, y, goal(before.x), goal(before.y)), x, y);
  }

  /** What is done after each round of settling: boxes apart, gently at first, and marks off foreign ties. */
  #relaxing(): (done: number) => void {
    const { part, fixed, boxes } = this;
    const { x, y } = this.engine.field;
    const unit = this.#frame?.scale ?? 1;
    const inUnits = (values: Float64Array): Float64Array => values.map((value) => value / unit);
    const sweep = new Sweep({
      halfWidth: inUnits(boxes.halfWidth),
      above: inUnits(boxes.above),
      below: inUnits(boxes.below),
    });
    const radius = inUnits(this.#radius);
    return (done) => {
      shove(sweep, fixed, 0.5 * done, x, y);
      if (done > 0.3) clearTies(part, radius, CLEARANCE / unit, fixed, x, y);
    };
  }
}
