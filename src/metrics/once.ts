import type { Network } from '../network/network.ts';
import type { Computation } from './measure.ts';

const results = new WeakMap<Network, Map<string, unknown>>();

/**
 * What several measures read is computed once for a network. The key names the work and every option that it depends
 * on.
 */
export function* once<T>(network: Network, key: string, work: () => Computation<T>): Computation<T> {
  let known = results.get(network);
  if (!known) results.set(network, (known = new Map()));
  if (!known.has(key)) known.set(key, yield* work());
  return known.get(key) as T;
}

/**
 * What is known of one network holds for another whose difference cannot touch it: the same work on the same numbers,
 * which need not be done again.
 */
export function inherit(from: Network, to: Network, key: (key: string) => boolean): void {
  const own = results.get(to) ?? new Map<string, unknown>();
  for (const [name, result] of results.get(from) ?? [])
    if (key(name) && !own.has(name)) own.set(name, result);
  results.set(to, own);
}
