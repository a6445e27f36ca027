import { same, type Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { foldName } from './commands/checks.ts';
import type { Gathered } from './entry-gathered.ts';
import type { RemovedTie } from './entry-parts.ts';
import { unknownType } from './entry-problems.ts';
import { isArrow, type ArrowToken, type Token } from './entry-tokens.ts';
import type { Actor, Graph, Tie } from './graph.ts';
import { nearActor } from './near-names.ts';
import { schemeMatch } from './scheme-words.ts';
import type { TieType } from './scheme.ts';
import { tiesBetween } from './tie-index.ts';
import { actorName, shownName } from './shown-name.ts';

/** How many signs at the beginning of a line say that it deletes; 0 where it does not. */
export function dashBefore(line: string): number {
  return /^\s*[-－–—−]+(?![>＞-])/u.exec(line)?.[0].length ?? 0;
}

/** `A, B` takes actors with their ties, `A > B` ties between them, `A <> B` all between the two. */
export function readRemoval(
  all: readonly Token[],
  graph: Graph,
  gathered: Gathered,
  byName: ReadonlyMap<string, Actor>,
): Problem | undefined {
  const colon = all.findLastIndex(({ kind }) => kind === 'colon');
  const head = colon < 0 ? all : all.slice(0, colon);
  const arrows: ArrowToken[] = [];
  const groups: Actor[][] = [[]];
  for (const token of head)
    if (isArrow(token)) {
      arrows.push(token);
      groups.push([]);
    } else if (token.kind === 'name') {
      const actor = byName.get(foldName(token.text));
      if (!actor) return notThere(token.text, graph);
      groups.at(-1)?.push(actor);
    } else if (token.kind !== 'comma') return form();
  if (groups.some(({ length }) => length === 0)) return form();
  if (arrows.length === 0) {
    if (colon >= 0) return form();
    const actors = groups.flat();
    const used = actors.find((actor) => gathered.isUsed(actor));
    if (used) return usedBefore(used.name);
    for (const actor of actors) gathered.removeActor(actor);
    return undefined;
  }

  const named = all.slice(colon + 1).flatMap((token) => (token.kind === 'name' ? [token.text] : []));
  const word = colon < 0 ? '' : named.join(' ');
  const type = word === '' ? undefined : schemeMatch(graph.scheme.tieTypes, word);
  if (word !== '' && !type) return unknownType(word, graph.scheme.tieTypes);
  const found: RemovedTie[] = [];
  for (const [k, arrow] of arrows.entries())
    for (const one of groups[k] ?? [])
      for (const other of groups[k + 1] ?? []) {
        const [source, target] = arrow.kind === 'backward' ? [other, one] : [one, other];
        const ties = tiesMeant(graph, source, target, arrow, type);
        if (ties.length === 0) return noTie(graph, source, target, arrow, type);
        for (const tie of ties) {
          if (gathered.isTieUsed(tie)) return usedBefore(`${source.name} → ${target.name}`);
          found.push({
            tie,
            source: actorName(graph, tie.source),
            target: actorName(graph, tie.target),
            typeName: typeNameOf(graph, tie),
          });
        }
      }
  for (const removed of found) gathered.removeTie(removed);
  return undefined;
}

function tiesMeant(
  graph: Graph,
  source: Actor,
  target: Actor,
  { kind }: ArrowToken,
  type: TieType | undefined,
): readonly Tie[] {
  return tiesBetween(graph, source.id, target.id).filter(
    (tie) =>
      (!type || tie.type === type.id) &&
      (kind === 'both' || (tie.direction === 'one-way' && tie.source === source.id)),
  );
}

function typeNameOf(graph: Graph, { type }: Tie): Localized {
  return graph.scheme.tieTypes.find(({ id }) => id === type)?.name ?? same(type);
}

function form(): Problem {
  return problem('entry-remove', {
    en: 'After a dash stands what to delete: - A, or - A > B : talent. A name that begins with a dash stands in quotes.',
    zh: '短横之后写要删除的内容：- 甲，或 - 甲 > 乙 : 人才。以短横开头的名称请加引号。',
  });
}

function notThere(name: string, graph: Graph): Problem {
  const near = nearActor(graph, name);
  return problem('entry-remove-missing', {
    en: near
      ? `Nothing to delete: there is no “${name}”. Did you mean “${near.name}”?`
      : `Nothing to delete: there is no “${name}” on the map. A name that begins with a dash stands in quotes.`,
    zh: near
      ? `无可删除：没有“${name}”。是指“${near.name}”吗？`
      : `无可删除：地图上没有“${name}”。以短横开头的名称请加引号。`,
  });
}

/** Says what there is between the two instead. */
function noTie(
  graph: Graph,
  source: Actor,
  target: Actor,
  { kind }: ArrowToken,
  type: TieType | undefined,
): Problem {
  const others = tiesBetween(graph, source.id, target.id);
  const of = (tie: Tie, language: 'en' | 'zh'): string => {
    const [from, to] = tie.source === source.id ? [source, target] : [target, source];
    return `${shownName(from, language)} ${tie.direction === 'mutual' ? '<>' : '>'} ${shownName(to, language)} : ${typeNameOf(graph, tie)[language]}`;
  };
  const there = (language: 'en' | 'zh'): string =>
    others
      .slice(0, 3)
      .map((tie) => of(tie, language))
      .join(language === 'en' ? '; ' : '；');
  const sign = kind === 'both' ? '<>' : '>';
  const asked = (language: 'en' | 'zh'): string =>
    `${shownName(source, language)} ${sign} ${shownName(target, language)}${type ? ` : ${type.name[language]}` : ''}`;
  return problem('entry-remove-missing', {
    en: `Nothing to delete: there is no ${asked('en')}. ${others.length > 0 ? `There is: ${there('en')}.` : 'The two have no tie.'}`,
    zh: `无可删除：没有 ${asked('zh')}。${others.length > 0 ? `现有：${there('zh')}。` : '两者之间没有关系。'}`,
  });
}

function usedBefore(what: string): Problem {
  return problem('entry-both', {
    en: `An earlier line changes “${what}”, which this one deletes. Enter the two one after the other.`,
    zh: `前面的行更改了“${what}”，本行又要删除它。请分两次录入。`,
  });
}
