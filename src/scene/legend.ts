import type { Localized } from '../base/localized.ts';
import type { Shape } from '../model/scheme.ts';
import type { TieMark } from './marks.ts';

/** How an entry looks on the map. All lengths are map units. */
export type Swatch =
  | {
      readonly kind: 'actor';
      readonly shape: Shape;
      readonly diameter: number;
      readonly fill: string;
      readonly stroke: string;
      readonly strokeWidth: number;
    }
  | ({ readonly kind: 'tie' } & Pick<TieMark, 'colour' | 'width' | 'dash' | 'cap' | 'arrows' | 'arrowSize'>)
  /** A place on the section's gradient, from 0 to 1. */
  | { readonly kind: 'tick'; readonly at: number; readonly colour: string };

export interface LegendEntry {
  /** The id of the sector, category or tie type, the place of the group; else the number or word that the entry stands for. */
  readonly id: string;
  readonly label: Localized;
  readonly swatch: Swatch;
  /** How many actors or ties of the map are drawn now and look like this; null where the entry is a point of a scale. */
  readonly count: number | null;
  /** How many there are in the map, drawn or not. */
  readonly total: number | null;
  /** This very entry is switched off. */
  readonly hidden: boolean;
}

/** In the order in which legends are read. */
export const LEGEND_KINDS = [
  'sectors',
  'categories',
  'groups',
  'colour-scale',
  'size',
  'tie-types',
  'mechanisms',
  'tie-width',
  'direction',
] as const;

export interface LegendSection {
  readonly kind: (typeof LEGEND_KINDS)[number];
  readonly title: Localized;
  readonly entries: readonly LegendEntry[];
  /** Of a colour scale: its colours at even steps from the smallest value to the largest. */
  readonly gradient?: readonly string[];
}

/** What the looks of a map mean, in the order in which it is read. It names only what the map holds. */
export type Legend = readonly LegendSection[];

export const LEGEND_TITLES = {
  sectors: { en: 'Sector', zh: '主体类型' },
  tieTypes: { en: 'Tie type', zh: '关系类型' },
  mechanisms: { en: 'Colour: mechanism', zh: '颜色：机制' },
  tieWidth: { en: 'Tie strength', zh: '关系强度' },
  direction: { en: 'Direction', zh: '关系方向' },
} as const satisfies Record<string, Localized>;

export const LEGEND_WORDS = {
  noValue: { en: 'No value', zh: '无数值' },
  noGroup: { en: 'In no group', zh: '不属于任何群体' },
  oneWay: { en: 'One-way', zh: '单向' },
  mutual: { en: 'Mutual', zh: '双向' },
} as const satisfies Record<string, Localized>;

export function sizeTitle(name: Localized): Localized {
  return { en: `Size: ${name.en}`, zh: `大小：${name.zh}` };
}

export function colourTitle(name: Localized): Localized {
  return { en: `Colour: ${name.en}`, zh: `颜色：${name.zh}` };
}

/** Groups that share one colour, being too many for one each. */
export function smallerGroups(count: number): Localized {
  return count === 1
    ? { en: '1 smaller group', zh: '1 个较小的群体' }
    : { en: `${count} smaller groups`, zh: `${count} 个较小的群体` };
}

/** An entry of a scale rather than of a group. */
export function scaleEntry(id: string, label: Localized, swatch: Swatch): LegendEntry {
  return { id, label, swatch, count: null, total: null, hidden: false };
}
