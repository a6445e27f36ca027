import { describe, expect, it } from 'vitest';
import { columnFormat, formatValue } from '../../src/metrics/format.ts';

const COUNT = { style: 'count', digits: 3 } as const;
const NUMBER = { style: 'number', digits: 3 } as const;
const SHARE = { style: 'share', digits: 3 } as const;

describe('a value', () => {
  it('that is undefined prints as a dash, never as 0', () => {
    for (const style of [COUNT, NUMBER, SHARE])
      for (const value of [null, undefined, NaN]) expect(formatValue(value, style, 'en')).toBe('—');
  });

  it('shows the digits that mean something', () => {
    expect(formatValue(12345, COUNT, 'en')).toBe('12,345');
    expect(formatValue(0.52197802, NUMBER, 'en')).toBe('0.522');
    expect(formatValue(47.5, NUMBER, 'en')).toBe('47.5');
    expect(formatValue(231.071428571, NUMBER, 'en')).toBe('231');
    expect(formatValue(0.000123456, NUMBER, 'zh')).toBe('0.000123');
    expect(formatValue(0.99996, NUMBER, 'en')).toBe('1.00');
    expect(formatValue(0, NUMBER, 'en')).toBe('0');
    expect(formatValue(42, NUMBER, 'en')).toBe('42');
    expect(formatValue(1e-30, NUMBER, 'en')).toBe('0.00000000');
  });

  it('that is a share prints in per cent', () => {
    expect(formatValue(0.85294, SHARE, 'en')).toBe('85.3%');
    expect(formatValue(1, SHARE, 'zh')).toBe('100%');
  });
});

describe('a column', () => {
  it('has the same decimals in every row, as many as its largest value needs', () => {
    const format = columnFormat([0, 0.0213, 0.00042, null], NUMBER, 'en');
    expect([0, 0.0213, 0.00042, null].map(format)).toEqual(['0.0000', '0.0213', '0.0004', '—']);
    expect([42, 7].map(columnFormat([42, 7], NUMBER, 'en'))).toEqual(['42', '7']);
    expect([47.5, 3].map(columnFormat([47.5, 3], NUMBER, 'en'))).toEqual(['47.5', '3.0']);
  });
});
