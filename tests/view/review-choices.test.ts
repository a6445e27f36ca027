import { expect, test } from 'vitest';
import { casesOf } from '../../src/view/review/cases.ts';
import { choiceGroups } from '../../src/view/review/choice-groups.ts';

const choice = (id: string, en: string, zh: string) => ({ id, label: { en, zh }, value: '', options: [] });

test('choices about one table stand under its name, which their labels no longer repeat', () => {
  const groups = choiceGroups([
    choice('encoding.0', 'Encoding of ties (2).csv', 'ties (2).csv 的编码'),
    choice('header.0', 'First row of ties (2).csv is a header', 'ties (2).csv 首行为表头'),
    choice('table.0', 'ties (2).csv holds', 'ties (2).csv 的内容'),
    choice('column.0.source', 'From (giver) (ties (2).csv)', '来源（供给方）（ties (2).csv）'),
    choice('direction', 'Direction of ties', '关系方向'),
  ]);
  expect(groups.map(({ name, choices }) => [name, choices.map(({ label }) => [label.en, label.zh])])).toEqual(
    [
      ['', [['Direction of ties', '关系方向']]],
      [
        'ties (2).csv',
        [
          ['Encoding', '编码'],
          ['First row is a header', '首行为表头'],
          ['Holds', '内容'],
          ['From (giver)', '来源（供给方）'],
        ],
      ],
    ],
  );
});

test('the encoding of a file whose tables have names of their own is about the whole', () => {
  const groups = choiceGroups([
    choice('encoding.0', 'Encoding of net.graphml', 'net.graphml 的编码'),
    choice('column.0.name', 'Name (nodes)', '名称（nodes）'),
  ]);
  expect(groups.map(({ name, choices }) => [name, choices.map(({ id }) => id)])).toEqual([
    ['', ['encoding.0']],
    ['nodes', ['column.0.name']],
  ]);
});

test('a note that stands for many cases counts as many', () => {
  expect(casesOf([{}, { count: 5 }, { count: 1 }])).toBe(7);
});
