import type { Language } from '../base/localized.ts';
import type { Fact } from '../metrics/detail.ts';
import { formatValue } from '../metrics/format.ts';
import { THEMES } from '../scene/palette.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';
import { COLON } from './figure-texts.ts';
import type { DetailFigureOptions, FigureNames } from './figure.ts';
import { lightDress, pageElement, pageOf } from './page.ts';
import { group, textElement } from './svg.ts';

/** The part of the page that a finding is drawn on; all lengths are points. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: number;
  readonly language: Language;
  readonly names: FigureNames;
}

export interface Body {
  readonly height: number;
  /** Written groups. */
  readonly groups: readonly string[];
  /** What is to be known of the picture, below it. */
  readonly notes?: readonly string[];
}

/** Findings are drawn as on light paper. */
export const INK = THEMES.light.ink;
export const MUTED_INK = THEMES.light.mutedInk;
export const GRID = '#e4e4df';

/** A page with a finding between its title and its caption, notes and facts below it. */
export function detailPage(
  options: DetailFigureOptions,
  facts: readonly Fact[],
  draw: (frame: Frame) => Body,
): string {
  const { language, names } = options;
  const page = pageOf(options);
  const { font, margin } = page;
  const frame: Frame = {
    left: margin,
    top: margin + page.header,
    width: page.width - 2 * margin,
    font,
    language,
    names,
  };
  const body = draw(frame);
  const lines = [...(body.notes ?? []), ...factLines(facts, frame)].flatMap((text) =>
    wrapLabel(text, (frame.width * 0.95) / font, 6, false),
  );
  const below = lines.length === 0 ? 0 : lines.length * font * 1.25 + font * 0.8;
  return pageElement(
    page,
    2 * margin + page.header + page.footer + body.height + below,
    lightDress(options),
    [
      ...body.groups,
      group('notes', [
        textElement(lines, margin, frame.top + body.height + font * 1.6, { size: font, fill: INK }),
      ]),
    ],
  );
}

/** As many facts on a line as have room. */
function factLines(facts: readonly Fact[], { width, font, language }: Frame): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const value = fact.says?.[language] ?? formatValue(fact.value, fact, language);
    const text = `${fact.name[language]}${COLON[language]}${value}`;
    const last = lines.at(-1);
    const joined = last === undefined ? text : `${last}   ·   ${text}`;
    if (last !== undefined && textWidth(joined, font) < width * 0.95) lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines;
}

/** As much of a name as has room on one line, with an ellipsis where it is cut. */
export function within(text: string, room: number, font: number): string {
  return wrapLabel(text, Math.max(1, room / font), 1)[0] ?? '';
}
