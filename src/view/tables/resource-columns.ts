import type { Language } from '../../base/localized.ts';
import { compareIds } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import type { Side } from '../../model/entry-tokens.ts';
import type { Actor } from '../../model/graph.ts';
import { strangerSector, type Scheme } from '../../model/scheme.ts';
import { shownName } from '../../model/shown-name.ts';
import { amount, readNumber, type ActorColumn } from './columns.ts';

/** The table of actors by resources: who it is, then a column a resource. An empty cell is nothing stated. */
export function resourceColumns(
  scheme: Scheme,
  actors: Iterable<Actor>,
  side: Side,
  words: Dictionary['tables'],
  language: Language,
): readonly ActorColumn[] {
  const sectors = new Map(scheme.sectors.map((sector) => [sector.id, sector]));
  const name: ActorColumn = {
    id: 'name',
    title: words.name,
    width: 230,
    value: (actor) => shownName(actor, language),
    text: (actor) => shownName(actor, language),
    draft: (actor) => shownName(actor, language),
    swatch: ({ sector }) => sectors.get(sector) ?? strangerSector(sector),
  };
  return [
    name,
    ...named(scheme, actors).map(([id, title]): ActorColumn => {
      const get = (actor: Actor): number | undefined =>
        Object.hasOwn(actor[side], id) ? actor[side][id] : undefined;
      return {
        ...amount(`resource:${id}`, title[language], 132, get, language),
        read: (typed) => {
          const read = readNumber(typed);
          return read.ok ? ok({ [side]: Object.fromEntries([[id, read.value]]) }) : read;
        },
      };
    }),
  ];
}

/** The resources of the scheme in its order, then those that only actors name. */
function named(
  { resources }: Scheme,
  actors: Iterable<Actor>,
): readonly (readonly [string, Readonly<Record<Language, string>>])[] {
  const known = new Set(resources.map(({ id }) => id));
  const strangers = new Set<string>();
  for (const { supply, demand } of actors)
    for (const id of [...Object.keys(supply), ...Object.keys(demand)]) if (!known.has(id)) strangers.add(id);
  return [
    ...resources.map(({ id, name }) => [id, name] as const),
    ...[...strangers].sort(compareIds).map((id) => [id, { en: id, zh: id }] as const),
  ];
}

/** What the rows come to, column by column, as texts; empty where nothing is stated. */
export function columnTotals(
  columns: readonly ActorColumn[],
  rows: readonly Actor[],
  title: string,
  language: Language,
): readonly string[] {
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 12 });
  return columns.map((column, place) => {
    if (place === 0) return title;
    const values = rows.map(column.value).filter((value) => typeof value === 'number');
    return values.length === 0 ? '' : format.format(values.reduce((sum, value) => sum + value, 0));
  });
}
