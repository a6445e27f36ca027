import type { Language } from '../base/localized.ts';
import type { FindingRow, RowsColumn, RowsDetail } from '../metrics/detail.ts';
import { columnFormat } from '../metrics/format.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';
import { lineElement } from './axes.ts';
import { detailPage, GRID, INK, MUTED_INK } from './detail-page.ts';
import type { Body, Frame } from './detail-page.ts';
import { sentenceOf } from './figure-names.ts';
import { COLON, FIGURE_TEXTS, moreRowsText } from './figure-texts.ts';
import type { DetailFigureOptions } from './figure.ts';
import { attributes, group, textElement } from './svg.ts';
import { toneMark, TONES, type Tone } from './tone-mark.ts';

/** The rest of a longer table is counted: a page that runs on is no figure. */
const MOST = 40;
/** In parts of the size of letters. */
const COLUMN = 7.5;
const GAP = 1;
/** So much of the width columns may take. */
const MOST_COLUMNS = 0.6;

/** Findings as a table: each in a sentence with what it is found to be and why, its values beside it, shares as bars too. */
export function boardFigure(detail: RowsDetail, options: DetailFigureOptions): string {
  return detailPage(options, detail.facts, (frame) => boardBody(detail, frame, options.mostRows));
}

interface Columns {
  /** The right edges. */
  readonly rights: readonly number[];
  /** Of one column, without the gap. */
  readonly width: number;
  /** For sentences. */
  readonly words: number;
}

function boardBody(detail: RowsDetail, frame: Frame, most = MOST): Body {
  const { left, top, width, font, language } = frame;
  const rows = detail.rows.slice(0, Math.max(1, most));
  if (rows.length === 0) {
    const lines = wrapLabel(detail.none[language], (width * 0.95) / font, 6, false);
    const text = textElement(lines, left, top + font, { size: font, fill: MUTED_INK });
    return { height: lines.length * font * 1.25 + font * 0.5, groups: [group('rows', [text])] };
  }
  const texts = detail.columns.map((column, k) => {
    const format = columnFormat(
      detail.rows.map(({ values }) => values[k] ?? null),
      column,
      language,
    );
    return rows.map(({ values }) => format(values[k] ?? null));
  });
  const kept = columnsWithRoom(detail.columns, texts, frame);
  const shown = kept.flatMap((k) => detail.columns[k] ?? []);
  const columns = columnsOf(shown, frame);
  const head = headElements(shown, columns, frame);
  const drawn: string[] = [];
  let y = top + head.height;
  rows.forEach((row, place) => {
    if (place > 0)
      drawn.push(
        lineElement(left, y, left + width, y, attributes({ stroke: GRID, 'stroke-width': font / 12 })),
      );
    const words = wordsOf(row, y + font * 0.55, columns.words, frame);
    const values = shown.flatMap((column, k) => {
      const at = kept[k] ?? 0;
      const value = row.values[at] ?? null;
      const right = columns.rights[k] ?? left + width;
      return [
        textElement([texts[at]?.[place] ?? ''], right, y + font * 1.45, {
          size: font,
          fill: INK,
          anchor: 'end',
          bold: true,
        }),
        column.bar ? barElement(value, right, y + font * 1.8, columns.width, font) : '',
      ];
    });
    drawn.push(...words.elements, ...values);
    y += Math.max(words.height, shown.length > 0 ? font * 1.9 : 0) + font * 1.1;
  });
  const hidden = detail.rows.length - rows.length;
  return {
    height: y - top,
    groups: [group('head', head.elements), group('rows', drawn)],
    notes: [
      ...(hidden > 0 ? [moreRowsText(hidden, language)] : []),
      ...leftOutNote(
        detail.columns.filter((_, k) => !kept.includes(k)),
        language,
      ),
    ],
  };
}

/** Indexes of the columns whose values have room beside each other; on narrow pages those with bars come first. */
function columnsWithRoom(
  columns: readonly RowsColumn[],
  texts: readonly (readonly string[])[],
  { width, font }: Frame,
): readonly number[] {
  const widest = texts.flat().reduce((most, text) => Math.max(most, textWidth(text, font, true)), 0);
  const needed = widest * 1.05 + GAP * font * 0.6;
  const most = Math.max(1, Math.floor((MOST_COLUMNS * width) / needed));
  const every = columns.map((_, k) => k);
  if (columns.length <= most) return every;
  const rank = (k: number): number => (columns[k]?.bar ? 0 : 1);
  return every
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

function leftOutNote(columns: readonly RowsColumn[], language: Language): readonly string[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => name[language]).join(FIGURE_TEXTS.comma[language]);
  return [`${FIGURE_TEXTS.leftOut[language]}${COLON[language]}${names}`];
}

function columnsOf(columns: readonly RowsColumn[], { left, width, font }: Frame): Columns {
  const each = Math.min((COLUMN + GAP) * font, (MOST_COLUMNS * width) / Math.max(1, columns.length));
  const words = width - each * columns.length;
  const gap = Math.min(GAP * font, each * 0.15);
  return {
    rights: columns.map((_, k) => left + words + each * (k + 1)),
    width: each - gap,
    words: words - (columns.length > 0 ? gap : 0),
  };
}

interface Drawn {
  readonly elements: readonly string[];
  readonly height: number;
}

/** What the columns are, their last lines level. */
function headElements(columns: readonly RowsColumn[], { rights, width }: Columns, frame: Frame): Drawn {
  if (columns.length === 0) return { elements: [], height: 0 };
  const { left, top, font, language } = frame;
  const size = font * 0.9;
  const names = columns.map(({ name }) => wrapLabel(name[language], (width * 0.97) / size, 4, false));
  const most = Math.max(...names.map((lines) => lines.length));
  const bottom = top + most * size * 1.2 + font * 0.5;
  const texts = names.map((lines, k) =>
    textElement(lines, rights[k] ?? 0, top + size + (most - lines.length) * size * 1.2, {
      size,
      fill: MUTED_INK,
      anchor: 'end',
      lineHeight: size * 1.2,
    }),
  );
  const line = lineElement(
    left,
    bottom,
    left + frame.width,
    bottom,
    attributes({ stroke: MUTED_INK, 'stroke-width': font / 12 }),
  );
  return { elements: [...texts, line], height: bottom - top };
}

/** The sentence, what it is found to be after it or on a line of its own, and why. */
function wordsOf({ says, tag, why }: FindingRow, top: number, room: number, frame: Frame): Drawn {
  const { left, font, names, language } = frame;
  const line = font * 1.25;
  const wrapped = (text: string): readonly string[] => wrapLabel(text, (room * 0.95) / font, 6, false);
  const sentence = wrapped(sentenceOf(says, names, language));
  const elements = [textElement(sentence, left, top + font * 0.9, { size: font, fill: INK })];
  let lines = sentence.length;
  if (tag) {
    const text = tag.name[language];
    const after = textWidth(sentence.at(-1) ?? '', font) * 1.06 + font * 0.8;
    const wide = font * 1.3 + textWidth(text, font, true) * 1.05;
    const fits = lines > 0 && after + wide <= room;
    if (!fits) lines++;
    elements.push(
      tagElement(tag.tone, text, left + (fits ? after : 0), top + (lines - 1) * line, room, font),
    );
  }
  if (why) {
    const reason = wrapped(sentenceOf(why, names, language));
    const y = top + lines * line + font * 0.9;
    elements.push(textElement(reason, left, y, { size: font, fill: MUTED_INK }));
    lines += reason.length;
  }
  return { elements, height: lines * line };
}

/** Its tone is a mark as well as a colour. */
function tagElement(tone: Tone, text: string, x: number, top: number, room: number, font: number): string {
  const fill = TONES[tone];
  const y = top + font * 0.9;
  const mark = toneMark(tone, x, y, font);
  const start = mark === '' ? x : x + font * 1.1;
  const [shown = ''] = wrapLabel(text, (room - (start - x)) / font / 1.12, 1);
  return mark + textElement([shown], start, y, { size: font, fill, bold: true });
}

/** Shares beyond what a bar can show fill it. */
function barElement(value: number | null, right: number, top: number, width: number, font: number): string {
  const part = Math.max(0, Math.min(1, value ?? 0));
  const height = font * 0.28;
  const bar = (length: number, fill: string): string =>
    `<rect${attributes({ x: right - width, y: top, width: length, height, fill })}/>`;
  return bar(width, GRID) + (part > 0 ? bar(width * part, MUTED_INK) : '');
}
