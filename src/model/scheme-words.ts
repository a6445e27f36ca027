import { foldName } from './commands/checks.ts';
import type { Sector, TieType } from './scheme.ts';

type Worded = Sector | TieType;

const indexes = new WeakMap<readonly Worded[], readonly (readonly [readonly string[], Worded])[]>();

/** The one entry whose id or name is `text`, or begins with it. */
export function schemeMatch<T extends Worded>(entries: readonly T[], text: string): T | undefined {
  let index = indexes.get(entries) as readonly (readonly [readonly string[], T])[] | undefined;
  if (!index) {
    index = entries.map((entry) => [[entry.id, entry.name.en, entry.name.zh].map(foldName), entry] as const);
    indexes.set(entries, index);
  }
  const wanted = foldName(text);
  const exact = index.find(([words]) => words.includes(wanted))?.[1];
  if (exact || wanted === '') return exact;
  const beginning = index.filter(([words]) => words.some((word) => word.startsWith(wanted)));
  return beginning.length === 1 ? beginning[0]?.[1] : undefined;
}
