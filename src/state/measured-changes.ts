import type { Measure } from '../metrics/measure.ts';
import { MEASURES } from '../metrics/registry.ts';
import type { MeasuresState } from './measures.svelte.ts';

/** What a measure of the network was and is. */
export interface NetworkDelta {
  readonly measure: Measure;
  readonly before: number | null;
  readonly after: number | null;
}

/** What a measure of an actor that is in both states was and is. */
export interface ActorDelta {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
}

type Values = Pick<MeasuresState, 'network' | 'values'>;

/** The measures of the network that both states have; in the order of the registry. */
export function networkDeltas(before: Values, after: Values): readonly NetworkDelta[] {
  return MEASURES.flatMap((measure) => {
    const [was, is] = [before.network.get(measure.id), after.network.get(measure.id)];
    return was === undefined || is === undefined ? [] : [{ measure, before: was, after: is }];
  });
}

/** The measures of actors that both states have values of. */
export function comparedMeasures(before: Values, after: Values): readonly Measure[] {
  return MEASURES.filter(
    ({ id, level }) =>
      level === 'actor' && before.values.get(id) !== undefined && after.values.get(id) !== undefined,
  );
}

/** Who has another value than before, the greatest change first; a value that comes or goes stands last. */
export function movers(measure: string, before: Values, after: Values): readonly ActorDelta[] {
  const [was, is] = [before.values.get(measure), after.values.get(measure)];
  if (!was || !is) return [];
  const size = ({ before: a, after: b }: ActorDelta): number =>
    a === null || b === null ? -1 : Math.abs(b - a);
  return [...is]
    .flatMap(([id, value]): ActorDelta[] => {
      const earlier = was.get(id);
      return earlier === undefined || earlier === value ? [] : [{ id, before: earlier, after: value }];
    })
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}
