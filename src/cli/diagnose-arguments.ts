import type { Language } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { RULES } from '../metrics/diagnosis/registry.ts';
import { allowedOption, type MeasureOptions } from '../model/measure-options.ts';
import {
  allowedText,
  notAllowed,
  oneFileOnly,
  unknownFlag,
  withoutFile,
  withoutValue,
  withValue,
} from './arguments.ts';
import type { StatedReading } from './map-reading.ts';

/** What a diagnosis is asked; what is not said of how to read the map, the file says. */
export interface DiagnoseAsked extends StatedReading {
  readonly file: string;
  readonly json: boolean;
  /** That of the terminal where it is not named. */
  readonly language: Language | undefined;
  /** Id of a threshold -> its value. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Options of measures that rules read; what they are called is told with those of measures. */
export const DIAGNOSE_OPTIONS = ['currency', 'lambda', 'permutations', 'seed'] as const;
const CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  ['--direction', ['as-is', 'ignore']],
  ['--weights', ['strength', 'ignore']],
  ['--lang', ['en', 'zh']],
]);
const PLAIN = ['--json', '--help'];
const THRESHOLD = '--threshold';

/** What the words after `diagnose` mean, or after a command that diagnoses first. */
export function parseDiagnose(
  words: readonly string[],
  command: 'diagnose' | 'plan' = 'diagnose',
): Result<DiagnoseAsked | 'help'> {
  const flags = new Map<string, string>();
  const thresholds: Record<string, number> = {};
  const plain: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? '';
    if (word === '-h' || word === '--help') return ok('help');
    if (!word.startsWith('--')) {
      plain.push(word);
      continue;
    }
    const at = word.indexOf('=');
    const flag = at < 0 ? word : word.slice(0, at);
    if (PLAIN.includes(flag)) {
      if (at >= 0) return failed(withValue(flag));
      flags.set(flag, '');
      continue;
    }
    if (!takesValueOfDiagnosis(flag)) return failed(unknownFlag(flag));
    const value = at < 0 ? words[++k] : word.slice(at + 1);
    if (value === undefined) return failed(withoutValue(flag));
    if (flag !== THRESHOLD) flags.set(flag, value);
    else {
      const wrong = addThreshold(thresholds, value);
      if (wrong) return failed(wrong);
    }
  }
  return askedOf(command, plain, flags, thresholds);
}

export function takesValueOfDiagnosis(flag: string): boolean {
  return flag === THRESHOLD || CHOICES.has(flag) || DIAGNOSE_OPTIONS.some((id) => `--${id}` === flag);
}

/** Adds what `ID=VALUE` says, or says what is wrong with it. */
function addThreshold(thresholds: Record<string, number>, text: string): Problem | undefined {
  const [id = '', value = ''] = text.split('=');
  const threshold = RULES.flatMap((rule) => rule.thresholds).find((one) => one.id === id);
  if (!threshold)
    return problem('unknown-threshold', {
      en: `There is no threshold "${id}" (--help lists all); write ${THRESHOLD} ID=VALUE.`,
      zh: `没有阈值“${id}”（--help 列出全部）；写法为 ${THRESHOLD} 标识=数值。`,
    });
  const number = Number(value);
  const { min, max } = threshold;
  if (value.trim() === '' || !(number >= min && number <= max))
    return notAllowed(`${THRESHOLD} ${id}`, value, `a number from ${min} to ${max}`);
  thresholds[id] = number;
  return undefined;
}

function askedOf(
  command: string,
  [file, ...more]: readonly string[],
  flags: ReadonlyMap<string, string>,
  thresholds: DiagnoseAsked['thresholds'],
): Result<DiagnoseAsked> {
  if (file === undefined) return failed(withoutFile(command));
  if (more[0] !== undefined) return failed(oneFileOnly(more[0]));
  for (const [flag, allowed] of CHOICES) {
    const value = flags.get(flag);
    if (value !== undefined && !allowed.includes(value))
      return failed(notAllowed(flag, value, allowed.join(', ')));
  }
  const options: Partial<Record<(typeof DIAGNOSE_OPTIONS)[number], unknown>> = {};
  for (const id of DIAGNOSE_OPTIONS) {
    const text = flags.get(`--${id}`);
    if (text === undefined) continue;
    const value = allowedOption(id, id === 'currency' ? text : text.trim() === '' ? undefined : Number(text));
    if (value === undefined) return failed(notAllowed(`--${id}`, text, allowedText(id)));
    options[id] = value;
  }
  const language = flags.get('--lang');
  return ok({
    file,
    json: flags.has('--json'),
    language: language === 'en' || language === 'zh' ? language : undefined,
    network: {
      ...(flags.has('--direction') && { ignoreDirection: flags.get('--direction') === 'ignore' }),
      ...(flags.has('--weights') && { ignoreWeights: flags.get('--weights') === 'ignore' }),
    },
    options: options as Partial<MeasureOptions>,
    thresholds,
  });
}
