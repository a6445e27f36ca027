import { correlation, type Correlation } from '../metrics/correlation.ts';
import { surprises, type Surprise } from '../metrics/surprises.ts';
import { INFLUENCE, numberIn } from '../model/influence.ts';
import { actorsInOrder } from '../model/graph.ts';
import type { MapState } from './map.svelte.ts';

/** Each way; more are a list, not a surprise. */
const MOST = 3;

/** What the room sees against what a measure finds. */
export interface InfluenceComparison {
  /** The actors with a perceived influence, ordered by id. */
  readonly ids: readonly string[];
  readonly perceived: Float64Array;
  /** NaN where the measure has no value. */
  readonly computed: Float64Array;
  readonly correlation: Correlation;
  /** Seen as powerful, and low by the measure. */
  readonly overrated: readonly Surprise[];
  /** High by the measure, and not seen as powerful. */
  readonly overlooked: readonly Surprise[];
}

/** @returns undefined until the measure has values */
export function compareInfluence(map: MapState, measure: string): InfluenceComparison | undefined {
  const values = map.measures.values.get(measure);
  if (!values) return undefined;
  const actors = actorsInOrder(map.graph).filter((actor) => numberIn(actor, INFLUENCE.id) !== undefined);
  const perceived = Float64Array.from(actors, (actor) => numberIn(actor, INFLUENCE.id) ?? NaN);
  const computed = Float64Array.from(actors, ({ id }) => values.get(id) ?? NaN);
  const { higherInFirst, higherInSecond } = surprises(perceived, computed, MOST);
  return {
    ids: actors.map(({ id }) => id),
    perceived,
    computed,
    correlation: correlation(perceived, computed),
    overrated: higherInFirst,
    overlooked: higherInSecond,
  };
}
