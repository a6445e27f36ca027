import type { Localized } from '../../base/localized.ts';
import type { Problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import type { Graph, Position } from '../graph.ts';
import { flatActor, flatSchemeEntry, flatTie, type Flat } from '../records.ts';
import { idsMade, schemeWith, withMadeIds, type Edit } from '../remedy-edits.ts';
import {
  amountProblem,
  cleanName,
  foldedNames,
  foldName,
  missingActor,
  missingTie,
  selfTie,
  weightProblem,
} from './checks.ts';
import { ALWAYS, type Command, type Environment, type PlaceRequest } from './command.ts';

export interface ApplyRemedyArgs {
  /** Carried out one after the other, in one step: one remedy, or those of a plan. */
  readonly remedies: readonly (readonly Edit[])[];
  /** The name of the step. */
  readonly step: Localized;
}

/** Makes what a remedy proposes: new actors beside their partners, ties, weights, amounts, and words that the map lacks. */
export const applyRemedy: Command<ApplyRemedyArgs> = {
  id: 'apply-remedy',
  title: { en: 'Carry out a remedy', zh: '实施对策' },
  keys: [],
  available: ALWAYS,
  plan(graph, { remedies, step }, environment) {
    const taken = new Set<string>();
    const isTaken = (id: string): boolean => taken.has(id) || graph.actors.has(id) || graph.ties.has(id);
    const edits: Edit[] = [];
    /** Of each edit what it makes. */
    const ids: (string | undefined)[] = [];
    for (const remedy of remedies) {
      const made = idsMade(remedy, isTaken);
      for (const id of made) if (id !== undefined) taken.add(id);
      edits.push(...withMadeIds(remedy, made));
      ids.push(...made);
    }
    const wrong = firstProblem(graph, edits);
    if (wrong) return failed(wrong);
    const actors = newActors(graph, edits, environment);
    return ok({
      step,
      writes: [
        ...vocabulary(graph, remedies),
        ...[...actors].map(([id, record]): Write => ({ kind: 'put', table: 'actors', id, record })),
        ...changes(edits, ids, actors),
      ],
      ...(actors.size > 0 && { select: { actors: [...actors.keys()] } }),
    });
  },
};

/** A plan is whole or it is rejected. */
function firstProblem(graph: Graph, edits: readonly Edit[]): Problem | undefined {
  const made = new Set(edits.flatMap((edit) => (edit.do === 'add-actor' ? [edit.id] : [])));
  for (const edit of edits) {
    const named =
      edit.do === 'add-tie'
        ? [edit.source, edit.target]
        : edit.do === 'set-supply' || edit.do === 'set-demand'
          ? [edit.actor]
          : [];
    const missing = named.find((id) => !made.has(id) && !graph.actors.has(id));
    if (missing !== undefined) return missingActor(missing);
    if (edit.do === 'set-weight' && !graph.ties.has(edit.tie)) return missingTie(edit.tie);
    if (edit.do === 'add-tie' && edit.source === edit.target)
      return selfTie(graph.actors.get(edit.source)?.name ?? edit.source);
    const wrong =
      edit.do === 'add-tie' || edit.do === 'set-weight'
        ? weightProblem(edit.weight)
        : edit.do === 'add-actor'
          ? undefined
          : amountProblem(edit.amount);
    if (wrong) return wrong;
  }
  return undefined;
}

function vocabulary({ scheme }: Graph, remedies: readonly (readonly Edit[])[]): Write[] {
  const whole = remedies.reduce(schemeWith, scheme);
  return (['sectors', 'tieTypes', 'resources'] as const).flatMap((table) =>
    whole[table].slice(scheme[table].length).map((entry, k): Write => ({
      kind: 'put',
      table,
      id: entry.id,
      record: flatSchemeEntry(entry, scheme[table].length + k),
    })),
  );
}

/** The records of new actors by id, with what they offer and need, beside those they are tied to. */
function newActors(
  graph: Graph,
  edits: readonly Edit[],
  environment: Environment,
): ReadonlyMap<string, Flat> {
  const added = edits.filter((edit) => edit.do === 'add-actor');
  if (added.length === 0) return new Map();
  const names = new Set([...graph.actors.values()].flatMap(foldedNames));
  const chinese = speaksChinese(graph);
  const named = added.map((edit) => {
    const name = unusedName(chinese ? edit.name.zh : edit.name.en, names);
    names.add(foldName(name));
    return { ...edit, name, second: chinese ? edit.name.en : edit.name.zh };
  });
  const requests = named.map(({ id, name }): PlaceRequest => ({ id, name, partners: partnersOf(id, edits) }));
  const places: readonly (Position | undefined)[] = environment.place(graph, requests);
  return new Map(
    named.map(({ id, name, second, sector }, k) => {
      const amounts = (side: 'set-supply' | 'set-demand'): Record<string, number> =>
        Object.fromEntries([...statedOf(id, side, edits)].filter(([, amount]) => amount > 0));
      const position = places[k];
      const record = flatActor({
        name,
        secondName: second,
        sector,
        supply: amounts('set-supply'),
        demand: amounts('set-demand'),
        fields: {},
        unknown: {},
        ...(position ? { position } : {}),
      });
      return [id, record];
    }),
  );
}

/** Resource -> amount; what is stated last holds. */
function statedOf(
  id: string,
  side: 'set-supply' | 'set-demand',
  edits: readonly Edit[],
): ReadonlyMap<string, number> {
  const stated = new Map<string, number>();
  for (const edit of edits) if (edit.do === side && edit.actor === id) stated.set(edit.resource, edit.amount);
  return stated;
}

function partnersOf(id: string, edits: readonly Edit[]): string[] {
  const partners = edits.flatMap((edit) => {
    if (edit.do !== 'add-tie') return [];
    return edit.source === id ? [edit.target] : edit.target === id ? [edit.source] : [];
  });
  return [...new Set(partners)];
}

/** Whether most actors are named in Chinese: then so are new ones, with the other language second. */
function speaksChinese({ actors }: Graph): boolean {
  let chinese = 0;
  for (const { name } of actors.values()) if (/\p{Script=Han}/u.test(name)) chinese++;
  return 2 * chinese > actors.size;
}

function unusedName(name: string, taken: ReadonlySet<string>): string {
  const clean = cleanName(name);
  for (let k = 1; ; k++) {
    const next = k === 1 ? clean : `${clean} ${k}`;
    if (!taken.has(foldName(next))) return next;
  }
}

/** New ties, and what is set of records that are there: of what is set twice the last holds. */
function changes(
  edits: readonly Edit[],
  ids: readonly (string | undefined)[],
  made: ReadonlyMap<string, Flat>,
): Write[] {
  const set = (table: 'actors' | 'ties', id: string, key: string, value: number | undefined): Write => ({
    kind: 'set',
    table,
    id,
    changes: new Map([[key, value]]),
  });
  return edits.flatMap((edit, k): Write[] => {
    if (edit.do === 'add-tie') {
      const { source, target, type, weight, direction } = edit;
      const record = flatTie({ source, target, type, direction, weight, fields: {}, unknown: {} });
      // One of this id may be there unseen: it dangles since another window deleted the actor that was made with it.
      return [{ kind: 'replace', table: 'ties', id: ids[k] ?? '', record }];
    }
    if (edit.do === 'set-weight') return [set('ties', edit.tie, 'weight', edit.weight)];
    if (edit.do === 'add-actor' || made.has(edit.actor)) return [];
    const key = `${edit.do === 'set-supply' ? 'supply' : 'demand'}:${edit.resource}`;
    return [set('actors', edit.actor, key, edit.amount > 0 ? edit.amount : undefined)];
  });
}
