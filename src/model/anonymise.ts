import { fnv1a } from '../base/hash.ts';
import { compareIds } from '../base/ids.ts';
import type { Language, Localized } from '../base/localized.ts';
import { seededRandom } from '../base/random.ts';
import { isVote, INFLUENCE } from './influence.ts';
import type { Actor, FieldValue, Graph, Project, Tie } from './graph.ts';
import { strangerSector, type Field, type Resource, type Scheme } from './scheme.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

export interface AnonymiseOptions {
  /**
   * Decides who gets which number. Whoever knows it and the ids can undo the numbering, so it is secret; the same seed
   * numbers the same map alike, and one actor more or less leaves the others in their order.
   */
  readonly seed: number;
  /** In which the new names stand first; the other language has them as second names. */
  readonly language: Language;
  /** The new title of the map. */
  readonly title?: string;
  /** Ids of custom fields that stay, with all that they hold; the others go. */
  readonly fields?: ReadonlySet<string>;
  /** Names of projects stay; else each has a number. */
  readonly keepProjects?: boolean;
  /** Resources get numbers too; else the vocabulary of resources stays. */
  readonly renameResources?: boolean;
  /** From when to when actors and ties were there stays: a year of foundation may tell who it is. */
  readonly keepDates?: boolean;
}

/** One line of the key: what a thing is called now, and what it was called. */
export interface Renamed {
  readonly kind: 'actor' | 'project' | 'resource';
  readonly name: Localized;
  readonly was: string;
  readonly secondName?: string;
}

export interface Anonymised {
  readonly graph: Graph;
  /** Ordered by kind, then by new name. Whoever has it can put the names back. */
  readonly key: readonly Renamed[];
  /** Old id -> new id. */
  readonly actors: ReadonlyMap<string, string>;
  readonly ties: ReadonlyMap<string, string>;
}

const TITLE: Localized = { en: 'Anonymised map', zh: '匿名地图' };
const PROJECT: Localized = { en: 'Project', zh: '项目' };
const RESOURCE: Localized = { en: 'Resource', zh: '资源' };
const VOTER: Localized = { en: 'Influence: voter', zh: '影响力：投票人' };

/**
 * The same map without names: each actor is called by its role and a number ("University 3"), ids are new, and aliases,
 * notes, descriptions, saved views, reasons and custom fields are gone, but for what the options keep. Structure,
 * weights, sectors, tie types, amounts and places stay: whoever knows the region may still recognise an actor by its
 * ties. Rounds lie beside the map and are no part of this.
 */
export function anonymise(graph: Graph, options: AnonymiseOptions): Anonymised {
  const kept = options.fields ?? new Set<string>();
  const shuffled = shuffler(options.seed);
  const actors = shuffled(graph.actors.values());
  const ties = shuffled(graph.ties.values());
  const projects = shuffled(graph.projects.values());
  const resources = options.renameResources ? shuffled(resourcesOf(graph)) : [];

  const actorIds = newIds('a', actors);
  const tieIds = newIds('t', ties);
  const projectIds = newIds('p', projects);
  const resourceIds = newIds('r', resources);
  const roleNames = numbering((sector) => sectorName(graph.scheme, sector));
  const projectNames = numbering(() => PROJECT);
  const resourceNames = numbering(() => RESOURCE);
  const named = new Map(actors.map(({ id, sector }) => [id, roleNames(sector)]));
  const projectNamed = new Map(projects.map(({ id }) => [id, projectNames('')]));
  const resourceNamed = new Map(resources.map(({ id }) => [id, resourceNames('')]));

  // What stays is listed, so that nothing which a later version adds slips through.
  const renamedActor = (actor: Actor): Actor => ({
    id: actorIds.get(actor.id) ?? '',
    ...namesIn(options.language, named.get(actor.id)),
    sector: actor.sector,
    ...(actor.size !== undefined && { size: actor.size }),
    ...(actor.sizeChange !== undefined && { sizeChange: actor.sizeChange }),
    ...(actor.inflow !== undefined && { inflow: actor.inflow }),
    ...(actor.outflow !== undefined && { outflow: actor.outflow }),
    supply: renamedKeys(actor.supply, resourceIds),
    demand: renamedKeys(actor.demand, resourceIds),
    ...datesOf(actor, options),
    ...(actor.position && { position: actor.position }),
    ...(actor.pinned && { pinned: actor.pinned }),
    fields: keptFields(actor.fields, kept),
    unknown: {},
  });
  const renamedTie = (tie: Tie): Tie => ({
    id: tieIds.get(tie.id) ?? '',
    source: actorIds.get(tie.source) ?? '',
    target: actorIds.get(tie.target) ?? '',
    type: tie.type,
    direction: tie.direction,
    weight: tie.weight,
    ...datesOf(tie, options),
    ...(tie.project !== undefined && { project: projectIds.get(tie.project) ?? 'p' }),
    fields: keptFields(tie.fields, kept),
    unknown: {},
  });
  const renamedProject = (project: Project): Project => ({
    id: projectIds.get(project.id) ?? '',
    name: options.keepProjects ? project.name : (projectNamed.get(project.id)?.[options.language] ?? ''),
    actors: project.actors.flatMap((id) => actorIds.get(id) ?? []).sort(compareIds),
    unknown: {},
  });

  return {
    graph: {
      revision: graph.revision,
      info: { title: options.title ?? TITLE[options.language], unknown: {} },
      actors: byId(actors.map(renamedActor)),
      ties: byId(ties.map(renamedTie)),
      projects: byId(projects.map(renamedProject)),
      scheme: renamedScheme(graph.scheme, kept, resourceIds, resourceNamed),
      view: renamedView(graph.view, kept),
    },
    key: [
      ...actors.map(({ id, name, secondName }) => line('actor', named.get(id), name, secondName)),
      ...(options.keepProjects
        ? []
        : projects.map(({ id, name }) => line('project', projectNamed.get(id), name))),
      ...resources.map(({ id, name }) =>
        line('resource', resourceNamed.get(id), name[options.language] || name.en),
      ),
    ].sort(inOrder(options.language)),
    actors: actorIds,
    ties: tieIds,
  };
}

/** Puts records in an order that only the seed and their ids decide. */
function shuffler(seed: number): <T extends { readonly id: string }>(records: Iterable<T>) => readonly T[] {
  const place = (id: string): number => seededRandom(fnv1a(`${seed} ${id}`) ^ seed)();
  return (records) =>
    [...records]
      .map((record) => ({ record, at: place(record.id) }))
      .sort((a, b) => a.at - b.at || compareIds(a.record.id, b.record.id))
      .map(({ record }) => record);
}

/** Ids whose order is that of the list. */
function newIds(letter: string, records: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  const digits = String(records.length).length;
  return new Map(records.map(({ id }, k) => [id, `${letter}${String(k + 1).padStart(digits, '0')}`]));
}

/** Numbers names as they come: no two are the same in either language, though two roles be called alike. */
function numbering(nameOf: (role: string) => Localized): (role: string) => Localized {
  const counts = new Map<string, number>();
  return (role) => {
    const { en, zh } = nameOf(role);
    const number = 1 + Math.max(counts.get(`en ${en}`) ?? 0, counts.get(`zh ${zh}`) ?? 0);
    counts.set(`en ${en}`, number);
    counts.set(`zh ${zh}`, number);
    return { en: `${en} ${number}`, zh: `${zh} ${number}` };
  };
}

function sectorName({ sectors }: Scheme, id: string): Localized {
  const { name } = sectors.find((sector) => sector.id === id) ?? strangerSector(id);
  return { en: name.en || name.zh || id, zh: name.zh || name.en || id };
}

/** Those of the vocabulary and those that only actors name. */
function resourcesOf({ scheme, actors }: Graph): readonly Pick<Resource, 'id' | 'name'>[] {
  const found = new Map<string, Pick<Resource, 'id' | 'name'>>(scheme.resources.map((one) => [one.id, one]));
  for (const { supply, demand } of actors.values())
    for (const id of [...Object.keys(supply), ...Object.keys(demand)])
      if (!found.has(id)) found.set(id, { id, name: { en: id, zh: id } });
  return [...found.values()];
}

/** The dates of a record, where they stay. */
function datesOf(
  { from, to }: Actor | Tie,
  { keepDates = false }: AnonymiseOptions,
): Pick<Tie, 'from' | 'to'> {
  return {
    ...(keepDates && from !== undefined && { from }),
    ...(keepDates && to !== undefined && { to }),
  };
}

function keptFields(
  fields: Readonly<Record<string, FieldValue>>,
  kept: ReadonlySet<string>,
): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => kept.has(id)));
}

function renamedKeys(
  amounts: Readonly<Record<string, number>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(amounts)
      .map(([id, amount]) => [ids.get(id) ?? id, amount] as const)
      .sort(([a], [b]) => compareIds(a, b)),
  );
}

/** The name in one language, and in the other where that differs. */
function namesIn(language: Language, name: Localized | undefined): Pick<Actor, 'name' | 'secondName'> {
  const first = name?.[language] ?? '';
  const second = name?.[language === 'en' ? 'zh' : 'en'] ?? '';
  return second === first ? { name: first } : { name: first, secondName: second };
}

function renamedScheme(
  { sectors, tieTypes, resources, fields }: Scheme,
  kept: ReadonlySet<string>,
  resourceIds: ReadonlyMap<string, string>,
  resourceNames: ReadonlyMap<string, Localized>,
): Scheme {
  const voter = numbering(() => VOTER);
  return {
    sectors,
    tieTypes,
    resources: resources
      .map((resource) => ({
        ...resource,
        id: resourceIds.get(resource.id) ?? resource.id,
        name: resourceNames.get(resource.id) ?? resource.name,
      }))
      // In its own order a list of renamed ones would still be in the order that it had.
      .sort((a, b) => (resourceIds.size > 0 ? compareIds(a.id, b.id) : 0)),
    // People who have voted are named by their fields.
    fields: fields
      .filter(({ id }) => kept.has(id))
      .map((field) => (isVoter(field) ? { ...field, name: voter('') } : field)),
  };
}

function isVoter({ id, on }: Field): boolean {
  return on === 'actor' && isVote(id) && id !== INFLUENCE.id;
}

/** What every map can be drawn by, beside the fields that users add. */
const OWN_NUMBERS: ReadonlySet<string> = new Set(['size', 'sizeChange', 'inflow', 'outflow']);

/** As it is drawn and measured, without what was written to it. What went can't be drawn by. */
function renamedView(view: View, kept: ReadonlySet<string>): View {
  const gone = (by: View['size'] | View['colour']): boolean =>
    by.kind === 'field' && !OWN_NUMBERS.has(by.id) && !kept.has(by.id);
  const { couplingIndicators } = view.measures;
  return {
    ...view,
    // Whoever named a style may have named it after somebody.
    style: null,
    size: gone(view.size) ? { kind: 'same' } : view.size,
    colour: gone(view.colour) ? DEFAULT_VIEW.colour : view.colour,
    measures: {
      ...view.measures,
      // Indicators may name fields.
      couplingIndicators: couplingIndicators.includes('field:') ? '' : couplingIndicators,
    },
    regions: view.regions.map((region, k) => ({ ...region, id: `g${k + 1}` })),
    diagnosis: {
      ...view.diagnosis,
      muted: Object.fromEntries(Object.keys(view.diagnosis.muted).map((code) => [code, ''])),
    },
    views: [],
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function line(kind: Renamed['kind'], name: Localized | undefined, was: string, secondName?: string): Renamed {
  return {
    kind,
    name: name ?? { en: '', zh: '' },
    was,
    ...(secondName !== undefined && { secondName }),
  };
}

const KINDS: readonly Renamed['kind'][] = ['actor', 'project', 'resource'];

function inOrder(language: Language): (a: Renamed, b: Renamed) => number {
  const parts = ({ kind, name }: Renamed): readonly [number, string, number] => {
    const [, role = '', number = '0'] = /^(.*) (\d+)$/su.exec(name[language]) ?? [];
    return [KINDS.indexOf(kind), role, Number(number)];
  };
  return (a, b) => {
    const [kindA, roleA, numberA] = parts(a);
    const [kindB, roleB, numberB] = parts(b);
    return kindA - kindB || compareIds(roleA, roleB) || numberA - numberB;
  };
}
