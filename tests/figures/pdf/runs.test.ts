import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goesBeyond, runsOf, type Face } from '../../../src/figures/pdf/runs.ts';

const faceOf = (letters: RegExp): Face => ({ has: (code) => letters.test(String.fromCodePoint(code)) });
const LATIN = faceOf(/^(?:[\u0020-\u024f\u05d0-\u05ea–“”]|\u0301)$/u);
const CHINESE = faceOf(/^[\u0020-\u007e\u3000-\u9fff]$/u);
const FACES = [LATIN, CHINESE];

const runs = (line: string): unknown => runsOf(line, FACES).map(({ text, face }) => [text, face]);

describe('runs of letters', () => {
  test('are set in the first font that has them', () => {
    expect(runs('Jinhua 金华 – “浙江”')).toEqual([
      ['Jinhua ', 0],
      ['金华', 1],
      [' – “', 0],
      ['浙江', 1],
      ['”', 0],
    ]);
  });

  test('keep letters without a font as runs of their own, one letter each for what a reader sees as one', () => {
    const [, unknown] = runsOf('a👩‍🔬𓀀', FACES);
    expect(unknown).toMatchObject({ face: null });
    expect(unknown?.letters).toEqual(['👩‍🔬', '𓀀']);
    expect(goesBeyond('a👩‍🔬', FACES)).toBe(true);
    expect(goesBeyond('金华', [LATIN])).toBe(true);
    expect(goesBeyond('金华', FACES)).toBe(false);
  });

  test('compose accents, and leave out joiners and selectors that draw nothing', () => {
    expect(runs('e\u0301\u200b\u00a0x\ufe0f')).toEqual([['é x', 0]]);
  });

  test('stand from right to left in names that run so, numbers among them from left to right', () => {
    expect(runs('ABC אבג 12.5 דהו!')).toEqual([
      ['ABC ', 0],
      [' דהו', 0],
      ['12.5', 0],
      ['אבג ', 0],
      ['!', 0],
    ]);
  });

  test('mirror brackets among letters that run to the left', () => {
    expect(runs('א(ב)ג')).toEqual([['א)ב(ג', 0]]);
    expect(runs('(אב)')).toEqual([
      ['(', 0],
      ['אב', 0],
      [')', 0],
    ]);
  });

  test('keep brackets in pairs: both as the line runs, or both as what goes on before and between them', () => {
    expect(runs('א (ב) 42')).toEqual([
      ['42', 0],
      ['א )ב( ', 0],
    ]);
    expect(runs('(אב) 42')).toEqual([
      ['(', 0],
      ['אב', 0],
      [') ', 0],
      ['42', 0],
    ]);
    expect(runs('א (b ג) ד')).toEqual([
      ['א', 0],
      [' (b ', 0],
      ['ג', 0],
      [') ', 0],
      ['ד', 0],
    ]);
  });

  test('lose no letter, whatever the line', () => {
    const letter = fc.constantFrom('a', 'B', '1', '.', ' ', '(', 'א', 'ב', '金', '，', '𓀀');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 20 }), (letters) => {
        const found = runsOf(letters.join(''), FACES).flatMap((run) => run.letters);
        expect([...found].sort()).toEqual([...letters].sort());
      }),
    );
  });
});
