import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownName } from '../../src/model/shown-name.ts';
import { cleanText, graphemes, textWidth, wrapLabel } from '../../src/scene/text.ts';

describe('width of text', () => {
  test('is that of Helvetica for Latin, one em for Chinese, nothing for accents', () => {
    expect(textWidth('Ecotone', 1000)).toBeCloseTo(667 + 500 + 556 + 278 + 556 + 556 + 556, 6);
    expect(textWidth('产教融合', 10)).toBe(40);
    expect(textWidth('，（', 10)).toBe(20);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('é', 10)).toBe(textWidth('e', 10));
    expect(textWidth('👩‍🔬', 10)).toBe(10);
    expect(textWidth('', 10)).toBe(0);
  });

  test('grows with every text that is added', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        // Joining may merge two characters into one that a reader sees, never make the text wider.
        expect(textWidth(`${a}${b}`, 1)).toBeLessThanOrEqual(textWidth(a, 1) + textWidth(b, 1) + 1e-9);
        expect(textWidth(a, 1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('wrapping of labels', () => {
  test('breaks Latin at spaces, into lines about equally long', () => {
    expect(wrapLabel('Zhejiang Normal University', 9, 3)).toEqual(['Zhejiang Normal', 'University']);
    expect(wrapLabel('Leapmotor', 9, 3)).toEqual(['Leapmotor']);
  });

  test('breaks Chinese between words and never before closing punctuation', () => {
    expect(wrapLabel('义乌工商职业技术学院', 9, 3)).toEqual(['义乌工商职业', '技术学院']);
    expect(wrapLabel('金华市中小企业服务中心', 9, 3)).toEqual(['金华市中小', '企业服务中心']);
    expect(wrapLabel('浙江大学（金华研究院）', 6, 3).join('|')).not.toMatch(/\|[）]|（\|/);
  });

  test('ends in an ellipsis what does not fit, and cuts a word wider than a line', () => {
    expect(wrapLabel('a'.repeat(200), 4, 2)).toEqual(['aaaaaaa', 'aaaaa…']);
    expect(wrapLabel('金'.repeat(10_000), 5, 2)).toEqual(['金'.repeat(5), `${'金'.repeat(4)}…`]);
  });

  test('keeps the width, the number of lines and every character that fits', () => {
    const mixed = fc.array(
      fc.constantFrom(
        '金',
        '华',
        '，',
        '（',
        '）',
        '。',
        'a',
        'W',
        ' ',
        '-',
        'é',
        'e\u0301',
        '👩‍🔬',
        '1',
        '\n',
        'שלום',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        mixed,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (parts, maxEm, maxLines, even) => {
          const text = parts.join('');
          const lines = wrapLabel(text, maxEm, maxLines, even);
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) {
            expect(textWidth(line, 1)).toBeLessThanOrEqual(maxEm + 1e-6);
            expect(line).toBe(line.trim());
            expect(line).not.toBe('');
          }
          const all = (texts: readonly string[]): string => texts.join('').replaceAll(' ', '');
          const shown = all(lines);
          const given = all([cleanText(text)]);
          if (shown.endsWith('…')) expect(given.startsWith(shown.slice(0, -1))).toBe(true);
          else expect(shown).toBe(given);
          // No character that a reader sees is cut in two.
          expect(graphemes(shown.replace('…', ''))).toEqual(
            graphemes(given).slice(0, graphemes(shown.replace('…', '')).length),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never begins a line with closing punctuation where there is any other place to break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('金', '华', '市', '，', '。', '、'), { minLength: 1, maxLength: 40 }),
        (parts) => {
          // Runs of punctuation longer than a line have no other place.
          fc.pre(!/[，。、]{3}/.test(parts.join('')));
          for (const line of wrapLabel(parts.join(''), 6, 10).slice(1)) expect(line).not.toMatch(/^[，。、]/);
        },
      ),
    );
  });

  test('takes the same short time for a label of any length', () => {
    const lines = wrapLabel('word '.repeat(200_000), 9, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
  });
});

describe('text that is drawn', () => {
  test('holds no control characters, direction overrides or halves of characters', () => {
    expect(cleanText('a\u0000\u0007b\u202ec\ud800d \n\t e\ufffe')).toBe('abc\ufffdd e');
  });

  test('is the name in the language of the reader, as far as the script tells', () => {
    const both = { name: '金华市教育局', secondName: 'Bureau of Education' };
    expect(shownName(both, 'zh')).toBe('金华市教育局');
    expect(shownName(both, 'en')).toBe('Bureau of Education');
    expect(shownName({ name: 'Bosch' }, 'zh')).toBe('Bosch');
    expect(shownName({ name: 'Bosch', secondName: 'BSH' }, 'zh')).toBe('Bosch');
    expect(shownName({ name: 'Bosch', secondName: '博世' }, 'zh')).toBe('博世');
    expect(shownName({ name: 'Bosch', secondName: '博世' }, 'en')).toBe('Bosch');
  });
});
