import { expect, test } from 'vitest';
import { HEIGHT, miniature, WIDTH } from '../../src/view/start/miniature.ts';
import { ago } from '../../src/view/start/when.ts';

const NOW = Date.UTC(2026, 4, 10, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('how long ago is said in the largest unit that has passed', () => {
  expect(ago(NOW - 30_000, NOW, 'en')).toBeUndefined();
  expect(ago(NOW - 5 * MINUTE, NOW, 'en')).toBe('5 minutes ago');
  expect(ago(NOW - 1.5 * DAY, NOW, 'en')).toBe('yesterday');
  expect(ago(NOW - 15 * DAY, NOW, 'en')).toBe('2 weeks ago');
  expect(ago(NOW - 800 * DAY, NOW, 'zh')).toBe('2年前');
});

test('a clock that was set back puts nothing into the future', () => {
  expect(ago(NOW + 5 * DAY, NOW, 'en')).toBeUndefined();
});

const actor = (id: string, position?: [number, number]) => ({
  id,
  sector: 's',
  ...(position ? { position } : {}),
});

test('a miniature holds the whole network and keeps its proportions', () => {
  const picture = miniature({
    scheme: { sectors: [{ id: 's', colour: '#0072b2' }] },
    actors: [actor('a', [-1000, 0]), actor('b', [1000, 0]), actor('c', [0, 100]), actor('unplaced')],
    ties: [
      { source: 'a', target: 'b' },
      { source: 'a', target: 'unplaced' },
    ],
  });
  expect(picture).toMatchObject({ actors: 4, ties: 2 });
  expect(picture.dots.length).toBe(3);
  expect(picture.lines.match(/M/gu)?.length).toBe(1);
  for (const { x, y } of picture.dots) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  }
  const [a, b, c] = picture.dots;
  const across = (b?.x ?? 0) - (a?.x ?? 0);
  expect(((c?.y ?? 0) - (a?.y ?? 0)) / across).toBeCloseTo(100 / 2000, 2);
});

test('a network without any position has an empty picture', () => {
  const picture = miniature({ scheme: { sectors: [] }, actors: [actor('a')], ties: [] });
  expect(picture).toEqual({ actors: 1, ties: 0, dots: [], lines: '' });
});
