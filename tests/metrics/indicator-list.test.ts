import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addIndicator,
  changeIndicator,
  goalpostsAround,
  removeIndicator,
  shorterSide,
  startingIndicator,
} from '../../src/metrics/synergy/indicator-list.ts';
import { fieldIndicator, fieldIndicatorId } from '../../src/metrics/synergy/indicator-names.ts';
import {
  indicatorsInForce,
  readIndicators,
  SIDES,
  USUAL_INDICATORS,
  writeIndicators,
  type IndicatorChoice,
} from '../../src/metrics/synergy/indicator-text.ts';

const density: IndicatorChoice = { id: 'density', side: 'education', weight: 2, low: 1, high: 0 };

/** The list after a change, or the code of why it was refused. */
function listAfter(changed: ReturnType<typeof addIndicator>): readonly IndicatorChoice[] | string {
  return changed.ok ? indicatorsInForce(changed.value).choices : changed.problem.code;
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const indicators = fc
  .array(
    fc
      .record({
        id: fc.string({ minLength: 1, maxLength: 12 }),
        side: fc.constantFrom(...SIDES),
        weight: number.map(Math.abs),
        low: number,
        high: number,
      })
      .filter(({ weight, low, high }) => weight > 0 && low !== high),
    { maxLength: 20 },
  )
  .map((list): readonly IndicatorChoice[] => [...USUAL_INDICATORS, ...list]);

describe('a list of indicators', () => {
  it('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(indicators, (list) => {
        // JSON knows no negative zero.
        const written = JSON.parse(JSON.stringify(list)) as unknown;
        expect(indicatorsInForce(writeIndicators(list)).choices).toEqual(written);
      }),
    );
  });

  it('takes one more at its end, and is the usual one again without it', () => {
    const more = addIndicator(USUAL_INDICATORS, density);
    expect(listAfter(more)).toEqual([...USUAL_INDICATORS, density]);
    expect(removeIndicator([...USUAL_INDICATORS, density], USUAL_INDICATORS.length)).toEqual({
      ok: true,
      value: '',
    });
  });

  it('changes one indicator in its place and leaves the others', () => {
    const changed = listAfter(changeIndicator(USUAL_INDICATORS, 1, { weight: 3, low: 0.2 }));
    expect(changed).toEqual(
      USUAL_INDICATORS.map((one, k) => (k === 1 ? { ...one, weight: 3, low: 0.2 } : one)),
    );
  });

  it('refuses what could not be read again, and says why', () => {
    const two = [...USUAL_INDICATORS.slice(0, 1), density];
    expect(listAfter(removeIndicator(two, 1))).toBe('side-without-indicators');
    expect(listAfter(changeIndicator(two, 0, { side: 'education' }))).toBe('side-without-indicators');
    for (const weight of [0, -1, NaN, Infinity])
      expect(listAfter(changeIndicator(two, 0, { weight }))).toBe('indicator-weight');
    for (const low of [1, NaN, -Infinity])
      expect(listAfter(changeIndicator(two, 0, { low }))).toBe('indicator-goalposts');
  });

  it('is full at sixty indicators, or at the length that an option may have', () => {
    const many = Array.from({ length: 60 }, (_, k): IndicatorChoice => ({ ...density, id: `m${k}` }));
    const full = [...USUAL_INDICATORS.slice(0, 1), ...many.slice(1)];
    expect(listAfter(addIndicator(full.slice(1), full[0] ?? density))).toHaveLength(60);
    expect(listAfter(addIndicator(full, density))).toBe('too-many-indicators');
    expect(listAfter(addIndicator(USUAL_INDICATORS, { ...density, id: 'x'.repeat(4000) }))).toBe(
      'too-many-indicators',
    );
  });

  it('is the usual one where there is no text, or none that can be read, which it says', () => {
    expect(indicatorsInForce(' ')).toEqual({ choices: USUAL_INDICATORS, malformed: false });
    expect(indicatorsInForce('[{"id":')).toEqual({ choices: USUAL_INDICATORS, malformed: true });
    expect(readIndicators(writeIndicators([...USUAL_INDICATORS, density]))).toContainEqual(density);
  });
});

describe('an indicator that joins', () => {
  it('starts as among the usual ones if it is one, else with the goalposts given', () => {
    const [usual] = USUAL_INDICATORS;
    expect(startingIndicator(usual?.id ?? '', 'education', [3, 4])).toEqual(usual);
    expect(startingIndicator('density', 'education', [-1, 1])).toEqual({
      id: 'density',
      side: 'education',
      weight: 1,
      low: -1,
      high: 1,
    });
  });

  it.each([
    [0, Infinity],
    [NaN, 1],
    [2, 2],
  ])('has 0 and 1 where %s and %s are no goalposts', (low, high) => {
    expect(startingIndicator('density', 'industry', [low, high])).toMatchObject({ low: 0, high: 1 });
  });

  it.each([
    [[], [0, 1]],
    [[0], [0, 1]],
    [
      [30, 10, 90],
      [0, 100],
    ],
    [[0.3], [0, 0.5]],
    [
      [-3, 20],
      [-5, 20],
    ],
    [[-0.07], [-0.1, 0]],
  ])('has round goalposts about %j: %j', (values, wanted) => {
    expect(goalpostsAround(values)).toEqual(wanted);
  });

  it('has goalposts that hold every value', () => {
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const [low, high] = goalpostsAround(values);
        expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
        expect(values.every((value) => low <= value && value <= high)).toBe(true);
      }),
    );
  });

  it('joins the side that has fewer, industry where they have as many', () => {
    expect(shorterSide(USUAL_INDICATORS)).toBe('industry');
    expect(shorterSide(USUAL_INDICATORS.slice(0, 4))).toBe('education');
  });
});

it('the id of a field’s mean names the field and the sector', () => {
  for (const mean of [{ field: 'patents' }, { field: 'a@b', sector: 'university' }])
    expect(fieldIndicator(fieldIndicatorId(mean))).toEqual(mean);
  expect(fieldIndicator('density')).toBeUndefined();
});
