import { compareIds } from '../base/ids.ts';
import type { Localized } from '../base/localized.ts';
import type { Fact, FindingRow, RowsDetail } from '../metrics/detail.ts';
import type { Diagnosis } from '../metrics/diagnosis/diagnose.ts';
import { ruleByCode } from '../metrics/diagnosis/registry.ts';
import type { Finding, Rule } from '../metrics/diagnosis/rule.ts';
import type { DiagnosisSettings } from '../model/diagnosis-settings.ts';
import { DIMENSION_NAMES, MECHANISM_NAMES } from '../model/scheme.ts';

const LEVELS: Readonly<Record<Finding['level'], NonNullable<FindingRow['tag']>>> = {
  critical: { name: { en: 'critical', zh: '严重' }, tone: 'concern' },
  warning: { name: { en: 'warning', zh: '警示' }, tone: 'neutral' },
};

const TEXTS = {
  severity: { en: 'Severity', zh: '严重程度' },
  none: { en: 'No rule that applies here found anything.', zh: '适用的规则均未发现问题。' },
  applying: { en: 'Rules that apply', zh: '适用的规则数' },
  firing: { en: 'of these found something', zh: '其中有发现的' },
  findings: { en: 'Findings in all', zh: '发现总数' },
} as const satisfies Readonly<Record<string, Localized>>;

/**
 * What the diagnosis tells, the most severe first, as a table of findings: each in its sentence, with the rule that found
 * it, the mechanism that it hurts and its dimension, and the severity in [0, 1] as a bar. Muted rules are left out.
 */
export function findingsDetail(
  { results }: Diagnosis,
  { muted }: Pick<DiagnosisSettings, 'muted'>,
): RowsDetail {
  const heard = results.filter(({ code }) => !Object.hasOwn(muted, code));
  const told: { readonly rule: Rule; readonly finding: Finding }[] = [];
  let [applying, firing, all] = [0, 0, 0];
  for (const { code, outcome } of heard) {
    const rule = ruleByCode(code);
    if (!rule || !outcome.applies) continue;
    applying++;
    if (outcome.count > 0) firing++;
    all += outcome.count;
    for (const finding of outcome.findings) told.push({ rule, finding });
  }
  told.sort((a, b) => b.finding.severity - a.finding.severity || compareIds(a.finding.id, b.finding.id));
  const count = (id: 'applying' | 'firing' | 'findings', value: number): Fact => ({
    id,
    name: TEXTS[id],
    value,
    style: 'count',
    digits: 1,
  });
  return {
    kind: 'rows',
    columns: [{ id: 'severity', name: TEXTS.severity, style: 'share', digits: 2, bar: true }],
    rows: told.map(({ rule, finding }) => rowOf(rule, finding)),
    none: TEXTS.none,
    facts: [count('applying', applying), count('firing', firing), count('findings', all)],
  };
}

function rowOf({ code, name, mechanism, dimension }: Rule, finding: Finding): FindingRow {
  const [works, serves] = [MECHANISM_NAMES[mechanism], DIMENSION_NAMES[finding.dimension ?? dimension]];
  return {
    id: finding.id,
    says: finding.says,
    tag: LEVELS[finding.level],
    why: {
      en: [`${code} ${name.en} · ${works.en} · ${serves.en}`],
      zh: [`${code} ${name.zh} · ${works.zh} · ${serves.zh}`],
    },
    mechanism,
    values: [finding.severity],
    actors: finding.actors,
    ties: finding.ties,
    pairs: finding.pairs,
  };
}
