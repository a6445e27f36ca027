import type { Dictionary } from '../../i18n/dictionaries.ts';
import { keyParts } from '../../model/field-changes.ts';
import type { Graph } from '../../model/graph.ts';
import type { Single, Table } from '../../model/records.ts';
import { ENDS } from '../../model/scenario/flat-state.ts';
import { recordText } from './record-text.ts';
import { styleKeyText } from './style-text.ts';
import type { Words } from './words.ts';

/** A key of a record as its own panel calls it; what users made themselves is called as they call it. */
export function keyText(table: Table | Single, key: string, states: readonly Graph[], words: Words): string {
  const known = namesIn(words.t)[table].get(key);
  if (known !== undefined) return known;
  const [prefix, id] = keyParts(key);
  const { t } = words;
  switch (prefix) {
    case 'supply':
    case 'demand':
      return t.changes.of(t.selection[prefix], recordText('resources', id, states, words));
    case 'field':
      return recordText('fields', id, states, words);
    case 'actor':
      return t.changes.of(t.changes.participant, recordText('actors', id, states, words));
    case 'distinct':
      return t.changes.distinct;
    default:
      return (table === 'view' ? styleKeyText(key, words) : undefined) ?? (id === '' ? prefix : id);
  }
}

type Names = Readonly<Record<Table | Single, ReadonlyMap<string, string>>>;

const made = new WeakMap<Dictionary, Names>();

function namesIn(t: Dictionary): Names {
  let names = made.get(t);
  if (!names) made.set(t, (names = namesOf(t)));
  return names;
}

function namesOf({ selection, vocabulary, mapInfo, style, styles, arranging, changes }: Dictionary): Names {
  const { name, from, to, notes } = selection;
  const { colour, shape, dash, factor, mechanism, dimension, kind, unit } = vocabulary;
  const { secondName, aliases, sector, size, sizeChange, inflow, outflow } = selection;
  const { type, direction, weight, project, giver, receiver } = selection;
  const { usualDirection, categories } = changes;
  return {
    actors: named({ name, secondName, aliases, sector, size, sizeChange, inflow, outflow, from, to, notes }),
    ties: named({
      [ENDS]: changes.ends,
      ...{ source: giver, target: receiver, type, direction, weight, from, to, project, notes },
    }),
    projects: named({ name }),
    sectors: named({ name, colour, shape }),
    tieTypes: named({ name, colour, dash, direction: usualDirection, factor, mechanism, dimension }),
    resources: named({ name, dimension }),
    fields: named({ name, on: changes.fieldOf, kind, unit, categories }),
    map: named({
      description: mapInfo.description,
      author: mapInfo.author,
      date: mapInfo.date,
      source: mapInfo.source,
    }),
    view: named({
      size: style.size,
      colour: style.colour,
      width: style.width,
      tieColour: style.tieColour,
      labels: style.labels,
      palette: styles.paletteOfCategories,
      numbers: styles.paletteOfNumbers,
      labelSize: styles.labelSize,
      markSize: styles.markSize,
      tieSize: styles.tieSize,
      style: styles.name,
      layout: arranging.layout,
    }),
  };
}

function named(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names));
}
