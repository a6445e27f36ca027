import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { amountProblem, nameProblem } from './commands/checks.ts';
import type { FindVerb, NameToken, Side, Token } from './entry-tokens.ts';
import { resourceCalled, resourceNamed } from './resource-words.ts';
import type { Resource } from './scheme.ts';

/** How much of a resource is offered or needed, as it was typed. */
export interface TypedAmount {
  readonly side: Side;
  /** The resource that is meant, or the name of a new one. */
  readonly resource: Resource | string;
  /** >= 0; 0 takes back what was stated. */
  readonly amount: number;
}

const ENGLISH: readonly (readonly [Side, RegExp])[] = [
  ['supply', /^offers?(?=[\s:：]|$)/u],
  ['demand', /^needs?(?=[\s:：]|$)/u],
];
const CHINESE: readonly (readonly [Side, RegExp])[] = [
  ['supply', /^(?:提供|供给)/u],
  ['demand', /^(?:需要|需求)/u],
];

/**
 * Finds the words that begin a clause of resources. An English one stands by itself, in small letters; a Chinese one may
 * touch its neighbours where these are an actor and a resource of the map. Undefined where the line has none.
 */
export function verbFinder(
  line: string,
  resources: readonly Resource[],
  isActor: (name: string) => boolean,
): FindVerb | undefined {
  if (!/offer|need|提供|供给|需要|需求/u.test(line)) return undefined;
  return (rest, before, inClause) => {
    if (!/^(?:offer|need|提供|供给|需要|需求)/u.test(rest)) return undefined;
    // Within what is listed a verb begins the next clause only after a sign, an amount or a known resource.
    if (inClause && !/^\s*$|\d\s*$/u.test(before) && !isResource(before, resources)) return undefined;
    const apart = before === '' || /\s$/u.test(before);
    for (const [side, form] of ENGLISH) {
      const text = form.exec(rest)?.[0];
      if (text !== undefined && apart) return { side, text };
    }
    for (const [side, form] of CHINESE) {
      const text = form.exec(rest)?.[0];
      if (text === undefined) continue;
      const after = rest.slice(text.length);
      const clear = /^\s*[:：]/u.test(after) || (apart && (inClause || /^(?:\s|\d|$)/u.test(after)));
      if (clear) return { side, text };
      const parted = apart || inClause || /^\s/u.test(after) || isActor(before);
      if (parted && startsWithResource(after, resources)) return { side, text };
    }
    return undefined;
  };
}

function startsWithResource(text: string, resources: readonly Resource[]): boolean {
  const [item = ''] = text.split(/[,，、;；:：]/u);
  return isResource(item, resources);
}

function isResource(item: string, resources: readonly Resource[]): boolean {
  return typeof readItem(item, resources).resource !== 'string';
}

/** Digits and signs as wide as Chinese characters, made narrow; names stay as they are written. */
function narrowNumbers(text: string): string {
  return text.replace(/[０-９．＋－]/gu, (sign) => sign.normalize('NFKC'));
}

/** `talent 5`, `5 talent`, `人才5`: a resource and its amount; 1 where none is given. */
export function readItem(
  text: string,
  resources: readonly Resource[],
): { readonly resource: Resource | string; readonly amount: number } {
  const plain = narrowNumbers(text).trim();
  const whole = resourceCalled(resources, plain);
  if (whole) return { resource: whole, amount: 1 };
  const [, before, last] =
    /^(.*\S)\s+[x×]?([+-]?(?:\d+\.?\d*|\.\d+))$/iu.exec(plain) ??
    /^(.*[^\d.\s])(\d+\.?\d*)$/u.exec(plain) ??
    [];
  const [, first, after] = /^([+-]?(?:\d+\.?\d*|\.\d+))\s+(\D.*)$/u.exec(plain) ?? [];
  for (const [name, amount] of [
    [before, last],
    [after, first],
  ]) {
    if (name === undefined) continue;
    const known = resourceNamed(resources, name);
    // Of an unknown word a number that touches it may be a part of it, as in Win11; not so after a Chinese character.
    if (known || /\s[x×]?[+-]?[\d.]+$|^[+-]?[\d.]+\s|\p{Script=Han}[\d.]+$/iu.test(plain))
      return { resource: known ?? name, amount: Number(amount) };
  }
  return { resource: resourceNamed(resources, plain) ?? plain, amount: 1 };
}

/** What stands from the first verb on. */
export function readClauses(
  clauses: readonly Token[],
  resources: readonly Resource[],
): Result<readonly TypedAmount[]> {
  const amounts: TypedAmount[] = [];
  let side: Side = 'supply';
  let verb = '';
  let listed = 0;
  let words: NameToken[] = [];
  const close = (next: Token | undefined): Problem | undefined => {
    if (words.length > 0) {
      const read = itemOf(words, side, resources);
      if (!read.ok) return read.problem;
      amounts.push(read.value);
      listed++;
      words = [];
      return undefined;
    }
    // A comma before the next verb, and a sign at the very end, are no items.
    const ends = next === undefined || next.kind === 'verb' || next.kind === 'semicolon';
    return ends && (verb === '' || listed > 0) ? undefined : missingResource(verb);
  };
  for (const [at, token] of clauses.entries()) {
    if (token.kind === 'name') words.push(token);
    else if (token.kind === 'colon' && clauses[at - 1]?.kind === 'verb') continue;
    else if (token.kind === 'comma' && words.length > 0) {
      const wrong = close(token);
      if (wrong) return failed(wrong);
    } else if (token.kind === 'verb' || token.kind === 'semicolon') {
      const wrong = close(token);
      if (wrong) return failed(wrong);
      if (token.kind === 'verb') {
        side = token.side;
        verb = token.text;
        listed = 0;
      }
    } else return failed(missingResource(verb));
  }
  const wrong = close(undefined);
  return wrong ? failed(wrong) : ok(amounts);
}

function itemOf(
  words: readonly NameToken[],
  side: Side,
  resources: readonly Resource[],
): Result<TypedAmount> {
  const [first, ...rest] = words;
  const text = words.map((word) => word.text).join(' ');
  let item = readItem(text, resources);
  if (first?.quoted) {
    // A name in quotes is meant as it is written.
    const amount = rest.length === 0 ? '1' : rest.map((word) => word.text.replace(/^[x×]/iu, '')).join(' ');
    item = {
      resource: resourceCalled(resources, first.text) ?? first.text,
      amount: Number(narrowNumbers(amount)),
    };
  }
  const { resource, amount } = item;
  const wrong = amountProblem(amount);
  if (wrong) return failed(wrong);
  if (typeof resource !== 'string') return ok({ side, resource, amount });
  if (resource === '' || /^[+-]?[\d.]+$/u.test(resource)) return failed(unnamedAmount(text));
  const long = nameProblem(resource);
  if (long) return failed(long);
  if (amount === 0) return failed(unknownResource(resource, resources));
  return ok({ side, resource, amount });
}

const EXAMPLE: Localized = {
  en: 'A offers talent 5, funding 2; needs orders 3',
  zh: 'A 提供 人才 5、资金 2；需要 订单 3',
};

function missingResource(verb: string): Problem {
  return {
    code: 'entry-resource',
    message: {
      en: `After “${verb}” stand resources with their amounts, as in ${EXAMPLE.en}. Put a name that contains the word in quotes.`,
      zh: `“${verb}”之后写资源及其数量，如 ${EXAMPLE.zh}。名称中含该词时请加引号。`,
    },
  };
}

function unnamedAmount(text: string): Problem {
  return {
    code: 'entry-resource',
    message: {
      en: `“${text}” is an amount without a resource. Write as in ${EXAMPLE.en}; thousands without a comma.`,
      zh: `“${text}”只有数量，没有资源。请写作 ${EXAMPLE.zh}；数字中不加千位分隔符。`,
    },
  };
}

function unknownResource(name: string, resources: readonly Resource[]): Problem {
  return {
    code: 'entry-resource-unknown',
    message: {
      en: `Nothing to take back: there is no resource “${name}”. Known: ${resources.map((one) => one.name.en).join(', ')}.`,
      zh: `无可取消：没有名为“${name}”的资源。可用：${resources.map((one) => one.name.zh).join('、')}。`,
    },
  };
}
