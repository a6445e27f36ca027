import type { Dictionary } from '../../i18n/dictionaries.ts';
import type { Localized } from '../../base/localized.ts';
import type { FlatValue } from '../../model/records.ts';
import type { Scheme } from '../../model/scheme.ts';

type Say = (text: Localized) => string;
type Entries = readonly { readonly id: string; readonly name: Localized }[];

function nameIn(entries: Entries, id: string, say: Say): string {
  const entry = entries.find((each) => each.id === id);
  return entry ? say(entry.name) : id;
}

const PLAIN = ['secondName', 'sector', 'size', 'sizeChange', 'inflow', 'outflow', 'from', 'to'] as const;

/** What a key of an actor's record is called on screen. */
export function keyName(key: string, scheme: Scheme, t: Dictionary, say: Say): string {
  const plain = PLAIN.find((each) => each === key);
  if (plain) return t.selection[plain];
  const colon = key.indexOf(':');
  const [prefix, id] = [key.slice(0, colon), key.slice(colon + 1)];
  if (prefix === 'supply') return t.edits.supplyOf(nameIn(scheme.resources, id, say));
  if (prefix === 'demand') return t.edits.demandOf(nameIn(scheme.resources, id, say));
  if (prefix === 'field') return nameIn(scheme.fields, id, say);
  return id;
}

/** A value of an actor's record as it is read on screen. */
export function valueText(key: string, value: FlatValue, scheme: Scheme, say: Say): string {
  if (key === 'sector') return nameIn(scheme.sectors, String(value), say);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
