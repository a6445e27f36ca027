import type { Language } from '../base/localized.ts';
import type { Detail } from '../metrics/detail.ts';
import type { Shape } from '../model/scheme.ts';

export interface ActorName {
  readonly name: string;
  readonly sector: string;
  /** Where not all names have room, greater ones come first. */
  readonly priority: number;
}

export interface SectorName {
  readonly name: string;
  readonly shape: Shape;
  /** #rrggbb, as on light paper. */
  readonly colour: string;
}

/** What the things that a figure speaks of are called, in its language, by id; the id stands for what has no name. */
export interface FigureNames {
  readonly actors: ReadonlyMap<string, ActorName>;
  /** In the order of the legend. */
  readonly sectors: ReadonlyMap<string, SectorName>;
  readonly tieTypes: ReadonlyMap<string, string>;
  readonly resources: ReadonlyMap<string, string>;
  readonly dimensions: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
}

/** How a finding is set on paper. */
export interface DetailFigureOptions {
  readonly title: string;
  /** A plain sentence below the picture. */
  readonly caption?: string;
  readonly language: Language;
  readonly names: FigureNames;
  /** Ids of the actors by index. */
  readonly ids: readonly string[];
  readonly widthMm: number;
  /** Of names and numbers; 7 for journal widths, larger for wider pages. */
  readonly fontPoints?: number;
  readonly titlePoints?: number;
  /** Text that would be larger or smaller than the rest keeps to these. */
  readonly leastPoints?: number;
  readonly mostPoints?: number;
  /** As CSS has it. */
  readonly fontFamily?: string;
  /** #rrggbb or 'transparent'; white unless told. */
  readonly background?: string;
  /** The letter of a figure that is one panel of several, and its size. */
  readonly panel?: string;
  readonly panelPoints?: number;
  /** Of a table: so many rows; 40 unless told. */
  readonly mostRows?: number;
  /** Of a matrix: the layer to draw; unless told the first, or the first two of those that belong beside each other. */
  readonly layer?: string;
}

/** Details that are drawn as figures; the others are numbers, for a table. */
export const DRAWN_KINDS = ['points', 'matrix', 'curve', 'rows', 'radar'] as const;
export type DrawnDetail = Extract<Detail, { readonly kind: (typeof DRAWN_KINDS)[number] }>;

export function isDrawn(detail: Detail): detail is DrawnDetail {
  return DRAWN_KINDS.some((kind) => kind === detail.kind);
}
