import type { Language, Localized } from '../base/localized.ts';
import type { Result } from '../base/result.ts';
import type { Diagnosis } from '../metrics/diagnosis/diagnose.ts';
import type { PanelValues } from '../metrics/panel.ts';
import type { Graph } from '../model/graph.ts';
import type { Bounds } from '../scene/marks.ts';
import type { LegendPlace } from './legend-spot.ts';
import type { FigureOffer } from './offers.ts';

/** A state of the map under its name: a round, a scenario, another file. */
export interface FigureState {
  readonly name: string;
  readonly graph: Graph;
  /** #rrggbb, where it has one of its own. */
  readonly colour?: string;
}

/** What figures are made of. What is hidden is left out of the graph. */
export interface FigureMap {
  readonly graph: Graph;
  /** What the map is called where states stand side by side. */
  readonly name: string;
  /** Earlier states of the same map, the oldest first; the map itself is not among them. */
  readonly rounds?: readonly FigureState[];
  /** What the map is compared with. */
  readonly states?: readonly FigureState[];
  /** How many of these come before the map itself: the first of all is what the others are compared with. */
  readonly statesBefore?: number;
}

/** How a figure is to be; what is missing is left to the kind of figure. */
export interface FigureChoices {
  readonly language: Language;
  readonly widthMm: number;
  /** As high as the content needs unless told. */
  readonly heightMm?: number;
  readonly title?: string;
  readonly caption?: string;
  /** Of names, numbers and legends, in points. */
  readonly fontPoints?: number;
  readonly titlePoints?: number;
  /** Of the letters of panels. */
  readonly letterPoints?: number;
  /** The letter of a figure that is one panel of several, drawn elsewhere. */
  readonly panel?: string;
  /** The smallest and the largest text that is wanted: names on maps keep to it, a note says where other text does not. */
  readonly leastPoints?: number;
  readonly mostPoints?: number;
  /** As CSS has it. */
  readonly fontFamily?: string;
  /** How much wider its letters run than those of Helvetica; 1 unless told. */
  readonly fontWidth?: number;
  /** #rrggbb or 'transparent'; white unless told. */
  readonly background?: string;
  /** On maps: as many names as fit ('auto'), all or none. */
  readonly labels?: 'auto' | 'all' | 'none';
  /** On the map itself, where names are as many as fit: whom they are of on screen. */
  readonly shownLabels?: ReadonlySet<string>;
  /** Of the map itself: the part to show, in map units; the whole unless told. */
  readonly crop?: Bounds;
  /** Of a single map: where its legend stands, if anywhere. */
  readonly legend?: boolean | LegendPlace;
  /** Id of the measure that is ranked, spread out, or that sets the size of actors on a map. */
  readonly measure?: string;
  /** Id of the layer of a matrix. */
  readonly layer?: string;
  /** So many rows of a ranking or a table. */
  readonly most?: number;
  /** True for a panel of a figure: parts of it have numerals, not letters. */
  readonly isPanel?: boolean;
  /** Ties of the other types on a map of one type. */
  readonly others?: 'faint' | 'none';
}

/** Everything that has been computed for a figure. */
export interface FigureSource extends FigureMap {
  /** Every actor of it has a place. */
  readonly graph: Graph;
  /** The values of the measures that the kind asked for. */
  readonly panel: PanelValues;
  /** Where the kind reads one. */
  readonly diagnosis?: Diagnosis;
  /** The same of each state, the map itself among them, where a kind reads several. */
  readonly panelsOf?: Readonly<Partial<Record<StatesRead, readonly PanelValues[]>>>;
}

/** The states that a kind may read besides the map itself. */
export type StatesRead = 'rounds' | 'states';

/** The rounds and then the map, or the map among what it is compared with. */
export function statesOf(map: FigureMap, which: StatesRead): readonly FigureState[] {
  const { graph, name, rounds = [], states = [], statesBefore = 0 } = map;
  const own = { graph, name };
  if (which === 'rounds') return [...rounds, own];
  return [...states.slice(0, statesBefore), own, ...states.slice(statesBefore)];
}

/** A figure as its kind draws it. */
export interface Drawing {
  /** An SVG 1.1 file. */
  readonly svg: string;
  /** What had to be left out. */
  readonly notes?: readonly Localized[];
  /** Of a matrix: what it can show instead of what it shows. */
  readonly layers?: readonly FigureLayer[];
}

export interface FigureLayer {
  readonly id: string;
  readonly name: Localized;
}

/** A kind of figure: what it reads, and how it is drawn. Every kind is a line of the registry. */
export interface FigureKind extends FigureOffer {
  /** Ids of the measures that it reads. */
  readonly measures: (map: FigureMap, choices: FigureChoices) => readonly string[];
  /** True where it is told what height there is, beyond those that fill it: it shows fewer rows then. */
  readonly readsHeight?: true;
  /** True where it shows actors in their places. */
  readonly showsPlaces?: true;
  /** What it reads besides: with rounds or states, the measures of each. */
  readonly reads?: 'diagnosis' | StatesRead;
  /** The problem says why the kind does not apply to this map, and what to do. */
  readonly draw: (source: FigureSource, choices: FigureChoices) => Result<Drawing>;
}

export interface DrawnFigure {
  readonly svg: string;
  /** What its reader should know before it is printed. */
  readonly notes: readonly Localized[];
  /** Of each panel that is a matrix, by its place: what it can show. */
  readonly layers: ReadonlyMap<number, readonly FigureLayer[]>;
}
