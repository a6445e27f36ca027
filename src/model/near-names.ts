import { compareIds } from '../base/ids.ts';
import { foldedNames, foldName } from './commands/checks.ts';
import { editDistance } from './edit-distance.ts';
import type { Actor, Graph } from './graph.ts';
import { TELLING_SIGN } from './telling-signs.ts';

const HAN = /\p{Script=Han}/u;
/** As many letters as one name may have more than another that stands in it. */
const MOST_MORE = 24;

const folds = new WeakMap<Actor, readonly string[]>();

/** The names of an actor as they are compared, made once per record. */
function namesOf(actor: Actor): readonly string[] {
  let names = folds.get(actor);
  if (!names) folds.set(actor, (names = foldedNames(actor).map(bare)));
  return names;
}

/** Without the signs that people leave out or put in. */
function bare(name: string): string {
  return foldName(name)
    .replace(/[\s.,·'’"“”()（）\-–—_/&]+/gu, ' ')
    .trim();
}

/**
 * The actor that a name may mean though none is called so: a slip of the keyboard (1 or 2 letters), a name cut short, a
 * Chinese short form (浙师大 for 浙江师范大学). Undefined where none is near, or several are equally.
 */
export function nearActor(graph: Pick<Graph, 'actors'>, name: string): Actor | undefined {
  const wanted = bare(name);
  if (wanted.length < 2) return undefined;
  let best: { readonly actor: Actor; readonly distance: number } | undefined;
  let tied = false;
  for (const actor of graph.actors.values()) {
    let distance = Infinity;
    for (const known of namesOf(actor)) distance = Math.min(distance, distanceOf(wanted, known));
    if (distance === Infinity || (best && distance > best.distance)) continue;
    tied = best?.distance === distance;
    if (!best || distance < best.distance || compareIds(actor.id, best.actor.id) < 0)
      best = { actor, distance };
  }
  return tied ? undefined : best?.actor;
}

/** How far two names are from being one; Infinity where they are not near. */
function distanceOf(one: string, other: string): number {
  if (one === other) return 0;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === '') return Infinity;
  const slip = slipsBetween(short, long);
  if (slip !== undefined) return slip;
  if (isCutShort(short, long)) return 3 + (long.length - short.length) / 1000;
  return isShortForm(short, long) ? 4 + (long.length - short.length) / 1000 : Infinity;
}

/** 1 or 2 letters that are wrong, missing or too many in names long enough for that; undefined for more. */
function slipsBetween(short: string, long: string): number | undefined {
  const most = long.length >= 8 ? 2 : long.length >= 4 ? 1 : 0;
  if (long.length - short.length > most) return undefined;
  const [rowShort, rowLong] = [short.split(' '), long.split(' ')];
  if (rowShort.length === rowLong.length) {
    // Word by word: a word of one or two letters, or a number, is no slip of another.
    let sum = 0;
    for (const [index, word] of rowShort.entries()) {
      const other = rowLong[index] ?? '';
      if (word === other) continue;
      const least = HAN.test(word) ? 3 : 4;
      if (Math.min(word.length, other.length) < least) return undefined;
      const edits = editsWithin(word, other, most - sum);
      if (edits === undefined) return undefined;
      sum += edits;
    }
    return sum;
  }
  return editsWithin(short.replaceAll(' ', ''), long.replaceAll(' ', ''), most) === 0 ? 1 : undefined;
}

/** Edit distance where it is at most `most`, and no letter that tells siblings apart is among what differs. */
function editsWithin(a: string, b: string, most: number): number | undefined {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (TELLING_SIGN.test(left) || TELLING_SIGN.test(right)) return undefined;
  const edits = editDistance(left, right, most);
  return edits <= most ? edits : undefined;
}

/** Zhejiang Normal Uni, Zhejiang Normal University: the beginning of the other, and the larger part of it. */
function isCutShort(short: string, long: string): boolean {
  if (!long.startsWith(short) || long.length - short.length > MOST_MORE) return false;
  if (short.length < (HAN.test(short) ? 3 : 6) || short.length / long.length < 0.5) return false;
  const more = long.slice(short.length).trim();
  // What a sibling has more is a letter, a number or one more word; what a cut name lacks is the rest of a word.
  return more.length > 2 && !TELLING_SIGN.test(more) && !(long[short.length] === ' ' && more.length < 6);
}

/** A Chinese short form: begins alike, and has its signs in the order of the long one. */
function isShortForm(short: string, long: string): boolean {
  if (short.length < 3 || short[0] !== long[0] || !HAN.test(short) || short.length / long.length < 0.35)
    return false;
  if (TELLING_SIGN.test(short) !== TELLING_SIGN.test(long)) return false;
  let at = 0;
  for (const sign of long) if (sign === short[at]) at++;
  return at === short.length;
}
