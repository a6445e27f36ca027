import { compareIds } from '../base/ids.ts';
import { seededRandom } from '../base/random.ts';
import { nicheMapOf, type NichePlaces } from '../metrics/niche/niche-map.ts';
import { within } from '../metrics/progress.ts';
import { compileNetwork } from '../network/network.ts';
import { move, procrustes } from './align.ts';
import { boxesOf, tieLength, withFewerLabels, type Boxes } from './box.ts';
import { clearPicture, pushesFor } from './clear-picture.ts';
import { compose, type Picture } from './compose.ts';
import type { Layout, LayoutInput, LayoutOutcome, LayoutStep } from './layout.ts';
import { NICHE_OFFER } from './offers.ts';
import { heldActors } from './regions.ts';
import { separate } from './separate.ts';

/** So many times the room that marks cover is the room that they are spread over. */
const ROOM = 4;
/** How far those with the very same niche start from each other, in typical sizes of a mark, to be pushed apart all ways. */
const APART = 0.3;

/**
 * Actors in the places of the niche map, whose overlaps are then taken away; those without a niche in lines below.
 * The map is turned towards those who keep their place.
 */
export const NICHE_LAYOUT: Layout = {
  ...NICHE_OFFER,
  *run(input, options = {}): Generator<LayoutStep, LayoutOutcome, void> {
    const spacing = options['spacing'] ?? 1;
    const n = input.ids.length;
    const places = yield* within(0, 0.9, placesOf(input));
    const held = heldActors(input);
    const boxes = boxesOf(withFewerLabels(input), 7 * spacing);
    const outcome: LayoutOutcome = { x: new Float64Array(n), y: new Float64Array(n) };
    const inOrder = Array.from(input.ids.keys()).sort((a, b) => compareIds(input.ids[a]!, input.ids[b]!));
    const without = inOrder.filter((i) => Number.isNaN(places.xs[i]!));
    const members = Int32Array.from(inOrder.filter((i) => !Number.isNaN(places.xs[i]!)));
    const unit = tieLength(boxes) * spacing;
    const pictures = members.length > 0 ? [pictureOf(input, members, places, held, boxes, spacing)] : [];
    for (const picture of pictures) {
      const own = partOf(boxes, members);
      const fixed = Uint8Array.from(members, (i) => held[i]!);
      for (const _ of separate(own, fixed, picture.x, picture.y, pushesFor(n))) yield 0.95;
    }
    const below = pictures.length > 0 ? without.filter((i) => !held[i]) : [];
    const alone = without.filter((i) => !below.includes(i));
    compose(input, outcome, pictures, alone, held, boxes, unit);
    standBelow(below, members, boxes, 0.6 * unit, outcome);
    yield* clearPicture(input, boxes, held, outcome);
    return outcome;
  },
};

function partOf({ halfWidth, above, below }: Boxes, members: Int32Array): Boxes {
  const take = (values: Float64Array): Float64Array => Float64Array.from(members, (i) => values[i]!);
  return { halfWidth: take(halfWidth), above: take(above), below: take(below) };
}

/** Puts actors in lines below the others, as wide as these stand. */
function standBelow(
  actors: readonly number[],
  others: Int32Array,
  { halfWidth, above, below }: Boxes,
  gap: number,
  { x, y }: LayoutOutcome,
): void {
  const most = (values: Float64Array): number => actors.reduce((a, i) => Math.max(a, values[i]!), 0);
  const [width, up, down] = [2 * most(halfWidth), most(above), most(below)];
  let left = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const i of others) {
    left = Math.min(left, x[i]! - halfWidth[i]!);
    right = Math.max(right, x[i]! + halfWidth[i]!);
    bottom = Math.max(bottom, y[i]! + below[i]!);
  }
  const across = Math.max(1, Math.floor((right - left) / width));
  for (const [k, i] of actors.entries()) {
    x[i] = left + ((k % across) + 0.5) * width;
    y[i] = bottom + gap + up + Math.floor(k / across) * (up + down);
  }
}

/** Of each actor of the input; NaN without a niche. */
function* placesOf(input: LayoutInput): Generator<number, Pick<NichePlaces, 'xs' | 'ys'>, void> {
  const n = input.ids.length;
  const xs = new Float64Array(n).fill(NaN);
  const ys = xs.slice();
  if (!input.niches) return { xs, ys };
  const { network, options } = input.niches;
  const found = yield* nicheMapOf(compileNetwork(network, options), options);
  const index = new Map(network.actorIds.map((id, k) => [id, k]));
  for (const [i, id] of input.ids.entries()) {
    const k = index.get(id);
    if (!found || k === undefined) continue;
    xs[i] = found.xs[k]!;
    ys[i] = found.ys[k]!;
  }
  return { xs, ys };
}

/** In map units, where y grows downwards. */
function pictureOf(
  input: LayoutInput,
  members: Int32Array,
  { xs, ys }: Pick<NichePlaces, 'xs' | 'ys'>,
  held: Uint8Array,
  boxes: Boxes,
  spacing: number,
): Picture {
  let covered = 0;
  let square = 0;
  for (const i of members) {
    covered += 2 * boxes.halfWidth[i]! * (boxes.above[i]! + boxes.below[i]!);
    square += (xs[i]! * xs[i]! + ys[i]! * ys[i]!) / members.length;
  }
  // A disc of that room has this mean square distance from its middle.
  const goal = (ROOM * covered) / (2 * Math.PI);
  const scale = square > 0 ? spacing * Math.sqrt(goal / square) : 0;
  const shift = APART * tieLength(boxes);
  const random = seededRandom(input.seed);
  const x = new Float64Array(members.length);
  const y = new Float64Array(members.length);
  for (const [k, i] of members.entries()) {
    x[k] = scale * xs[i]! + shift * (random() - 0.5);
    y[k] = -scale * ys[i]! + shift * (random() - 0.5);
  }
  const kept = (values: Float64Array): Float64Array =>
    Float64Array.from(members, (i) => (held[i] ? values[i]! : NaN));
  const goalX = kept(input.x);
  const goalY = kept(input.y);
  move(procrustes(x, y, goalX, goalY), x, y);
  for (const [k, i] of members.entries()) {
    if (!held[i]) continue;
    x[k] = input.x[i]!;
    y[k] = input.y[i]!;
  }
  return { members, pinned: members.some((i) => held[i] === 1), x, y };
}
