import { compareIds } from '../../base/ids.ts';
import type { ActorMeasure } from '../../metrics/measure.ts';
import { ACTOR_MEASURES } from '../../metrics/registry.ts';
import { actorsInOrder, type Actor } from '../../model/graph.ts';
import { shownName } from '../../model/shown-name.ts';
import { conventionNotes, unitOf, withNotes } from './conventions.ts';
import { fieldColumns, statedColumn, type Filled } from './stated-columns.ts';
import { numberColumn, textColumn, type DataTable } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_SENTENCES, TABLE_TEXTS } from './table-texts.ts';

/**
 * Who is on the map, by sector and name: the measures that were computed, and what is stated of them, what they offer and
 * need. Columns that nobody fills are left out.
 * @param stated whether what is stated is told
 */
export function actorsTable(view: TableView, stated = true): DataTable {
  const actors = inReadingOrder(view);
  const measures = ACTOR_MEASURES.filter(({ id }) => view.values.actor.has(id));
  const ids = measures.map(({ id }) => id);
  const columns = [
    ...namesOf(view, actors),
    ...measures.map((measure) => measured(view, measure)),
    ...(stated ? statedOf(view, actors) : []),
  ];
  return withNotes(
    {
      id: 'actors',
      title: TABLE_TEXTS.actors[view.language],
      columns: columns.map(({ column }) => column),
      rows: actors.map((actor) => columns.map(({ cell }) => cell(actor))),
    },
    view,
    conventionNotes(view, ids),
    ids,
  );
}

/** Sectors as the legend has them, then names with their numbers in order, then ids: the same whatever was edited in which order. */
function inReadingOrder({ graph, language }: TableView): readonly Actor[] {
  const place = new Map(graph.scheme.sectors.map(({ id }, k) => [id, k]));
  const placeOf = ({ sector }: Actor): number => place.get(sector) ?? place.size;
  return [...actorsInOrder(graph)].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compareIds(a.sector, b.sector) ||
      compareIds(counting(shownName(a, language)), counting(shownName(b, language))) ||
      compareIds(a.id, b.id),
  );
}

/** A name by which 2 comes before 10. */
function counting(name: string): string {
  return name.replace(/\d+/gu, (digits) => digits.padStart(12, '0'));
}

function namesOf({ language, names }: TableView, actors: readonly Actor[]): readonly Filled<Actor>[] {
  const text = TABLE_TEXTS;
  const shown = actors.map((actor) => shownName(actor, language));
  const twice = new Set(shown).size < shown.length;
  return [
    {
      column: textColumn('actor', text.actor[language]),
      cell: (actor) => shownName(actor, language),
    },
    // Names alone do not tell namesakes apart.
    ...(twice ? [{ column: textColumn('id', text.id[language]), cell: ({ id }: Actor) => id }] : []),
    {
      column: textColumn('sector', text.sector[language]),
      cell: ({ sector }) => names.sectors.get(sector)?.name ?? sector,
    },
  ];
}

function statedOf(view: TableView, actors: readonly Actor[]): readonly Filled<Actor>[] {
  const { graph, language, names } = view;
  const text = TABLE_TEXTS;
  const amounts = (kind: 'supply' | 'demand'): readonly Filled<Actor>[] =>
    view.network.profiles.resourceIds.map((id) =>
      statedColumn(
        numberColumn(`${kind}-${id}`, TABLE_SENTENCES[kind][language](names.resources.get(id) ?? id)),
        (actor) => (Object.hasOwn(actor[kind], id) ? actor[kind][id] : undefined),
      ),
    );
  const perhaps: readonly Filled<Actor>[] = [
    statedColumn(textColumn('second-name', text.secondName[language]), (actor) => other(actor, language)),
    statedColumn(numberColumn('size', text.size[language]), ({ size }) => size),
    statedColumn(numberColumn('size-change', text.sizeChange[language]), ({ sizeChange }) => sizeChange),
    statedColumn(numberColumn('inflow', text.inflow[language]), ({ inflow }) => inflow),
    statedColumn(numberColumn('outflow', text.outflow[language]), ({ outflow }) => outflow),
    ...amounts('supply'),
    ...amounts('demand'),
    statedColumn(textColumn('from', text.from[language]), ({ from }) => from),
    statedColumn(textColumn('to', text.to[language]), ({ to }) => to),
    ...fieldColumns<Actor>(graph.scheme, 'actor', language),
    statedColumn(textColumn('notes', text.remarks[language]), ({ notes }) => notes),
  ];
  return perhaps.filter(({ cell }) => actors.some((actor) => cell(actor) !== ''));
}

/** The name that is not shown. */
function other(actor: Actor, language: TableView['language']): string | undefined {
  if (actor.secondName === undefined) return undefined;
  return shownName(actor, language) === actor.name ? actor.secondName : actor.name;
}

function measured(view: TableView, measure: ActorMeasure): Filled<Actor> {
  const { values, language } = view;
  const place = new Map(values.actorIds.map((id, k) => [id, k]));
  const column = values.actor.get(measure.id);
  return {
    column: numberColumn(measure.id, measure.name[language], measure, unitOf(measure, view)),
    cell: ({ id }) => {
      const value = column?.[place.get(id) ?? -1] ?? NaN;
      return Number.isFinite(value) ? value : null;
    },
  };
}
