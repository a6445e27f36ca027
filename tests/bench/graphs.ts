import { seededRandom } from '../../src/base/random.ts';
import type { NetworkInput } from '../../src/network/network.ts';
import { noProfiles } from '../../src/network/profiles.ts';

/** A graph as a list of ties: what every peer of a comparison is given. Undirected, without parallel ties. */
export interface TieList {
  readonly name: string;
  readonly n: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** > 0; only weighted measures read them. */
  readonly weight: readonly number[];
}

const WEIGHTS = 10;

function listOf(
  name: string,
  n: number,
  pairs: readonly (readonly [number, number])[],
  seed: number,
): TieList {
  const random = seededRandom(seed);
  return {
    name,
    n,
    source: pairs.map(([source]) => source),
    target: pairs.map(([, target]) => target),
    weight: pairs.map(() => 1 + Math.floor(random() * WEIGHTS)),
  };
}

/** Preferential attachment (Barabasi & Albert 1999): every newcomer ties itself to five, mostly to those with many ties. */
export function preferentialAttachment(n: number, seed = 1): TieList {
  const each = 5;
  const random = seededRandom(seed);
  const pairs: [number, number][] = [];
  /** Each actor once for every tie that it has. */
  const ends: number[] = [];
  for (let newcomer = 1; newcomer < n; newcomer++) {
    const chosen = new Set<number>();
    const wanted = Math.min(newcomer, each);
    while (chosen.size < wanted)
      chosen.add(newcomer <= each ? chosen.size : (ends[Math.floor(random() * ends.length)] ?? 0));
    for (const partner of chosen) {
      pairs.push([newcomer, partner]);
      ends.push(newcomer, partner);
    }
  }
  return listOf(`attachment-${n}`, n, pairs, seed + 1);
}

/** Blocks of actors, four ties of five within one (Holland, Laskey & Leinhardt 1983); ten ties an actor. */
export function sectorBlocks(n: number, seed = 2): TieList {
  const blocks = Math.max(4, Math.round(Math.sqrt(n) / 4));
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  const blockOf = (actor: number): number => Math.floor((actor * blocks) / n);
  while (pairs.length < 5 * n) {
    const one = below(n);
    const block = blockOf(one);
    const first = Math.ceil((block * n) / blocks);
    const size = Math.ceil(((block + 1) * n) / blocks) - first;
    const other = random() < 0.8 ? first + below(size) : below(n);
    const key = Math.min(one, other) * n + Math.max(one, other);
    if (one === other || taken.has(key)) continue;
    taken.add(key);
    pairs.push([one, other]);
  }
  return listOf(`blocks-${n}`, n, pairs, seed + 1);
}

/** A map as stakeholders draw it: some sectors with hubs, many actors with a single tie, three or four ties an actor. */
export function stakeholderMap(n: number, seed = 3): TieList {
  const sectors = Math.max(3, Math.round(Math.sqrt(n) / 3));
  const random = seededRandom(seed);
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  const endsOf: number[][] = Array.from({ length: sectors }, () => []);
  const all: number[] = [];
  for (let newcomer = 0; newcomer < n; newcomer++) {
    const sector = Math.floor(random() * sectors);
    const own = endsOf[sector] ?? [];
    if (newcomer === 0) {
      own.push(0);
      all.push(0);
      continue;
    }
    const ties = random() < 0.42 ? 1 : random() < 0.6 ? 2 : 3;
    for (let k = 0; k < ties; k++) {
      const bag = own.length > 0 && random() < 0.88 ? own : all;
      const partner = bag[Math.floor(random() * bag.length)] ?? 0;
      if (partner === newcomer || taken.has(partner * n + newcomer)) continue;
      taken.add(partner * n + newcomer);
      pairs.push([newcomer, partner]);
      own.push(newcomer, partner);
      all.push(newcomer, partner);
    }
  }
  return listOf(`stakeholders-${n}`, n, pairs, seed + 1);
}

/** As our own measures read it; ids are in the order of the numbers. */
export function inputOf({ n, source, target, weight }: TieList): NetworkInput {
  const id = (k: number): string => String(k).padStart(6, '0');
  return {
    actorIds: Array.from({ length: n }, (_, k) => `a${id(k)}`),
    sectorIds: ['other'],
    sectors: new Uint16Array(n),
    tieIds: source.map((_, k) => `t${id(k)}`),
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: Float64Array.from(weight),
    mutual: new Uint8Array(source.length).fill(1),
    tieTypeIds: ['tie'],
    tieTypes: new Uint16Array(source.length),
    profiles: noProfiles(n, 1),
  };
}
