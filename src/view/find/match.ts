import { compareIds } from '../../base/ids.ts';
import type { Language } from '../../base/localized.ts';
import { foldedNames, foldName } from '../../model/commands/checks.ts';
import type { Actor, Graph } from '../../model/graph.ts';
import { pinyinLetters, pinyinRank, type Syllables } from './pinyin-match.ts';

export interface Match {
  readonly actor: Actor;
  /** The second name or alias that matched where the name did not. */
  readonly by: string | undefined;
  readonly inNotes: boolean;
}

/** The sounds of a name, where they are known. */
export type SoundsOf = (name: string) => Syllables | undefined;

const NO_SOUNDS: SoundsOf = () => undefined;

/**
 * The actors that a text means, best first: those of that very name, then names that begin with it, names with a word
 * that does, names that contain it, and last those whose notes do; Chinese names by their pinyin or its first letters
 * too. Equal ones by name, then id.
 */
export function findActors(
  graph: Pick<Graph, 'actors'>,
  text: string,
  language: Language,
  sounds: SoundsOf = NO_SOUNDS,
): readonly Match[] {
  const wanted = foldName(text);
  if (wanted === '') return [];
  const letters = pinyinLetters(wanted);
  const found: { readonly match: Match; readonly rank: number }[] = [];
  for (const actor of graph.actors.values()) {
    const ranks = foldedNames(actor).map((name) => rankOf(name, wanted));
    const sounded = letters === undefined ? 4 : soundRank(actor, letters, sounds);
    const best = Math.min(4, sounded, ...ranks);
    const inNotes = best === 4 && foldName(actor.notes ?? '').includes(wanted);
    if (best === 4 && !inNotes) continue;
    const other =
      best < 4 && sounded === 4 && rankOf(foldName(actor.name), wanted) === 4
        ? [actor.secondName ?? '', ...(actor.aliases ?? [])].find(
            (name) => rankOf(foldName(name), wanted) === best,
          )
        : undefined;
    found.push({ match: { actor, by: other, inNotes }, rank: best });
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      compare(a.match.actor.name, b.match.actor.name) ||
      compareIds(a.match.actor.id, b.match.actor.id),
  );
  return found.map(({ match }) => match);
}

/** How well letters fit what one of the names of an actor sounds like: 1 from the beginning, 3 within, 4 not. */
export function soundRank(actor: Actor, letters: string, sounds: SoundsOf): 1 | 3 | 4 {
  let best: 1 | 3 | 4 = 4;
  for (const name of allNames(actor)) {
    const syllables = sounds(name);
    const rank = syllables && pinyinRank(syllables, letters);
    if (rank !== undefined && rank < best) best = rank;
  }
  return best;
}

/** All names of an actor as they are written. */
export function allNames({ name, secondName, aliases = [] }: Actor): readonly string[] {
  return [name, ...(secondName === undefined ? [] : [secondName]), ...aliases];
}

/** 0 for the name itself, 1 for its beginning, 2 for the beginning of a word, 3 within, 4 for none of these. */
function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return 4;
  if (at === 0) return name === wanted ? 0 : 1;
  return name.includes(` ${wanted}`) ? 2 : 3;
}
