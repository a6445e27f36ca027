import type { Language } from '../../base/localized.ts';
import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { Sentence } from '../../metrics/detail.ts';
import type { Remedy } from '../../metrics/remedies/remedy.ts';
import type { Scene } from '../../scene/scene.ts';
import type { FigureNames } from '../figure.ts';
import type { StrategyNumbers } from './numbers.ts';

/** The parts that can be left out; the map and what is in brief always come. In the order of the page. */
export const STRATEGY_SECTIONS = [
  'mechanisms',
  'dimensions',
  'diagnosis',
  'remedies',
  'progress',
  'methods',
] as const;
export type StrategySection = (typeof STRATEGY_SECTIONS)[number];

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** A measure before and after a remedy. */
export interface MeasureChange {
  /** Its id in the registry. */
  readonly measure: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** A remedy that was chosen, with what it did where it was tried. */
export interface ChosenRemedy {
  readonly remedy: Remedy;
  /** In the user's weights; > 0. */
  readonly cost: number;
  readonly changes: readonly MeasureChange[];
  /** Of the changes: the id of the measure that it makes worse than any other. */
  readonly worst?: string;
}

/** What all chosen remedies do together, where they were tried. */
export interface RemediesTogether {
  readonly changes: readonly MeasureChange[];
  /** What is then no longer found, and what is found only then. */
  readonly resolved: readonly Sentence[];
  readonly appeared: readonly Sentence[];
}

/** An earlier state that the map is compared with, such as the round of the morning. */
export interface EarlierState {
  readonly name: string;
  /** ISO 8601, the day on which it was kept where it was kept. */
  readonly date: string;
  readonly numbers: StrategyNumbers;
  /** Of actors that are there no more. */
  readonly names: Readonly<Record<Language, FigureNames>>;
}

/** How the map is seen in one language. */
export interface StrategyView {
  /** In the light theme. */
  readonly scene: Scene;
  readonly names: FigureNames;
}

/** Everything that a strategy page says. */
export interface StrategyContent {
  /** One after the other, each whole. */
  readonly languages: readonly Language[];
  readonly paper: Paper;
  readonly title: string;
  readonly place: string;
  readonly author: string;
  /** Of the page, ISO 8601 (a day). */
  readonly date: string;
  /** Words of the facilitator; empty lines part paragraphs. */
  readonly note: string;
  /** Version of the program. */
  readonly build: string;
  readonly views: Readonly<Partial<Record<Language, StrategyView>>>;
  /** Of the map in all, also what a filter hides. */
  readonly actorCount: number;
  readonly tieCount: number;
  readonly numbers: StrategyNumbers;
  readonly settings: DiagnosisSettings;
  readonly sections: ReadonlySet<StrategySection>;
  /** Ids of the findings that are told; the others are counted. */
  readonly findings: ReadonlySet<string>;
  readonly remedies: readonly ChosenRemedy[];
  /** Of two remedies or more. */
  readonly together?: RemediesTogether;
  readonly earlier?: EarlierState;
}
