import type { Measure } from '../metrics/measure.ts';
import { NETWORK_MEASURES } from '../metrics/registry.ts';
import type { StatesComparison } from '../metrics/scenarios/compare-states.ts';
import { HEADLINE_MEASURES, verdictOn } from '../metrics/scenarios/headline-measures.ts';

/** A measure of the network in several states, in their order. */
export interface ComparedMeasure {
  readonly measure: Measure;
  /** Null where undefined. */
  readonly values: readonly (number | null)[];
  /** Whether each is against the first for the better (1), for the worse (-1), or neither. */
  readonly verdicts: readonly (-1 | 0 | 1)[];
}

/** The headline first, then the others in the order of the registry; what was not computed is left out. */
export function comparedMeasures({ readings }: StatesComparison): readonly ComparedMeasure[] {
  const place = new Map<string, number>(HEADLINE_MEASURES.map((id, k) => [id, k]));
  const placeOf = ({ id }: Measure): number => place.get(id) ?? HEADLINE_MEASURES.length;
  return NETWORK_MEASURES.filter(({ id }) => readings.every(({ values }) => values.network.has(id)))
    .map((measure) =>
      comparedMeasure(
        measure,
        readings.map(({ values }) => values.network.get(measure.id) ?? null),
      ),
    )
    .sort((a, b) => placeOf(a.measure) - placeOf(b.measure));
}

export function isHeadline(measure: string): boolean {
  return HEADLINE_MEASURES.some((id) => id === measure);
}

/** What stands for no change, and for one smaller than the digits that mean something. */
const UNCHANGED = '=';
const SLIGHT = '≈';

/** What a value is against the first, with its sign; empty where one of the two is undefined. */
export function changeText(
  value: number | null,
  first: number | null,
  format: (value: number) => string,
): string {
  if (value === null || first === null) return '';
  if (format(value) === format(first)) return UNCHANGED;
  const size = format(Math.abs(value - first));
  if (size === format(0)) return SLIGHT;
  return `${value > first ? '+' : '−'}${size}`;
}

function comparedMeasure(measure: Measure, values: readonly (number | null)[]): ComparedMeasure {
  const [first = null] = values;
  const changes = values.map((value, k) =>
    k === 0 || value === null || first === null ? null : value - first,
  );
  return {
    measure,
    values,
    verdicts: changes.map((change) => verdictOn(measure.id, change)),
  };
}

/** Whether such a text says a change. */
export function isChange(text: string): boolean {
  return text !== '' && text !== UNCHANGED && text !== SLIGHT;
}
