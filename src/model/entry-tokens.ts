import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { cleanName } from './commands/checks.ts';

/** Which side of a resource a clause speaks of. */
export type Side = 'supply' | 'demand';

export interface NameToken {
  readonly kind: 'name';
  readonly text: string;
  readonly quoted: boolean;
  /** Where it begins in the line, and where it ends: quotes are within. */
  readonly from: number;
  readonly to: number;
}

export interface ArrowToken {
  readonly kind: 'forward' | 'backward' | 'both';
  /** `>+`: one more tie, beside what is there. */
  readonly parallel: boolean;
}

/** `size=120`: what stands before and behind the sign. */
export interface FieldToken {
  readonly kind: 'field';
  readonly name: string;
  readonly text: string;
  readonly from: number;
}

export type Token =
  | NameToken
  | ArrowToken
  | FieldToken
  | { readonly kind: 'comma' | 'colon' | 'at' | 'semicolon' }
  | { readonly kind: 'verb'; readonly side: Side; readonly text: string };

type Sign = Exclude<Token['kind'], 'name' | 'verb' | 'semicolon' | 'field'>;

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

/** What fields a line may set. */
export interface KnownFields {
  readonly isField: (name: string) => boolean;
  /** Values of a category, in which spaces and signs may stand. */
  readonly valuesOf: (name: string) => readonly string[];
}

const NO_FIELDS: KnownFields = { isField: () => false, valuesOf: () => [] };

/**
 * A line in its parts. With `findVerb`, clauses of what is offered and needed too; a semicolon may stand between these,
 * and no fields.
 */
export function tokens(
  line: string,
  fields: KnownFields = NO_FIELDS,
  findVerb?: FindVerb,
): Result<readonly Token[]> {
  const found: Token[] = [];
  let bare = '';
  let inClause = false;
  const flush = (end: number): void => {
    const text = cleanName(bare);
    const from = end - bare.length + (bare.length - bare.trimStart().length);
    if (text !== '') found.push({ kind: 'name', text, quoted: false, from, to: from + bare.trim().length });
    bare = '';
  };
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const close = QUOTES.get(rest[0] ?? '');
    if (close !== undefined && (cleanName(bare) === '' || (found.length === 0 && isProject(bare, rest)))) {
      flush(at);
      const end = line.indexOf(close, at + 1);
      if (end < 0) return failed(openQuote(close));
      found.push({
        kind: 'name',
        text: cleanName(line.slice(at + 1, end)),
        quoted: true,
        from: at,
        to: end + 1,
      });
      at = end + 1;
      continue;
    }
    if (!inClause && /^[=＝]/u.test(rest)) {
      const name = fieldBefore(bare, found.at(-1), fields);
      if (name) {
        const value = valueBehind(line, at + 1, name, fields);
        if (!value.ok) return value;
        bare = bare.slice(0, name.at);
        const from = at - (name.length - name.at);
        flush(from);
        found.push({ kind: 'field', name: name.text, text: value.value.text, from });
        at = value.value.end;
        continue;
      }
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
    if (sign && !(sign[1] === 'colon' && isDigit(bare.at(-1)) && isDigit(rest[1]))) {
      const [text, kind] = sign;
      flush(at);
      at += text.length;
      if (kind === 'forward' || kind === 'backward' || kind === 'both') {
        const parallel = line[at] === '+' || line[at] === '＋';
        found.push({ kind, parallel });
        if (parallel) at += 1;
      } else found.push({ kind });
    } else {
      bare += rest[0] ?? '';
      at += 1;
    }
  }
  flush(line.length);
  return ok(found);
}

interface FieldName {
  readonly text: string;
  /** Where it begins in what stands before the sign, and how long that is. */
  readonly at: number;
  readonly length: number;
  /** A space before the sign: one may stand behind it too. */
  readonly spaced: boolean;
}

/** Words of the longest name of a field. */
const MOST_WORDS = 6;

/**
 * The name of a field that stands before `=`: the longest known one, else the last word where a name stands before it.
 * Undefined where the sign is a part of a name.
 */
function fieldBefore(bare: string, last: Token | undefined, fields: KnownFields): FieldName | undefined {
  const trimmed = bare.trimEnd();
  const name = (at: number): FieldName => ({
    text: trimmed.slice(at),
    at,
    length: bare.length,
    spaced: trimmed.length < bare.length,
  });
  const starts: number[] = [];
  for (const { index } of trimmed.matchAll(/\S+/gu)) starts.push(index);
  for (const at of starts.slice(-MOST_WORDS))
    if ((at > (starts[0] ?? 0) || last) && fields.isField(trimmed.slice(at))) return name(at);
  const at = starts.at(-1);
  if (at === undefined) return undefined;
  const behindName = starts.length > 1 || (last?.kind === 'name' && last.quoted);
  return behindName || last?.kind === 'colon' || last?.kind === 'field' ? name(at) : undefined;
}

/** The value behind `=`: in quotes, a known one, a number with its separators, or up to the next space or sign. */
function valueBehind(
  line: string,
  from: number,
  { text: name, spaced }: FieldName,
  fields: KnownFields,
): Result<{ readonly text: string; readonly end: number }> {
  let at = from;
  if (spaced) while (line[at] === ' ') at++;
  const close = QUOTES.get(line[at] ?? '');
  if (close !== undefined) {
    const end = line.indexOf(close, at + 1);
    return end < 0 ? failed(openQuote(close)) : ok({ text: line.slice(at + 1, end), end: end + 1 });
  }
  const known = fields
    .valuesOf(name)
    .filter((value) => line.slice(at, at + value.length).toLowerCase() === value.toLowerCase())
    .sort((a, b) => b.length - a.length)
    .find((value) => /^(?:$|[\s,，、;；<>＜＞《》→←↔@＠:：])/u.test(line.slice(at + value.length)));
  const rest = line.slice(at);
  const text =
    known ??
    /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/u.exec(rest)?.[0] ??
    /^(?:[^\s,，、;；<>＜＞《》→←↔@＠:：]|(?<=\d)[:：](?=\d))*/u.exec(rest)?.[0] ??
    '';
  return ok({ text, end: at + text.length });
}

function openQuote(close: string): Problem {
  return problem('entry-quote', {
    en: `A quote is not closed: add ${close} at its end.`,
    zh: `引号没有闭合：请在末尾加上 ${close}。`,
  });
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && /^\d$/u.test(sign);
}

/** `project "P: second phase": A, B`: the one word that may stand before a quoted name. */
function isProject(before: string, rest: string): boolean {
  return (
    /^\s*(?:(?:joint\s+)?project\s|合作项目|项目)\s*$/iu.test(before) &&
    /^.[^"”」]*["”」]\s*[:：]/u.test(rest)
  );
}

export function isArrow(token: Token): token is ArrowToken {
  return token.kind === 'forward' || token.kind === 'backward' || token.kind === 'both';
}
