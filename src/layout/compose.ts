import type { Boxes } from './box.ts';
import type { LayoutInput, LayoutOutcome } from './layout.ts';
import { ASPECT, nextPlace, rows, type Rectangle, type Shape } from './pack.ts';

/** Above this number of parts, the smallest are laid out in plain rows. */
const FREE_PARTS = 24;

/** A part as it is to be shown, before parts are packed. */
export interface Picture {
  readonly members: Int32Array;
  readonly pinned: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Writes the picture of all parts as they are now: parts with pins in place, the others packed around them and around
 * locked regions.
 */
export function compose(
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
  const placed: Rectangle[] = [...(input.regions ?? [])];
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
    const stays = k === 0 && !placed.some((other) => meet(from, other));
    const to = stays ? from : nextPlace(placed, [from], gap);
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

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
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
