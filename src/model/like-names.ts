import { foldName } from './commands/checks.ts';
import type { Actor } from './graph.ts';

/** A name as it is compared with others. */
export interface LikeName {
  readonly actor: string;
  /** As it is written on the map, or the part of it that counts. */
  readonly shown: string;
  readonly of: 'name' | 'secondName' | 'alias';
  /** Folded, without spaces and signs. */
  readonly key: string;
  /** Folded words: between Latin letters and digits by spaces and signs; a run of Han is one. */
  readonly words: readonly string[];
  /** Whether it has any Han. */
  readonly han: boolean;
  /** The words that tell things of one kind apart: numbers and single letters, in order. */
  readonly marks: string;
}

const HAN = /\p{Script=Han}/u;
const WORDS = /\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu;
/** `Zhejiang Normal University (ZJNU)`: two names in one. */
const BRACKETED = /^(.+?) ?[(（]([^()（）]*\p{L}[^()（）]*)[)）]$/u;

/** All names of an actor. A name in brackets behind another counts as one of its own. */
export function likeNames(actor: Pick<Actor, 'id' | 'name' | 'secondName' | 'aliases'>): readonly LikeName[] {
  const names: LikeName[] = [];
  const add = (shown: string | undefined, of: LikeName['of']): void => {
    if (shown === undefined) return;
    const [, main, extra] = BRACKETED.exec(shown.trim()) ?? [];
    if (main !== undefined && extra !== undefined) {
      add(main, of);
      add(extra, 'alias');
      return;
    }
    const words = foldName(shown).match(WORDS) ?? [];
    const key = words.join('');
    if (key === '') return;
    const marks = words.filter((word) => /^\p{N}+$|^[a-z]$|^[ivx]+$/u.test(word)).join(' ');
    names.push({ actor: actor.id, shown, of, key, words, han: HAN.test(key), marks });
  };
  add(actor.name, 'name');
  add(actor.secondName, 'secondName');
  for (const alias of actor.aliases ?? []) add(alias, 'alias');
  return names;
}

const SMALL = new Set('a an and at de for in la of on the to und von'.split(' '));

/** The words that count: without articles and prepositions. */
export function mainWords({ words }: LikeName): readonly string[] {
  const main = words.filter((word) => !SMALL.has(word));
  return main.length > 0 ? main : words;
}

/** The first letters of its words, where it has three that count or more. */
export function initials(name: LikeName): string | undefined {
  const words = mainWords(name);
  return name.han || words.length < 3 ? undefined : words.map((word) => [...word][0] ?? '').join('');
}
