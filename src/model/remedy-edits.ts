import { fnv1a } from '../base/hash.ts';
import { idMaker } from '../base/ids.ts';
import type { Localized } from '../base/localized.ts';
import { seededRandom } from '../base/random.ts';
import { DEFAULT_SCHEME, type Direction, type Scheme } from './scheme.ts';

/** One edit that a remedy makes, by ids of the map; a new actor has an id within the remedy alone. */
export type Edit =
  | { readonly do: 'add-actor'; readonly id: string; readonly sector: string; readonly name: Localized }
  | {
      readonly do: 'add-tie';
      readonly source: string;
      readonly target: string;
      readonly type: string;
      readonly weight: number;
      readonly direction: Direction;
    }
  | { readonly do: 'set-weight'; readonly tie: string; readonly weight: number }
  | {
      readonly do: 'set-supply' | 'set-demand';
      readonly actor: string;
      readonly resource: string;
      /** 0 takes it away. */
      readonly amount: number;
    };

/**
 * The ids of the actors and ties that these edits make, in their order; undefined for other edits. They follow from the
 * edits alone, so that what is simulated has the same order of ids, and the same numbers to the bit, as what is done.
 */
export function idsMade(
  edits: readonly Edit[],
  isTaken: (id: string) => boolean,
): readonly (string | undefined)[] {
  const next = idMaker(seededRandom(fnv1a(JSON.stringify(edits))));
  const own = new Set<string>();
  return edits.map((edit) => {
    if (edit.do !== 'add-actor' && edit.do !== 'add-tie') return undefined;
    let id = next();
    while (isTaken(id) || own.has(id)) id = next();
    own.add(id);
    return id;
  });
}

/** The edits with the ids that new actors have on the map instead of those that they have within the remedy. */
export function withMadeIds(edits: readonly Edit[], made: readonly (string | undefined)[]): readonly Edit[] {
  const ids = new Map<string, string>();
  for (const [k, edit] of edits.entries()) if (edit.do === 'add-actor') ids.set(edit.id, made[k] ?? edit.id);
  if (ids.size === 0) return edits;
  const idOf = (id: string): string => ids.get(id) ?? id;
  return edits.map((edit) => {
    switch (edit.do) {
      case 'add-actor':
        return { ...edit, id: idOf(edit.id) };
      case 'add-tie':
        return { ...edit, source: idOf(edit.source), target: idOf(edit.target) };
      case 'set-weight':
        return edit;
      case 'set-supply':
      case 'set-demand':
        return { ...edit, actor: idOf(edit.actor) };
    }
  });
}

/** The vocabulary with the usual entries that the edits name and it lacks, behind its own; itself where it lacks none. */
export function schemeWith(scheme: Scheme, edits: readonly Edit[]): Scheme {
  const named = { sectors: new Set<string>(), tieTypes: new Set<string>(), resources: new Set<string>() };
  for (const edit of edits) {
    if (edit.do === 'add-actor') named.sectors.add(edit.sector);
    if (edit.do === 'add-tie') named.tieTypes.add(edit.type);
    if (edit.do === 'set-supply' || edit.do === 'set-demand') named.resources.add(edit.resource);
  }
  const missing = <T extends { readonly id: string }>(
    own: readonly T[],
    usual: readonly T[],
    ids: ReadonlySet<string>,
  ): readonly T[] => usual.filter(({ id }) => ids.has(id) && !own.some((entry) => entry.id === id));
  const sectors = missing(scheme.sectors, DEFAULT_SCHEME.sectors, named.sectors);
  const tieTypes = missing(scheme.tieTypes, DEFAULT_SCHEME.tieTypes, named.tieTypes);
  const resources = missing(scheme.resources, DEFAULT_SCHEME.resources, named.resources);
  if (sectors.length + tieTypes.length + resources.length === 0) return scheme;
  return {
    ...scheme,
    sectors: [...scheme.sectors, ...sectors],
    tieTypes: [...scheme.tieTypes, ...tieTypes],
    resources: [...scheme.resources, ...resources],
  };
}
