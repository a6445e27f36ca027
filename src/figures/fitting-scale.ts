import type { Page } from './page.ts';

/** Halvings until the scale is as exact as print can show. */
const STEPS = 22;

/** The largest scale at which a map fits, in points per map unit; one of three actors is not blown up to the whole page. */
export function fittingScale({ font }: Pick<Page, 'font'>, fits: (scale: number) => boolean): number {
  const largest = font / 11;
  if (fits(largest)) return largest;
  let [low, high] = [0, largest];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
