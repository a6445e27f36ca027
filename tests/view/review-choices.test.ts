import { expect, test } from 'vitest';
import { casesOf } from '../../src/view/review/cases.ts';
import { choiceGroups } from '../../src/view/review/choice-groups.ts';

const choice = (id: string, of?: string) => ({
  id,
  ...(of === undefined ? {} : { of }),
  label: { en: id, zh: id },
  value: '',
  options: [],
});

test('choices about one file or table stand under its name, those about the whole before them', () => {
  const groups = choiceGroups([
    choice('encoding.0', 'ties (2).csv'),
    choice('column.0.source', 'ties (2).csv'),
    choice('direction'),
    choice('column.1.name', 'actors.csv'),
  ]);
  expect(groups.map(({ name, choices }) => [name, choices.map(({ id }) => id)])).toEqual([
    ['', ['direction']],
    ['ties (2).csv', ['encoding.0', 'column.0.source']],
    ['actors.csv', ['column.1.name']],
  ]);
});

test('a note that stands for many cases counts as many', () => {
  expect(casesOf([{}, { count: 5 }, { count: 1 }])).toBe(7);
});
