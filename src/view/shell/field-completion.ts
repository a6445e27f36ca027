import type { Language } from '../../base/localized.ts';
import { foldName } from '../../model/commands/checks.ts';
import { actorsByName } from '../../model/entry.ts';
import { entryKeys, keyNamed, type EntryKey } from '../../model/entry-fields.ts';
import type { Graph } from '../../model/graph.ts';
import type { Completion } from './completion-item.ts';

interface Place {
  /** What stands before the cursor since the last sign. */
  readonly part: string;
  /** Where that begins, and where the word of the cursor ends. */
  readonly from: number;
  readonly to: number;
  readonly on: 'actor' | 'tie';
  readonly graph: Graph;
  readonly language: Language;
}

const MOST = 8;
/** Before a letter is typed: one's own fields first. */
const MOST_AT_ONCE = 4;

/** Fields whose name begins with the last word, and after = the values of a category; undefined where none is meant. */
export function fieldsAt(place: Place): readonly Completion[] | undefined {
  const { part, from, to, on, graph, language } = place;
  const keys = entryKeys(graph.scheme)[on];
  const equals = part.search(/[=＝][^=＝]*$/u);
  if (equals >= 0 && !/[=＝]\s*\S+\s/u.test(part.slice(equals))) {
    const key = keyBefore(part.slice(0, equals), keys);
    if (!key) return undefined;
    const typed = part.slice(equals + 1).trimStart();
    const start = from + part.length - typed.length;
    return (key.categories ?? [])
      .filter((value) => foldName(value).startsWith(foldName(typed)) && value !== typed)
      .slice(0, MOST)
      .map((value) => ({
        from: start,
        to,
        text: valueText(value),
        label: value,
        detail: key.name[language],
      }));
  }
  const space = part.search(/\s\S*$/u);
  if (space < 0 && !(on === 'tie' && part !== '')) return undefined;
  const word = part.slice(space + 1);
  const wanted = foldName(word);
  // A blank behind a name asks for nothing yet, unless the name is known or a field stands before.
  if (wanted === '')
    return isWhole(part, graph) ? offered(keys, '', from + part.length, to, language) : undefined;
  if (actorGoesOn(part, graph)) return undefined;
  // One letter behind a new name is the next word of it.
  if (
    wanted.length < 2 &&
    /[a-z]/u.test(wanted) &&
    on === 'actor' &&
    !isWhole(part.slice(0, space + 1), graph)
  )
    return undefined;
  const found = offered(keys, wanted, from + part.length - word.length, to, language);
  return found.length > 0 && (on === 'actor' || space >= 0) ? found : undefined;
}

function offered(
  keys: readonly EntryKey[],
  wanted: string,
  from: number,
  to: number,
  language: Language,
): readonly Completion[] {
  // Of other words than the name that is shown more is asked, lest every name brings up fields.
  const most = wanted.length >= 3;
  const own = keys.filter(({ id }) => id.startsWith('field:'));
  return [...own, ...keys.filter((key) => !own.includes(key))]
    .filter(
      ({ name, words }) =>
        foldName(name[language]).startsWith(wanted) ||
        (most && words.some((word) => word.startsWith(wanted))),
    )
    .slice(0, wanted === '' ? MOST_AT_ONCE : MOST)
    .map(({ name }) => ({
      from,
      to,
      text: `${name[language]}=`,
      label: `${name[language]}=`,
      detail: '',
    }));
}

function keyBefore(text: string, keys: readonly EntryKey[]): EntryKey | undefined {
  const words = text.trimEnd();
  const starts = [...words.matchAll(/\S+/gu)].map(({ index }) => index);
  for (const at of starts.slice(-6)) {
    const key = keyNamed(keys, words.slice(at));
    if (key) return key;
  }
  return undefined;
}

function isWhole(part: string, graph: Graph): boolean {
  return /[=＝]\S+\s+$/u.test(part) || actorsByName(graph).has(foldName(part));
}

/** Whether what is typed is the beginning of a known name: then its next word is no field. */
function actorGoesOn(part: string, graph: Graph): boolean {
  const wanted = foldName(part);
  for (const name of actorsByName(graph).keys()) if (name.startsWith(wanted)) return true;
  return false;
}

function valueText(value: string): string {
  return /[\s,，、<>:：@"]/u.test(value) ? `"${value}"` : value;
}
