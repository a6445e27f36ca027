import { describe, expect, it } from 'vitest';
import { measureOptions } from '../../src/i18n/en/measure-options.ts';
import { timeText } from '../../src/view/measures/time-text.ts';

describe('the time that something takes', () => {
  it('is told roughly, in the unit that suits', () => {
    const said = [300, 1_400, 42_000, 70_000, 1_000_000, 9_000_000].map((ms) => timeText(ms, measureOptions));
    expect(said).toEqual(['1 second', '1 second', '40 seconds', '1 minute', '15 minutes', '3 hours']);
  });
});
