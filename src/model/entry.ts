import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { foldedNames, foldName, nameProblem, weightProblem } from './commands/checks.ts';
import { readClauses, verbFinder } from './entry-amounts.ts';
import { Gathered, type Named } from './entry-gathered.ts';
import type { Entry } from './entry-parts.ts';
import { isArrow, tokens, type Token } from './entry-tokens.ts';
import type { Actor, Graph, Project } from './graph.ts';
import { DEFAULT_SCHEME, type Direction, type Sector, type TieType } from './scheme.ts';

/** What a line speaks of, told before it is read: completion needs it too. */
export type LineKind = 'ties' | 'resources' | 'project';

/** A line in its parts, and what it speaks of. */
export function entryLine(
  line: string,
  graph: Graph,
): Result<{ readonly kind: LineKind; readonly tokens: readonly Token[] }> {
  const plain = tokens(line);
  if (!plain.ok) return plain;
  if (plain.value.some(isArrow)) return ok({ kind: 'ties', tokens: plain.value });
  if (isProjectLine(plain.value)) return ok({ kind: 'project', tokens: plain.value });
  const known = actorsByName(graph);
  const isActor = (name: string): boolean => known.has(foldName(name));
  const findVerb = verbFinder(line, graph.scheme.resources, isActor);
  const withVerbs = findVerb ? tokens(line, findVerb) : plain;
  if (!withVerbs.ok || !withVerbs.value.some(({ kind }) => kind === 'verb'))
    return ok({ kind: 'ties', tokens: plain.value });
  // A known name that has such a word in it is that name.
  const whole = plain.value.some(
    (token) =>
      token.kind === 'name' &&
      isActor(token.text) &&
      !withVerbs.value.some((part) => part.kind === 'name' && part.text === token.text),
  );
  return ok(whole ? { kind: 'ties', tokens: plain.value } : { kind: 'resources', tokens: withVerbs.value });
}

/** Lookup of actors by every name they answer to, made once per state. */
const nameIndexes = new WeakMap<Graph['actors'], ReadonlyMap<string, Actor>>();

export function actorsByName(graph: Graph): ReadonlyMap<string, Actor> {
  let index = nameIndexes.get(graph.actors);
  if (!index) {
    const made = new Map<string, Actor>();
    const claim = (name: string, actor: Actor): void => {
      const holder = made.get(name);
      if (!holder || actor.id < holder.id) made.set(name, actor);
    };
    // Its own name beats another's alias: names are entered last.
    for (const actor of graph.actors.values())
      for (const name of foldedNames(actor).slice(1)) claim(name, actor);
    const own = new Map<string, Actor>();
    for (const actor of graph.actors.values()) {
      const name = foldName(actor.name);
      const holder = own.get(name);
      if (!holder || actor.id < holder.id) own.set(name, actor);
    }
    for (const [name, actor] of own) made.set(name, actor);
    nameIndexes.set(graph.actors, (index = made));
  }
  return index;
}

/** The project of this name; of several, the one with the first id. */
function projectCalled(graph: Pick<Graph, 'projects'>, name: string): Project | undefined {
  const wanted = foldName(name);
  let found: Project | undefined;
  for (const project of graph.projects.values())
    if (foldName(project.name) === wanted && (!found || project.id < found.id)) found = project;
  return found;
}

/** The one entry whose id or name is `text`, or begins with it. */
function schemeMatch<T extends Sector | TieType>(entries: readonly T[], text: string): T | undefined {
  const wanted = foldName(text);
  const names = (entry: T): string[] => [entry.id, entry.name.en, entry.name.zh].map(foldName);
  const exact = entries.find((entry) => names(entry).includes(wanted));
  if (exact || wanted === '') return exact;
  const beginning = entries.filter((entry) => names(entry).some((name) => name.startsWith(wanted)));
  return beginning.length === 1 ? beginning[0] : undefined;
}

function listed(entries: readonly (Sector | TieType)[]): Localized {
  return {
    en: entries.map((entry) => entry.name.en).join(', '),
    zh: entries.map((entry) => entry.name.zh).join('、'),
  };
}

/**
 * Quick entry: one line of text to actors, ties, resources and joint projects.
 *
 *     Name @sector                     adds an actor; a known one changes its sector
 *     A, B, C @enterprise              several at once
 *     A > B : talent 3                 a tie with type and weight; A < B is B > A
 *     A <> B                           a mutual tie
 *     A > B > C, D                     chains and fans
 *     A offers talent 5; needs data    what an actor offers and needs; 0 takes it back
 *     project P: A, B, C               a joint project, or more actors in it
 *
 * Names with , > < : or @ in them, or with one of these words, stand in quotes. Full-width punctuation (，＞：＠“”；) and
 * arrows (→ ↔) count the same.
 *
 * Several lines name each actor, resource and project once. Blank lines are passed over.
 */
export function parseEntry(text: string, graph: Graph): Result<Entry> {
  const gathered = new Gathered({
    actor: (folded) => actorsByName(graph).get(folded),
    project: (name) => projectCalled(graph, name),
  });
  const lines = text.split(/\r\n|\r|\n/u);
  for (const [row, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const wrong = readLine(line, graph, gathered);
    if (wrong) return failed(lines.length > 1 ? { ...wrong, line: row + 1 } : wrong);
  }
  return ok(gathered.entry());
}

function readLine(line: string, graph: Graph, gathered: Gathered): Problem | undefined {
  const read = entryLine(line, graph);
  if (!read.ok) return read.problem;
  const { kind, tokens: all } = read.value;
  if (kind === 'resources') return readResources(all, graph, gathered);
  if (kind === 'project') return readProject(all, graph, gathered);
  return readTies(all, graph, gathered);
}

function readTies(all: readonly Token[], graph: Graph, gathered: Gathered): Problem | undefined {
  const colon = all.findLastIndex((token) => token.kind === 'colon');
  const head = colon < 0 ? all : all.slice(0, colon);
  const arrows: ('forward' | 'backward' | 'both')[] = [];
  const parts: Token[][] = [[]];
  for (const token of head)
    if (token.kind === 'forward' || token.kind === 'backward' || token.kind === 'both') {
      arrows.push(token.kind);
      parts.push([]);
    } else parts.at(-1)?.push(token);
  const groups: (readonly Named[])[] = [];
  for (const part of parts) {
    const group = readGroup(part, graph);
    if (!group.ok) return group.problem;
    if (group.value.length === 0) return missingName('>');
    groups.push(group.value);
  }
  if (colon >= 0 && arrows.length === 0) return { code: 'entry-colon', message: COLON };
  const spec = readSpec(colon < 0 ? [] : all.slice(colon + 1), graph.scheme.tieTypes);
  if (!spec.ok) return spec.problem;

  const indexes = groups.map((group) => group.map((named) => gathered.actor(named)));
  const { type, weight } = spec.value;
  for (const [k, arrow] of arrows.entries())
    for (const from of indexes[k] ?? [])
      for (const to of indexes[k + 1] ?? []) {
        if (from === to) return selfTieProblem(groups[k]?.[0]?.name ?? '');
        const [source, target] = arrow === 'backward' ? [to, from] : [from, to];
        gathered.ties.push({ source, target, weight, ...typed(type, arrow, graph.scheme.tieTypes) });
      }
  return undefined;
}

function readResources(all: readonly Token[], graph: Graph, gathered: Gathered): Problem | undefined {
  const verb = all.findIndex(({ kind }) => kind === 'verb');
  const group = readGroup(all.slice(0, verb), graph);
  if (!group.ok) return group.problem;
  const amounts = readClauses(all.slice(verb), graph.scheme.resources);
  if (!amounts.ok) return amounts.problem;
  for (const named of group.value) {
    const actor = gathered.actor(named);
    for (const { side, resource, amount } of amounts.value) gathered.amount(actor, side, resource, amount);
  }
  return undefined;
}

const PROJECT = /^(?:(?:joint\s+)?project(?=\s|$)|合作项目|项目)\s*/iu;

/** `project P:`: a colon without an arrow means nothing else. */
function isProjectLine(all: readonly Token[]): boolean {
  const [first] = all;
  return first?.kind === 'name' && !first.quoted && PROJECT.test(first.text) && all.some(isColon);
}

function isColon({ kind }: Token): boolean {
  return kind === 'colon';
}

function readProject(all: readonly Token[], graph: Graph, gathered: Gathered): Problem | undefined {
  const colon = all.findIndex(isColon);
  const words = all.slice(0, colon);
  const texts = words.flatMap((token, at) =>
    token.kind !== 'name' ? [] : [at === 0 ? token.text.replace(PROJECT, '') : token.text],
  );
  const name = texts.filter((text) => text !== '').join(' ');
  if (name === '' || words.some(({ kind }) => kind !== 'name'))
    return { code: 'entry-project', message: PROJECTS };
  const long = nameProblem(name);
  if (long) return long;
  const rest = all.slice(colon + 1);
  if (rest.some(isColon)) return { code: 'entry-project', message: PROJECTS };
  const group = readGroup(rest, graph);
  if (!group.ok) return group.problem;
  gathered.project(
    name,
    group.value.map((named) => gathered.actor(named)),
  );
  return undefined;
}

/** Names with the sectors that they are given. */
function readGroup(part: readonly Token[], graph: Graph): Result<readonly Named[]> {
  const group: { name: string; sector?: Sector }[] = [];
  for (let at = 0; at < part.length; at++) {
    const token = part[at];
    if (token?.kind === 'name') {
      const wrong = nameProblem(token.text);
      if (wrong) return failed(wrong);
      group.push({ name: token.text });
    } else if (token?.kind === 'at') {
      const next = part[at + 1];
      const text = next?.kind === 'name' ? next.text : '';
      const sector = schemeMatch(graph.scheme.sectors, text);
      if (!sector) return failed(unknownSector(text, graph.scheme.sectors));
      if (group.length === 0) return failed(missingName('@'));
      // `A, B, C @sector` speaks of all three.
      for (const member of group) member.sector ??= sector;
      at++;
    } else if (token?.kind === 'colon') return failed({ code: 'entry-colon', message: COLON });
  }
  return ok(group);
}

/** Without a named type, `<>` makes an alliance-like tie (the first mutual type), and an arrow the first one-way type. */
function typed(
  type: TieType | undefined,
  arrow: 'forward' | 'backward' | 'both',
  types: readonly TieType[],
): { type: TieType; direction: Direction } {
  const direction: Direction = arrow === 'both' ? 'mutual' : 'one-way';
  const fallback =
    types.find((candidate) => candidate.direction === direction) ?? types[0] ?? DEFAULT_SCHEME.tieTypes[0];
  const chosen = type ?? fallback;
  if (!chosen) throw new Error('the default scheme has tie types');
  return { type: chosen, direction };
}

function readSpec(
  spec: readonly Token[],
  types: readonly TieType[],
): Result<{ readonly type: TieType | undefined; readonly weight: number }> {
  const words = spec.flatMap((token) => (token.kind === 'name' ? token.text.split(' ') : []));
  let weight = 1;
  const named = words.filter((word) => {
    const value = Number(word.normalize('NFKC').replace(/^[x×]/u, ''));
    if (!Number.isFinite(value)) return true;
    weight = value;
    return false;
  });
  const wrong = weightProblem(weight);
  if (wrong) return failed(wrong);
  if (named.length === 0) return ok({ type: undefined, weight });
  const text = named.join(' ');
  const type = schemeMatch(types, text);
  if (type) return ok({ type, weight });
  const known = listed(types);
  return failed(
    problem('entry-type', {
      en: `There is no tie type “${text}”. Known: ${known.en}.`,
      zh: `没有名为“${text}”的关系类型。可用：${known.zh}。`,
    }),
  );
}

const COLON: Localized = {
  en: 'After a colon stand the type and weight of a tie, as in A > B : talent 3. Put names with colons in quotes.',
  zh: '冒号之后写关系的类型和权重，如 A > B : 人才 3。名称中含冒号时请加引号。',
};

const PROJECTS: Localized = {
  en: 'A joint project has a name, a colon and its actors, as in project Battery lab: A, B, C. Put names with signs in quotes.',
  zh: '合作项目依次写名称、冒号和参与主体，如 项目 电池实验室：A、B、C。名称中含符号时请加引号。',
};

function unknownSector(text: string, sectors: readonly Sector[]): Problem {
  const known = listed(sectors);
  return problem('entry-sector', {
    en:
      text === ''
        ? `After @ stands a sector: ${known.en}.`
        : `There is no sector “${text}”. Known: ${known.en}.`,
    zh: text === '' ? `@ 之后写主体类型：${known.zh}。` : `没有名为“${text}”的主体类型。可用：${known.zh}。`,
  });
}

function missingName(sign: string): Problem {
  return problem('entry-name', { en: `A name is missing beside “${sign}”.`, zh: `“${sign}”旁缺少名称。` });
}

function selfTieProblem(name: string): Problem {
  return problem('self-tie', {
    en: `A tie joins two different actors; both ends are “${name}”.`,
    zh: `关系须连接两个不同的主体，此处两端都是“${name}”。`,
  });
}
