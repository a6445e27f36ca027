import { RULES } from '../../metrics/diagnosis/registry.ts';
import { thresholdInForce, type Finding, type Rule } from '../../metrics/diagnosis/rule.ts';
import { formatValue } from '../../metrics/format.ts';
import { nameOf, sentenceOf } from '../figure-names.ts';
import { COLON } from '../figure-texts.ts';
import { withNotes } from './conventions.ts';
import { numberColumn, textColumn, type DataTable, type TableCell } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_NOTES, TABLE_SENTENCES, TABLE_TEXTS } from './table-texts.ts';

/** The findings of all rules that are not muted, the worst first; null where the rules were not tested. */
export function diagnosisTable(view: TableView): DataTable | null {
  const { diagnosis, settings, language } = view;
  if (!diagnosis) return null;
  const outcomes = new Map(diagnosis.results.map(({ code, outcome }) => [code, outcome]));
  const heard = RULES.filter(({ code }) => !Object.hasOwn(settings.muted, code));
  const found = heard
    .flatMap((rule) => {
      const outcome = outcomes.get(rule.code);
      return outcome?.applies ? outcome.findings.map((finding) => ({ rule, finding })) : [];
    })
    .sort((a, b) => b.finding.severity - a.finding.severity);
  const list = (rules: readonly Rule[]): string =>
    rules.map((rule) => ruleName(rule, view)).join(COMMA[language]);
  const fine = heard.filter(({ code }) => {
    const outcome = outcomes.get(code);
    return outcome?.applies === true && outcome.findings.length === 0;
  });
  const silent = heard.filter(({ code }) => outcomes.get(code)?.applies === false);
  const muted = RULES.filter((rule) => !heard.includes(rule));
  const say = (key: 'fine' | 'silent' | 'muted', rules: readonly Rule[]): readonly string[] =>
    rules.length === 0 ? [] : [TABLE_SENTENCES[key][language](list(rules))];
  return withNotes(
    {
      id: 'diagnosis',
      title: TABLE_TEXTS.diagnosis[language],
      columns: columnsIn(view),
      rows: found.map(({ rule, finding }) => rowOf(view, rule, finding)),
    },
    view,
    [
      TABLE_NOTES.severity[language],
      TABLE_NOTES.cautious[language],
      ...say('fine', fine),
      ...say('silent', silent),
      ...say('muted', muted),
    ],
    [],
  );
}

const COMMA = { en: ', ', zh: '、' } as const;
const SEMICOLON = { en: '; ', zh: '；' } as const;

function ruleName({ code, name }: Rule, { language }: TableView): string {
  return `${code} ${name[language]}`;
}

function columnsIn({ language }: TableView): DataTable['columns'] {
  const text = TABLE_TEXTS;
  return [
    textColumn('rule', text.rule[language]),
    numberColumn('severity', text.severity[language], { style: 'share', digits: 2 }),
    textColumn('level', text.level[language]),
    textColumn('finding', text.finding[language]),
    textColumn('evidence', text.evidence[language]),
    textColumn('numbers', text.numbers[language]),
    textColumn('threshold', text.threshold[language]),
    textColumn('origin', text.origin[language]),
    textColumn('source', text.source[language]),
  ];
}

function rowOf(view: TableView, rule: Rule, finding: Finding): readonly TableCell[] {
  const { names, language, settings } = view;
  const facts = finding.facts.map(
    (fact) =>
      `${fact.name[language]}${COLON[language]}${fact.says?.[language] ?? formatValue(fact.value, fact, language)}`,
  );
  const thresholds = rule.thresholds.map((threshold) => {
    const value = thresholdInForce(threshold, settings.thresholds);
    const shown = formatValue(value, threshold, language);
    const standard = formatValue(threshold.standard, threshold, language);
    const written =
      value === threshold.standard ? shown : TABLE_SENTENCES.standard[language](shown, standard);
    return `${threshold.name[language]}${COLON[language]}${written}`;
  });
  const origins = [...new Set(rule.thresholds.map(({ origin }) => origin[language]))];
  return [
    ruleName(rule, view),
    finding.severity,
    TABLE_TEXTS[finding.level][language],
    sentenceOf(finding.says, names, language),
    finding.actors.map((id) => nameOf(names, { of: 'actor', id })).join(COMMA[language]),
    facts.join(SEMICOLON[language]),
    thresholds.join(SEMICOLON[language]),
    origins.join(SEMICOLON[language]),
    rule.source,
  ];
}
