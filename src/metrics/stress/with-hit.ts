import type { NetworkInput } from '../../network/network.ts';
import type { Profiles, Projects } from '../../network/profiles.ts';
import type { Hit } from './shock.ts';

/**
 * The network after a loss: without these actors, their ties, and these ties. Nothing else changes: nobody seeks new
 * partners, and sectors, tie types and resources keep their places though nobody may be left of them. The same object
 * where nothing is lost. O(n R + m).
 */
export function withHit(input: NetworkInput, hit: Hit): NetworkInput {
  const { actorIds, tieIds } = input;
  const kept = placesOf(actorIds, (id) => !hit.actors.has(id));
  const place = new Int32Array(actorIds.length).fill(-1);
  kept.forEach((actor, k) => (place[actor] = k));
  const ties = placesOf(
    tieIds,
    (id, tie) => !hit.ties.has(id) && place[input.source[tie]!] !== -1 && place[input.target[tie]!] !== -1,
  );
  if (kept.length === actorIds.length && ties.length === tieIds.length) return input;
  return {
    actorIds: Array.from(kept, (actor) => actorIds[actor]!),
    sectorIds: input.sectorIds,
    sectors: Uint16Array.from(kept, (actor) => input.sectors[actor]!),
    tieIds: Array.from(ties, (tie) => tieIds[tie]!),
    source: ties.map((tie) => place[input.source[tie]!]!),
    target: ties.map((tie) => place[input.target[tie]!]!),
    weight: Float64Array.from(ties, (tie) => input.weight[tie]!),
    mutual: Uint8Array.from(ties, (tie) => input.mutual[tie]!),
    tieTypeIds: input.tieTypeIds,
    tieTypes: Uint16Array.from(ties, (tie) => input.tieTypes[tie]!),
    profiles: profilesOf(input.profiles, kept, place),
  };
}

function placesOf(ids: readonly string[], keep: (id: string, place: number) => boolean): Uint32Array {
  return Uint32Array.from(ids.flatMap((id, place) => (keep(id, place) ? [place] : [])));
}

function profilesOf(profiles: Profiles, kept: Uint32Array, place: Int32Array): Profiles {
  const width = profiles.resourceIds.length;
  const rows = (matrix: Float64Array): Float64Array => {
    const left = new Float64Array(kept.length * width);
    kept.forEach((actor, k) => left.set(matrix.subarray(actor * width, (actor + 1) * width), k * width));
    return left;
  };
  const numbers = (of: Float64Array): Float64Array => Float64Array.from(kept, (actor) => of[actor]!);
  return {
    ...profiles,
    supply: rows(profiles.supply),
    demand: rows(profiles.demand),
    size: numbers(profiles.size),
    sizeChange: numbers(profiles.sizeChange),
    inflow: numbers(profiles.inflow),
    outflow: numbers(profiles.outflow),
    projects: projectsOf(profiles.projects, place),
    attributes: profiles.attributes.map((attribute) => ({
      ...attribute,
      of: Int32Array.from(kept, (actor) => attribute.of[actor]!),
    })),
    indicators: profiles.indicators.map(({ id, of }) => ({ id, of: numbers(of) })),
  };
}

/** Whom a tie brought into a project stays in it: the project goes on without the tie. */
function projectsOf({ ids, offsets, members }: Projects, place: Int32Array): Projects {
  const left: number[] = [];
  const ends = [0];
  for (let project = 0; project < ids.length; project++) {
    for (const member of members.subarray(offsets[project]!, offsets[project + 1]!))
      if (place[member] !== -1) left.push(place[member]!);
    ends.push(left.length);
  }
  return { ids, offsets: Uint32Array.from(ends), members: Uint32Array.from(left) };
}
