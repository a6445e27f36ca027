import { expect, test } from 'vitest';
import { bulk, bulkValues } from '../../src/view/selection/bulk.ts';

test('a value that all records share is shown, one on which they differ is mixed, though some lack it', () => {
  const read = (record: { readonly x?: number }): number | undefined => record.x;
  expect(bulk([{ x: 1 }, { x: 1 }], read)).toEqual({ text: '1', mixed: false });
  expect(bulk([{ x: 1 }, { x: 2 }], read)).toEqual({ text: '', mixed: true });
  expect(bulk([{ x: 1 }, {}], read)).toEqual({ text: '', mixed: true });
  expect(bulk([{}, {}], read)).toEqual({ text: '', mixed: false });
});

test('values by key are shared or mixed each for itself; lists are compared by what they hold', () => {
  const { values, mixed } = bulkValues<string | number | readonly string[]>([
    { a: 1, b: 2, list: ['x', 'y'] },
    { a: 1, b: 3, list: ['x', 'y'], c: 'only here' },
  ]);
  expect(values).toEqual({ a: 1, list: ['x', 'y'] });
  expect([...mixed].sort()).toEqual(['b', 'c']);
});
