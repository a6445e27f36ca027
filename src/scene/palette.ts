/** Colours of the scene. All are #rrggbb; lightness is changed in OKLCH (Ottosson 2020), so that a hue stays itself. */

import { fnv1a } from '../base/hash.ts';
import type { Mechanism } from '../model/scheme.ts';
import { channels, gamma, linearChannels, luminance, toHex, type Triple } from './rgb.ts';

export type Theme = 'light' | 'dark';

export interface ThemeColours {
  /** The ground that the map lies on; halos have its colour. */
  readonly paper: string;
  /** Labels and titles. */
  readonly ink: string;
  /** Captions, scales and what is secondary. */
  readonly mutedInk: string;
  /** Ties without a colour of their own. */
  readonly plainTie: string;
  /** Actors whose colour does not come from their sector and that have no value. */
  readonly neutral: string;
  /** The outline of an actor without a value. */
  readonly hollowStroke: string;
}

export const THEMES: Readonly<Record<Theme, ThemeColours>> = {
  light: {
    paper: '#ffffff',
    ink: '#1f2328',
    mutedInk: '#5d646d',
    plainTie: '#9aa1a9',
    neutral: '#8b929a',
    hollowStroke: '#7b828a',
  },
  dark: {
    paper: '#15181c',
    ink: '#eceae5',
    mutedInk: '#a3a8ae',
    plainTie: '#6b737c',
    neutral: '#8f969e',
    hollowStroke: '#a0a6ad',
  },
};

/** Okabe & Ito (2008), in the order in which categories take them; black is left to labels. */
export const OKABE_ITO = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#D55E00',
  '#F0E442',
] as const;

/** Tol (2021), "bright". */
export const TOL_BRIGHT = [
  '#4477AA',
  '#EE6677',
  '#228833',
  '#CCBB44',
  '#66CCEE',
  '#AA3377',
  '#BBBBBB',
] as const;

/** Tol (2021), "muted". */
export const TOL_MUTED = [
  '#332288',
  '#88CCEE',
  '#44AA99',
  '#117733',
  '#999933',
  '#DDCC77',
  '#CC6677',
  '#882255',
  '#AA4499',
] as const;

/**
 * Amber, teal, indigo and wine: apart from each other in hue and in lightness, so that they are told with any kind of
 * colour blindness; each theme has its own, since what is dark on paper is lost on dark ground.
 */
const MECHANISM_COLOURS: Readonly<Record<Theme, Readonly<Record<Mechanism, string>>>> = {
  light: { motivation: '#c28a00', symbiosis: '#008b8b', guarantee: '#5145a8', feedback: '#8f1d4f' },
  dark: { motivation: '#e0a31e', symbiosis: '#45c4bc', guarantee: '#7a74e0', feedback: '#c23d75' },
};

/** One hue for each mechanism, wherever it is shown. */
export function mechanismColour(mechanism: Mechanism, theme: Theme): string {
  return MECHANISM_COLOURS[theme][mechanism];
}

/** Lightness 0-1, chroma 0-0.4, hue in degrees. */
type Oklch = readonly [lightness: number, chroma: number, hue: number];

function toOklch(hex: string): Oklch {
  const [red, green, blue] = linearChannels(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
}

function linearRgb([lightness, chroma, hue]: Oklch): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The colour, with as much of its chroma as a screen can show. */
function fromOklch([lightness, chroma, hue]: Oklch): string {
  const shown = (tried: number): boolean =>
    linearRgb([lightness, tried, hue]).every((value) => value >= -1e-4 && value <= 1 + 1e-4);
  let low = 0;
  let high = chroma;
  if (shown(chroma)) low = chroma;
  else {
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2;
      if (shown(middle)) low = middle;
      else high = middle;
    }
  }
  const [red, green, blue] = linearRgb([lightness, low, hue]);
  return toHex(gamma(Math.max(0, red)), gamma(Math.max(0, green)), gamma(Math.max(0, blue)));
}

/** The same hue as it reads best on the theme's ground: as given on light paper, lighter and a little softer on dark. */
export function onTheme(colour: string, theme: Theme): string {
  if (theme === 'light') return colour.toLowerCase();
  const [lightness, chroma, hue] = toOklch(colour);
  return fromOklch([Math.max(0.58, 0.3 + 0.62 * lightness), chroma * 0.94, hue]);
}

/** Darker (amount > 0) or lighter (amount < 0) by a part of the whole range of lightness. */
export function shade(colour: string, amount: number): string {
  const [lightness, chroma, hue] = toOklch(colour);
  return fromOklch([Math.max(0, Math.min(1, lightness - amount)), chroma, hue]);
}

/** A mixture: all of `first` at 0, all of `second` at 1. */
export function mix(first: string, second: string, part: number): string {
  const from = channels(first);
  const to = channels(second);
  const at = (k: 0 | 1 | 2): number => from[k] + (to[k] - from[k]) * part;
  return toHex(at(0), at(1), at(2));
}

/** WCAG 2 contrast ratio of two colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour of a number at `part` (0 to 1) of its scale, from yellow over green and blue to violet, even in lightness
 * as viridis is. More is always farther from the ground: darker on paper, lighter on dark.
 */
export function sequential(part: number, theme: Theme): string {
  const at = Math.max(0, Math.min(1, part));
  const towardsYellow = theme === 'light' ? 1 - at : at;
  const lightness = theme === 'light' ? 0.32 + 0.56 * towardsYellow : 0.42 + 0.5 * towardsYellow;
  const hue = 300 - 195 * towardsYellow;
  const chroma = 0.11 + 0.05 * towardsYellow;
  return fromOklch([lightness, chroma, hue]);
}

/** A number in [0, 1) that depends on the text alone. */
function hashed(text: string): number {
  return fnv1a(text) / 4294967296;
}

const CATEGORY_COLOURS: readonly string[] = [...OKABE_ITO, ...TOL_MUTED];

/**
 * The colour of a category, given by its place in the list of the scheme; a value that the list lacks (place -1) gets a
 * colour by its own letters. Either way nothing that happens to other categories changes it.
 */
export function categoryColour(place: number, category: string, theme: Theme): string {
  const listed = CATEGORY_COLOURS[place];
  if (listed !== undefined) return onTheme(listed, theme);
  const hue = place < 0 ? hashed(category) * 360 : (place * 137.508) % 360;
  return onTheme(fromOklch([place < 0 ? 0.55 + 0.2 * hashed(`${category} `) : 0.65, 0.11, hue]), theme);
}

/** The colour of a group by its place, the largest first; undefined where colours would be too many to tell apart. */
export function groupColour(place: number, theme: Theme): string | undefined {
  const colour = OKABE_ITO[place];
  return colour === undefined ? undefined : onTheme(colour, theme);
}
