import type { Phrase, Sentence } from '../detail.ts';

type Thing = Exclude<Phrase, string>;

/** Named one by one up to this many. */
const NAMED = 3;

export const actorsNamed = (ids: readonly string[]): Sentence =>
  listed(
    ids.map((id) => ({ of: 'actor', id })),
    '个主体',
  );

export const resourcesNamed = (ids: readonly string[]): Sentence =>
  listed(
    ids.map((id) => ({ of: 'resource', id })),
    '项资源',
  );

/** The first of them by name, and how many more there are. @param of what is counted, in Chinese */
function listed(things: readonly Thing[], of: string): Sentence {
  const named = things.slice(0, NAMED);
  const more = things.length - named.length;
  const between = (k: number, and: string, comma: string): string =>
    k === 0 ? '' : more === 0 && k === named.length - 1 ? and : comma;
  const list = (and: string, comma: string): Phrase[] =>
    named.flatMap((thing, k) => (k === 0 ? [thing] : [between(k, and, comma), thing]));
  return {
    en: [...list(' and ', ', '), ...(more > 0 ? [` and ${more} more`] : [])],
    zh: [...list('和', '、'), ...(more > 0 ? [`等 ${things.length} ${of}`] : [])],
  };
}

/** Parts of a sentence joined by commas, the last by “and” too. */
export function joined(clauses: readonly Sentence[]): Sentence {
  const join = (of: 'en' | 'zh', comma: string, and: string): Phrase[] =>
    clauses.flatMap((clause, k) => [
      ...(k === 0 ? [] : [k === clauses.length - 1 ? and : comma]),
      ...clause[of],
    ]);
  return { en: join('en', ', ', ', and '), zh: join('zh', '，', '，且') };
}

/** One after the other. */
export function sentence(...parts: readonly Sentence[]): Sentence {
  return { en: parts.flatMap(({ en }) => en), zh: parts.flatMap(({ zh }) => zh) };
}

export function words(en: string, zh: string): Sentence {
  return { en: [en], zh: [zh] };
}
