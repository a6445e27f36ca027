import { takesValue } from './arguments.ts';
import { takesValueOfDiagnosis } from './diagnose-arguments.ts';
import { takesValueOfFigure } from './figure-arguments.ts';
import { takesValueOfPaper } from './paper-arguments.ts';
import { OWN_OF_PLAN } from './plan-arguments.ts';

/** The first of the words that is no option and no value of one, wherever it stands, and the words without it. */
export function commandWord(words: readonly string[]): {
  readonly command: string | undefined;
  readonly rest: readonly string[];
} {
  let at = 0;
  while (words[at]?.startsWith('-') === true) at += valueFollows(words[at] ?? '') ? 2 : 1;
  return { command: words[at], rest: words.filter((_, k) => k !== at) };
}

function valueFollows(flag: string): boolean {
  if (flag.includes('=')) return false;
  return (
    takesValue(flag) === true ||
    takesValueOfDiagnosis(flag) ||
    takesValueOfFigure(flag) ||
    takesValueOfPaper(flag) ||
    OWN_OF_PLAN.includes(flag)
  );
}
