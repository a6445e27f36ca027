import { expect, test } from 'vitest';
import { EntryHistory, entryHistory } from '../../src/state/entry-history.ts';

test('the arrows go through what was entered, and stop at the first line and behind the last', () => {
  const history = new EntryHistory();
  for (const line of ['A', 'B', 'C']) history.add(line);
  expect([history.older(), history.older(), history.older(), history.older()]).toEqual([
    'C',
    'B',
    'A',
    undefined,
  ]);
  expect(history.shows('A')).toBe(true);
  expect([history.newer(), history.newer(), history.newer(), history.newer()]).toEqual(['B', 'C', '', '']);
});

test('a line entered again is the last one, and only the last hundred are kept', () => {
  const history = new EntryHistory();
  for (let k = 0; k < 150; k++) history.add(`line ${k}`);
  history.add('line 60');
  expect([history.older(), history.older()]).toEqual(['line 60', 'line 149']);
  const all = ['line 60', 'line 149'];
  for (let line = history.older(); line !== undefined; line = history.older()) all.push(line);
  expect(all).toHaveLength(100);
  expect(all.at(-1)).toBe('line 50');
});

test('each map has a history of its own', () => {
  entryHistory('one').add('A');
  expect(entryHistory('other').older()).toBeUndefined();
  expect(entryHistory('one').older()).toBe('A');
});
