import { expect, test } from 'vitest';
import { DEFAULT_MEASURE_OPTIONS, OPTION_VALUES, type OptionId } from '../../src/model/measure-options.ts';

test('a slider stays within what the option allows, ends on a step, and can show the standard', () => {
  const sliders = (Object.keys(OPTION_VALUES) as OptionId[]).flatMap((id) => {
    const allowed = OPTION_VALUES[id];
    return 'min' in allowed && allowed.slider ? [{ id, ...allowed, slider: allowed.slider }] : [];
  });
  expect(sliders.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['benefit', 'cost', 'pressure', 'growth', 'horizon', 'lambda', 'roleScale']),
  );
  for (const { id, min, max, whole, slider } of sliders) {
    const steps = (value: number): number => (value - slider.min) / slider.step;
    expect(slider.min, id).toBeGreaterThanOrEqual(min);
    expect(slider.max, id).toBeLessThanOrEqual(max);
    for (const value of [slider.max, Number(DEFAULT_MEASURE_OPTIONS[id])])
      expect(steps(value), id).toBeCloseTo(Math.round(steps(value)), 9);
    if (whole) expect(Number.isInteger(slider.min) && Number.isInteger(slider.step), id).toBe(true);
  }
});
