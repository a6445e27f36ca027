import type { Language, Localized } from '../../base/localized.ts';
import type { Finding, Rule } from '../../metrics/diagnosis/rule.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import type { Sentence } from '../../metrics/detail.ts';
import { formatValue } from '../../metrics/format.ts';
import type { Measure } from '../../metrics/measure.ts';
import { cleanText } from '../../scene/text.ts';
import type { FigureNames } from '../figure.ts';
import { nameOf, sentenceOf } from '../figure-names.ts';
import { COLON } from '../figure-texts.ts';
import type { StrategyContent, StrategyView } from './content.ts';
import type { StrategyNumbers } from './numbers.ts';
import { sentenceIn, STRATEGY_TEXTS } from './texts.ts';

/** A finding of a rule that is not muted. */
export interface ToldFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What all sections of a page in one language share. */
export interface Writer {
  readonly content: StrategyContent;
  readonly language: Language;
  readonly view: StrategyView;
  readonly names: FigureNames;
  /** Of the map, or the name of the page where it has none. */
  readonly title: string;
  /** Between a name and what is said of it. */
  readonly colon: string;
  /** Of ids: those of the second language of a page differ. */
  readonly prefix: string;
  readonly text: (key: keyof typeof STRATEGY_TEXTS) => string;
  readonly say: (text: Localized) => string;
  readonly sentence: (sentence: Sentence, names?: FigureNames) => string;
  readonly actor: (id: string) => string;
  readonly number: (value: number | null, shown: Pick<Measure, 'style' | 'digits'>) => string;
  readonly day: (iso: string) => string;
}

export function writerOf(content: StrategyContent, language: Language, view: StrategyView): Writer {
  const { names } = view;
  return {
    content,
    language,
    view,
    names,
    title: titleOf(content, language),
    colon: COLON[language],
    prefix: language,
    text: (key) => STRATEGY_TEXTS[key][language],
    say: (text) => text[language],
    sentence: (sentence, others = names) => sentenceOf(sentence, others, language),
    actor: (id) => nameOf(names, { of: 'actor', id }),
    number: (value, shown) => formatValue(value, shown, language),
    day: (iso) => dayIn(iso, language),
  };
}

/** Of the map, or the name of the page where it has none. */
export function titleOf({ title }: Pick<StrategyContent, 'title'>, language: Language): string {
  const clean = cleanText(title);
  return clean === '' ? STRATEGY_TEXTS.kind[language] : clean;
}

/** A day as people write it; what is no date is left as it is. */
function dayIn(iso: string, language: Language): string {
  const date = new Date(iso);
  if (iso === '' || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
}

export function isMuted(
  { settings }: Pick<StrategyContent, 'settings'>,
  { code }: Pick<Rule, 'code'>,
): boolean {
  return Object.hasOwn(settings.muted, code);
}

/** Findings of the rules that are not muted, the worst first, else in the order of the catalogue. */
export function findingsOf(
  { diagnosis }: StrategyNumbers,
  content: Pick<StrategyContent, 'settings'>,
): readonly ToldFinding[] {
  const outcomes = new Map(diagnosis.results.map(({ code, outcome }) => [code, outcome]));
  return RULES.flatMap((rule): readonly ToldFinding[] => {
    const outcome = outcomes.get(rule.code);
    if (isMuted(content, rule) || outcome?.applies !== true) return [];
    return outcome.findings.map((finding) => ({ rule, finding }));
  }).sort((a, b) => b.finding.severity - a.finding.severity);
}

/** The findings that the page tells. */
export function toldFindings(content: StrategyContent): readonly ToldFinding[] {
  return findingsOf(content.numbers, content).filter(({ finding }) => content.findings.has(finding.id));
}

/** Sentences in a row: English ones are parted by spaces. */
export function joined(sentences: readonly string[], language: Language): string {
  return sentences.filter((sentence) => sentence !== '').join(gap({ language }));
}

/** Between two sentences. */
export function gap({ language }: Pick<Writer, 'language'>): string {
  return language === 'zh' ? '' : ' ';
}

/** How many rules found something, and what. */
export function foundSentence({ content, language }: Writer): string {
  const findings = findingsOf(content.numbers, content);
  const applying = content.numbers.diagnosis.results.filter(({ outcome }) => outcome.applies);
  return sentenceIn('found', language)(
    new Set(findings.map(({ rule }) => rule.code)).size,
    applying.filter((rule) => !isMuted(content, rule)).length,
    findings.length,
    findings.filter(({ finding }) => finding.level === 'critical').length,
  );
}
