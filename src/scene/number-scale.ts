import { scaleLinear } from 'd3-scale';

/** The numbers of one encoding: what they reach over and which of them a legend names. */
export interface NumberScale {
  readonly min: number;
  readonly max: number;
  /** All values are the same. */
  readonly even: boolean;
  readonly whole: boolean;
}

/** Null when there is no number at all. */
export function numberScale(values: Iterable<number>): NumberScale | null {
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (!Number.isInteger(value)) whole = false;
  }
  if (min > max) return null;
  // At the ends of what a double can hold the arithmetic of scales breaks down.
  const within = (value: number): number => Math.max(-1e300, Math.min(1e300, value));
  [min, max] = [within(min), within(max)];
  // Differences below the rounding of the computation are no differences.
  const even = max - min <= Math.max(1e-300, 1e-9 * Math.max(Math.abs(min), Math.abs(max)));
  return { min, max, whole, even };
}

/** One scale over all that these reach over; null when none of them has a number. */
export function joinedScale(scales: readonly (NumberScale | null)[]): NumberScale | null {
  const known = scales.filter((scale) => scale !== null);
  const joined = numberScale(known.flatMap(({ min, max }) => [min, max]));
  return joined && { ...joined, whole: known.every(({ whole }) => whole) };
}

/**
 * Where the scale of a size begins: at zero, so that areas can be compared; higher when all values are far from zero,
 * so that the smallest is still drawn at half of the range; at the smallest when there are values below zero.
 */
export function sizeOrigin({ min, max }: NumberScale): number {
  return min < 0 ? min : Math.max(0, (min - 0.25 * max) / 0.75);
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** Round numbers within the values, smallest first, about `count` of them. */
export function roundTicks(scale: NumberScale, count: number): Tick[] {
  if (scale.even) return [{ value: scale.min, text: numberText(scale.min, significantStep(scale.min)) }];
  let values = scaleLinear().domain([scale.min, scale.max]).ticks(count);
  if (scale.whole) values = values.filter(Number.isInteger);
  const step =
    values.length > 1
      ? Math.abs((values[1] ?? 0) - (values[0] ?? 0))
      : significantStep(scale.max - scale.min);
  return values.map((value) => ({ value, text: numberText(value, step) }));
}

/** Three round numbers at most: the smallest, the largest, and the one that is drawn midway between them. */
export function threeTicks(scale: NumberScale, drawn: (value: number) => number): Tick[] {
  const ticks = roundTicks(scale, 6);
  const first = ticks[0];
  const last = ticks[ticks.length - 1];
  if (!first || !last || ticks.length <= 3) return ticks;
  const middle = (drawn(first.value) + drawn(last.value)) / 2;
  const away = (tick: Tick): number => Math.abs(drawn(tick.value) - middle);
  return [first, ticks.slice(1, -1).reduce((best, tick) => (away(tick) < away(best) ? tick : best)), last];
}

function significantStep(value: number): number {
  if (Number.isInteger(value) || value === 0) return 1;
  return 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
}

/** A number with as many decimals as a step of its scale needs; the same in every language. */
function numberText(value: number, step: number): string {
  const size = Math.abs(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return value.toExponential(1).replace('e+', 'e');
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const [whole = '', part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '\u2212');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
