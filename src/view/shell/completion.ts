import type { Language } from '../../base/localized.ts';
import { foldedNames, foldName } from '../../model/commands/checks.ts';
import { entryLine, type LineKind } from '../../model/entry.ts';
import type { Token } from '../../model/entry-tokens.ts';
import type { Graph } from '../../model/graph.ts';
import { nearActor } from '../../model/near-names.ts';
import { soundRank, type SoundsOf } from '../find/match.ts';
import { pinyinLetters } from '../find/pinyin-match.ts';
import type { Completion } from './completion-item.ts';
import { fieldsAt } from './field-completion.ts';
import { nameToType } from './name-to-type.ts';
import { quotedName } from './quoted.ts';
import { matchingResources } from './resource-match.ts';

type Range = Pick<Completion, 'from' | 'to'>;

const MOST = 7;
const BREAKS = /[,，、<>＜＞《》→←↔@＠:：\n]/u;
const NO_SOUNDS: SoundsOf = () => undefined;

/**
 * What could be meant by the word that the cursor is in: an actor, after @ a sector, after a colon a tie type, behind a
 * name and a space a field and after = its value, after “offers” and “needs” a resource, after “project” a joint project
 * and behind its colon an actor.
 */
export function completionsAt(
  text: string,
  caret: number,
  graph: Graph,
  language: Language,
  sounds: SoundsOf = NO_SOUNDS,
): readonly Completion[] {
  const before = text.slice(0, caret);
  const rest = text.slice(caret);
  const to = caret + (rest.length - rest.replace(/^[^,，、;；<>＜＞《》→←↔@＠:：\n ]*/u, '').length);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = entryLine(before.slice(lineStart), graph);
  const kind: LineKind = line.ok ? line.value.kind : 'ties';
  if (line.ok && kind === 'resources')
    return resourcesAt(line.value.tokens, before, lineStart, to, graph, language);

  let from = before.length;
  while (from > 0 && !BREAKS.test(before[from - 1] ?? '')) from--;
  const sign = before[from - 1] ?? '';
  // The sign of one more tie, and the dash of a line that deletes, are no part of a name.
  if (/[>＞》→↔<＜《←]/u.test(sign) && /^[+＋]/u.test(before.slice(from))) from++;
  if (kind === 'removal' && from <= lineStart)
    from += /^\s*[-－–—−]+/u.exec(before.slice(from))?.[0].length ?? 0;
  while (before[from] === ' ') from++;
  const range = { from, to };
  const part = before.slice(from);
  const word = foldName(part);
  const behindColon = (sign === ':' || sign === '：') && (kind === 'ties' || kind === 'removal');
  if (kind === 'ties') {
    const on = behindColon ? 'tie' : 'actor';
    const fields = fieldsAt({ part, from, to, on, graph, language });
    if (fields) return fields;
  }
  if (sign === '@' || sign === '＠') return named(graph.scheme.sectors, word, range, language);
  if (behindColon) return /\s\S*$/u.test(part) ? [] : named(graph.scheme.tieTypes, word, range, language);
  const project = /^\s*(?:(?:joint\s+)?project\s+|合作项目\s*|项目\s*)/iu.exec(before.slice(lineStart))?.[0];
  if (project !== undefined && from <= lineStart + project.length) {
    const start = lineStart + project.length;
    const found = projects(graph, foldName(before.slice(start)), { from: start, to });
    if (found.length > 0) return found;
  }
  return actors(graph, part, range, language, sounds);
}

/** After a verb, or after a comma behind one: the resource that is being typed; none once its amount is. */
function resourcesAt(
  parts: readonly Token[],
  before: string,
  lineStart: number,
  to: number,
  graph: Graph,
  language: Language,
): readonly Completion[] {
  const last = parts.at(-1);
  if (last?.kind === 'verb' && !/\s$/u.test(before)) return [];
  if (last?.kind === 'name' && (last.quoted || parts.at(-2)?.kind === 'name')) return [];
  const word = last?.kind === 'name' ? last : undefined;
  const from = word ? lineStart + word.from : before.length;
  return matchingResources(graph.scheme.resources, word ? before.slice(from) : '')
    .slice(0, MOST)
    .map(({ name }) => ({
      from,
      to,
      text: quotedResource(name[language]),
      label: name[language],
      detail: '',
    }));
}

function named(
  entries: Graph['scheme']['sectors'] | Graph['scheme']['tieTypes'],
  word: string,
  range: Range,
  language: Language,
): readonly Completion[] {
  return entries
    .filter(({ id, name }) => [id, name.en, name.zh].some((known) => foldName(known).startsWith(word)))
    .filter(({ name }) => foldName(name[language]) !== word)
    .map(({ name }) => ({ ...range, text: name[language], label: name[language], detail: '' }));
}

function projects(graph: Graph, word: string, range: Range): readonly Completion[] {
  return [...graph.projects.values()]
    .filter(({ name }) => foldName(name).startsWith(word) && foldName(name) !== word)
    .slice(0, MOST)
    .map(({ name }) => ({ ...range, text: quotedName(name), label: name, detail: '' }));
}

function actors(
  graph: Graph,
  typed: string,
  range: Range,
  language: Language,
  sounds: SoundsOf,
): readonly Completion[] {
  const word = foldName(typed.replace(/^["“「]/u, ''));
  if (word === '') return [];
  const letters = pinyinLetters(word);
  const sectors = new Map(graph.scheme.sectors.map((sector) => [sector.id, sector.name[language]]));
  const lists: readonly Completion[][] = [[], [], [], []];
  const byName = new Intl.Collator(language, { numeric: true });
  for (const actor of graph.actors.values()) {
    const names = foldedNames(actor);
    const shown = nameToType(graph, actor, language);
    if (names[0] === word || foldName(shown) === word) continue;
    const sounded = letters === undefined ? 4 : soundRank(actor, letters, sounds);
    const rank = names.some((name) => name.startsWith(word))
      ? 0
      : sounded === 1
        ? 1
        : names.some((name) => name.includes(word))
          ? 2
          : sounded === 3
            ? 3
            : undefined;
    if (rank === undefined) continue;
    lists[rank]?.push({
      ...range,
      text: quotedName(shown),
      label: shown,
      detail: sectors.get(actor.sector) ?? actor.sector,
    });
  }
  const found = lists.flatMap((list) => list.sort((a, b) => byName.compare(a.label, b.label))).slice(0, MOST);
  if (found.length > 0) return found;
  const near = nearActor(graph, typed);
  if (!near) return [];
  const shown = nameToType(graph, near, language);
  if (foldName(near.name) === word || foldName(shown) === word) return [];
  return [
    {
      ...range,
      text: quotedName(shown),
      label: shown,
      detail: sectors.get(near.sector) ?? near.sector,
    },
  ];
}

/** Of a resource, what ends in digits would be read as its amount. */
function quotedResource(name: string): string {
  return /[;；]|\d$/u.test(name) ? `"${name}"` : quotedName(name);
}
