import type { Language, Localized } from '../base/localized.ts';
import { textWidth } from '../scene/text.ts';
import { SLIGHT, UNCHANGED, type ComparisonCell } from './comparison.ts';
import { badge } from './comparison-panel.ts';
import type { PlannedTable } from './comparison-table.ts';
import { INK, MUTED_INK, within } from './detail-page.ts';
import { flow } from './flow.ts';
import type { Page } from './page.ts';
import { textElement } from './svg.ts';
import { toneMark } from './tone-mark.ts';

const KINDS = ['added', 'removed', 'changed'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number] | 'better' | 'worse', Localized>> = {
  added: { en: 'new', zh: '新增' },
  removed: { en: 'gone', zh: '消失' },
  changed: { en: 'changed', zh: '改变' },
  better: { en: 'better', zh: '变好' },
  worse: { en: 'worse', zh: '变差' },
};
/** What stands in a table where nothing that can be judged changed. */
const SAME: readonly { readonly sign: string; readonly words: Localized }[] = [
  { sign: UNCHANGED, words: { en: 'the same', zh: '相同' } },
  { sign: SLIGHT, words: { en: 'nearly the same', zh: '几乎相同' } },
];

/** What a key speaks of. */
export interface KeyInput {
  /** What the others are compared with. */
  readonly base: { readonly sign: string; readonly name: string };
  readonly table: PlannedTable | null;
  readonly language: Language;
}

interface KeyEntry {
  readonly text: string;
  readonly mark?: (x: number, y: number) => string;
}

interface Key {
  readonly elements: readonly string[];
  readonly height: number;
}

export function keyHeight(input: KeyInput, page: Page, width: number): number {
  return keyElements(input, page, { left: 0, top: 0, width }).height;
}

/** What the signs mean, and against what. */
export function keyElements(
  { base, table, language }: KeyInput,
  { font }: Page,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
): Key {
  // What is not drawn needs no key.
  const cells = table?.columns.roomy ? table.shown.rows.flatMap((row) => row.cells) : [];
  const name = within(base.name, width / 3, font);
  const entries: readonly KeyEntry[] = [
    { text: { en: `Against ${base.sign} (${name}):`, zh: `与 ${base.sign}（${name}）相比：` }[language] },
    ...KINDS.map((kind) => ({
      text: WORDS[kind][language],
      mark: (x: number, y: number) => badge(kind, x + font * 0.5, y, font),
    })),
    ...changeEntries(cells, language, font),
  ];
  const widths = entries.map(({ text, mark }) => textWidth(text, font) * 1.05 + (mark ? font * 1.5 : 0));
  const { places, height } = flow(widths, { left, top, width }, font * 1.6, font * 1.4);
  const elements = entries.map(({ text, mark }, k) => {
    const { x, y } = places[k] ?? { x: left, y: top };
    const words = textElement([text], x + (mark ? font * 1.5 : 0), y + font * 0.36, {
      size: font,
      fill: mark ? INK : MUTED_INK,
    });
    return (mark?.(x, y) ?? '') + words;
  });
  return { elements, height };
}

/** Of the signs beside numbers, those that stand there. */
function changeEntries(
  cells: readonly ComparisonCell[],
  language: Language,
  font: number,
): readonly KeyEntry[] {
  const judged = cells.some(({ tone }) => tone !== 'neutral');
  return [
    ...(judged ? (['good', 'concern'] as const) : []).map((tone) => ({
      text: WORDS[tone === 'good' ? 'better' : 'worse'][language],
      mark: (x: number, y: number) => toneMark(tone, x + font * 0.1, y + font * 0.36, font),
    })),
    ...SAME.filter(({ sign }) => cells.some(({ change }) => change === sign)).map(({ sign, words }) => ({
      text: words[language],
      mark: (x: number, y: number) =>
        textElement([sign], x + font * 0.5, y + font * 0.36, {
          size: font,
          fill: MUTED_INK,
          anchor: 'middle',
        }),
    })),
  ];
}
