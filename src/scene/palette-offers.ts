import type { Localized } from '../base/localized.ts';
import type { NumberPaletteId, PaletteId } from '../model/appearance.ts';

export interface PaletteOffer<Id> {
  readonly id: Id;
  readonly name: Localized;
  /** Author and year. */
  readonly source: Localized;
  readonly says: Localized;
}

/** Palettes for kinds, in the order in which they are offered. */
export const PALETTE_OFFERS: readonly PaletteOffer<PaletteId>[] = [
  {
    id: 'okabe-ito',
    name: { en: 'Okabe–Ito', zh: 'Okabe–Ito' },
    source: { en: 'Okabe & Ito (2008)', zh: 'Okabe 与 Ito（2008）' },
    says: { en: '7 colours, safe for colour-blind readers', zh: '7 色，色盲读者也能分辨' },
  },
  {
    id: 'tol-bright',
    name: { en: 'Tol bright', zh: 'Tol 明亮' },
    source: { en: 'Tol (2021)', zh: 'Tol（2021）' },
    says: {
      en: '6 strong colours, made for red–green blindness',
      zh: '6 种鲜明的颜色，针对红绿色盲设计',
    },
  },
  {
    id: 'tol-muted',
    name: { en: 'Tol muted', zh: 'Tol 柔和' },
    source: { en: 'Tol (2021)', zh: 'Tol（2021）' },
    says: { en: '9 quiet colours, for many kinds', zh: '9 种柔和的颜色，适合类别较多时' },
  },
  {
    id: 'viridis-steps',
    name: { en: 'Viridis steps', zh: 'Viridis 分级' },
    source: { en: 'van der Walt & Smith (2015)', zh: 'van der Walt 与 Smith（2015）' },
    says: {
      en: '6 steps, dark to light, told apart in a grey print too',
      zh: '由深到浅 6 级，灰度打印也能分辨',
    },
  },
];

/** Palettes for numbers. */
export const NUMBER_PALETTE_OFFERS: readonly PaletteOffer<NumberPaletteId>[] = [
  {
    id: 'even',
    name: { en: 'Ecotone', zh: 'Ecotone' },
    source: { en: 'ours', zh: '自定' },
    says: { en: 'As viridis, clear of the ground on dark too', zh: '近似 viridis，深色背景下同样醒目' },
  },
  {
    id: 'viridis',
    name: { en: 'Viridis', zh: 'Viridis' },
    source: { en: 'van der Walt & Smith (2015)', zh: 'van der Walt 与 Smith（2015）' },
    says: { en: 'Even in lightness, in grey too', zh: '明度均匀变化，灰度下亦然' },
  },
  {
    id: 'cividis',
    name: { en: 'Cividis', zh: 'Cividis' },
    source: { en: 'Nuñez, Anderton & Renslow (2018)', zh: 'Nuñez、Anderton 与 Renslow（2018）' },
    says: {
      en: 'Looks nearly the same with red–green blindness',
      zh: '红绿色盲读者看到的颜色几乎相同',
    },
  },
  {
    id: 'grey',
    name: { en: 'Grey', zh: '灰度' },
    source: { en: 'ours', zh: '自定' },
    says: { en: 'One hue, for black-and-white print', zh: '单色，用于黑白印刷' },
  },
];

/** The first palette with a colour for each of so many kinds; null where none has as many. */
export function safePalette(count: number, inGrey: boolean): PaletteId | null {
  if (inGrey) return count <= 6 ? 'viridis-steps' : null;
  return count <= 7 ? 'okabe-ito' : count <= 9 ? 'tol-muted' : null;
}
