/**
 * Which way the letters of a line run, by the parts of the bidirectional algorithm (Unicode Annex 9) that names need: the
 * line as a whole runs from left to right, and no marks that overrule it are left in texts.
 */

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
const DIGIT = /^\p{Nd}/u;
const BETWEEN_DIGITS = /^[.,:/]$/u;
const LETTER = /^\p{L}/u;

const MIRRORED: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›', '（）', '［］', '【】', '《》', '「」'].flatMap(
    ([open = '', close = '']) => [
      [open, close],
      [close, open],
    ],
  ),
);

/** Pairs that stand the same way, whatever is between them (the annex's rule N0). */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['［', '］'],
  ['【', '】'],
  ['《', '》'],
  ['「', '」'],
]);
const CLOSING: ReadonlySet<string> = new Set(PAIRS.values());

type Direction = 'left' | 'right' | 'number' | 'neutral';

/** 0 where letters run to the right, 1 where they run to the left, 2 for numbers among the latter. */
export type Level = 0 | 1 | 2;

/** The level of each letter, given in the order of reading. */
export function levelsOf(letters: readonly string[]): readonly Level[] {
  if (!letters.some((letter) => RIGHT_TO_LEFT.test(letter))) return letters.map(() => 0);
  const directions = letters.map(directionOf);
  joinNumbers(letters, directions);
  settleNumbers(directions);
  settleBrackets(letters, directions);
  settleNeutrals(directions);
  return directions.map((direction) => (direction === 'right' ? 1 : direction === 'number' ? 2 : 0));
}

function directionOf(letter: string): Direction {
  if (DIGIT.test(letter)) return 'number';
  if (RIGHT_TO_LEFT.test(letter)) return 'right';
  return LETTER.test(letter) ? 'left' : 'neutral';
}

/** A point or comma between two digits is of their number. */
function joinNumbers(letters: readonly string[], directions: Direction[]): void {
  letters.forEach((letter, k) => {
    const between = directions[k - 1] === 'number' && directions[k + 1] === 'number';
    if (between && BETWEEN_DIGITS.test(letter)) directions[k] = 'number';
  });
}

/** Numbers after letters that run to the right are like them. */
function settleNumbers(directions: Direction[]): void {
  let strong: Direction = 'left';
  directions.forEach((direction, k) => {
    if (direction === 'number' && strong === 'left') directions[k] = 'left';
    else if (direction === 'left' || direction === 'right') strong = direction;
  });
}

/** Brackets run as the line where something between them does; else as what is between them if that goes on before them. */
function settleBrackets(letters: readonly string[], directions: Direction[]): void {
  for (const [open, close] of bracketPairs(letters, directions)) {
    const between = directions.slice(open + 1, close);
    const rightBetween = between.some((direction) => direction === 'right' || direction === 'number');
    if (!rightBetween && !between.includes('left')) continue;
    const before = directions.slice(0, open).findLast((direction) => direction !== 'neutral') ?? 'left';
    const runsRight = between.includes('left') || before === 'left';
    directions[open] = directions[close] = runsRight ? 'left' : 'right';
  }
}

/** Places of brackets that belong together, in the order of the opening ones. */
function bracketPairs(
  letters: readonly string[],
  directions: readonly Direction[],
): readonly (readonly [open: number, close: number])[] {
  const pairs: [number, number][] = [];
  let open: { readonly place: number; readonly closedBy: string }[] = [];
  letters.forEach((letter, place) => {
    if (directions[place] !== 'neutral') return;
    const closedBy = PAIRS.get(letter);
    if (closedBy !== undefined) open.push({ place, closedBy });
    else if (CLOSING.has(letter)) {
      const at = open.findLastIndex((one) => one.closedBy === letter);
      const found = open[at];
      if (!found) return;
      pairs.push([found.place, place]);
      open = open.slice(0, at);
    }
  });
  return pairs.sort(([a], [b]) => a - b);
}

/** Spaces and signs between two that run to the left do so too, numbers among them counting as such. */
function settleNeutrals(directions: Direction[]): void {
  let before: Direction = 'left';
  for (let k = 0; k < directions.length; k++) {
    const direction = directions[k] ?? 'left';
    if (direction !== 'neutral') {
      before = direction;
      continue;
    }
    let end = k;
    while (directions[end] === 'neutral') end++;
    const after = directions[end] ?? 'left';
    directions.fill(before !== 'left' && after !== 'left' ? 'right' : 'left', k, end);
    k = end - 1;
  }
}

/** The items in the order in which they stand from left to right. */
export function inVisualOrder<Item extends { readonly level: Level }>(
  items: readonly Item[],
): readonly Item[] {
  let ordered = items;
  for (const level of [2, 1]) {
    const next: Item[] = [];
    let turned: Item[] = [];
    for (const item of ordered) {
      if (item.level >= level) turned.unshift(item);
      else {
        next.push(...turned, item);
        turned = [];
      }
    }
    ordered = [...next, ...turned];
  }
  return ordered;
}

/** A bracket as it looks among letters that run to the left. */
export function mirrored(letter: string): string {
  return MIRRORED.get(letter) ?? letter;
}

export function runsLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
