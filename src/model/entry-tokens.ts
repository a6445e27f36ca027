import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { cleanName } from './commands/checks.ts';

/** Which side of a resource a clause speaks of. */
export type Side = 'supply' | 'demand';

export interface NameToken {
  readonly kind: 'name';
  readonly text: string;
  readonly quoted: boolean;
  /** Where it begins in the line. */
  readonly from: number;
}

export type Token =
  | NameToken
  | { readonly kind: 'forward' | 'backward' | 'both' | 'comma' | 'colon' | 'at' | 'semicolon' }
  | { readonly kind: 'verb'; readonly side: Side; readonly text: string };

type Sign = Exclude<Token['kind'], 'name' | 'verb' | 'semicolon'>;

const SIGNS: readonly (readonly [string, Sign])[] = [
  ['<->', 'both'],
  ['<>', 'both'],
  ['->', 'forward'],
  ['<-', 'backward'],
  ['＜＞', 'both'],
  ['《》', 'both'],
  ['↔', 'both'],
  ['→', 'forward'],
  ['←', 'backward'],
  ['>', 'forward'],
  ['＞', 'forward'],
  ['》', 'forward'],
  ['<', 'backward'],
  ['＜', 'backward'],
  ['《', 'backward'],
  [',', 'comma'],
  ['，', 'comma'],
  ['、', 'comma'],
  [':', 'colon'],
  ['：', 'colon'],
  ['@', 'at'],
  ['＠', 'at'],
];
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
]);

/** A verb that begins at a place of a line, given what stands before it since the last sign. */
export type FindVerb = (
  rest: string,
  before: string,
  inClause: boolean,
) => { readonly side: Side; readonly text: string } | undefined;

/** A line in its parts. With `findVerb`, clauses of what is offered and needed too; a semicolon may stand between these. */
export function tokens(line: string, findVerb?: FindVerb): Result<readonly Token[]> {
  const found: Token[] = [];
  let bare = '';
  let inClause = false;
  const flush = (end: number): void => {
    const text = cleanName(bare);
    const from = end - bare.length + (bare.length - bare.trimStart().length);
    if (text !== '') found.push({ kind: 'name', text, quoted: false, from });
    bare = '';
  };
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const close = QUOTES.get(rest[0] ?? '');
    if (close !== undefined && (cleanName(bare) === '' || (found.length === 0 && isProject(bare, rest)))) {
      flush(at);
      const end = line.indexOf(close, at + 1);
      if (end < 0)
        return failed(
          problem('entry-quote', {
            en: `A quote is not closed: add ${close} after the name.`,
            zh: `引号没有闭合：请在名称后加上 ${close}。`,
          }),
        );
      found.push({ kind: 'name', text: cleanName(line.slice(at + 1, end)), quoted: true, from: at });
      at = end + 1;
      continue;
    }
    const verb = found.length > 0 || cleanName(bare) !== '' ? findVerb?.(rest, bare, inClause) : undefined;
    if (verb) {
      flush(at);
      found.push({ kind: 'verb', ...verb });
      inClause = true;
      at += verb.text.length;
      continue;
    }
    if (inClause && /^[;；]/u.test(rest)) {
      flush(at);
      found.push({ kind: 'semicolon' });
      at += 1;
      continue;
    }
    // A hyphen inside a name is no arrow, and a colon between digits (10:40) no separator.
    const sign = SIGNS.find(([text]) => rest.startsWith(text));
    if (sign && !(sign[1] === 'colon' && /\d$/u.test(bare) && /^.\d/u.test(rest))) {
      flush(at);
      found.push({ kind: sign[1] });
      at += sign[0].length;
    } else {
      bare += rest[0] ?? '';
      at += 1;
    }
  }
  flush(line.length);
  return ok(found);
}

/** `project "P: second phase": A, B`: the one word that may stand before a quoted name. */
function isProject(before: string, rest: string): boolean {
  return (
    /^\s*(?:(?:joint\s+)?project\s|合作项目|项目)\s*$/iu.test(before) &&
    /^.[^"”」]*["”」]\s*[:：]/u.test(rest)
  );
}

export function isArrow(token: Token): boolean {
  return token.kind === 'forward' || token.kind === 'backward' || token.kind === 'both';
}
