import { DIMENSIONS, type Dimension } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Phrase } from '../detail.ts';

/** The sector of whoever has none of its own: it is no party that could be missed. */
const REST = 'other';

export function actorPhrase({ actorIds }: Network, actor: number): Phrase {
  return { of: 'actor', id: actorIds[actor] ?? '' };
}

export function sectorPhrase({ sectorIds }: Network, sector: number): Phrase {
  return { of: 'sector', id: sectorIds[sector] ?? '' };
}

export function resourcePhrase({ profiles }: Network, resource: number): Phrase {
  return { of: 'resource', id: profiles.resourceIds[resource] ?? '' };
}

export function idsOf({ actorIds }: Network, actors: Iterable<number>): string[] {
  return [...actors].map((actor) => actorIds[actor] ?? '');
}

export function idOf({ actorIds }: Network, actor: number): string {
  return actorIds[actor] ?? '';
}

/** Indexes of the actors of a sector, in order. @param sector its index or id */
export function actorsOf({ sectors, sectorIds }: Network, sector: number | string): number[] {
  const wanted = typeof sector === 'number' ? sector : sectorIds.indexOf(sector);
  return Array.from(sectors.keys()).filter((actor) => sectors[actor] === wanted);
}

/** Indexes of the sectors that have actors, "other" left out. */
export function partiesOf({ sectors, sectorIds }: Network): number[] {
  const present = new Set(sectors);
  return Array.from(sectorIds.keys()).filter((sector) => present.has(sector) && sectorIds[sector] !== REST);
}

export function partnersOf({ either: { offsets, columns } }: Network, actor: number): Uint32Array {
  return columns.subarray(offsets[actor], offsets[actor + 1]);
}

/** W_ij; 0 without a tie. */
export function weightBetween(
  { outgoing: { offsets, columns, weights } }: Network,
  from: number,
  to: number,
): number {
  for (let e = offsets[from]!; e < offsets[from + 1]!; e++) if (columns[e] === to) return weights[e]!;
  return 0;
}

type Among = (actor: number) => boolean;

/** Indexes of the ties along which something goes from some actors to others; no self-loops. */
export function tiesFrom({ ties, directed }: Network, from: Among, to: Among): number[] {
  return Array.from(ties.ids.keys()).filter((k) => {
    const [source, target] = [ties.source[k]!, ties.target[k]!];
    if (source === target) return false;
    return (
      (from(source) && to(target)) || ((!directed || ties.mutual[k] === 1) && from(target) && to(source))
    );
  });
}

/** Ids of the ties between some actors and others, whatever the direction; no self-loops. */
export function tiesBetween({ ties }: Network, one: Among, other: Among): string[] {
  return ties.ids.filter((_, k) => {
    const [source, target] = [ties.source[k]!, ties.target[k]!];
    return source !== target && ((one(source) && other(target)) || (one(target) && other(source)));
  });
}

export function only(actor: number): Among {
  return (one) => one === actor;
}

export function among(actors: Iterable<number>): Among {
  const set = new Set(actors);
  return (one) => set.has(one);
}

export function dimensionOf({ profiles }: Network, resource: number): Dimension {
  return DIMENSIONS[profiles.resourceDimensions[resource] ?? 0] ?? DIMENSIONS[0];
}

export function tieDimension({ profiles, ties }: Network, tie: number): Dimension {
  return DIMENSIONS[profiles.tieTypeDimensions[ties.types[tie] ?? 0] ?? 0] ?? DIMENSIONS[0];
}
