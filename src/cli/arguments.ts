import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import {
  allowedOption,
  DEFAULT_MEASURE_OPTIONS,
  OPTION_VALUES,
  type MeasureOptions,
  type OptionId,
} from '../model/measure-options.ts';
import type { NetworkOptions } from '../network/network.ts';
import type { Measure } from '../metrics/measure.ts';
import { measureById, MEASURES } from '../metrics/registry.ts';
import { isEcology, SINKS, strayFlag, type EcologyCommand, type Sinks } from './ecology-flags.ts';

export type Output = 'table' | 'json' | 'csv';

/** What a command of niches, flows or symbiosis is asked. */
export interface EcologyAsked {
  readonly command: EcologyCommand;
  readonly file: string;
  readonly output: Output;
  readonly options: MeasureOptions;
  /** Whether `--niche` was given. */
  readonly nicheStated: boolean;
  readonly sinks: Sinks;
}

/** What a command line asks for. */
export type Command =
  | { readonly command: 'help' }
  | { readonly command: 'info'; readonly file: string; readonly output: Output }
  | {
      readonly command: 'measures';
      readonly file: string;
      readonly output: Output;
      readonly network: NetworkOptions;
      readonly options: MeasureOptions;
      /** Measure ids, in the order of the registry. */
      readonly measures: readonly string[];
    }
  | EcologyAsked;

/** `corePeriphery` is asked for by `--core-periphery`. */
export function flagOf(id: OptionId): string {
  return `--${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export const OPTION_IDS = Object.keys(OPTION_VALUES) as OptionId[];

/** The flags that take a value, with their allowed values; undefined where any text may be one. */
function valuesOf(flag: string): readonly string[] | undefined {
  if (flag === '--direction') return ['as-is', 'ignore'];
  if (flag === '--weights') return ['strength', 'ignore'];
  if (flag === '--sinks') return SINKS;
  return undefined;
}

const ALWAYS = ['--json', '--csv', '--help'];
const TEXT_FLAGS = ['--direction', '--weights', '--measures', '--sinks'];

/** What the words after the program's name mean; the problem is one line that says what to write instead. */
export function parseArguments(words: readonly string[]): Result<Command> {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? '';
    if (word === '-h') flags.set('--help', '');
    else if (!word.startsWith('--')) plain.push(word);
    else {
      const [flag = '', ...rest] = word.split('=');
      const wants = takesValue(flag);
      if (wants === undefined) return failed(unknownFlag(flag));
      if (wants && rest.length === 0) {
        const value = words[++k];
        if (value === undefined) return failed(withoutValue(flag));
        flags.set(flag, value);
      } else if (!wants && rest.length > 0 && flag !== '--normalised') return failed(withValue(flag));
      else if (flag === '--normalised' && isTruth(words[k + 1])) flags.set(flag, words[++k] ?? '');
      else flags.set(flag, rest.join('='));
    }
  }
  return commandOf(plain, flags);
}

/** The values that `--normalised` may have, though it needs none. */
function isTruth(word: string | undefined): boolean {
  return word === 'true' || word === 'false';
}

/** Undefined where there is no such flag. */
export function takesValue(flag: string): boolean | undefined {
  if (ALWAYS.includes(flag) || flag === '--normalised') return false;
  return TEXT_FLAGS.includes(flag) || OPTION_IDS.some((id) => flagOf(id) === flag) ? true : undefined;
}

function commandOf(plain: readonly string[], flags: ReadonlyMap<string, string>): Result<Command> {
  const [command, file, ...more] = plain;
  if (flags.has('--help') || command === 'help') return ok({ command: 'help' });
  if (command !== 'measures' && command !== 'info' && !isEcology(command))
    return failed(unknownCommand(command));
  if (file === undefined) return failed(withoutFile(command));
  if (more[0] !== undefined) return failed(oneFileOnly(more[0]));
  if (flags.has('--json') && flags.has('--csv')) return failed(oneOutputOnly());
  const output = flags.has('--json') ? 'json' : flags.has('--csv') ? 'csv' : 'table';
  if (command === 'info') {
    const stray = [...flags.keys()].find((flag) => flag !== '--json');
    return stray === undefined ? ok({ command, file, output }) : failed(notOfInfo(stray));
  }
  const stray = isEcology(command) ? strayFlag(command, flags.keys()) : undefined;
  if (stray) return failed(stray);
  for (const [flag, value] of flags) {
    const values = valuesOf(flag);
    if (values && !values.includes(value)) return failed(notAllowed(flag, value, values.join(', ')));
  }
  const options = optionsOf(flags);
  if (!options.ok) return options;
  if (isEcology(command))
    return ok({
      command,
      file,
      output,
      options: options.value,
      nicheStated: flags.has('--niche'),
      sinks: SINKS.find((sinks) => sinks === flags.get('--sinks')) ?? 'one',
    });
  if (flags.has('--sinks')) return failed(ofFlowAlone());
  const measures = measuresOf(flags.get('--measures'));
  if (!measures.ok) return measures;
  return ok({
    command,
    file,
    output,
    network: {
      ignoreDirection: flags.get('--direction') === 'ignore',
      ignoreWeights: flags.get('--weights') === 'ignore',
    },
    options: options.value,
    measures: measures.value,
  });
}

function optionsOf(flags: ReadonlyMap<string, string>): Result<MeasureOptions> {
  const stated = statedOptions(flags);
  return stated.ok ? ok({ ...DEFAULT_MEASURE_OPTIONS, normalised: false, ...stated.value }) : stated;
}

/** The options of measures that were given. */
export function statedOptions(flags: ReadonlyMap<string, string>): Result<Partial<MeasureOptions>> {
  const chosen: [OptionId, MeasureOptions[OptionId]][] = [];
  for (const id of OPTION_IDS) {
    const text = flags.get(flagOf(id));
    if (text === undefined) continue;
    const value = allowedOption(id, valueOf(id, text));
    if (value === undefined) return failed(notAllowed(flagOf(id), text, allowedText(id)));
    chosen.push([id, value]);
  }
  return ok(Object.fromEntries(chosen));
}

function valueOf(id: OptionId, text: string): unknown {
  if ('min' in OPTION_VALUES[id]) return text.trim() === '' ? undefined : Number(text);
  if (id === 'normalised')
    return text === '' || text === 'true' ? true : text === 'false' ? false : undefined;
  return text;
}

/** The allowed values of an option, in words. */
export function allowedText(id: OptionId): string {
  const allowed = OPTION_VALUES[id];
  if ('longest' in allowed) return `a text of at most ${allowed.longest} characters`;
  if (!('min' in allowed)) return allowed.join(', ');
  return `${allowed.whole ? 'a whole number' : 'a number'} from ${allowed.min} to ${allowed.max}`;
}

/** What is computed unless measures are named: every number of the network, and whatever does not take long. */
export function isUsual({ level, onRequest }: Measure): boolean {
  return onRequest !== true || level === 'network';
}

/** Without a list, the usual ones; `all` for everything. */
function measuresOf(list: string | undefined): Result<readonly string[]> {
  if (list === undefined) return ok(MEASURES.filter(isUsual).map(({ id }) => id));
  const asked = new Set(list.split(',').map((id) => id.trim()));
  if (asked.has('all')) return ok(MEASURES.map(({ id }) => id));
  for (const id of asked) if (!measureById(id)) return failed(unknownMeasure(id));
  return ok(MEASURES.filter(({ id }) => asked.has(id)).map(({ id }) => id));
}

function unknownCommand(command: string | undefined): Problem {
  return command === undefined
    ? problem('no-command', {
        en: 'Say what to do, such as ecotone measures FILE or ecotone niche FILE (--help tells more).',
        zh: '请指明要做什么，如 ecotone measures 文件或 ecotone niche 文件（--help 查看说明）。',
      })
    : problem('unknown-command', {
        en: `There is no command "${command}"; there are measures, info, niche, flow, symbiosis, diagnose, plan, figure, table, methods and html (--help tells more).`,
        zh: `没有命令“${command}”；可用命令为 measures、info、niche、flow、symbiosis、diagnose、plan、figure、table、methods 和 html（--help 查看说明）。`,
      });
}

export function withoutFile(command: string): Problem {
  return problem('no-file', {
    en: `Name the file to read: ecotone ${command} FILE.`,
    zh: `请指明要读取的文件：ecotone ${command} 文件。`,
  });
}

export function oneFileOnly(word: string): Problem {
  return problem('one-file', {
    en: `One file is read at a time; "${word}" is one word too many.`,
    zh: `一次只读取一个文件；“${word}”是多余的。`,
  });
}

function oneOutputOnly(): Problem {
  return problem('one-output', {
    en: 'Choose --json or --csv, not both.',
    zh: '--json 与 --csv 只能选一个。',
  });
}

function notOfInfo(flag: string): Problem {
  return problem('not-of-info', {
    en: `info takes --json alone, not ${flag}.`,
    zh: `info 只接受 --json，不接受 ${flag}。`,
  });
}

function ofFlowAlone(): Problem {
  return problem('of-flow-alone', {
    en: '--sinks belongs to the command flow.',
    zh: '--sinks 仅用于 flow 命令。',
  });
}

export function unknownFlag(flag: string): Problem {
  return problem('unknown-flag', {
    en: `There is no option ${flag} (--help lists all).`,
    zh: `没有选项 ${flag}（--help 列出全部）。`,
  });
}

export function withoutValue(flag: string): Problem {
  return problem('no-value', { en: `${flag} needs a value.`, zh: `${flag} 需要一个值。` });
}

export function withValue(flag: string): Problem {
  return problem('no-value-wanted', { en: `${flag} takes no value.`, zh: `${flag} 不带值。` });
}

export function notAllowed(flag: string, value: string, allowed: string): Problem {
  return problem('not-allowed', {
    en: `${flag} takes ${allowed}, not "${value}".`,
    zh: `${flag} 的取值为 ${allowed}，不能是“${value}”。`,
  });
}

function unknownMeasure(id: string): Problem {
  return problem('unknown-measure', {
    en: `There is no measure "${id}" (--help lists all).`,
    zh: `没有指标“${id}”（--help 列出全部）。`,
  });
}
