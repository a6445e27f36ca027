import type { Csr } from '../../network/csr.ts';
import { STEPS } from '../../network/lengths.ts';
import type { Network } from '../../network/network.ts';
import { NO_PROFILES } from '../../network/profiles.ts';

/**
 * The network with this pattern alone: undirected, every tie one step and of weight 1, all actors in one sector. For
 * measures that look at parts or at chance versions of a network. The actors keep no ids.
 */
export function plainNetwork(pattern: Csr): Network {
  const n = pattern.offsets.length - 1;
  return {
    n,
    actorIds: [],
    sectorIds: [''],
    sectors: new Uint16Array(n),
    tieCount: pattern.columns.length / 2,
    selfLoops: 0,
    hasParallelTies: false,
    directed: false,
    directionIgnored: false,
    weighted: false,
    outgoing: pattern,
    incoming: pattern,
    either: pattern,
    lengths: STEPS,
    ties: {
      ids: [],
      source: new Uint32Array(0),
      target: new Uint32Array(0),
      weight: new Float64Array(0),
      mutual: new Uint8Array(0),
      typeIds: [],
      types: new Uint16Array(0),
    },
    profiles: NO_PROFILES,
  };
}

/**
 * U among some actors: actor k is `actors[k]`, which ascend.
 *
 * @param place Room of n entries; those of the actors are overwritten.
 */
export function patternAmong(pattern: Csr, actors: ArrayLike<number>, place: Int32Array): Csr {
  const { offsets, columns } = pattern;
  place.fill(-1);
  let limit = 0;
  for (let k = 0; k < actors.length; k++) {
    const actor = actors[k]!;
    place[actor] = k;
    limit += offsets[actor + 1]! - offsets[actor]!;
  }
  const innerOffsets = new Uint32Array(actors.length + 1);
  const innerColumns = new Uint32Array(limit);
  let size = 0;
  for (let k = 0; k < actors.length; k++) {
    const actor = actors[k]!;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
      const partner = place[columns[e]!]!;
      if (partner >= 0) innerColumns[size++] = partner;
    }
    innerOffsets[k + 1] = size;
  }
  return {
    offsets: innerOffsets,
    columns: innerColumns.slice(0, size),
    weights: new Float64Array(size).fill(1),
  };
}
