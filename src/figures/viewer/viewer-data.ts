import type { Language, Localized } from '../../base/localized.ts';
import type { NumberStyle } from '../../metrics/detail.ts';
import { STATUS_NAMES, type Setting } from '../../metrics/measure.ts';
import { measureById } from '../../metrics/registry.ts';
import {
  actorsInOrder,
  tiesInOrder,
  type Actor,
  type Graph,
  type MapInfo,
  type Tie,
} from '../../model/graph.ts';
import type { Scheme } from '../../model/scheme.ts';
import { settingsOf, type StyleSettings } from '../../model/style.ts';
import type { Look } from '../../model/view.ts';
import type { Grouping, MeasureValues } from '../../scene/actor-encoding.ts';
import { compareIds } from '../../base/ids.ts';

/** A measure with all that has to stand beside its numbers. */
export interface ViewerMeasure {
  readonly id: string;
  readonly name: Localized;
  readonly says: Localized;
  readonly formula: string;
  /** What the letters of the formula mean. */
  readonly where: Localized;
  readonly convention: Localized | null;
  /** Smallest and largest possible value; null where there is no bound, or it is not known how the map was measured. */
  readonly range: readonly [number | null, number | null];
  readonly unit: Localized;
  readonly source: string;
  readonly status: Localized;
  readonly style: NumberStyle;
  readonly digits: number;
  /** One an actor, in the order of the actors; null where undefined. */
  readonly values: readonly (number | null)[];
}

export type ViewerActor = Omit<Actor, 'unknown' | 'pinned'>;
export type ViewerTie = Omit<Tie, 'unknown'>;

/** What the page of a map holds: plain values, written as JSON. */
export interface ViewerData {
  /** Of the program that made it. */
  readonly version: string;
  readonly language: Language;
  readonly info: Pick<MapInfo, 'title' | 'description' | 'author' | 'date' | 'source'>;
  /** How much the map holds of which only a part is in the file; null where all is. */
  readonly whole: { readonly actors: number; readonly ties: number } | null;
  /** Ordered by id. */
  readonly actors: readonly ViewerActor[];
  readonly ties: readonly ViewerTie[];
  readonly projects: readonly { readonly name: string; readonly actors: readonly string[] }[];
  readonly scheme: Scheme;
  /** What sizes and colours stand for, and the style that the map is drawn in. */
  readonly look: StyleSettings & Pick<Look, 'size' | 'colour'>;
  readonly measures: readonly ViewerMeasure[];
  /** The groups that actors are coloured by, one an actor. */
  readonly groups: (Pick<Grouping, 'title' | 'names'> & { readonly of: readonly (number | null)[] }) | null;
  /** What a reader of the numbers should know of this network. */
  readonly cautions: readonly Localized[];
}

/** Measures that a page tells of, where they have values, beside those that the map is drawn by. */
export const TOLD_MEASURES = [
  'degree',
  'strength',
  'betweenness',
  'harmonic',
  'burt-constraint',
  'niche-breadth',
] as const;

export interface ViewerInput {
  readonly version: string;
  readonly language: Language;
  readonly graph: Graph;
  /** Ids of what is to be seen; all of it unless told. */
  readonly shown?: { readonly actors: ReadonlySet<string>; readonly ties: ReadonlySet<string> };
  /** Ids of measures, in the order in which they are offered; those without values are left out. */
  readonly measures: readonly string[];
  readonly values: MeasureValues;
  /** How they were computed. */
  readonly setting?: Setting | undefined;
  readonly groups?: Grouping | undefined;
  readonly cautions?: readonly Localized[];
  /** Whether notes and custom fields come along; else only the fields that the map is drawn by. */
  readonly details: boolean;
}

/** What the page shows of a map. */
export function viewerData(input: ViewerInput): ViewerData {
  const { graph, shown, details, groups } = input;
  const actors = actorsInOrder(graph).filter(({ id }) => !shown || shown.actors.has(id));
  const there = new Set(actors.map(({ id }) => id));
  const ties = tiesInOrder(graph).filter(
    (tie) => (!shown || shown.ties.has(tie.id)) && there.has(tie.source) && there.has(tie.target),
  );
  const { size, colour } = graph.view;
  const drawnBy = new Set([size, colour].flatMap((by) => (by.kind === 'field' ? [by.id] : [])));
  const tells = (field: string): boolean => details || drawnBy.has(field);
  const { title, description, author, date, source } = graph.info;
  return {
    version: input.version,
    language: input.language,
    info: {
      title,
      ...(description !== undefined && { description }),
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
      ...(source !== undefined && { source }),
    },
    whole:
      actors.length < graph.actors.size || ties.length < graph.ties.size
        ? { actors: graph.actors.size, ties: graph.ties.size }
        : null,
    actors: actors.map((actor) => toldActor(actor, details, tells)),
    ties: ties.map((tie) => toldTie(tie, details, tells)),
    projects: [...graph.projects.values()]
      .sort((a, b) => compareIds(a.id, b.id))
      .map(({ name, actors: members }) => ({ name, actors: members.filter((id) => there.has(id)) }))
      .filter(({ actors: members }) => members.length > 0),
    scheme: { ...graph.scheme, fields: graph.scheme.fields.filter(({ id }) => tells(id)) },
    look: { size, colour, ...settingsOf(graph.view) },
    measures: input.measures.flatMap((id) => toldMeasure(id, input, actors)),
    groups: groups
      ? { title: groups.title, names: groups.names, of: actors.map(({ id }) => groups.of.get(id) ?? null) }
      : null,
    cautions: input.cautions ?? [],
  };
}

function toldActor(
  { unknown: _unknown, pinned: _pinned, notes, fields, ...actor }: Actor,
  details: boolean,
  tells: (field: string) => boolean,
): ViewerActor {
  return { ...actor, ...(details && notes !== undefined && { notes }), fields: some(fields, tells) };
}

function toldTie(
  { unknown: _unknown, notes, fields, ...tie }: Tie,
  details: boolean,
  tells: (field: string) => boolean,
): ViewerTie {
  return { ...tie, ...(details && notes !== undefined && { notes }), fields: some(fields, tells) };
}

function some<T>(fields: Readonly<Record<string, T>>, tells: (field: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => tells(id)));
}

function toldMeasure(
  id: string,
  { values, setting }: ViewerInput,
  actors: readonly Actor[],
): readonly ViewerMeasure[] {
  const measure = measureById(id);
  const column = values.get(id);
  if (!measure || !column) return [];
  const { name, says, formula, where, unit, source, status, style, digits } = measure;
  const [low, high] = setting ? measure.range(setting) : [NaN, NaN];
  return [
    {
      id,
      name,
      says,
      formula: formula.text,
      where,
      convention: setting ? measure.convention(setting) : null,
      range: [finite(low), finite(high)],
      unit,
      source,
      status: STATUS_NAMES[status],
      style,
      digits,
      values: actors.map((actor) => finite(column.get(actor.id))),
    },
  ];
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}
