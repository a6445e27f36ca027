import { keyParts } from '../../model/field-changes.ts';
import type { Graph } from '../../model/graph.ts';
import type { FlatValue, Single, Table } from '../../model/records.ts';
import { ENDS } from '../../model/scenario/flat-state.ts';
import {
  DASHES,
  DIMENSIONS,
  DIMENSION_NAMES,
  MECHANISMS,
  MECHANISM_NAMES,
  SHAPES,
  type FieldKind,
} from '../../model/scheme.ts';
import { recordText } from './record-text.ts';
import { styleValueText } from './style-text.ts';
import { listText, numberText, type Words } from './words.ts';

/**
 * A value as its own panel shows it; a dash where there is none.
 * @param states of the map that know what the value names, the one to ask first in front
 */
export function valueText(
  table: Table | Single,
  key: string,
  value: FlatValue | undefined,
  states: readonly Graph[],
  words: Words,
): string {
  const { t, say, language } = words;
  if (value === undefined || value === null) return '—';
  const ofStyle = table === 'view' ? styleValueText(key, value, states, words) : undefined;
  if (ofStyle !== undefined) return ofStyle;
  if (typeof value === 'number') return numberText(value, language);
  if (typeof value === 'boolean') return value ? t.changes.yes : t.changes.no;
  if (typeof value === 'string') return wordText(table, key, value, states, words);
  if ('en' in value) return say(value);
  const actors = (): readonly string[] => value.map((id) => recordText('actors', String(id), states, words));
  if (key === ENDS) return actors().join(' → ');
  return listText(keyParts(key)[0] === 'distinct' ? actors() : value, language);
}

/** A word that stands for something else; itself where it stands for nothing. */
function wordText(
  table: Table | Single,
  key: string,
  value: string,
  states: readonly Graph[],
  words: Words,
): string {
  switch (table) {
    case 'actors':
      return key === 'sector' ? recordText('sectors', value, states, words) : value;
    case 'ties':
      if (key === 'type') return recordText('tieTypes', value, states, words);
      if (key === 'project') return recordText('projects', value, states, words);
      if (key === 'source' || key === 'target') return recordText('actors', value, states, words);
      return key === 'direction' ? directionText(value, words) : value;
    case 'sectors':
    case 'tieTypes':
    case 'resources':
    case 'fields':
      return entryWordText(key, value, words);
    case 'projects':
    case 'map':
    case 'view':
      return value;
  }
}

function directionText(value: string, { t }: Words): string {
  return value === 'mutual' ? t.selection.mutualTie : t.selection.oneWay;
}

const KINDS: readonly FieldKind[] = ['text', 'number', 'category', 'date', 'list'];

/** Of an entry of the vocabulary. */
function entryWordText(key: string, value: string, words: Words): string {
  const { vocabulary } = words.t;
  const chosen = <T extends string>(known: readonly T[], names: Readonly<Record<T, string>>): string => {
    const found = known.find((each) => each === value);
    return found === undefined ? value : names[found];
  };
  switch (key) {
    case 'shape':
      return chosen(SHAPES, vocabulary.shapes);
    case 'dash':
      return chosen(DASHES, vocabulary.dashes);
    case 'kind':
      return chosen(KINDS, vocabulary.kinds);
    case 'on':
      return chosen(['actor', 'tie'], { actor: vocabulary.onActor, tie: vocabulary.onTie });
    case 'direction':
      return directionText(value, words);
    case 'mechanism': {
      const found = MECHANISMS.find((each) => each === value);
      return found ? words.say(MECHANISM_NAMES[found]) : value;
    }
    case 'dimension': {
      const found = DIMENSIONS.find((each) => each === value);
      return found ? words.say(DIMENSION_NAMES[found]) : value;
    }
    default:
      return value;
  }
}
