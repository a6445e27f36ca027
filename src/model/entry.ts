import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { foldedNames, foldName, nameProblem, selfTie, weightProblem } from './commands/checks.ts';
import { readClauses, verbFinder } from './entry-amounts.ts';
import { entryKeys, keyNamed, readField, unknownField, withFields, type TypedField } from './entry-fields.ts';
import { Gathered, type Named, type Said } from './entry-gathered.ts';
import type { Entry, Span } from './entry-parts.ts';
import { unknownSector, unknownType } from './entry-problems.ts';
import { dashBefore, readRemoval } from './entry-removal.ts';
import { readRow, type CellRole } from './entry-row.ts';
import {
  isArrow,
  tokens,
  type ArrowToken,
  type FieldToken,
  type KnownFields,
  type Token,
} from './entry-tokens.ts';
import type { Actor, Graph, Project } from './graph.ts';
import type { Field, Scheme, Sector } from './scheme.ts';
import { tiesAt, tiesBetween } from './tie-index.ts';

/** What a line speaks of, told before it is read: completion needs it too. */
export type LineKind = 'ties' | 'resources' | 'project' | 'removal';

/** A line in its parts, and what it speaks of. Of a removal, without its dash. */
export function entryLine(
  line: string,
  graph: Graph,
): Result<{ readonly kind: LineKind; readonly tokens: readonly Token[] }> {
  const dash = dashBefore(line);
  if (dash > 0) {
    // Blanks in its place, so that tokens keep their places in the line.
    const rest = tokens(' '.repeat(dash) + line.slice(dash));
    return rest.ok ? ok({ kind: 'removal', tokens: rest.value }) : rest;
  }
  const fields = knownFields(graph.scheme);
  const plain = tokens(line, fields);
  if (!plain.ok) return plain;
  if (plain.value.some(isArrow)) return ok({ kind: 'ties', tokens: plain.value });
  if (isProjectLine(plain.value)) return ok({ kind: 'project', tokens: plain.value });
  const known = actorsByName(graph);
  const isActor = (name: string): boolean => known.has(foldName(name));
  const findVerb = verbFinder(line, graph.scheme.resources, isActor);
  const withVerbs = findVerb ? tokens(line, fields, findVerb) : plain;
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

const fieldsKnown = new WeakMap<readonly Field[], KnownFields>();

function knownFields(scheme: Scheme): KnownFields {
  let known = fieldsKnown.get(scheme.fields);
  if (!known) {
    const { actor, tie } = entryKeys(scheme);
    const words = new Set([...actor, ...tie].flatMap((key) => key.words));
    const find = (name: string) => keyNamed(actor, name) ?? keyNamed(tie, name);
    known = {
      isField: (name) => words.has(foldName(name)),
      valuesOf: (name) => find(name)?.categories ?? [],
    };
    fieldsKnown.set(scheme.fields, known);
  }
  return known;
}

/** Lookup of actors by every name they answer to, made once per state. */
const nameIndexes = new WeakMap<Graph['actors'], ReadonlyMap<string, Actor>>();

export function actorsByName(graph: Pick<Graph, 'actors'>): ReadonlyMap<string, Actor> {
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

const projectIndexes = new WeakMap<Graph['projects'], ReadonlyMap<string, Project>>();

/** Projects by folded name; of several, the one with the first id. */
function projectsByName({ projects }: Pick<Graph, 'projects'>): ReadonlyMap<string, Project> {
  let index = projectIndexes.get(projects);
  if (!index) {
    const made = new Map<string, Project>();
    for (const project of projects.values()) {
      const name = foldName(project.name);
      const holder = made.get(name);
      if (!holder || project.id < holder.id) made.set(name, project);
    }
    projectIndexes.set(projects, (index = made));
  }
  return index;
}

export interface EntryOptions {
  /** Makes a sector or tie type that the map lacks, instead of explaining that it does. */
  readonly create?: boolean;
  /** Actors that names mean though they are called otherwise, by folded name. */
  readonly meant?: ReadonlyMap<string, Actor>;
}

/**
 * Quick entry: one line of text to actors, ties, resources and joint projects.
 *
 *     Name @sector                     adds an actor; a known one changes its sector
 *     A, B, C @enterprise              several at once
 *     A @university size=120           fields, the map's own too; nothing behind = takes a value back
 *     A > B : talent 3 from=2020       a tie with type, weight and fields; A < B is B > A
 *     A >+ B : talent                  one more tie, beside one of the same type
 *     A <> B                           a mutual tie
 *     A > B > C, D                     chains and fans
 *     A offers talent 5; needs data    what an actor offers and needs; 0 takes it back
 *     project P: A, B, C               a joint project, or more actors in it
 *     - A > B                          takes ties away; - A an actor with its ties
 *
 * A tie that is there of the same type and direction is that tie: its weight and fields are set.
 *
 * Names with , > < : = or @ in them, with one of these words, or with a dash before them stand in quotes. Full-width
 * punctuation (，＞：＠＝“”；) and arrows (→ ↔) count the same.
 *
 * Several lines say what they would say one after the other. Blank lines are passed over.
 */
export function parseEntry(text: string, graph: Graph, options: EntryOptions = {}): Result<Entry> {
  const reader = new EntryReader(graph, options);
  const lines = text.split(/\r\n|\r|\n/u);
  for (const [row, line] of lines.entries()) {
    const wrong = reader.read(line, row);
    if (wrong) return failed(lines.length > 1 ? { ...wrong, line: row + 1 } : wrong);
  }
  return ok(reader.entry());
}

/** Reads lines one by one. A line that cannot be read leaves nothing behind. */
export class EntryReader {
  readonly #graph: Graph;
  readonly #gathered: Gathered;

  constructor(graph: Graph, { create = false, meant }: EntryOptions = {}) {
    this.#graph = graph;
    this.#gathered = new Gathered({
      actor: (folded) => actorsByName(graph).get(folded) ?? meant?.get(folded),
      project: (folded) => projectsByName(graph).get(folded),
      tiesAt: (actor) => tiesAt(graph, actor),
      tiesBetween: (one, other) => tiesBetween(graph, one, other),
      scheme: graph.scheme,
      create,
    });
  }

  /** `row` counts from 0. @returns what is wrong with the line */
  read(line: string, row: number): Problem | undefined {
    return line.trim() === '' ? undefined : readLine(line, row, this.#graph, this.#gathered);
  }

  /** A row of a spreadsheet, by what its columns mean. */
  readCells(cells: readonly string[], roles: readonly (CellRole | undefined)[]): Problem | undefined {
    return readRow(cells, roles, this.#graph, this.#gathered);
  }

  entry(): Entry {
    return this.#gathered.entry();
  }
}

function readLine(line: string, row: number, graph: Graph, gathered: Gathered): Problem | undefined {
  const read = entryLine(line, graph);
  if (!read.ok) return read.problem;
  const { kind, tokens: all } = read.value;
  if (kind === 'removal') return readRemoval(all, graph, gathered, actorsByName(graph));
  if (kind === 'resources') return readResources(all, row, graph, gathered);
  if (kind === 'project') return readProject(all, row, graph, gathered);
  return readTies(all, row, graph, gathered);
}

function readTies(all: readonly Token[], row: number, graph: Graph, gathered: Gathered): Problem | undefined {
  const colon = all.findLastIndex((token) => token.kind === 'colon');
  const head = colon < 0 ? all : all.slice(0, colon);
  const arrows: ArrowToken[] = [];
  const parts: Token[][] = [[]];
  for (const token of head)
    if (isArrow(token)) {
      arrows.push(token);
      parts.push([]);
    } else parts.at(-1)?.push(token);
  const groups: (readonly Named[])[] = [];
  for (const part of parts) {
    const group = readGroup(part, row, graph, gathered);
    if (!group.ok) return group.problem;
    if (group.value.length === 0) return missingName('>');
    groups.push(group.value);
  }
  if (colon >= 0 && arrows.length === 0) return { code: 'entry-colon', message: COLON };
  const said = readSpec(colon < 0 ? [] : all.slice(colon + 1), arrows, graph, gathered);
  if (!said.ok) return said.problem;
  for (const k of arrows.keys())
    for (const from of groups[k] ?? [])
      for (const to of groups[k + 1] ?? [])
        if (gathered.isSame(from.name, to.name)) return selfTie(from.name);

  const indexes = groups.map((group) => group.map((named) => gathered.actor(named)));
  for (const [k, arrow] of arrows.entries())
    for (const from of indexes[k] ?? [])
      for (const to of indexes[k + 1] ?? []) gathered.tie(from, to, arrow, said.value);
  return undefined;
}

function readResources(
  all: readonly Token[],
  row: number,
  graph: Graph,
  gathered: Gathered,
): Problem | undefined {
  const verb = all.findIndex(({ kind }) => kind === 'verb');
  const group = readGroup(all.slice(0, verb), row, graph, gathered);
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

function readProject(
  all: readonly Token[],
  row: number,
  graph: Graph,
  gathered: Gathered,
): Problem | undefined {
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
  const group = readGroup(rest, row, graph, gathered);
  if (!group.ok) return group.problem;
  gathered.project(
    name,
    group.value.map((named) => gathered.actor(named)),
  );
  return undefined;
}

/** Names with the sectors and fields that they are given. */
function readGroup(
  part: readonly Token[],
  row: number,
  graph: Graph,
  gathered: Gathered,
): Result<readonly Named[]> {
  const group: { name: string; sector?: Sector; fields: readonly TypedField[]; span: Span }[] = [];
  // `A, B, C @sector size=2` speaks of all three; with the next name others begin.
  let spoken: typeof group = [];
  let closed = false;
  for (let at = 0; at < part.length; at++) {
    const token = part[at];
    if (token?.kind === 'name') {
      const wrong = nameProblem(token.text);
      if (wrong) return failed(wrong);
      if (gathered.isRemoved(token.text)) return failed(removedProblem(token.text));
      const member = { name: token.text, fields: [], span: { row, from: token.from, to: token.to } };
      group.push(member);
      spoken = closed ? [member] : [...spoken, member];
      closed = false;
    } else if (token?.kind === 'at') {
      const next = part[at + 1];
      const text = next?.kind === 'name' ? next.text : '';
      const wrong = text === '' ? undefined : nameProblem(text);
      if (wrong) return failed(wrong);
      if (group.length === 0) return failed(missingName('@'));
      const sector = gathered.sector(text);
      if (!sector) return failed(unknownSector(text, graph.scheme.sectors));
      for (const member of spoken) member.sector = sector;
      closed = true;
      at++;
    } else if (token?.kind === 'field') {
      if (group.length === 0) return failed(missingName('='));
      const field = typedField(token, graph.scheme, 'actor');
      if (!field.ok) return field;
      for (const member of spoken) member.fields = withFields(member.fields, [field.value]);
      closed = true;
    } else if (token?.kind === 'colon') return failed({ code: 'entry-colon', message: COLON });
  }
  return ok(group);
}

function typedField({ name, text }: FieldToken, scheme: Scheme, on: Field['on']): Result<TypedField> {
  const keys = entryKeys(scheme)[on];
  const key = keyNamed(keys, name);
  return key ? readField(key, text) : failed(unknownField(name, keys, on));
}

/** What stands behind the colon of ties. */
function readSpec(
  spec: readonly Token[],
  arrows: readonly ArrowToken[],
  graph: Graph,
  gathered: Gathered,
): Result<Said> {
  let fields: readonly TypedField[] = [];
  for (const token of spec) {
    if (token.kind !== 'field') continue;
    const field = typedField(token, graph.scheme, 'tie');
    if (!field.ok) return field;
    fields = withFields(fields, [field.value]);
  }
  const words = spec.flatMap((token) => (token.kind === 'name' ? token.text.split(' ') : []));
  const stated = fields.find(({ key }) => key.id === 'weight')?.value;
  let weight = typeof stated === 'number' ? stated : undefined;
  const named = words.filter((word) => {
    const value = Number(word.normalize('NFKC').replace(/^[x×]/u, ''));
    if (!Number.isFinite(value)) return true;
    weight = value;
    return false;
  });
  const wrong = weight === undefined ? undefined : weightProblem(weight);
  if (wrong) return failed(wrong);
  fields = fields.filter(({ key }) => key.id !== 'weight');
  if (named.length === 0) return ok({ type: undefined, weight, fields });
  const text = named.join(' ');
  const long = nameProblem(text);
  if (long) return failed(long);
  const mutual = arrows.length > 0 && arrows.every(({ kind }) => kind === 'both');
  const type = gathered.tieType(text, mutual ? 'mutual' : 'one-way');
  if (type) return ok({ type, weight, fields });
  return failed(unknownType(text, graph.scheme.tieTypes));
}

const COLON: Localized = {
  en: 'After a colon stand the type and weight of a tie, as in A > B : talent 3. Put names with colons in quotes.',
  zh: '冒号之后写关系的类型和权重，如 A > B : 人才 3。名称中含冒号时请加引号。',
};

const PROJECTS: Localized = {
  en: 'A joint project has a name, a colon and its actors, as in project Battery lab: A, B, C. Put names with signs in quotes.',
  zh: '合作项目依次写名称、冒号和参与主体，如 项目 电池实验室：A、B、C。名称中含符号时请加引号。',
};

function missingName(sign: string): Problem {
  return problem('entry-name', { en: `A name is missing beside “${sign}”.`, zh: `“${sign}”旁缺少名称。` });
}

function removedProblem(name: string): Problem {
  return problem('entry-both', {
    en: `An earlier line deletes “${name}”. Enter the two one after the other.`,
    zh: `前面的行已删除“${name}”。请分两次录入。`,
  });
}
