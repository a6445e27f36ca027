import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupText, readBackup } from '../../src/formats/backup.ts';
import { writeCsv } from '../../src/formats/csv-write.ts';
import { writeGraphml } from '../../src/formats/graphml-write.ts';
import { ownText, writeOwn } from '../../src/formats/own-write.ts';
import { guarded, unguarded } from '../../src/formats/text.ts';
import { DEFAULT_APPEARANCE } from '../../src/model/appearance.ts';
import type { Draft } from '../../src/model/draft.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { file, graphOf, read, value } from '../formats/reading.ts';
import { arbitraryDraft, sortedKeys } from './drafts.ts';

// Keys such as __proto__ are compared as entries: matchers that walk objects pass over them.
function expectEqual(actual: unknown, expected: unknown): void {
  expect(sortedKeys(actual)).toEqual(sortedKeys(expected));
}

/**
 * The view as it is read: all of it, but for saved views and settings of the diagnosis, of which none is written as nothing,
 * and for the usual colours and sizes.
 */
function wholeView({ view }: Draft): Draft['view'] {
  const { views: _none, diagnosis: _unset, ...rest } = DEFAULT_VIEW;
  const told = Object.entries(rest).filter(([key]) => !Object.hasOwn(DEFAULT_APPEARANCE, key));
  return { ...Object.fromEntries(told), ...view };
}

describe('what is written is read back exactly', () => {
  test('our own format holds everything', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const [written] = writeOwn(graphOf(draft));
        const reading = read([file('map.json', written?.text ?? '')]);
        expect(reading.report.notes).toEqual([]);
        expectEqual(reading.draft, { ...draft, view: wholeView(draft) });
        expect(ownText(reading.draft)).toBe(written?.text);
      }),
      { numRuns: 150 },
    );
  });

  test('GraphML holds everything', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const [written] = writeGraphml(graphOf(draft));
        const reading = read([file('map.graphml', written?.text ?? '')]);
        expectEqual(reading.draft, { ...draft, view: wholeView(draft) });
      }),
      { numRuns: 150 },
    );
  });

  test('the pair of tables holds all actors and ties', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const files = writeCsv(graphOf(draft)).map(({ name, text }) => file(name, text));
        const reading = read(draft.ties.length === 0 ? files.slice(0, 1) : files, {
          loops: 'keep',
          positions: 'keep',
        });
        expectEqual(reading.draft.actors, draft.actors);
        expectEqual(reading.draft.ties, draft.ties);
        const used = new Set(draft.ties.map((tie) => tie.project));
        expect(reading.draft.projects.map(({ id, name }) => [id, name]).sort()).toEqual(
          draft.projects
            .filter(({ id }) => used.has(id))
            .map(({ id, name }) => [id, name])
            .sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('a backup holds all maps', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDraft, { maxLength: 3 }), (drafts) => {
        const maps = drafts.map((draft, index) => ({ ...draft, formerId: `m${index}` }));
        const files = maps.map((draft) => ({ id: draft.formerId, text: ownText(draft) }));
        expectEqual(value(readBackup(backupText(files))), maps);
      }),
      { numRuns: 30 },
    );
  });
});

describe('no cell of a written table is a formula', () => {
  test('whatever names, notes and fields hold', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const cells = writeCsv(graphOf(draft)).flatMap(({ text }) => cellsOf(text));
        expect(cells.filter((cell) => /^(?:[=@＝＋－＠\t\r\n]|[+-](?![\d.]))/u.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('guarding is taken back exactly', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@\t']{0,2}[a-z0-9]{0,3}$/u)),
        (text) => {
          expect(unguarded(guarded(text))).toBe(text);
        },
      ),
    );
  });
});

/** A second, simpler reader of CSV. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\ufeff/u, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
