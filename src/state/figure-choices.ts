import { FIGURE_FONTS, FONT_IDS, type FontId } from '../figures/fonts.ts';
import type { LegendSide, LegendSpot } from '../figures/legend-place.ts';
import type { NetworkFigureOptions } from '../figures/network-figure.ts';
import { presetById, PRESETS, type Preset, type PresetId } from '../figures/presets.ts';
import type { Bounds } from '../scene/marks.ts';
import { readFigureChoices, writeFigureChoices } from '../storage/figure-choices.ts';

export { FIGURE_FONTS, FONT_IDS, PRESETS };

export const FORMATS = ['svg', 'png'] as const;
export type FigureFormat = (typeof FORMATS)[number];

export const LEAST_MM = 30;
export const MOST_MM = 2000;
export const LEAST_POINTS = 3;
export const MOST_POINTS = 96;
/** The first two are those of screens, plain and of twice as many pixels. */
export const DPIS = [96, 192, 300, 600, 1000] as const;
export const LABELS = ['seen', 'all', 'none'] as const;
export const PARTS = ['whole', 'seen'] as const;
export const GROUNDS = ['white', 'transparent'] as const;
export const LEGEND_CHOICES = ['auto', 'right', 'left', 'below', 'inside', 'none'] as const;

export type SizeChoice = PresetId | 'screen' | 'free';
/** Its place as one word, or where on the map it was moved to. */
export type LegendChoice = (typeof LEGEND_CHOICES)[number] | LegendSpot;

/** How a figure is to look; what the studio asks. */
export interface FigureChoices {
  readonly format: FigureFormat;
  readonly size: SizeChoice;
  readonly widthMm: number;
  /** Null where the height follows from the content. */
  readonly heightMm: number | null;
  readonly dpi: number;
  /** Null for the title of the map; empty for none. */
  readonly title: string | null;
  readonly caption: string;
  readonly panel: string;
  readonly legend: LegendChoice;
  readonly font: FontId;
  /** In points; null where they follow from the page. */
  readonly labelPoints: number | null;
  readonly legendPoints: number | null;
  readonly titlePoints: number | null;
  readonly labels: (typeof LABELS)[number];
  readonly part: (typeof PARTS)[number];
  readonly background: (typeof GROUNDS)[number];
}

const DEFAULTS: FigureChoices = {
  format: 'svg',
  size: 'nature-183',
  widthMm: 183,
  heightMm: null,
  dpi: 300,
  title: null,
  caption: '',
  panel: '',
  legend: 'auto',
  font: 'arial',
  labelPoints: null,
  legendPoints: null,
  titlePoints: null,
  labels: 'seen',
  part: 'whole',
  background: 'white',
};

/** What belongs to one map; the rest is as it was last chosen for any. */
const OWN = ['title', 'caption', 'panel', 'part'] as const satisfies readonly (keyof FigureChoices)[];

type Reader<T> = (value: unknown) => T | undefined;

const oneOf =
  <T>(options: readonly T[]): Reader<T> =>
  (value) =>
    options.find((option) => option === value);
const within =
  (least: number, most: number): Reader<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : undefined;
const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);
const text =
  (most: number): Reader<string> =>
  (value) =>
    typeof value === 'string' ? value.slice(0, most) : undefined;
const points = orNull(within(LEAST_POINTS, MOST_POINTS));

const spot: Reader<LegendSpot> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = new Map<string, unknown>(Object.entries(value));
  const [across, down] = [within(0, 1)(given.get('across')), within(0, 1)(given.get('down'))];
  return across === undefined || down === undefined ? undefined : { across, down };
};

const READERS: { readonly [Key in keyof FigureChoices]: Reader<FigureChoices[Key]> } = {
  format: oneOf(FORMATS),
  size: oneOf<SizeChoice>([...PRESETS.map(({ id }) => id), 'screen', 'free']),
  widthMm: within(LEAST_MM, MOST_MM),
  heightMm: orNull(within(LEAST_MM, MOST_MM)),
  dpi: oneOf<number>(DPIS),
  title: orNull(text(500)),
  caption: text(2000),
  panel: text(4),
  legend: (value) => oneOf(LEGEND_CHOICES)(value) ?? spot(value),
  font: oneOf(FONT_IDS),
  labelPoints: points,
  legendPoints: points,
  titlePoints: points,
  labels: oneOf(LABELS),
  part: oneOf(PARTS),
  background: oneOf(GROUNDS),
};

/** What is valid of what was stored, on top of what holds anyway. */
export function readChoices(
  stored: ReadonlyMap<string, unknown>,
  otherwise: FigureChoices = DEFAULTS,
): FigureChoices {
  const read: Partial<FigureChoices> = {};
  for (const key of Object.keys(READERS) as (keyof FigureChoices)[]) {
    const value = READERS[key](stored.get(key));
    if (value !== undefined) Object.assign(read, { [key]: value });
  }
  return { ...otherwise, ...read };
}

/** As figures of this map were last made; what no figure of it said, as they were last made of any. */
export function rememberedChoices(map: string): FigureChoices {
  const stored = readFigureChoices(map);
  return readChoices(stored.map, readChoices(stored.device));
}

export function rememberChoices(map: string, choices: FigureChoices): void {
  const own = new Set<string>(OWN);
  const device = Object.fromEntries(Object.entries(choices).filter(([key]) => !own.has(key)));
  writeFigureChoices(map, device, { ...choices });
}

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
  'fontPoints' | 'titlePoints' | 'letterPoints' | 'leastPoints' | 'mostPoints'
> & {
  readonly mostHeightMm?: number;
  /** Who asks; null where the sizes are ours. */
  readonly journal: 'Nature' | 'Elsevier' | null;
};

export function pageRules({ size, widthMm }: Pick<FigureChoices, 'size' | 'widthMm'>): PageRules {
  const preset = presetById(size);
  if (preset) {
    const journal = size.startsWith('nature') ? 'Nature' : size.startsWith('elsevier') ? 'Elsevier' : null;
    return { ...preset, journal };
  }
  const fontPoints = 7 * Math.max(1, widthMm / 190);
  const titlePoints = fontPoints * 1.35;
  return {
    fontPoints,
    titlePoints,
    letterPoints: titlePoints,
    leastPoints: 5,
    mostPoints: null,
    journal: null,
  };
}

/** What the choices mean to the figure of a map. */
export function figureOptions(choices: FigureChoices, mapTitle: string, seen: Seen): NetworkFigureOptions {
  const rules = pageRules(choices);
  const { heightMm, caption, panel, labelPoints, legendPoints } = choices;
  const font = FIGURE_FONTS[choices.font];
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
