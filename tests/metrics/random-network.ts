import { noProfiles } from '../../src/network/profiles.ts';
import { seededRandom } from '../../src/base/random.ts';
import { compileNetwork, type Network } from '../../src/network/network.ts';

interface Shape {
  readonly n: number;
  /** Isolates and several pieces are there if it is small. */
  readonly tiesPerActor: number;
  readonly directed: boolean;
  readonly seed: number;
  /** All ties alike; whole weights, whose lengths are whole too; or any. */
  readonly weights: 'none' | 'whole' | 'any';
}

/** A network of any size and shape, the same for the same seed. */
export function randomNetwork({ n, tiesPerActor, directed, seed, weights }: Shape): Network {
  const random = seededRandom(seed);
  const count = n < 2 ? 0 : Math.floor(n * tiesPerActor);
  const ends = Array.from({ length: count }, () => [Math.floor(random() * n), Math.floor(random() * n)]);
  const weight = Float64Array.from({ length: count }, () =>
    weights === 'any' ? 0.05 + random() : 1 + Math.floor(random() * 6),
  );
  return networkOf(n, ends, weight, directed, weights === 'none');
}

/** Actors 0 to n - 1, each tied to the next. */
export function chain(n: number): Network {
  const ends = Array.from({ length: n - 1 }, (_, k) => [k, k + 1]);
  return networkOf(n, ends, new Float64Array(n - 1).fill(1), false, true);
}

/** Rings of four in a row, each sharing an actor with the next: twice as many shortest paths for each. */
export function ringsInARow(count: number): Network {
  const ends = Array.from({ length: count }, (_, k) => 3 * k).flatMap((first) => [
    [first, first + 1],
    [first, first + 2],
    [first + 1, first + 3],
    [first + 2, first + 3],
  ]);
  return networkOf(3 * count + 1, ends, new Float64Array(4 * count).fill(1), false, true);
}

function networkOf(
  n: number,
  ends: readonly (readonly number[])[],
  weight: Float64Array,
  directed: boolean,
  ignoreWeights: boolean,
): Network {
  return compileNetwork(
    {
      actorIds: Array.from({ length: n }, (_, k) => `a${k}`),
      sectorIds: ['other'],
      sectors: new Uint16Array(n),
      tieIds: ends.map((_, k) => `t${k}`),
      source: Uint32Array.from(ends, ([source = 0]) => source),
      target: Uint32Array.from(ends, ([, target = 0]) => target),
      weight,
      mutual: new Uint8Array(ends.length).fill(directed ? 0 : 1),
      tieTypeIds: ['knowledge'],
      tieTypes: new Uint16Array(ends.length),
      profiles: noProfiles(n, 1),
    },
    { ignoreDirection: false, ignoreWeights },
  );
}
