import { FIGURE_FONTS, FONT_IDS, type FontId } from '../figures/fonts.ts';
import type { LegendSpot } from '../figures/legend-spot.ts';
import { PANEL_LETTERS } from '../figures/comparison.ts';
import {
  FIGURE_OFFERS,
  MOST_PANELS,
  USUAL_MEASURE,
  type FigureKindId,
  type FigurePanel,
} from '../figures/offers.ts';
import { PRESETS, type PresetId } from '../figures/presets.ts';
import { readFigureChoices, writeFigureChoices } from '../storage/figure-choices.ts';

export { FIGURE_FONTS, FIGURE_OFFERS, FONT_IDS, MOST_PANELS, PRESETS, USUAL_MEASURE };
export type { FigureKindId, FigurePanel };

export const FORMATS = ['svg', 'pdf', 'png'] as const;
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

/** A comparison has room for so many states beside the map. */
export const MOST_AGAINST = PANEL_LETTERS.length - 1;

export type SizeChoice = PresetId | 'screen' | 'free';
/** Its place as one word, or where on the map it was moved to. */
export type LegendChoice = (typeof LEGEND_CHOICES)[number] | LegendSpot;

/** How a figure is to look; what the studio asks. */
export interface FigureChoices {
  /** One figure, or several on one page with a letter each. */
  readonly panels: readonly FigurePanel[];
  /** What a comparison sets beside the map, as ids of `figure-states.ts`; null for what most want. */
  readonly against: readonly string[] | null;
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
  /** Without names. */
  readonly anonymous: boolean;
}

const DEFAULTS: FigureChoices = {
  panels: [{ kind: 'network' }],
  against: null,
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
  anonymous: false,
};

/** The page, the words, the legend and the letters as they were before anything was chosen; what is shown, and as what file, stays. */
export function atFirst({ panels, against, format, dpi, anonymous }: FigureChoices): FigureChoices {
  return { ...DEFAULTS, panels, against, format, dpi, anonymous };
}

/** What belongs to one map; the rest is as it was last chosen for any. */
const OWN = [
  'panels',
  'against',
  'title',
  'caption',
  'panel',
  'part',
  'anonymous',
] as const satisfies readonly (keyof FigureChoices)[];

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

const listOf =
  <T>(read: Reader<T>, most: number): Reader<readonly T[]> =>
  (value) =>
    Array.isArray(value) ? value.flatMap((each: unknown) => read(each) ?? []).slice(0, most) : undefined;

const panel: Reader<FigurePanel> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = new Map<string, unknown>(Object.entries(value));
  const kind = oneOf(FIGURE_OFFERS.map(({ id }) => id))(given.get('kind'));
  const [measure, layer] = [text(80)(given.get('measure')), text(80)(given.get('layer'))];
  return kind && { kind, ...(measure !== undefined && { measure }), ...(layer !== undefined && { layer }) };
};

const READERS: { readonly [Key in keyof FigureChoices]: Reader<FigureChoices[Key]> } = {
  panels: (value) => {
    const read = listOf(panel, MOST_PANELS)(value);
    return read && read.length > 0 ? read : undefined;
  },
  against: orNull(listOf(text(200), MOST_AGAINST)),
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
  anonymous: oneOf([true, false]),
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
