import type { PaletteId } from '../model/appearance.ts';

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

/** Tol (2021), "bright", without its grey. */
const TOL_BRIGHT = ['#4477AA', '#EE6677', '#228833', '#CCBB44', '#66CCEE', '#AA3377'] as const;

/** Tol (2021), "muted", without its pale grey. */
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

/** Six steps of viridis, dark to light: told apart in a grey print too. */
const VIRIDIS_STEPS = ['#3C4F8A', '#2D728E', '#21928C', '#2EB17D', '#6CCD59', '#C2E024'] as const;

interface Palette {
  /** In the order in which they are taken. */
  readonly colours: readonly string[];
  /** A grey for what is none of the others; of Tol's palettes his own. */
  readonly rest: string;
}

export const PALETTES: Readonly<Record<PaletteId, Palette>> = {
  'okabe-ito': { colours: OKABE_ITO, rest: '#4D4D4D' },
  'tol-bright': { colours: TOL_BRIGHT, rest: '#BBBBBB' },
  'tol-muted': { colours: TOL_MUTED, rest: '#DDDDDD' },
  'viridis-steps': { colours: VIRIDIS_STEPS, rest: '#2B2B2B' },
};
