import type { Language, Localized } from '../base/localized.ts';
import { diagnose } from '../metrics/diagnosis/diagnose.ts';
import { ruleByCode } from '../metrics/diagnosis/registry.ts';
import { thresholdInForce, type Finding, type Rule } from '../metrics/diagnosis/rule.ts';
import { SMALL_MAP } from '../metrics/measure.ts';
import type { Fact } from '../metrics/detail.ts';
import { formatValue } from '../metrics/format.ts';
import { phraseName, plainSentence } from '../metrics/phrase-name.ts';
import type { Dimension, Mechanism } from '../model/scheme.ts';
import { compileNetwork } from '../network/network.ts';
import type { DiagnoseAsked } from './diagnose-arguments.ts';
import { finish } from './finish.ts';
import type { MapFile } from './map-file.ts';
import { readingInForce } from './map-reading.ts';

interface WrittenFact {
  readonly id: string;
  readonly name: string;
  /** Null where undefined. */
  readonly value: number | null;
  readonly says?: string;
}

interface WrittenFinding {
  readonly id: string;
  readonly says: string;
  readonly severity: number;
  readonly level: Finding['level'];
  readonly dimension: Dimension;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly ties: readonly string[];
  readonly pairs: Finding['pairs'];
  readonly facts: readonly WrittenFact[];
}

interface WrittenRule {
  readonly code: string;
  readonly name: string;
  readonly mechanism: Mechanism;
  readonly applies: boolean;
  /** Why it does not apply. */
  readonly why?: string;
  /** Why it is muted in the file; '' where no reason is given. */
  readonly muted?: string;
  /** Of the worst finding, in [0, 1]; null where the rule does not apply. */
  readonly severity: number | null;
  readonly findings: readonly WrittenFinding[];
  readonly facts: readonly WrittenFact[];
  readonly thresholds: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: number;
    readonly standard: number;
    readonly origin: string;
  }[];
  readonly status: Rule['status'];
  readonly source: string;
}

/** A diagnosis as the JSON output has it: every digit that a double has. */
interface WrittenDiagnosis {
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly rules: readonly WrittenRule[];
  readonly notes: readonly string[];
}

const FEW: Localized = {
  en: `Fewer than ${SMALL_MAP} actors: take tests against chance and thresholds with caution.`,
  zh: `主体少于 ${SMALL_MAP} 个：与随机情形的检验及各项阈值须谨慎看待。`,
};

export function diagnoseOutput(map: MapFile, asked: DiagnoseAsked, language: Language): string {
  const written = diagnosisOf(map, asked, language);
  return asked.json ? `${JSON.stringify(written, null, 2)}\n` : textOf(written, language);
}

/** What the rules find in a file; what the command says comes before what the file says. */
function diagnosisOf(map: MapFile, asked: DiagnoseAsked, language: Language): WrittenDiagnosis {
  const { network: reduction, options } = readingInForce(map.reading, asked);
  const network = compileNetwork(map.input, reduction);
  const thresholds = { ...map.diagnosis.thresholds, ...asked.thresholds };
  const { results } = finish(diagnose(network, options, { thresholds }));
  const { currency, lambda, permutations, seed, couplingIndicators } = options;
  return {
    file: map.file,
    options: {
      direction: reduction.ignoreDirection ? 'ignore' : 'as-is',
      weights: reduction.ignoreWeights ? 'ignore' : 'strength',
      directed: network.directed,
      currency,
      lambda,
      permutations,
      seed,
      couplingIndicators,
    },
    rules: results.flatMap(({ code, outcome, severity }): WrittenRule[] => {
      const rule = ruleByCode(code);
      if (!rule) return [];
      const muted = Object.hasOwn(map.diagnosis.muted, code) ? map.diagnosis.muted[code] : undefined;
      return [
        {
          code,
          name: rule.name[language],
          mechanism: rule.mechanism,
          applies: outcome.applies,
          ...(!outcome.applies && { why: outcome.why[language] }),
          ...(muted !== undefined && { muted }),
          severity,
          findings: outcome.applies
            ? outcome.findings.map((finding) => findingOf(map, rule, finding, language))
            : [],
          facts: outcome.applies ? outcome.facts.map((fact) => factOf(fact, language)) : [],
          thresholds: rule.thresholds.map((threshold) => ({
            id: threshold.id,
            name: threshold.name[language],
            value: thresholdInForce(threshold, thresholds),
            standard: threshold.standard,
            origin: threshold.origin[language],
          })),
          status: rule.status,
          source: rule.source,
        },
      ];
    }),
    notes: [
      ...map.notes.map((note) => note[language]),
      ...(network.n > 0 && network.n < SMALL_MAP ? [FEW[language]] : []),
    ],
  };
}

function findingOf(map: MapFile, rule: Rule, finding: Finding, language: Language): WrittenFinding {
  const { id, says, severity, level, actors, ties, pairs, facts, dimension } = finding;
  return {
    id,
    says: plainSentence(says, map.names, language),
    severity,
    level,
    dimension: dimension ?? rule.dimension,
    actors: actors.map((actor) => ({
      id: actor,
      name: phraseName({ of: 'actor', id: actor }, map.names, language),
    })),
    ties,
    pairs,
    facts: facts.map((fact) => factOf(fact, language)),
  };
}

function factOf({ id, name, value, says }: Fact, language: Language): WrittenFact {
  return { id, name: name[language], value, ...(says && { says: says[language] }) };
}

const WORDS = {
  summary: {
    en: (firing: number, applying: number) =>
      `${firing} of ${applying} rules that apply here found something.`,
    zh: (firing: number, applying: number) => `适用的 ${applying} 条规则中，有 ${firing} 条发现了问题。`,
  },
  fine: { en: 'Checked and found fine', zh: '已检验且未见异常' },
  silent: { en: 'Does not apply', zh: '不适用' },
  muted: { en: 'Muted', zh: '已停用' },
  critical: { en: 'critical', zh: '严重' },
  warning: { en: 'warning', zh: '警示' },
} as const satisfies Readonly<Record<string, Localized<unknown>>>;

/** For reading in a terminal: the most severe first, then what was found fine and what does not apply. */
function textOf({ rules, notes }: WrittenDiagnosis, language: Language): string {
  const heard = rules.filter(({ muted }) => muted === undefined);
  const firing = heard
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
  const applying = heard.filter(({ applies }) => applies);
  const parts = [
    `${WORDS.summary[language](firing.length, applying.length)}\n`,
    ...firing.map((rule) => ruleText(rule, language)),
  ];
  const fine = applying.filter(({ findings }) => findings.length === 0);
  if (fine.length > 0)
    parts.push(`${WORDS.fine[language]}\n${fine.map(({ code, name }) => `  ${code}  ${name}\n`).join('')}`);
  const silent = heard.filter(({ applies }) => !applies);
  if (silent.length > 0)
    parts.push(
      `${WORDS.silent[language]}\n${silent.map(({ code, name, why = '' }) => `  ${code}  ${name}: ${why}\n`).join('')}`,
    );
  const muted = rules.filter((rule) => rule.muted !== undefined);
  if (muted.length > 0)
    parts.push(
      `${WORDS.muted[language]}\n${muted.map((rule) => `  ${rule.code}  ${rule.name}: ${rule.muted}\n`).join('')}`,
    );
  if (notes.length > 0) parts.push(notes.map((note) => `${note}\n`).join(''));
  return parts.join('\n');
}

function ruleText({ code, name, findings }: WrittenRule, language: Language): string {
  const lines = findings.map(({ says, severity, level }) => {
    const value = formatValue(severity, { style: 'number', digits: 2 }, language);
    return `  ${value.padEnd(4)}  ${WORDS[level][language]}  ${says.replace(/\s+/gu, ' ')}\n`;
  });
  return `${code}  ${name}\n${lines.join('')}`;
}
