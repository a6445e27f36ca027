import type { Localized } from '../base/localized.ts';
import { DEFAULT_APPEARANCE, type Appearance } from './appearance.ts';
import { DEFAULT_VIEW, type Look } from './view.ts';

/** A colour that a style has ready, #rrggbb: for the entry with this id, or for any where there is no id. */
export interface StyleColour {
  readonly id?: string;
  readonly colour: string;
}

/** What a style sets of a map's view. What sizes and colours stand for is the map's own. */
export type StyleSettings = Omit<Appearance, 'style'> & Pick<Look, 'width' | 'tieColour' | 'labels'>;

/** Colours, scales and sizes under a name, for any map. */
export interface Style {
  readonly id: string;
  readonly name: Localized;
  readonly settings: StyleSettings;
  /** Of sectors and of tie types, in the order in which they are given out. */
  readonly sectors: readonly StyleColour[];
  readonly tieTypes: readonly StyleColour[];
}

/** Longest name of a style, in characters. */
export const STYLE_NAME_LIMIT = 80;

const { palette, numbers, labelSize, markSize, tieSize } = DEFAULT_APPEARANCE;
const { width, tieColour, labels } = DEFAULT_VIEW;

export const DEFAULT_SETTINGS: StyleSettings = {
  palette,
  numbers,
  labelSize,
  markSize,
  tieSize,
  width,
  tieColour,
  labels,
};

/** The part of a view that a style sets. */
export function settingsOf(view: StyleSettings): StyleSettings {
  return {
    palette: view.palette,
    numbers: view.numbers,
    labelSize: view.labelSize,
    markSize: view.markSize,
    tieSize: view.tieSize,
    width: view.width,
    tieColour: view.tieColour,
    labels: view.labels,
  };
}
