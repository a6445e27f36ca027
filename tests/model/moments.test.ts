import { expect, test } from 'vitest';
import type { Actor, Graph } from '../../src/model/graph.ts';
import { isThere, momentsOf } from '../../src/model/moments.ts';

function dated(
  ...spans: readonly (readonly [from?: string | undefined, to?: string])[]
): Pick<Graph, 'actors' | 'ties'> {
  const actors = spans.map(([from, to], k): Actor => ({
    ...{ id: `${k}`, name: `${k}`, sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {} },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }));
  return { actors: new Map(actors.map((actor) => [actor.id, actor])), ties: new Map() };
}

test('what has no dates is always there, and what has is there from its first day to its last', () => {
  expect(isThere({}, '2019')).toBe(true);
  const span = { from: '2019-05', to: '2021' };
  const there = [
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2019-04',
    '2019-05',
    '2021-12',
    '2022-01',
    '2019-05-31',
  ];
  expect(there.filter((moment) => isThere(span, moment))).toEqual([
    '2019',
    '2020',
    '2021',
    '2019-05',
    '2021-12',
    '2019-05-31',
  ]);
});

test('moments are as fine as the dates, from the first to the last', () => {
  expect(momentsOf(dated())).toEqual([]);
  expect(momentsOf(dated([], []))).toEqual([]);
  expect(momentsOf(dated(['2019', '2021']))).toEqual(['2019', '2020', '2021']);
  expect(momentsOf(dated(['2019-11'], [undefined, '2020-02']))).toEqual([
    '2019-11',
    '2019-12',
    '2020-01',
    '2020-02',
  ]);
  expect(momentsOf(dated(['2024-02-28', '2024-03-01']))).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(momentsOf(dated(['2020']))).toEqual(['2020']);
});

test('what has no month begins with the year and ends with it', () => {
  const months = momentsOf(dated(['2019', '2019-03'], ['2019-02', '2020']));
  expect([months[0], months.at(-1), months.length]).toEqual(['2019-01', '2020-12', 24]);
});

test('a long time is cut into larger steps, and centuries into the years in which something happens', () => {
  expect(momentsOf(dated(['1990-01-05', '2020-03-01'])).length).toBe(31);
  expect(momentsOf(dated(['1402', '2024'], ['1897-05-21']))).toEqual(['1402', '1897', '2024']);
});

test('a date that the calendar does not have begins with its month', () => {
  expect(momentsOf(dated(['2023-02-31', '2023-03-02']))[0]).toBe('2023-02-01');
});
