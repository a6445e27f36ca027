import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { cleanName, NAME_LIMIT, nameProblem } from './commands/checks.ts';

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
  return new Scanner(line, fields, findVerb).scan();
}

const FAR_TOO_LONG = 4 * NAME_LIMIT;

/** Goes through a line once; what is no sign is gathered as a name until the next sign. */
class Scanner {
  readonly #found: Token[] = [];
  #at = 0;
  #bare = '';
  /** Behind a verb, where a semicolon may stand and no field. */
  #inClause = false;

  constructor(
    private readonly line: string,
    private readonly fields: KnownFields,
    private readonly findVerb: FindVerb | undefined,
  ) {}

  scan(): Result<readonly Token[]> {
    while (this.#at < this.line.length) {
      const rest = this.line.slice(this.#at);
      const read = this.#quoted(rest) ?? this.#field(rest);
      if (read && !read.ok) return read;
      if (read || this.#verb(rest) || this.#semicolon(rest) || this.#sign(rest)) continue;
      this.#bare += rest[0] ?? '';
      this.#at += 1;
      // No name is so long: what cannot be one is not read on, sign by sign.
      const long = this.#bare.length % FAR_TOO_LONG === 0 ? nameProblem(this.#bare) : undefined;
      if (long) return failed(long);
    }
    this.#flush();
    return ok(this.#found);
  }

  /** Ends the name before the place that is read. */
  #flush(): void {
    const text = cleanName(this.#bare);
    const from = this.#at - this.#bare.trimStart().length;
    const to = from + this.#bare.trim().length;
    if (text !== '') this.#found.push({ kind: 'name', text, quoted: false, from, to });
    this.#bare = '';
  }

  /** Whether it was there; undefined where it was not. */
  #quoted(rest: string): Result<true> | undefined {
    const close = QUOTES.get(rest[0] ?? '');
    if (close === undefined) return undefined;
    const begins = cleanName(this.#bare) === '' || (this.#found.length === 0 && isProject(this.#bare, rest));
    if (!begins) return undefined;
    this.#flush();
    const from = this.#at;
    const end = this.line.indexOf(close, from + 1);
    if (end < 0) return failed(openQuote(close));
    const text = cleanName(this.line.slice(from + 1, end));
    this.#at = end + 1;
    this.#found.push({ kind: 'name', text, quoted: true, from, to: this.#at });
    return ok(true);
  }

  #field(rest: string): Result<true> | undefined {
    if (this.#inClause || !/^[=＝]/u.test(rest)) return undefined;
    const name = fieldBefore(this.#bare, this.#found.at(-1), this.fields);
    if (!name) return undefined;
    const value = valueBehind(this.line, this.#at + 1, name, this.fields);
    if (!value.ok) return value;
    // What stands before the name of the field is a name of its own.
    this.#bare = this.#bare.slice(0, name.at);
    const from = this.#at - (name.length - name.at);
    this.#at = from;
    this.#flush();
    this.#found.push({ kind: 'field', name: name.text, text: value.value.text, from });
    this.#at = value.value.end;
    return ok(true);
  }

  #verb(rest: string): boolean {
    const verb = this.findVerb?.(rest, this.#bare, this.#inClause);
    if (!verb || (this.#found.length === 0 && cleanName(this.#bare) === '')) return false;
    this.#flush();
    this.#found.push({ kind: 'verb', ...verb });
    this.#inClause = true;
    this.#at += verb.text.length;
    return true;
  }

  #semicolon(rest: string): boolean {
    if (!this.#inClause || !/^[;；]/u.test(rest)) return false;
    this.#flush();
    this.#found.push({ kind: 'semicolon' });
    this.#at += 1;
    return true;
  }

  #sign(rest: string): boolean {
    const sign = SIGNS.find(([text]) => rest.startsWith(text));
    if (!sign) return false;
    const [text, kind] = sign;
    // A colon between digits (10:40) is no separator.
    if (kind === 'colon' && isDigit(this.#bare.at(-1)) && isDigit(rest[1])) return false;
    this.#flush();
    this.#at += text.length;
    if (kind !== 'forward' && kind !== 'backward' && kind !== 'both') {
      this.#found.push({ kind });
      return true;
    }
    const parallel = /^[+＋]/u.test(this.line.slice(this.#at));
    this.#found.push({ kind, parallel });
    if (parallel) this.#at += 1;
    return true;
  }
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
