import type { Language } from '../base/localized.ts';
import { PAPERS, STRATEGY_SECTIONS, type Paper, type StrategySection } from '../figures/strategy/content.ts';
import type { StrategyNumbers } from '../figures/strategy/numbers.ts';
import { findingsOf, type ToldFinding } from '../figures/strategy/writer.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import type { MapInfo } from '../model/graph.ts';
import { localDay } from './local-day.ts';

export { PAPERS, STRATEGY_SECTIONS, type Paper, type StrategySection, type ToldFinding };

export const LANGUAGE_CHOICES = ['en', 'zh', 'both'] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** What is chosen and typed on the way to a strategy page. */
export interface StrategyChoices {
  readonly language: LanguageChoice;
  readonly paper: Paper;
  readonly sections: ReadonlySet<StrategySection>;
  /** Ids of findings that were ticked or unticked by hand; the others are as `isTold` has it. */
  readonly findings: ReadonlyMap<string, boolean>;
  /** Likewise of remedies; the others are told if they are in the plan. */
  readonly remedies: ReadonlyMap<string, boolean>;
  readonly place: string;
  readonly author: string;
  /** ISO 8601, a day. */
  readonly date: string;
  readonly note: string;
  /** Id of the round that the map is compared with. */
  readonly since: string | undefined;
}

/** Of each rule so many findings are told unless more are ticked: a page a mechanism. */
const FEW = 3;

export function firstChoices(info: MapInfo, language: Language, today: Date): StrategyChoices {
  return {
    language,
    paper: 'a4',
    sections: new Set(STRATEGY_SECTIONS),
    findings: new Map(),
    remedies: new Map(),
    place: '',
    author: info.author ?? '',
    date: localDay(today),
    note: '',
    since: undefined,
  };
}

export function languagesOf(choice: LanguageChoice, first: Language): readonly Language[] {
  if (choice !== 'both') return [choice];
  return first === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
}

/** A finding that may be told, and whether it is. */
export interface Tick extends ToldFinding {
  readonly told: boolean;
}

/** All findings of the rules that are not muted, the worst first, with whether each is told. */
export function ticksOf(
  numbers: StrategyNumbers,
  settings: DiagnosisSettings,
  { findings }: Pick<StrategyChoices, 'findings'>,
): readonly Tick[] {
  const counts = new Map<string, number>();
  return findingsOf(numbers, { settings }).map((told) => {
    const place = counts.get(told.rule.code) ?? 0;
    counts.set(told.rule.code, place + 1);
    return { ...told, told: findings.get(told.finding.id) ?? place < FEW };
  });
}
