import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { EntryReader, parseEntry } from '../../src/model/entry.ts';
import { countEntry, type EntryCounts } from '../../src/model/entry-changes.ts';
import { MapDocument } from '../../src/model/document.ts';
import type { Graph } from '../../src/model/graph.ts';
import { editing } from '../model/support.ts';

const RUNS = process.env['ECOTONE_LONG'] === '1' ? 5000 : 300;

/** A map on which lines find something to change and to delete. */
const START = (() => {
  const { document, editor } = editing(8);
  for (const line of [
    'A @university size=3',
    'A > B : talent 2',
    'A > B : capital',
    'B <> C',
    'C > D > E',
    'project P: A, B',
  ]) {
    const entry = parseEntry(line, document.graph);
    if (entry.ok) editor.run(enter, { entry: entry.value });
  }
  return document.encodeSince(new MapDocument().stateVector());
})();

function window() {
  return editing(9, [START]);
}

const SIGNS = [
  ...[
    '>',
    '<',
    '<>',
    '>+',
    '@',
    ':',
    '，',
    '"',
    '“',
    ' ',
    '\n',
    '\n- ',
    '－',
    '=',
    '＝',
    ';',
    '、',
    'A',
    'B',
  ],
  ...[
    'F',
    '3',
    'talent',
    '高校',
    'size=',
    '规模=',
    'from=2020',
    'offers ',
    '需要',
    'project P',
    '\u0000',
    '\t',
  ],
];
const anyLine = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), anyText(12)), { maxLength: 24 })
  .map((parts) => parts.join(''));

const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'a', 'Ｂ');
const names = fc.array(name, { minLength: 1, maxLength: 4 }).map((list) => list.join(', '));
const some = (...texts: string[]) => fc.constantFrom('', ...texts);
const line = fc.oneof(
  fc
    .tuple(
      names,
      some(' @university', ' @enterprise', ' @bank'),
      some(' size=3', ' size=', ' from=2020 size=5'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      names,
      fc.constantFrom('>', '<', '<>', '>+'),
      names,
      some(' : talent', ' : talent 2', ' : capital 3', ' : 4', ' : loan', ' : talent from=2020'),
    )
    .map(([from, arrow, to, spec]) => `${from} ${arrow} ${to}${spec}`),
  names.map((list) => `- ${list}`),
  fc
    .tuple(name, fc.constantFrom('>', '<', '<>'), name, some(' : talent'))
    .map(([from, arrow, to, spec]) => `- ${from} ${arrow} ${to}${spec}`),
  fc.tuple(name, some('2', '0')).map(([who, amount]) => `${who} offers talent ${amount}`),
  names.map((list) => `project P: ${list}`),
);

/** What is in one state and not in another, and what is in both but differs. */
function difference<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  but: readonly string[],
) {
  const plain = (record: T | undefined): string =>
    JSON.stringify(record, (key, value: unknown) => (but.includes(key) ? undefined : value));
  const both = [...before.keys()].filter((id) => after.has(id));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).length,
    removed: before.size - both.length,
    changed: both.filter((id) => plain(before.get(id)) !== plain(after.get(id))).length,
  };
}

/** Amounts are counted by themselves. */
function changes(before: Graph, after: Graph): EntryCounts {
  const actors = difference(before.actors, after.actors, ['supply', 'demand']);
  const ties = difference(before.ties, after.ties, []);
  return {
    addedActors: actors.added,
    changedActors: actors.changed,
    removedActors: actors.removed,
    addedTies: ties.added,
    changedTies: ties.changed,
    removedTies: ties.removed,
    sectors: after.scheme.sectors.length - before.scheme.sectors.length,
    tieTypes: after.scheme.tieTypes.length - before.scheme.tieTypes.length,
  };
}

describe('quick entry', () => {
  const { graph } = window().document;

  it('never throws, whatever is typed, and what it reads can be described, counted and entered', () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (text, create) => {
        const { document, editor } = window();
        const entry = parseEntry(text, document.graph, { create });
        if (!entry.ok) {
          expect(entry.problem.message.en).not.toBe('');
          expect(entry.problem.message.zh).not.toBe('');
          return;
        }
        for (const tie of entry.value.ties) expect(tie.source).not.toBe(tie.target);
        const { en, zh } = describeEntry(entry.value);
        expect([en, zh]).not.toContain('');
        expect(editor.run(enter, { entry: entry.value }).ok).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('does what it has said: as many are added, changed and deleted, and “already there” changes nothing', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean(), (lines, create) => {
        const { document, editor } = window();
        const before = document.graph;
        const reader = new EntryReader(before, { create });
        for (const [row, text] of lines.entries()) reader.read(text, row);
        const entry = reader.entry();
        const says = describeEntry(entry).en;
        expect(editor.run(enter, { entry }).ok).toBe(true);
        expect(countEntry(entry)).toEqual(changes(before, document.graph));
        const same = says.startsWith('Already');
        if (same) expect(document.graph).toBe(before);
        const [, added] = /^Add (\d+) actors/u.exec(says) ?? [];
        if (added !== undefined) expect(Number(added)).toBe(document.graph.actors.size - before.actors.size);
        const [, tied] = /tie (\d+) pairs/iu.exec(says) ?? [];
        if (tied !== undefined) expect(Number(tied)).toBe(countEntry(entry).addedTies);
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves nothing of a line that cannot be read', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), anyLine, (lines, odd) => {
        const [with_, without] = [new EntryReader(graph), new EntryReader(graph)];
        for (const [row, text] of lines.entries()) {
          with_.read(text, row);
          without.read(text, row);
        }
        const [one] = odd.split(/[\n\r]/u);
        fc.pre(with_.read(one ?? '', 9) !== undefined);
        expect(with_.entry()).toEqual(without.entry());
      }),
      { numRuns: RUNS },
    );
  });

  it('says the same of a text as of its lines one by one', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const whole = parseEntry(lines.join('\n'), graph);
        const reader = new EntryReader(graph);
        const problems = lines.map((text, row) => reader.read(text, row));
        expect(whole.ok).toBe(problems.every((problem) => problem === undefined));
        if (whole.ok) expect(whole.value).toEqual(reader.entry());
      }),
      { numRuns: RUNS },
    );
  });
});
