import { boxesOf, Sweep, withFewerLabels } from './box.ts';
import { Field } from './field.ts';
import { TIGHTNESS } from './offers.ts';
import type { LayoutInput, LayoutOptions, LayoutOutcome } from './layout.ts';
import { wholeMap } from './parts.ts';
import { shove } from './relax.ts';
import { evict, heldActors } from './regions.ts';
import { separate } from './separate.ts';
import { pullOf, scaleAtRest, tForce } from './t-force.ts';

const ROUNDS = 60;
const ENERGY = 1;
/** The share of the rounds after which room is made for labels. */
const SHAPED = 0.6;
/** Rounds of pushing boxes apart: among others that stay there may be no room. */
const PUSHES = 40;

/**
 * Moves a few actors to where the t-force wants them among all others, who stay where they are, to the bit: for tidying up
 * a selection, or around a newcomer. `movable` are indexes into the input; those pinned, in a locked region or without a
 * place do not move. Positions of the movable are rounded to 0.1 unit. Options: `spacing` and `tightness` of the force
 * layout.
 */
export function refineAround(
  input: LayoutInput,
  movable: Iterable<number>,
  options: LayoutOptions = {},
): LayoutOutcome {
  const spacing = options['spacing'] ?? 1;
  const tightness = options['tightness'] ?? TIGHTNESS;
  const regions = input.regions ?? [];
  const outcome: LayoutOutcome = { x: input.x.slice(), y: input.y.slice() };
  const placed = onlyPlaced(input);
  const part = wholeMap(placed);
  const n = part.members.length;
  const held = heldActors(input);
  const wanted = new Set(movable);
  /** The input's index of each member. */
  const actor = part.members.map((k) => placed.actors[k]!);
  const rows = Int32Array.from(part.members, (_, i) => i).filter(
    (i) => wanted.has(actor[i]!) && !held[actor[i]!],
  );
  if (rows.length === 0) return outcome;

  const x = Float64Array.from(actor, (i) => input.x[i]!);
  const y = Float64Array.from(actor, (i) => input.y[i]!);
  const fixed = new Uint8Array(n).fill(1);
  for (const i of rows) fixed[i] = 0;
  const all = boxesOf(withFewerLabels(input), 7 * spacing);
  const take = (values: Float64Array, unit: number): Float64Array =>
    Float64Array.from(actor, (i) => values[i]! / unit);

  const pull = pullOf(part);
  // Those who are out of place say nothing about the scale of the picture, unless there is nothing else.
  const pullAtRest = pull.map((value, p) => (fixed[part.first[p]!] && fixed[part.second[p]!] ? value : 0));
  const unit = scaleAtRest(part, pullAtRest.some((value) => value > 0) ? pullAtRest : pull, tightness, x, y);
  const middleX = x.reduce((sum, value) => sum + value / n, 0);
  const middleY = y.reduce((sum, value) => sum + value / n, 0);
  const field = new Field(n);
  for (let i = 0; i < n; i++) {
    field.x[i] = (x[i]! - middleX) / unit;
    field.y[i] = (y[i]! - middleY) / unit;
  }
  const sweep = new Sweep({
    halfWidth: take(all.halfWidth, unit),
    above: take(all.above, unit),
    below: take(all.below, unit),
  });
  const afterRound = (done: number): void => {
    if (done > SHAPED) shove(sweep, fixed, done, field.x, field.y);
  };
  exhaust(
    tForce(part, field, pull, { rounds: ROUNDS, energy: ENERGY, tightness, movable: rows, afterRound }),
  );
  for (const i of rows) {
    x[i] = unit * field.x[i]! + middleX;
    y[i] = unit * field.y[i]! + middleY;
  }
  const boxes = { halfWidth: take(all.halfWidth, 1), above: take(all.above, 1), below: take(all.below, 1) };
  exhaust(separate(boxes, fixed, x, y, PUSHES, regions));
  evict(regions, fixed, x, y);
  for (const i of rows) {
    outcome.x[actor[i]!] = Math.round(10 * x[i]!) / 10;
    outcome.y[actor[i]!] = Math.round(10 * y[i]!) / 10;
  }
  return outcome;
}

/** The actors that have a place, with the ties between them; `actors` are their indexes in the input. */
function onlyPlaced(
  input: LayoutInput,
): Pick<LayoutInput, 'ids' | 'source' | 'target' | 'weight'> & { readonly actors: Int32Array } {
  const isPlaced = (i: number): boolean => !Number.isNaN(input.x[i]!) && !Number.isNaN(input.y[i]!);
  const actors = Int32Array.from(input.ids, (_, i) => i).filter(isPlaced);
  const index = new Int32Array(input.ids.length);
  actors.forEach((actor, k) => (index[actor] = k));
  const ties = Int32Array.from(input.source, (_, t) => t).filter(
    (t) => isPlaced(input.source[t]!) && isPlaced(input.target[t]!),
  );
  return {
    actors,
    ids: Array.from(actors, (i) => input.ids[i]!),
    source: Uint32Array.from(ties, (t) => index[input.source[t]!]!),
    target: Uint32Array.from(ties, (t) => index[input.target[t]!]!),
    weight: Float64Array.from(ties, (t) => input.weight[t]!),
  };
}

function exhaust(steps: Generator<unknown, unknown, void>): void {
  while (!steps.next().done);
}
