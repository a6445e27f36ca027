import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import type { Graph } from '../graph.ts';
import { nameChanges, type NameChange, type Replacement } from '../name-changes.ts';
import type { FlatValue } from '../records.ts';
import { nameProblem } from './checks.ts';
import { ALWAYS, namedActors, quoted, type Command } from './command.ts';

export interface ReplaceInNamesArgs extends Replacement {
  /** Keys of changes that are not wanted. */
  readonly leaveOut?: ReadonlySet<string>;
}

/** Finds a text in the names of actors and puts another in its place, everywhere at once. */
export const replaceInNames: Command<ReplaceInNamesArgs> = {
  id: 'replace-in-names',
  title: { en: 'Find and replace in names', zh: '在名称中查找和替换' },
  keys: [],
  available: ALWAYS,
  plan(graph, { leaveOut, ...replacement }) {
    const changes = nameChanges(graph, replacement).filter(({ key }) => !leaveOut?.has(key));
    if (changes.length === 0)
      return failed(
        problem('nothing-found', {
          en: `“${replacement.find}” is in no name that is to be changed. Nothing was changed.`,
          zh: `待更改的名称中没有“${replacement.find}”。未作更改。`,
        }),
      );
    const wrong = changes.flatMap((change) =>
      change.of === 'name' ? (nameProblem(change.after) ?? []) : [],
    );
    if (wrong[0]) return failed(wrong[0]);
    const actors = [...new Set(changes.map(({ actor }) => actor))];
    const subject = namedActors(graph, actors);
    const [find, replace] = [quoted(replacement.find), quoted(replacement.replace)];
    return ok({
      step: {
        en: `Replace ${find.en} by ${replace.en} in ${subject.en}`,
        zh: `在${subject.zh}中将${find.zh}替换为${replace.zh}`,
      },
      writes: actors.map((id): Write => {
        const own = changes.filter(({ actor }) => actor === id);
        return { kind: 'set', table: 'actors', id, changes: recordChanges(graph, id, own) };
      }),
    });
  },
};

function recordChanges(
  graph: Graph,
  id: string,
  changes: readonly NameChange[],
): ReadonlyMap<string, FlatValue | undefined> {
  const set = new Map<string, FlatValue | undefined>();
  const aliases = [...(graph.actors.get(id)?.aliases ?? [])];
  for (const { of, place = 0, after } of changes) {
    if (of === 'alias') aliases[place] = after;
    else set.set(of, after === '' ? undefined : after);
  }
  if (changes.some(({ of }) => of === 'alias')) {
    const left = [...new Set(aliases.filter((alias) => alias !== ''))];
    set.set('aliases', left.length > 0 ? left : undefined);
  }
  return set;
}
