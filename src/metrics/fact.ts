import type { Fact } from './detail.ts';
import type { NetworkMeasure } from './measure.ts';

/** The value of a measure of the network as a fact of a detail. */
export function factOf({ id, name, style, digits }: NetworkMeasure, value: number | null): Fact {
  return { id, name, value, style, digits };
}
