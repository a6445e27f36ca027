import { describe, expect, it } from 'vitest';
import { dateFrom, listFrom, numberFrom, steppedAmount } from '../../src/view/selection/field-text.ts';
import { shared, tally } from '../../src/view/selection/neighbours.ts';

describe('what arrow keys do to an amount', () => {
  it('is a step up or down, never below nothing, whatever stands there', () => {
    expect(steppedAmount('2.5', 1)).toBe('3.5');
    expect(steppedAmount('0.3', -1)).toBe('0');
    expect(steppedAmount('1,234', 10)).toBe('1244');
    expect(steppedAmount('', 1)).toBe('1');
    expect(steppedAmount('much', 1)).toBe('1');
  });
});

describe('what is typed into a field', () => {
  it('is a number with or without marked thousands, in either width', () => {
    expect(numberFrom('1,234.5')).toBe(1234.5);
    expect(numberFrom('１２')).toBe(12);
    expect(numberFrom('−3')).toBe(-3);
    expect(numberFrom(' ')).toBeUndefined();
  });

  it('is not a number where the comma could mean something else', () => {
    expect(numberFrom('1,5')).toBeNaN();
    expect(numberFrom('12 staff')).toBeNaN();
    expect(numberFrom('Infinity')).toBeNaN();
  });

  it('is a date of a year, a month or a day', () => {
    expect(dateFrom('2020')).toBe('2020');
    expect(dateFrom('2020/5')).toBe('2020-05');
    expect(dateFrom('2020-05-01')).toBe('2020-05-01');
    expect(dateFrom('2020年5月1日')).toBe('2020-05-01');
    expect(dateFrom('')).toBe('');
  });

  it('is not a date that the calendar lacks', () => {
    for (const text of ['2020-13', '2021-02-29', 'May', '20']) expect(dateFrom(text)).toBeUndefined();
  });

  it('is a list with commas of either language, each item once', () => {
    expect(listFrom('a, b，b、c；')).toEqual(['a', 'b', 'c']);
  });
});

describe('several records', () => {
  it('share a value only if all have it', () => {
    expect(shared([{ a: 1 }, { a: 1 }], ({ a }) => a)).toBe(1);
    expect(shared([{ a: 1 }, { a: 2 }], ({ a }) => a)).toBeUndefined();
  });

  it('are counted with the most frequent first', () => {
    expect(tally(['x', 'y', 'y'], (id) => id)).toEqual([
      ['y', 2],
      ['x', 1],
    ]);
  });
});
