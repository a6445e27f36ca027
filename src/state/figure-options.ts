import type { Language } from '../base/localized.ts';
import type { FigureChoices as KindChoices } from '../figures/figure-kind.ts';
import { FIGURE_FONTS, type FigureFont } from '../figures/fonts.ts';
import type { LegendSide, LegendSpot } from '../figures/legend-spot.ts';
import type { NetworkFigureOptions } from '../figures/network-figure.ts';
import { presetById, type Preset } from '../figures/presets.ts';
import type { Bounds } from '../scene/marks.ts';
import type { FigureChoices, LegendChoice, SizeChoice } from './figure-choices.ts';

/** What the window shows of the map. */
export interface Seen {
  readonly part: Bounds | undefined;
  readonly labels: ReadonlySet<string> | undefined;
  /** Of the window, in CSS pixels. */
  readonly width: number;
}

/** CSS pixels per millimetre. */
export const PIXELS_PER_MM = 96 / 25.4;

/** The page of a choice of size; a free one keeps what was there. */
export function sized(choices: FigureChoices, size: SizeChoice, seen: Pick<Seen, 'width'>): FigureChoices {
  const preset = presetById(size);
  if (preset) return { ...choices, size, widthMm: preset.widthMm, heightMm: preset.heightMm ?? null };
  if (size === 'free') return { ...choices, size };
  return { ...choices, size, widthMm: seen.width / PIXELS_PER_MM, heightMm: null };
}

/** What a page asks of a figure's text, in points, and of its height. */
export type PageRules = Pick<
  Preset,
  'fontPoints' | 'titlePoints' | 'letterPoints' | 'leastPoints' | 'mostPoints' | 'mostHeightMm' | 'journal'
>;

/** As in the window: letters of 12 pixels, names of 11 at least, as the canvas draws them. */
const SCREEN_RULES: PageRules = {
  fontPoints: 9,
  titlePoints: 13.5,
  letterPoints: 13.5,
  leastPoints: 8.25,
  mostPoints: null,
};

export function pageRules({ size, widthMm }: Pick<FigureChoices, 'size' | 'widthMm'>): PageRules {
  const preset = presetById(size);
  if (preset) return preset;
  if (size === 'screen') return SCREEN_RULES;
  const fontPoints = 7 * Math.max(1, widthMm / 190);
  const titlePoints = fontPoints * 1.35;
  return {
    fontPoints,
    titlePoints,
    letterPoints: titlePoints,
    leastPoints: 5,
    mostPoints: null,
  };
}

/** A PDF brings fonts of its own, which Arial stands for in the preview: what is seen is what is saved. */
function fontOf({ format, font }: Pick<FigureChoices, 'format' | 'font'>): FigureFont {
  return FIGURE_FONTS[format === 'pdf' ? 'arial' : font];
}

/** What the choices mean to the figure of a map. */
export function figureOptions(choices: FigureChoices, mapTitle: string, seen: Seen): NetworkFigureOptions {
  const rules = pageRules(choices);
  const { heightMm, caption, panel, labelPoints, legendPoints } = choices;
  const font = fontOf(choices);
  const title = (choices.title ?? mapTitle).trim();
  const most = labelPoints ?? rules.mostPoints;
  return {
    widthMm: choices.widthMm,
    ...(heightMm !== null && { heightMm }),
    ...(title !== '' && { title }),
    ...(caption.trim() !== '' && { caption: caption.trim() }),
    ...(panel.trim() !== '' && { panel: panel.trim() }),
    fontPoints: legendPoints ?? rules.fontPoints,
    titlePoints: choices.titlePoints ?? rules.titlePoints,
    panelPoints: rules.letterPoints,
    minLabelPoints: labelPoints ?? rules.leastPoints,
    ...(most !== null && { maxLabelPoints: most }),
    // A size that was asked for is kept; else the legend may shrink as far as the page allows.
    leastPoints: legendPoints ?? rules.leastPoints,
    legend: legendOption(choices.legend),
    labels: choices.labels === 'seen' ? (seen.labels ?? 'auto') : choices.labels,
    crop: choices.part === 'seen' && seen.part ? seen.part : 'all',
    background: choices.background === 'white' ? '#ffffff' : 'transparent',
    fontFamily: font.family,
    fontWidth: font.width,
  };
}

function legendOption(legend: LegendChoice): boolean | LegendSide | 'inside' | LegendSpot {
  if (legend === 'auto') return true;
  return legend === 'none' ? false : legend;
}

/** What the choices mean to figures of other kinds, and of several. */
export function kindOptions(
  choices: FigureChoices,
  mapTitle: string,
  language: Language,
  seen: Pick<Seen, 'part' | 'labels'>,
): KindChoices {
  const rules = pageRules(choices);
  const { heightMm, caption, panel, panels, labels, legend, legendPoints } = choices;
  const title = (choices.title ?? mapTitle).trim();
  const font = fontOf(choices);
  const letter = panel.trim();
  return {
    language,
    widthMm: choices.widthMm,
    ...(heightMm !== null && { heightMm }),
    ...(title !== '' && { title }),
    ...(caption.trim() !== '' && { caption: caption.trim() }),
    fontPoints: legendPoints ?? rules.fontPoints,
    titlePoints: choices.titlePoints ?? rules.titlePoints,
    letterPoints: rules.letterPoints,
    leastPoints: rules.leastPoints,
    ...(rules.mostPoints !== null && { mostPoints: rules.mostPoints }),
    // Several panels have letters of their own.
    ...(letter !== '' && panels.length === 1 && { panel: letter }),
    fontFamily: font.family,
    fontWidth: font.width,
    background: choices.background === 'white' ? '#ffffff' : 'transparent',
    labels: labels === 'seen' ? 'auto' : labels,
    ...(labels === 'seen' && seen.labels && { shownLabels: seen.labels }),
    ...(choices.part === 'seen' && seen.part && { crop: seen.part }),
    legend: legendOption(legend),
  };
}
