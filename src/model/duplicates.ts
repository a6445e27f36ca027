import { compareIds } from '../base/ids.ts';
import type { Localized } from '../base/localized.ts';
import { inOrder } from './commands/mark-distinct.ts';
import { editDistance } from './edit-distance.ts';
import { actorsInOrder, type Actor, type Graph } from './graph.ts';
import { initials, likeNames, mainWords, type LikeName } from './like-names.ts';
import { TELLING_SIGN } from './telling-signs.ts';

/** Two actors that may be the same. */
export interface LikelyDuplicate {
  /** The smaller id first. */
  readonly pair: readonly [string, string];
  /** In (0, 1]: how likely, by a rule of thumb. */
  readonly score: number;
  readonly why: Localized;
}

/** What likely duplicates are found from: a worker gets it as it is. */
export interface NamesOfMap {
  /** Ordered by id. */
  readonly actors: readonly Named[];
  readonly distinct: NonNullable<Graph['info']['distinct']>;
}

export type Named = Pick<Actor, 'id' | 'name' | 'secondName' | 'aliases' | 'sector'>;

export function namesOfMap(graph: Pick<Graph, 'actors' | 'info'>): NamesOfMap {
  return {
    actors: actorsInOrder(graph).map(({ id, name, secondName, aliases, sector }) => ({
      id,
      name,
      sector,
      ...(secondName === undefined ? {} : { secondName }),
      ...(aliases === undefined ? {} : { aliases }),
    })),
    distinct: graph.info.distinct ?? [],
  };
}

/** A group of names that is larger says nothing: so many begin with the name of the town. */
const CROWD = 24;
/** Of names that are the same any number is pointed out, each with the next. */
const SCORES = { same: 1, alias: 0.92, words: 0.85, initials: 0.8, close: 0.78, within: 0.5 } as const;

/**
 * Pairs of actors whose names are alike, the likeliest first: equal when folded, equal in other words or as initials, one
 * or two characters apart for their length, or one within the other where a word ends. Pairs that were set apart are left
 * out. Names are found by their parts, never each compared with all: about linear in the number of actors.
 */
export function likelyDuplicates({ actors, distinct }: NamesOfMap): readonly LikelyDuplicate[] {
  const found = new Pairs(actors, distinct);
  const names = actors.flatMap(likeNames);
  equalNames(names, found);
  sameWords(names, found);
  acronyms(names, found);
  closeNames(names, found);
  contained(names, found);
  return found.ranked();
}

/** The best that speaks for each pair. */
class Pairs {
  readonly #apart: ReadonlySet<string>;
  readonly #sectors: ReadonlyMap<string, string>;
  readonly #best = new Map<string, LikelyDuplicate>();

  constructor(actors: readonly Named[], distinct: NamesOfMap['distinct']) {
    this.#apart = new Set(distinct.map((pair) => JSON.stringify(pair)));
    this.#sectors = new Map(actors.map(({ id, sector }) => [id, sector]));
  }

  add(a: LikeName, b: LikeName, score: number, why: () => Localized): void {
    if (a.actor === b.actor) return;
    const pair = inOrder([a.actor, b.actor]);
    const key = JSON.stringify(pair);
    if (this.#apart.has(key)) return;
    const [one, two] = pair.map((id) => this.#sectors.get(id));
    const counted = one === two ? score : 0.85 * score;
    if (counted <= (this.#best.get(key)?.score ?? 0)) return;
    this.#best.set(key, { pair, score: counted, why: why() });
  }

  ranked(): readonly LikelyDuplicate[] {
    return [...this.#best.values()].sort(
      (a, b) => b.score - a.score || compareIds(a.pair[0], b.pair[0]) || compareIds(a.pair[1], b.pair[1]),
    );
  }
}

function grouped(names: readonly LikeName[], keyOf: (name: LikeName) => string | undefined): LikeName[][] {
  const groups = new Map<string, LikeName[]>();
  for (const name of names) {
    const key = keyOf(name);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function equalNames(names: readonly LikeName[], found: Pairs): void {
  for (const group of grouped(names, ({ key }) => key)) {
    // Each with the next: so many of one name are merged one after the other anyway.
    group.slice(1).forEach((b, k) => {
      const a = group[k];
      if (!a) return;
      if (a.of === 'name' && b.of === 'name')
        found.add(a, b, SCORES.same, () => ({ en: 'The same name', zh: '名称相同' }));
      else if (a.of === 'secondName' && b.of === 'secondName')
        found.add(a, b, SCORES.same, () => ({
          en: `The same name in the other language: “${a.shown}”`,
          zh: `另一语言名称相同：“${a.shown}”`,
        }));
      else
        found.add(a, b, SCORES.alias, () => ({
          en: `Both are called “${a.shown}”`,
          zh: `都可称为“${a.shown}”`,
        }));
    });
  }
}

function sameWords(names: readonly LikeName[], found: Pairs): void {
  const key = (name: LikeName): string | undefined =>
    name.words.length < 2 ? undefined : [...mainWords(name)].sort().join(' ');
  for (const group of grouped(names, key))
    for (const [a, b] of pairsOf(group))
      if (a.key !== b.key)
        found.add(a, b, SCORES.words, () => withNames({ en: 'The same words', zh: '用词相同' }, a, b));
}

function acronyms(names: readonly LikeName[], found: Pairs): void {
  const short = new Map<string, LikeName[]>();
  for (const name of names)
    if (name.words.length === 1 && /^[a-z]{3,8}$/u.test(name.key))
      short.set(name.key, [...(short.get(name.key) ?? []), name]);
  for (const long of names) {
    const letters = initials(long);
    if (letters === undefined) continue;
    for (const name of (short.get(letters) ?? []).slice(0, CROWD))
      found.add(name, long, SCORES.initials, () => ({
        en: `“${name.shown}” may stand for “${long.shown}”`,
        zh: `“${name.shown}”可能是“${long.shown}”的缩写`,
      }));
  }
}

/** How many characters names of this length may differ in: a Chinese one says more by each. */
function allowed(length: number, han: boolean): number {
  if (han) return length < 6 ? 0 : length < 12 ? 1 : 2;
  return length < 6 ? 0 : length < 14 ? 1 : 2;
}

function closeNames(names: readonly LikeName[], found: Pairs): void {
  // Names that differ little share their first or their last half (or third, where two characters may differ).
  const parts = new Map<string, LikeName[]>();
  const put = (part: string, name: LikeName): void => {
    const group = parts.get(part);
    if (group) group.push(name);
    else parts.set(part, [name]);
  };
  for (const name of names) {
    const letters = [...name.key];
    const most = allowed(letters.length, name.han);
    if (most === 0) continue;
    const lengths = new Set(
      [0, 1, 2].slice(0, most + 1).map((less) => Math.floor((letters.length - less) / (most + 1))),
    );
    for (const length of lengths) {
      put(`${length}<${letters.slice(0, length).join('')}`, name);
      put(`${length}>${letters.slice(-length).join('')}`, name);
    }
  }
  for (const group of parts.values()) {
    if (group.length > CROWD) continue;
    for (const [a, b] of pairsOf(group)) {
      if (a.actor === b.actor || a.key === b.key || a.marks !== b.marks || a.han !== b.han) continue;
      const length = Math.min([...a.key].length, [...b.key].length);
      const most = allowed(length, a.han);
      const distance = editDistance(a.key, b.key, most);
      if (distance > most || differInMark(a.key, b.key)) continue;
      found.add(a, b, SCORES.close * (1 - (0.5 * distance) / length), () =>
        withNames({ en: 'Spelt almost alike', zh: '写法相近' }, a, b),
      );
    }
  }
}

/** Whether two texts of one length differ in such a sign. */
function differInMark(a: string, b: string): boolean {
  const [one, two] = [[...a], [...b]];
  if (one.length !== two.length) return false;
  return one.some(
    (sign, k) => sign !== two[k] && (TELLING_SIGN.test(sign) || TELLING_SIGN.test(two[k] ?? '')),
  );
}

function contained(names: readonly LikeName[], found: Pairs): void {
  const whole = new Map<string, LikeName[]>();
  for (const name of names) {
    const enough = name.han ? [...name.key].length >= 3 : mainWords(name).length >= 2 || name.key.length >= 5;
    if (enough) whole.set(wordKey(name), [...(whole.get(wordKey(name)) ?? []), name]);
  }
  for (const long of names)
    for (const part of partsWithin(long))
      for (const short of (whole.get(part) ?? []).slice(0, CROWD)) {
        const share = short.key.length / long.key.length;
        if (short.key === long.key || share < 0.4 || short.marks !== long.marks) continue;
        found.add(short, long, SCORES.within + 0.25 * share, () => ({
          en: `“${short.shown}” is part of “${long.shown}”`,
          zh: `“${short.shown}”包含于“${long.shown}”`,
        }));
      }
}

function wordKey({ han, key, words }: LikeName): string {
  return han ? key : words.join(' ');
}

/** Longer names than that are sentences. */
const MOST_WORDS = 12;

/** What may be a name of its own within a name: beginnings and ends of a Chinese one, runs of words of another. */
function* partsWithin(name: LikeName): Generator<string> {
  if (name.han) {
    const letters = [...name.key].slice(0, 60);
    for (let length = 3; length < letters.length; length++) {
      yield letters.slice(0, length).join('');
      yield letters.slice(-length).join('');
    }
    return;
  }
  const words = name.words.slice(0, MOST_WORDS);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++)
      if (to - from < words.length) yield words.slice(from, to).join(' ');
}

/** Says which names are meant where they are not those that are read anyway. */
function withNames(why: Localized, a: LikeName, b: LikeName): Localized {
  if (a.of === 'name' && b.of === 'name') return why;
  return { en: `${why.en}: “${a.shown}”, “${b.shown}”`, zh: `${why.zh}：“${a.shown}”与“${b.shown}”` };
}

function pairsOf(group: readonly LikeName[]): [LikeName, LikeName][] {
  if (group.length > CROWD) return [];
  return group.flatMap((a, k) => group.slice(k + 1).map((b): [LikeName, LikeName] => [a, b]));
}
