import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import {
  DEFAULT_APPEARANCE,
  NUMBER_PALETTE_IDS,
  PALETTE_IDS,
  SIZE_BOUNDS,
} from '../../src/model/appearance.ts';
import { applyStyle } from '../../src/model/commands/apply-style.ts';
import { readView, viewChanges } from '../../src/model/records.ts';
import { plainStyle, styleFromPlain, styleFromText, styleText } from '../../src/model/style-file.ts';
import { DEFAULT_SETTINGS, type Style } from '../../src/model/style.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { editing, said } from './support.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const ready = fc.array(
  fc.oneof(fc.record({ colour }), fc.record({ id: fc.string({ minLength: 1, maxLength: 9 }), colour })),
  { maxLength: 9 },
);
const style: fc.Arbitrary<Style> = fc.record({
  id: fc.constant('s'),
  name: fc.constantFrom(same('House style'), { en: 'Red', zh: '红' }),
  settings: fc.record({
    palette: fc.constantFrom(...PALETTE_IDS),
    numbers: fc.constantFrom(...NUMBER_PALETTE_IDS),
    labelSize: fc.double({ ...SIZE_BOUNDS.labelSize, noNaN: true }),
    markSize: fc.double({ ...SIZE_BOUNDS.markSize, noNaN: true }),
    tieSize: fc.double({ ...SIZE_BOUNDS.tieSize, noNaN: true }),
    width: fc.constantFrom('weight', 'same'),
    tieColour: fc.constantFrom('type', 'mechanism', 'plain'),
    labels: fc.constantFrom('auto', 'all', 'none'),
  }),
  sectors: ready,
  tieTypes: ready,
});

describe('a style file', () => {
  it('gives back the style that was written, to the bit', () => {
    fc.assert(
      fc.property(style, (one) => {
        const read = styleFromText(styleText(one), 's');
        expect(read).toEqual({ ok: true, value: one });
        expect(styleText(one)).toBe(styleText({ ...one }));
      }),
    );
  });

  it('that is none, or is damaged, is refused and says what to do', () => {
    for (const text of ['', '{', 'null', '[]', '{"format":"ecotone"}', '{"format":"ecotone-style"}', '7']) {
      const read = styleFromText(text, 's');
      expect(read.ok, text).toBe(false);
      if (!read.ok) expect(read.problem.message.zh).toMatch(/\p{Script=Han}/u);
    }
    const later = { ...plainStyle({ ...BARE }), version: 2 };
    expect(styleFromText(JSON.stringify(later), 's').ok).toBe(false);
    expect(styleFromText(`"${'x'.repeat(300_000)}"`, 's').ok).toBe(false);
  });

  it('is read whatever it holds: what is malformed is as usual, and sizes stay within their bounds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(plainStyle(BARE))), fc.jsonValue()),
        (mess) => {
          const found = styleFromPlain({ ...mess, format: 'ecotone-style', version: 1, name: 'x' }, 's');
          expect(found).toBeDefined();
          for (const { colour: each } of [...(found?.sectors ?? []), ...(found?.tieTypes ?? [])])
            expect(each).toMatch(/^#[0-9a-f]{6}$/iu);
        },
      ),
    );
    const wild = { ...plainStyle(BARE), labelSize: 99, tieSize: -1, markSize: 'big', palette: '__proto__' };
    expect(styleFromPlain(wild, 's')?.settings).toEqual({ ...DEFAULT_SETTINGS, labelSize: 2, tieSize: 0.5 });
  });

  it('may begin with the mark that some editors write, and has a name without control characters', () => {
    const odd = { ...plainStyle(BARE), name: '  a\u0000b\n ' };
    const read = styleFromText(`\uFEFF${JSON.stringify(odd)}`, 's');
    expect(read.ok && read.value.name).toEqual(same('a b'));
  });
});

const BARE: Style = { id: 's', name: same('Bare'), settings: DEFAULT_SETTINGS, sectors: [], tieTypes: [] };

describe('the colours and sizes of a map', () => {
  it('come back as they were stored; what cannot be read is as usual', () => {
    const view = {
      ...DEFAULT_VIEW,
      palette: 'viridis-steps',
      numbers: 'grey',
      labelSize: 1.25,
      markSize: 0.8,
      tieSize: 2,
      style: { id: 'built-in:x', name: 'X' },
    } as const;
    const flat = new Map(
      [...viewChanges(view)].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    );
    expect(readView(flat)).toEqual(view);
    const broken = new Map<string, string | number | readonly string[]>([
      ['palette', 'rainbow'],
      ['labelSize', 'large'],
      ['style', ['only an id']],
    ]);
    expect(readView(broken)).toMatchObject(DEFAULT_APPEARANCE);
  });

  it('change in one step, which names itself; entries that are gone are passed over', () => {
    const { editor, document } = editing(1);
    const before = said(document.graph);
    const done = editor.run(applyStyle, {
      step: { en: 'Dress', zh: '换装' },
      view: { labelSize: 1.3, style: { id: 's', name: 'S' } },
      sectors: new Map([
        ['government', '#000001'],
        ['gone', '#000002'],
      ]),
      tieTypes: new Map([['policy', '#000003']]),
    });
    expect(done.ok).toBe(true);
    const { scheme, view } = document.graph;
    expect(scheme.sectors.find(({ id }) => id === 'government')?.colour).toBe('#000001');
    expect(scheme.tieTypes.find(({ id }) => id === 'policy')?.colour).toBe('#000003');
    expect(scheme.sectors).toHaveLength(5);
    expect(view).toMatchObject({ labelSize: 1.3, style: { id: 's', name: 'S' } });
    expect(document.undoName).toEqual({ en: 'Dress', zh: '换装' });
    document.undo();
    expect(said(document.graph)).toEqual(before);
  });

  it('are refused whole when one of them is no colour', () => {
    const { editor, document } = editing(1);
    const before = said(document.graph);
    const done = editor.run(applyStyle, {
      step: same('x'),
      view: { labelSize: 2 },
      sectors: new Map([['government', 'red']]),
    });
    expect(done.ok).toBe(false);
    expect(said(document.graph)).toEqual(before);
  });
});
