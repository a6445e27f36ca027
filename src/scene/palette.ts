/** Colours of the scene. All are #rrggbb; lightness is changed in OKLCH (Ottosson 2020), so that a hue stays itself. */

import { fnv1a } from '../base/hash.ts';
import type { PaletteId } from '../model/appearance.ts';
import type { Mechanism } from '../model/scheme.ts';
import { fromOklch, toOklch } from './oklch.ts';
import { OKABE_ITO, PALETTES, TOL_MUTED } from './palettes.ts';
import { channels, luminance, toHex } from './rgb.ts';

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

/** A number in [0, 1) that depends on the text alone. */
function hashed(text: string): number {
  return fnv1a(text) / 4294967296;
}

/**
 * The colour of a category, given by its place in the list of the scheme; a value that the list lacks (place -1) gets a
 * colour by its own letters. Either way nothing that happens to other categories changes it.
 */
export function categoryColour(
  place: number,
  category: string,
  theme: Theme,
  palette: PaletteId = 'okabe-ito',
): string {
  const { colours } = PALETTES[palette];
  const further = palette === 'tol-muted' ? OKABE_ITO : TOL_MUTED;
  const listed = colours[place] ?? further[place - colours.length];
  if (listed !== undefined) return onTheme(listed, theme);
  const hue = place < 0 ? hashed(category) * 360 : (place * 137.508) % 360;
  return onTheme(fromOklch([place < 0 ? 0.55 + 0.2 * hashed(`${category} `) : 0.65, 0.11, hue]), theme);
}

/** The colour of a group by its place, the largest first; undefined where colours would be too many to tell apart. */
export function groupColour(
  place: number,
  theme: Theme,
  palette: PaletteId = 'okabe-ito',
): string | undefined {
  const colour = PALETTES[palette].colours[place];
  return colour === undefined ? undefined : onTheme(colour, theme);
}
