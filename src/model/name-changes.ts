import { cleanName, foldName } from './commands/checks.ts';
import { actorsInOrder, type Actor, type Graph } from './graph.ts';

export interface Replacement {
  /** Taken as it is, no pattern. Empty finds nothing. */
  readonly find: string;
  readonly replace: string;
  readonly matchCase: boolean;
  /** Only where no letter or digit of the same script goes on; Chinese, written without spaces, counts as whole. */
  readonly wholeWord: boolean;
  readonly aliases: boolean;
  readonly notes: boolean;
}

/** One text that the replacement changes. */
export interface NameChange {
  /** Of the actor and the text: what to leave out. */
  readonly key: string;
  readonly actor: string;
  readonly of: 'name' | 'secondName' | 'alias' | 'notes';
  /** Which alias. */
  readonly place?: number;
  readonly before: string;
  readonly after: string;
  /** The text before in turn: not found, found, not found … */
  readonly parts: readonly string[];
  /** `empty` can't be done; `taken` gives the actor the name of another. */
  readonly trouble?: 'empty' | 'taken';
}

const LETTER = '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{N}])';
const LETTER_ALONE = new RegExp(`^${LETTER}$`, 'u');

/** All texts that the replacement changes, actors by id; names, second names, then aliases and notes where wanted. */
export function nameChanges(graph: Pick<Graph, 'actors'>, replacement: Replacement): readonly NameChange[] {
  const pattern = patternOf(replacement);
  if (!pattern) return [];
  const changes: NameChange[] = [];
  const look = (actor: Actor, of: NameChange['of'], before: string | undefined, place?: number): void => {
    if (before === undefined) return;
    const parts = partsOf(before, pattern);
    if (parts.length < 2) return;
    const replaced = parts.map((part, k) => (k % 2 === 1 ? replacement.replace : part)).join('');
    const after = of === 'notes' ? replaced : cleanName(replaced);
    if (after === before) return;
    const key = JSON.stringify([actor.id, of, place ?? 0]);
    changes.push({
      key,
      actor: actor.id,
      of,
      ...(place === undefined ? {} : { place }),
      before,
      after,
      parts,
    });
  };
  for (const actor of actorsInOrder(graph)) {
    look(actor, 'name', actor.name);
    look(actor, 'secondName', actor.secondName);
    if (replacement.aliases) actor.aliases?.forEach((alias, place) => look(actor, 'alias', alias, place));
    if (replacement.notes) look(actor, 'notes', actor.notes);
  }
  return withTroubles(graph, changes);
}

function patternOf({ find, matchCase, wholeWord }: Replacement): RegExp | undefined {
  const characters = [...find];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (first === '') return undefined;
  const literal = find.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  const before = wholeWord && LETTER_ALONE.test(first) ? `(?<!${LETTER})` : '';
  const after = wholeWord && LETTER_ALONE.test(last) ? `(?!${LETTER})` : '';
  return new RegExp(`${before}${literal}${after}`, matchCase ? 'gu' : 'giu');
}

function partsOf(text: string, pattern: RegExp): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** A name that would be empty, or that another actor has then too. */
function withTroubles(graph: Pick<Graph, 'actors'>, changes: readonly NameChange[]): readonly NameChange[] {
  const renamed = new Map(changes.flatMap(({ of, actor, after }) => (of === 'name' ? [[actor, after]] : [])));
  const holders = new Map<string, number>();
  for (const { id, name } of graph.actors.values()) {
    const folded = foldName(renamed.get(id) ?? name);
    holders.set(folded, (holders.get(folded) ?? 0) + 1);
  }
  return changes.map((change) => {
    if (change.of !== 'name') return change;
    const folded = foldName(change.after);
    if (folded === '') return { ...change, trouble: 'empty' };
    return (holders.get(folded) ?? 0) > 1 ? { ...change, trouble: 'taken' } : change;
  });
}
