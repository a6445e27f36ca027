import type { Localized } from '../base/localized.ts';
import { gamma, linearChannels, luminance, toHex, type Triple } from './rgb.ts';

/** What dichromats lack: the long-, the middle- or the short-wave cones. */
export const DEFICIENCIES = ['protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Deficiency = (typeof DEFICIENCIES)[number];

export const DEFICIENCY_NAMES: Readonly<Record<Deficiency, Localized>> = {
  protanopia: { en: 'protanopia', zh: '红色盲' },
  deuteranopia: { en: 'deuteranopia', zh: '绿色盲' },
  tritanopia: { en: 'tritanopia', zh: '蓝色盲' },
};

/**
 * Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency",
 * severity 1: what is seen, in linear RGB, one row each for red, green and blue.
 */
export const MATRICES: Readonly<Record<Deficiency, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as a reader with this deficiency sees it, `#rrggbb`; cut to what a screen can show. */
export function seenAs(colour: string, kind: Deficiency): string {
  const [red, green, blue] = linearChannels(colour);
  const [first, second, third] = MATRICES[kind];
  const shown = (row: Triple): number =>
    gamma(Math.max(0, Math.min(1, row[0] * red + row[1] * green + row[2] * blue)));
  return toHex(shown(first), shown(second), shown(third));
}

/** The grey of the same luminance, `#rrggbb`: how a black-and-white print shows the colour. */
export function greyOf(colour: string): string {
  const byte = gamma(luminance(colour));
  return toHex(byte, byte, byte);
}
