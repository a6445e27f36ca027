import { describe, expect, it } from 'vitest';
import { oneWriteARecord } from '../../src/model/one-write-a-record.ts';
import type { Changes } from '../../src/model/records.ts';
import type { Write } from '../../src/model/write.ts';

const at = { table: 'actors', id: 'a' } as const;
const flat = (entries: Readonly<Record<string, string | number>>): ReadonlyMap<string, string | number> =>
  new Map(Object.entries(entries));

const put = (entries: Readonly<Record<string, string | number>>): Write => ({
  kind: 'put',
  ...at,
  record: flat(entries),
});
const replace = (entries: Readonly<Record<string, string | number>>): Write => ({
  kind: 'replace',
  ...at,
  record: flat(entries),
});
const set = (...changes: [string, string | number | undefined][]): Write => ({
  kind: 'set',
  ...at,
  changes: new Map(changes) as Changes,
});
const gone: Write = { kind: 'remove', ...at };

describe('what a step says of one record', () => {
  it.each<[string, Write[], Write[]]>([
    [
      'two changes: the later value counts',
      [set(['size', 1], ['x', 2]), set(['size', 3])],
      [set(['size', 3], ['x', 2])],
    ],
    ['a change that is taken back', [set(['size', 1]), set(['size', undefined])], [set(['size', undefined])]],
    [
      'made, then changed',
      [put({ name: 'A', size: 1 }), set(['size', undefined], ['x', 2])],
      [put({ name: 'A', x: 2 })],
    ],
    ['replaced, then changed', [replace({ name: 'A' }), set(['size', 2])], [replace({ name: 'A', size: 2 })]],
    ['changed, then replaced', [set(['size', 2]), replace({ name: 'B' })], [replace({ name: 'B' })]],
    ['made, then replaced', [put({ name: 'A' }), replace({ name: 'B' })], [put({ name: 'B' })]],
    ['made and removed: nothing', [put({ name: 'A' }), gone], []],
    ['changed and removed', [set(['size', 2]), gone], [gone]],
    ['removed twice', [gone, gone], [gone]],
    ['removed, then changed as a consequence', [gone, set(['size', 2])], [gone]],
  ])('%s', (_name, writes, expected) => {
    expect(oneWriteARecord(writes)).toEqual(expected);
  });

  it('refuses what only a mistaken command could say', () => {
    expect(() => oneWriteARecord([put({ name: 'A' }), put({ name: 'B' })])).toThrow();
    expect(() => oneWriteARecord([set(['size', 1]), put({ name: 'B' })])).toThrow();
    expect(() => oneWriteARecord([gone, put({ name: 'B' })])).toThrow();
  });

  it('leaves records, tables and single records apart, and lists of what stays as they are', () => {
    const writes: Write[] = [
      { kind: 'keep', table: 'ties', ids: new Set(['t']) },
      set(['size', 1]),
      { kind: 'set', table: 'ties', id: 'a', changes: new Map([['weight', 2]]) },
      { kind: 'set-single', single: 'map', changes: new Map([['title', 'T']]) },
      { kind: 'keep', table: 'projects', ids: new Set() },
      { kind: 'set-single', single: 'view', changes: new Map([['labels', 'all']]) },
      { kind: 'set-single', single: 'map', changes: new Map([['author', 'A']]) },
    ];
    const [first, second, third, , ...rest] = writes;
    expect(oneWriteARecord(writes)).toEqual([
      first,
      second,
      third,
      {
        kind: 'set-single',
        single: 'map',
        changes: new Map([
          ['title', 'T'],
          ['author', 'A'],
        ]),
      },
      ...rest.slice(0, 2),
    ]);
  });
});
