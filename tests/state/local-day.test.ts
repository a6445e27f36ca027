import { expect, test } from 'vitest';
import { localDay } from '../../src/state/local-day.ts';

test('an instant is on the day of the calendar here, from its first moment to its last', () => {
  expect(localDay(new Date(2025, 5, 9, 0, 0, 1))).toBe('2025-06-09');
  expect(localDay(new Date(2025, 10, 30, 23, 59, 59))).toBe('2025-11-30');
});
