import type { Language } from '../../base/localized.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import { thresholdInForce, type Rule } from '../../metrics/diagnosis/rule.ts';
import { formatValue } from '../../metrics/format.ts';
import type { Measure } from '../../metrics/measure.ts';
import { measureById } from '../../metrics/registry.ts';
import type { OptionId } from '../../model/measure-options.ts';
import type { ColourBy, SizeBy } from '../../model/view.ts';
import { numberName } from '../../scene/actor-encoding.ts';
import type { Counted, MethodsFacts } from './facts.ts';

/** Words with a number: `1 tie`, `2 ties`. */
export function several(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listing(parts: readonly string[], language: Language): string {
  const [comma, and] = language === 'zh' ? ['、', '和'] : [', ', ' and '];
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1) ?? ''}`;
}

/** Names that begin with a name of a person, or are spelled so. */
const SPELLED = /^(?:Katz|PageRank|Finn|E-I|Hellinger|Barrat|U₁|HHI)/u;

/** A name in the middle of a sentence. */
export function inSentence({ name }: Pick<Measure, 'name'>, language: Language): string {
  return language === 'zh' ? name.zh : lowered(name.en);
}

export function lowered(name: string): string {
  return SPELLED.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** On one line, with single spaces. */
export function formulaOf({ formula }: Measure): string {
  return formula.text.replace(/\s+/gu, ' ');
}

/** Rules by their codes: those that follow each other as the first and the last of them, `D1–D8, D10–D15`. */
export function codesOf(rules: readonly Pick<Rule, 'code'>[], language: Language): string {
  const place = new Map(RULES.map(({ code }, k) => [code, k]));
  const runs: Rule['code'][][] = [];
  for (const { code } of rules) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && place.get(code) === (place.get(before) ?? NaN) + 1) run.push(code);
    else runs.push([code]);
  }
  return runs
    .flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''}–${run.at(-1) ?? ''}`]))
    .join(language === 'zh' ? '、' : ', ');
}

/** Options that decide whether a measure draws at all. */
const DRAWS: Readonly<Partial<Record<OptionId, (facts: MethodsFacts) => boolean>>> = {
  sources: ({ options, setting }) => options.sources > 0 && options.sources < setting.n,
  smallWorld: ({ options }) => options.smallWorld === 'rewired',
  attack: ({ options }) => options.attack === 'random',
  corePeriphery: ({ options }) => options.corePeriphery === 'borgatti-everett',
};

/** Whether a seed has a say: shortest paths from all actors, say, draw nothing. */
export function drawsByChance(facts: MethodsFacts): boolean {
  const draws = facts.measures.some(({ options = [] }) => {
    if (!options.includes('seed')) return false;
    const deciding = options.flatMap((id) => DRAWS[id] ?? []);
    return deciding.length === 0 || deciding.some((decides) => decides(facts));
  });
  return draws || (facts.diagnosis && facts.used.includes('seed'));
}

/** What the letters of a formula mean, and under which convention it was read: within brackets, as one part of a sentence each. */
export function withinBrackets(
  { where, convention }: Measure,
  { setting }: MethodsFacts,
  language: Language,
): string {
  const parts = [where[language], convention(setting)[language]].map((text) => partOf(text, language));
  return parts.filter((part) => part !== '').join(language === 'zh' ? '；' : '; ');
}

/** Sentences as a part of another: without their ends, and with no capitals but those of letters in formulas. */
function partOf(text: string, language: Language): string {
  const open = text.replace(/[.。]$/u, '');
  if (language === 'zh') return open.replace(/[；。]/gu, '，');
  const small = (word: string): string => word.toLowerCase();
  return open
    .replace(/^\p{Lu}(?=\p{Ll})/u, small)
    .replace(/\. \p{Lu}(?=\p{Ll})/gu, small)
    .replaceAll('. ', ', ')
    .replaceAll('; ', ', ');
}

/** `Enterprise 18, University 12`. */
export function amounts(counted: readonly Counted[], language: Language): string {
  const comma = language === 'zh' ? '、' : ', ';
  return counted.map(({ name, count }) => `${name[language]} ${count}`).join(comma);
}

/** What sets the size or the colour of the marks; undefined where nothing does. */
export function encodedBy(
  by: SizeBy | ColourBy,
  { graph }: Pick<MethodsFacts, 'graph'>,
  language: Language,
): string | undefined {
  if (by.kind === 'same') return undefined;
  if (by.kind === 'sector') return language === 'zh' ? '主体类型' : 'the sector';
  if (by.kind === 'field') {
    const field = graph.scheme.fields.find(({ id, on }) => id === by.id && on === 'actor');
    return (field?.name ?? numberName(by.id) ?? { en: by.id, zh: by.id })[language];
  }
  const measure = measureById(by.id);
  return measure ? inSentence(measure, language) : by.id;
}

/** Thresholds that were set to another value than the standard one: their name, the value and the standard. */
export function changedThresholds({ settings }: Pick<MethodsFacts, 'settings'>, language: Language) {
  return RULES.flatMap(({ code, thresholds }) =>
    thresholds.flatMap((threshold) => {
      const value = thresholdInForce(threshold, settings.thresholds);
      if (value === threshold.standard || Object.hasOwn(settings.muted, code)) return [];
      return [
        {
          code,
          name: threshold.name[language],
          value: formatValue(value, threshold, language),
          standard: formatValue(threshold.standard, threshold, language),
        },
      ];
    }),
  );
}
