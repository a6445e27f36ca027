import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { dateFrom, listFrom, numberFrom } from '../base/typed-values.ts';
import { amountProblem, foldName, weightProblem } from './commands/checks.ts';
import type { Actor, FieldValue, Tie } from './graph.ts';
import type { Field, FieldKind, Scheme } from './scheme.ts';

/** What `name=value` can set on an actor or a tie. */
export interface EntryKey {
  /** As the record has it: `size`, `field:staff`. */
  readonly id: string;
  readonly name: Localized;
  /** An amount is 0 or more, a weight above 0. */
  readonly kind: FieldKind | 'amount' | 'weight';
  readonly categories?: readonly string[];
  /** What people write for it, folded. */
  readonly words: readonly string[];
}

/** A value that was typed; undefined takes back what was there. */
export interface TypedField {
  readonly key: EntryKey;
  readonly value: FieldValue | undefined;
}

export interface EntryKeys {
  readonly actor: readonly EntryKey[];
  readonly tie: readonly EntryKey[];
}

function key(id: string, en: string, zh: string, kind: EntryKey['kind'], words: string): EntryKey {
  return { id, name: { en, zh }, kind, words: [id, en, zh, ...words.split(' ')].map(foldName) };
}

const FROM = key('from', 'From', '起', 'date', 'since start 起始 开始');
const TO = key('to', 'To', '止', 'date', 'until end 终止 结束');
const NOTES = key('notes', 'Notes', '备注', 'text', 'note 说明');

const OF_ACTORS: readonly EntryKey[] = [
  key('size', 'Size', '规模', 'amount', '存量'),
  key('sizeChange', 'Yearly change', '年变化量', 'number', 'change growth 年变化'),
  key('inflow', 'Inflow', '外部流入', 'amount', '流入'),
  key('outflow', 'Outflow', '外部流出', 'amount', '流出'),
  FROM,
  TO,
  NOTES,
  key('secondName', 'Other language', '另一语言名称', 'text', 'second'),
  key('aliases', 'Also known as', '别名', 'list', 'alias aka 简称'),
];
const OF_TIES: readonly EntryKey[] = [key('weight', 'Weight', '权重', 'weight', 'strength'), FROM, TO, NOTES];

const made = new WeakMap<readonly Field[], EntryKeys>();

/** What can be set on actors and on ties of this scheme: the fields that all maps have, then its own. */
export function entryKeys({ fields }: Pick<Scheme, 'fields'>): EntryKeys {
  let keys = made.get(fields);
  if (!keys) {
    const own = (on: Field['on']): EntryKey[] =>
      fields
        .filter((field) => field.on === on)
        .map(({ id, name, kind, categories }) => ({
          id: `field:${id}`,
          name,
          kind,
          ...(categories ? { categories } : {}),
          words: [id, name.en, name.zh].map(foldName),
        }));
    made.set(fields, (keys = { actor: [...OF_ACTORS, ...own('actor')], tie: [...OF_TIES, ...own('tie')] }));
  }
  return keys;
}

export function keyNamed(keys: readonly EntryKey[], text: string): EntryKey | undefined {
  const wanted = foldName(text);
  return keys.find(({ words }) => words.includes(wanted));
}

/** What was typed behind `=`, as this field keeps it; nothing there takes the value back. */
export function readField(key: EntryKey, text: string): Result<TypedField> {
  const plain = text.trim();
  if (plain === '')
    return key.kind === 'weight' ? failed(weightProblem(NaN) ?? noValue(key)) : ok({ key, value: undefined });
  if (key.kind === 'number' || key.kind === 'amount' || key.kind === 'weight') {
    const value = numberFrom(plain) ?? NaN;
    if (!Number.isFinite(value)) return failed(noNumber(key, plain));
    const wrong =
      key.kind === 'amount' ? amountProblem(value) : key.kind === 'weight' ? weightProblem(value) : undefined;
    return wrong ? failed(wrong) : ok({ key, value });
  }
  if (key.kind === 'date') {
    const value = dateFrom(plain);
    return value === undefined ? failed(noDate(key, plain)) : ok({ key, value });
  }
  if (key.kind === 'list') {
    const value = listFrom(plain.replaceAll('|', ','));
    return ok({ key, value: value.length > 0 ? value : undefined });
  }
  if (key.kind !== 'category') return ok({ key, value: plain });
  const categories = key.categories ?? [];
  const wanted = foldName(plain);
  const beginning = categories.filter((category) => foldName(category).startsWith(wanted));
  const value =
    categories.find((category) => foldName(category) === wanted) ??
    (beginning.length === 1 ? beginning[0] : undefined);
  return value === undefined ? failed(noCategory(key, plain)) : ok({ key, value });
}

/** What a record has under a key. */
export function valueUnder(record: Actor | Tie, id: string): FieldValue | undefined {
  if (id.startsWith('field:')) {
    const name = id.slice('field:'.length);
    return Object.hasOwn(record.fields, name) ? record.fields[name] : undefined;
  }
  return (record as unknown as Readonly<Record<string, FieldValue | undefined>>)[id];
}

export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, index) => item === (other as readonly string[])[index])
    : one === other;
}

/** Later values take the place of earlier ones of the same key. */
export function withFields(
  before: readonly TypedField[],
  more: readonly TypedField[],
): readonly TypedField[] {
  if (more.length === 0) return before;
  const all = new Map([...before, ...more].map((field) => [field.key.id, field]));
  return [...all.values()];
}

export function unknownField(text: string, keys: readonly EntryKey[], on: Field['on']): Problem {
  const names = (language: 'en' | 'zh', sign: string): string =>
    keys.map(({ name }) => name[language]).join(sign);
  return problem('entry-field', {
    en: `There is no field “${text}” of ${on === 'actor' ? 'actors' : 'ties'}. Known: ${names('en', ', ')}. Add others under Vocabulary; a name with = in it stands in quotes.`,
    zh: `${on === 'actor' ? '主体' : '关系'}没有名为“${text}”的字段。可用：${names('zh', '、')}。其他字段请在分类体系中添加；名称中含 = 时请加引号。`,
  });
}

function noValue({ name }: EntryKey): Problem {
  return problem('entry-value', { en: `${name.en} needs a value.`, zh: `${name.zh}需要一个值。` });
}

function noNumber({ name }: EntryKey, text: string): Problem {
  return problem('entry-value', {
    en: `${name.en} is a number; “${text}” is not. Write it as in 120 or 2.5.`,
    zh: `${name.zh}须为数字，“${text}”不是。请写作 120 或 2.5。`,
  });
}

function noDate({ name }: EntryKey, text: string): Problem {
  return problem('entry-value', {
    en: `${name.en} is a date; “${text}” is not. Write 2021, 2021-03 or 2021-03-15.`,
    zh: `${name.zh}须为日期，“${text}”不是。请写作 2021、2021-03 或 2021-03-15。`,
  });
}

function noCategory({ name, categories = [] }: EntryKey, text: string): Problem {
  return problem('entry-value', {
    en: `“${text}” is no value of ${name.en}. Known: ${categories.join(', ')}.`,
    zh: `“${text}”不是${name.zh}的取值。可用：${categories.join('、')}。`,
  });
}
