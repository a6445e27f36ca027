import { graphemes } from '../../scene/text.ts';
import { inVisualOrder, levelsOf, mirrored, runsLeft, type Level } from './bidi.ts';

/** What is known of a font here: which letters it has. */
export interface Face {
  has(codePoint: number): boolean;
}

/** Letters that are set in one font. */
export interface Run {
  /** In the order that the font's layout takes: of reading, for scripts that run to the left too. */
  readonly text: string;
  /** Place of the font; null where none has these letters. */
  readonly face: number | null;
  /** As a reader counts them, in the order of reading. */
  readonly letters: readonly string[];
}

/** Spaces that a font need not have; an ideographic one is a letter's width. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/gu;
/** Joiners, variation selectors and their like draw nothing. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A line as runs from left to right, each letter in the first font that has it. */
export function runsOf(line: string, faces: readonly Face[]): readonly Run[] {
  const letters = lettersOf(line);
  const levels = levelsOf(letters);
  const runs: { letters: string[]; readonly face: number | null; readonly level: Level }[] = [];
  letters.forEach((letter, k) => {
    const face = faceOf(letter, faces);
    const level = levels[k] ?? 0;
    const last = runs.at(-1);
    if (last?.face === face && last.level === level) last.letters.push(letter);
    else runs.push({ letters: [letter], face, level });
  });
  return inVisualOrder(runs).map(({ letters: own, face, level }) => {
    if (level !== 1) return { text: own.map(drawn).join(''), face, letters: own };
    const turned = own.map((letter) => mirrored(drawn(letter)));
    const text = turned.join('');
    // A font's layout turns letters by their script: signs without any are turned here.
    return { text: runsLeft(text) ? text : turned.reverse().join(''), face, letters: own };
  });
}

/** The letters of a line as fonts have them: composed, with plain spaces. */
function lettersOf(line: string): readonly string[] {
  return graphemes(line.normalize('NFC').replace(SPACES, ' ')).filter((letter) => drawn(letter) !== '');
}

/** A letter without what draws nothing. */
function drawn(letter: string): string {
  return letter.replace(IGNORABLE, '');
}

function faceOf(letter: string, faces: readonly Face[]): number | null {
  const codePoints = Array.from(drawn(letter), (character) => character.codePointAt(0) ?? 0);
  const face = faces.findIndex((each) => codePoints.every((codePoint) => each.has(codePoint)));
  return face < 0 ? null : face;
}

/** Whether some letter of a line is in none of the fonts. */
export function goesBeyond(line: string, faces: readonly Face[]): boolean {
  return lettersOf(line).some((letter) => faceOf(letter, faces) === null);
}

/** How many letters of a line are in none of the fonts. */
export function unknownLetters(line: string, faces: readonly Face[]): number {
  return lettersOf(line).filter((letter) => faceOf(letter, faces) === null).length;
}
