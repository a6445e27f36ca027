import type { Language } from '../../base/localized.ts';
import { foldedNames, foldName } from '../../model/commands/checks.ts';
import type { Graph } from '../../model/graph.ts';

/** What may stand instead of the text from `from` to `to`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly label: string;
  readonly detail: string;
}

const MOST = 7;
const BREAKS = /[,，、<>＜＞《》→←↔@＠:：\n]/u;

/** What could be meant by the word that the cursor is in: an actor, after @ a sector, after a colon a tie type. */
export function completionsAt(
  text: string,
  caret: number,
  graph: Graph,
  language: Language,
): readonly Completion[] {
  const before = text.slice(0, caret);
  let from = before.length;
  while (from > 0 && !BREAKS.test(before[from - 1] ?? '')) from--;
  const sign = before[from - 1] ?? '';
  while (before[from] === ' ') from++;
  const word = foldName(before.slice(from));
  const rest = text.slice(caret);
  const to = caret + (rest.length - rest.replace(/^[^,，、<>＜＞《》→←↔@＠:：\n ]*/u, '').length);
  const range = { from, to };
  if (sign === '@' || sign === '＠')
    return graph.scheme.sectors
      .filter(({ id, name }) => [id, name.en, name.zh].some((known) => foldName(known).startsWith(word)))
      .filter(({ name }) => foldName(name[language]) !== word)
      .map(({ name }) => ({ ...range, text: name[language], label: name[language], detail: '' }));
  if (sign === ':' || sign === '：')
    return /\s\S*$/u.test(before.slice(from))
      ? []
      : graph.scheme.tieTypes
          .filter(({ id, name }) => [id, name.en, name.zh].some((known) => foldName(known).startsWith(word)))
          .filter(({ name }) => foldName(name[language]) !== word)
          .map(({ name }) => ({ ...range, text: name[language], label: name[language], detail: '' }));
  if (word === '') return [];
  const sectors = new Map(graph.scheme.sectors.map((sector) => [sector.id, sector.name[language]]));
  const beginning: Completion[] = [];
  const containing: Completion[] = [];
  const byName = new Intl.Collator(language, { numeric: true });
  for (const actor of graph.actors.values()) {
    const names = foldedNames(actor);
    if (names[0] === word) continue;
    const list = names.some((name) => name.startsWith(word))
      ? beginning
      : names.some((name) => name.includes(word))
        ? containing
        : undefined;
    const quoted = BREAKS.test(actor.name) ? `"${actor.name}"` : actor.name;
    list?.push({
      ...range,
      text: quoted,
      label: actor.name,
      detail: sectors.get(actor.sector) ?? actor.sector,
    });
  }
  const sorted = (list: Completion[]): Completion[] => list.sort((a, b) => byName.compare(a.label, b.label));
  return [...sorted(beginning), ...sorted(containing)].slice(0, MOST);
}
