import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';

/** Fewer say nothing of how far they are off. */
const FEWEST = 2;

/** From how many actors shortest paths are searched: all, or as many as the options ask for. */
export function sourceCount(n: number, { sources }: Pick<MeasureOptions, 'sources'>): number {
  return sources > 0 ? Math.min(n, Math.max(FEWEST, sources)) : n;
}

/** Actors drawn without replacement, ascending; the same for the same seed. All where as many are asked for. */
export function drawnSources(n: number, options: Pick<MeasureOptions, 'sources' | 'seed'>): Uint32Array {
  const count = sourceCount(n, options);
  const actors = new Uint32Array(n);
  for (let actor = 0; actor < n; actor++) actors[actor] = actor;
  if (count === n) return actors;
  const random = seededRandom(options.seed);
  for (let k = 0; k < count; k++) {
    const other = k + Math.floor(random() * (n - k));
    const drawn = actors[other]!;
    actors[other] = actors[k]!;
    actors[k] = drawn;
  }
  return actors.slice(0, count).sort();
}
