import type { Language, Localized } from '../base/localized.ts';
import { formatValue } from '../metrics/format.ts';
import { plainSentence } from '../metrics/phrase-name.ts';
import { EDIT_KIND_NAMES, JUDGED_BY } from '../metrics/remedies/offers.ts';
import { planRemedies, type PlanStep } from '../metrics/remedies/plan.ts';
import { rankRemedies, type Prospect } from '../metrics/remedies/rank.ts';
import type { Readings, Worst } from '../metrics/remedies/read-goal.ts';
import type { Edit } from '../metrics/remedies/remedy.ts';
import { finish } from './finish.ts';
import type { MapFile } from './map-file.ts';
import type { PlanAsked } from './plan-arguments.ts';

interface WrittenWorst {
  readonly measure: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

interface WrittenStep {
  readonly says: string;
  readonly why: string;
  readonly kind: string;
  readonly rule: string;
  readonly findings: readonly string[];
  readonly edits: readonly Edit[];
  /** What it adds to the steps before. */
  readonly gain: number | null;
  readonly cost: number;
  readonly totalGain: number | null;
  readonly totalCost: number;
  readonly goal: number | null;
  readonly measures: Readonly<Record<string, number | null>>;
  readonly worst: WrittenWorst | null;
}

/** A plan as the JSON output has it: every digit that a double has, null where undefined. */
interface WrittenPlan {
  readonly file: string;
  readonly goal: { readonly id: string; readonly name: string; readonly better: 'higher' | 'lower' };
  readonly before: number | null;
  readonly measures: Readonly<Record<string, number | null>>;
  readonly findings: number;
  readonly simulated: number;
  readonly steps: readonly WrittenStep[];
  /** True where no further step gains. */
  readonly exhausted: boolean;
  readonly notes: readonly string[];
}

const WORDS = {
  caution: {
    en: 'Scenario, not prediction. Gauges and costs are Ecotone’s own heuristics.',
    zh: '情景推演，非预测。机制得分与成本为本软件自拟。',
  },
  none: { en: 'No step makes this better.', zh: '没有任何一步能改进这一目标。' },
  exhausted: { en: 'No further step gains anything.', zh: '不再有能带来增益的对策。' },
  harmless: { en: 'nothing gets worse', zh: '没有指标变差' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What to do about what the rules find in a file, step by step. */
export function planOutput(map: MapFile, asked: PlanAsked, language: Language): string {
  const written = planOf(map, asked, language);
  return asked.json ? `${JSON.stringify(written, null, 2)}\n` : textOf(written, asked, language);
}

function planOf(map: MapFile, asked: PlanAsked, language: Language): WrittenPlan {
  const prospect: Prospect = {
    ground: { input: map.input, scheme: map.names.scheme },
    options: { ...asked.options, ...asked.network },
    settings: { ...map.diagnosis, thresholds: { ...map.diagnosis.thresholds, ...asked.thresholds } },
    goal: asked.goal,
  };
  const { before, findings, ranked } = finish(rankRemedies(prospect));
  const { steps, exhausted } = finish(planRemedies(prospect, ranked, asked.steps));
  const { id, name, better } = asked.goal;
  return {
    file: map.file,
    goal: { id, name: name[language], better: better > 0 ? 'higher' : 'lower' },
    before: before.goal,
    measures: measuresOf(before),
    findings,
    simulated: ranked.length,
    steps: steps.map((step) => stepOf(map, step, language)),
    exhausted,
    notes: [...map.notes.map((note) => note[language]), WORDS.caution[language]],
  };
}

function measuresOf({ values }: Readings): Readonly<Record<string, number | null>> {
  return Object.fromEntries(JUDGED_BY.map(({ measure }, k) => [measure.id, values[k] ?? null]));
}

function stepOf(map: MapFile, step: PlanStep, language: Language): WrittenStep {
  const { remedy, gain, cost, totalGain, totalCost, after, worst } = step;
  return {
    says: plainSentence(remedy.says, map.names, language),
    why: plainSentence(remedy.why, map.names, language),
    kind: remedy.kind,
    rule: remedy.rule,
    findings: remedy.findings,
    edits: remedy.edits,
    gain,
    cost,
    totalGain,
    totalCost,
    goal: after.goal,
    measures: measuresOf(after),
    worst: worst && worstOf(worst, language),
  };
}

function worstOf({ headline, before, after }: Worst, language: Language): WrittenWorst {
  const measure = JUDGED_BY[headline]?.measure;
  return { measure: measure?.id ?? '', name: measure?.name[language] ?? '', before, after };
}

/** For reading in a terminal: a step a paragraph. */
function textOf(
  { goal, before, steps, exhausted, notes }: WrittenPlan,
  asked: PlanAsked,
  language: Language,
): string {
  const value = (number: number | null): string => formatValue(number, asked.goal, language);
  const parts = [`${goal.name}: ${value(before)}\n`];
  if (steps.length === 0) parts.push(`${WORDS.none[language]}\n`);
  for (const [k, step] of steps.entries()) {
    const { says, why, kind, cost, totalCost, worst } = step;
    const kindName = Object.entries(EDIT_KIND_NAMES).find(([id]) => id === kind)?.[1][language] ?? kind;
    const harm = worst
      ? `${worst.name} ${plain(worst.before)} → ${plain(worst.after)}`
      : WORDS.harmless[language];
    parts.push(
      [
        `${k + 1}. ${oneLine(says)}${language === 'zh' ? `（${kindName}）` : ` (${kindName})`}`,
        `   ${oneLine(why)}`,
        `   ${LINE[language](value(step.goal), plain(cost), plain(totalCost), harm)}`,
        '',
      ].join('\n'),
    );
  }
  if (exhausted && steps.length > 0) parts.push(`${WORDS.exhausted[language]}\n`);
  parts.push(notes.map((note) => `${note}\n`).join(''));
  return parts.join('\n');
}

const LINE: Localized<(goal: string, cost: string, total: string, worst: string) => string> = {
  en: (goal, cost, total, worst) =>
    `then ${goal}; cost ${cost}, in all ${total}; worst side effect: ${worst}`,
  zh: (goal, cost, total, worst) => `之后为 ${goal}；成本 ${cost}，累计 ${total}；最大副作用：${worst}`,
};

function plain(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
