import { compareIds } from '../../base/ids.ts';
import { idsMade, schemeWith, withMadeIds, type Edit } from '../../model/remedy-edits.ts';
import { DIMENSIONS, type Dimension, type Scheme } from '../../model/scheme.ts';
import type { NetworkInput } from '../../network/network.ts';
import type { Profiles } from '../../network/profiles.ts';

/** A map as remedies read it: its network, and the vocabulary that the network was made with. */
export interface Ground {
  readonly input: NetworkInput;
  readonly scheme: Scheme;
}

type Added<K extends Edit['do']> = Extract<Edit, { readonly do: K }> & { readonly made: string };

/**
 * What `networkInput` gives of the map after these edits have been made on it; to the bit, since what is new has the ids
 * that it then gets. Edits of what is not there are left out. O(n R + m).
 */
export function applied({ input, scheme }: Ground, edits: readonly Edit[]): Ground {
  const knownActors = new Set(input.actorIds);
  const knownTies = new Set(input.tieIds);
  const made = idsMade(edits, (id) => knownActors.has(id) || knownTies.has(id));
  const resolved = withMadeIds(edits, made);
  const whole = schemeWith(scheme, edits);
  const actors: Added<'add-actor'>[] = [];
  const ties: Added<'add-tie'>[] = [];
  for (const [k, edit] of resolved.entries())
    if (edit.do === 'add-actor') actors.push({ ...edit, made: edit.id });
    else if (edit.do === 'add-tie') ties.push({ ...edit, made: made[k] ?? '' });
  const peopled = withActors(input, actors, whole, whole !== scheme);
  const tied = withTies(peopled, ties, resolved, whole);
  return { scheme: whole, input: { ...tied, profiles: withAmounts(tied, resolved, whole) } };
}

/** Of each place in the new order, where it was; -1 for what is new. */
function merged(
  ids: readonly string[],
  added: readonly string[],
): { readonly ids: string[]; readonly was: Int32Array } {
  const order = [...ids.map((id, was) => ({ id, was })), ...added.map((id, k) => ({ id, was: -1 - k }))].sort(
    (a, b) => compareIds(a.id, b.id),
  );
  return { ids: order.map(({ id }) => id), was: Int32Array.from(order, ({ was }) => was) };
}

/** Those of the scheme, then strangers as they come. */
function vocabularyOf(known: readonly { readonly id: string }[], used: Iterable<string>): string[] {
  return [...new Set([...known.map(({ id }) => id), ...used])];
}

function withActors(
  input: NetworkInput,
  added: readonly Added<'add-actor'>[],
  scheme: Scheme,
  schemeGrew: boolean,
): NetworkInput {
  if (added.length === 0 && !schemeGrew) return input;
  const { ids, was } = merged(
    input.actorIds,
    added.map((edit) => edit.made),
  );
  const sectorOf = (k: number): string =>
    k < 0 ? (added[-1 - k]?.sector ?? '') : (input.sectorIds[input.sectors[k]!] ?? '');
  const named = Array.from(was, sectorOf);
  const sectorIds = vocabularyOf(scheme.sectors, named);
  const sectorAt = new Map(sectorIds.map((id, k) => [id, k]));
  const now = new Uint32Array(input.actorIds.length);
  for (const [place, k] of was.entries()) if (k >= 0) now[k] = place;
  const numbers = (values: Float64Array): Float64Array =>
    Float64Array.from(was, (k) => (k < 0 ? NaN : values[k]!));
  const { profiles } = input;
  const width = profiles.resourceIds.length;
  const rows = (values: Float64Array): Float64Array => {
    const moved = new Float64Array(was.length * width);
    for (const [place, k] of was.entries())
      if (k >= 0) moved.set(values.subarray(k * width, (k + 1) * width), place * width);
    return moved;
  };
  return {
    ...input,
    actorIds: ids,
    sectorIds,
    sectors: Uint16Array.from(named, (id) => sectorAt.get(id) ?? 0),
    source: input.source.map((k) => now[k]!),
    target: input.target.map((k) => now[k]!),
    profiles: {
      ...profiles,
      supply: rows(profiles.supply),
      demand: rows(profiles.demand),
      size: numbers(profiles.size),
      sizeChange: numbers(profiles.sizeChange),
      inflow: numbers(profiles.inflow),
      outflow: numbers(profiles.outflow),
      // Newcomers stand beside the others without changing their order.
      projects: { ...profiles.projects, members: profiles.projects.members.map((k) => now[k]!) },
      attributes: profiles.attributes.map((attribute) => ({
        ...attribute,
        of: Int32Array.from(was, (k) => (k < 0 ? -1 : attribute.of[k]!)),
      })),
      indicators: profiles.indicators.map((indicator) => ({ ...indicator, of: numbers(indicator.of) })),
    },
  };
}

function withTies(
  input: NetworkInput,
  added: readonly Added<'add-tie'>[],
  edits: readonly Edit[],
  scheme: Scheme,
): NetworkInput {
  const weights = new Map<string, number>();
  for (const edit of edits) if (edit.do === 'set-weight') weights.set(edit.tie, edit.weight);
  const place = new Map(input.actorIds.map((id, k) => [id, k]));
  const sound = added.filter((edit) => place.has(edit.source) && place.has(edit.target));
  const typesStay = scheme.tieTypes.every(({ id }, k) => id === input.tieTypeIds[k]);
  if (sound.length === 0 && weights.size === 0 && typesStay) return input;
  const { ids, was } = merged(
    input.tieIds,
    sound.map((edit) => edit.made),
  );
  const factors = new Map(scheme.tieTypes.map(({ id, factor }) => [id, factor]));
  const each = <T>(old: (k: number) => T, fresh: (edit: Added<'add-tie'>) => T): T[] =>
    Array.from(was, (k) => {
      const edit = k < 0 ? sound[-1 - k] : undefined;
      return edit ? fresh(edit) : old(k);
    });
  const types = each(
    (k) => input.tieTypeIds[input.tieTypes[k]!] ?? '',
    ({ type }) => type,
  );
  const tieTypeIds = vocabularyOf(scheme.tieTypes, types);
  const typeAt = new Map(tieTypeIds.map((id, k) => [id, k]));
  const weighed = (weight: number, type: string): number => weight * (factors.get(type) ?? 1);
  return {
    ...input,
    tieIds: ids,
    source: Uint32Array.from(
      each(
        (k) => input.source[k]!,
        ({ source }) => place.get(source) ?? 0,
      ),
    ),
    target: Uint32Array.from(
      each(
        (k) => input.target[k]!,
        ({ target }) => place.get(target) ?? 0,
      ),
    ),
    mutual: Uint8Array.from(
      each(
        (k) => input.mutual[k]!,
        ({ direction }) => (direction === 'mutual' ? 1 : 0),
      ),
    ),
    weight: Float64Array.from(
      each(
        (k) => {
          const weight = weights.get(input.tieIds[k] ?? '');
          return weight === undefined
            ? input.weight[k]!
            : weighed(weight, input.tieTypeIds[input.tieTypes[k]!] ?? '');
        },
        ({ weight, type }) => weighed(weight, type),
      ),
    ),
    tieTypeIds,
    tieTypes: Uint16Array.from(types, (id) => typeAt.get(id) ?? 0),
    profiles: {
      ...input.profiles,
      tieTypeDimensions: Uint8Array.from(tieTypeIds, dimensionsBy(scheme.tieTypes)),
    },
  };
}

/** What the vocabulary lacks reads as of the first dimension. */
function dimensionsBy(
  entries: readonly { readonly id: string; readonly dimension: Dimension }[],
): (id: string) => number {
  const of = new Map(entries.map(({ id, dimension }) => [id, dimension]));
  return (id) => Math.max(0, DIMENSIONS.indexOf(of.get(id) ?? DIMENSIONS[0]));
}

type AmountEdit = Extract<Edit, { readonly amount: number }>;

function isOfAmounts(edit: Edit): edit is AmountEdit {
  return edit.do === 'set-supply' || edit.do === 'set-demand';
}

function withAmounts(input: NetworkInput, edits: readonly Edit[], scheme: Scheme): Profiles {
  const { profiles } = input;
  const set = edits.filter(isOfAmounts);
  if (set.length === 0) return profiles;
  const known = new Set(scheme.resources.map(({ id }) => id));
  const strangers = new Set(profiles.resourceIds.filter((id) => !known.has(id)));
  for (const { resource, amount } of set) if (!known.has(resource) && amount > 0) strangers.add(resource);
  const wide = [...known, ...[...strangers].sort()];
  const from = { ids: profiles.resourceIds, rows: input.actorIds.length };
  const supply = columnsMoved(profiles.supply, from, wide);
  const demand = columnsMoved(profiles.demand, from, wide);
  const row = new Map(input.actorIds.map((id, k) => [id, k]));
  const column = new Map(wide.map((id, k) => [id, k]));
  for (const edit of set) {
    const [actor, resource] = [row.get(edit.actor), column.get(edit.resource)];
    if (actor === undefined || resource === undefined) continue;
    (edit.do === 'set-supply' ? supply : demand)[actor * wide.length + resource] = edit.amount;
  }
  // A stranger whom nobody names any more is gone.
  const named = wide.filter((id, k) => known.has(id) || isNamed(k));
  const whole = { ids: wide, rows: from.rows };
  return {
    ...profiles,
    resourceIds: named,
    resourceDimensions: Uint8Array.from(named, dimensionsBy(scheme.resources)),
    supply: columnsMoved(supply, whole, named),
    demand: columnsMoved(demand, whole, named),
  };

  function isNamed(k: number): boolean {
    for (let cell = k; cell < supply.length; cell += wide.length)
      if (supply[cell]! > 0 || demand[cell]! > 0) return true;
    return false;
  }
}

/** The same rows with other columns; those that were not there are 0. */
function columnsMoved(
  matrix: Float64Array,
  { ids, rows }: { readonly ids: readonly string[]; readonly rows: number },
  to: readonly string[],
): Float64Array {
  if (ids.length === to.length && ids.every((id, k) => id === to[k])) return matrix.slice();
  const at = new Map(ids.map((id, k) => [id, k]));
  const moved = new Float64Array(rows * to.length);
  for (const [k, id] of to.entries()) {
    const old = at.get(id);
    if (old === undefined) continue;
    for (let row = 0; row < rows; row++) moved[row * to.length + k] = matrix[row * ids.length + old]!;
  }
  return moved;
}
