import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import type { Actor, Graph, Tie } from '../../src/model/graph.ts';
import { actor, tie } from '../model/records.ts';
import {
  compileNetwork,
  networkInput,
  type Network,
  type NetworkOptions,
} from '../../src/network/network.ts';

export { actor, tie };

export type SmallGraph = Pick<Graph, 'actors' | 'ties' | 'scheme'>;

export function graphOf(actors: readonly Actor[], ties: readonly Tie[]): SmallGraph {
  return {
    actors: new Map(actors.map((record) => [record.id, record])),
    ties: new Map(ties.map((record) => [record.id, record])),
    scheme: DEFAULT_SCHEME,
  };
}

/** `A > B`, `A <> B` or `A > B : 3`, and `A` alone for an actor without ties. */
export function graphFrom(lines: readonly string[]): SmallGraph {
  const ids = new Set<string>();
  const ties: Tie[] = [];
  for (const line of lines) {
    const [, source = '', sign, target = '', weight] =
      /^(\w+)(?: (<?>) (\w+)(?: : ([\d.]+))?)?$/.exec(line) ?? [];
    ids.add(source);
    if (!sign) continue;
    ids.add(target);
    ties.push(
      tie(`t${String(ties.length).padStart(4, '0')}`, source, target, {
        direction: sign === '<>' ? 'mutual' : 'one-way',
        weight: Number(weight ?? 1),
      }),
    );
  }
  return graphOf(
    [...ids].map((id) => actor(id)),
    ties,
  );
}

export const AS_IS: NetworkOptions = { ignoreDirection: false, ignoreWeights: false };

export function networkFrom(lines: readonly string[], options: Partial<NetworkOptions> = {}): Network {
  return compileNetwork(networkInput(graphFrom(lines)), { ...AS_IS, ...options });
}

/** Runs a generator to its end. */
export function finish<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
