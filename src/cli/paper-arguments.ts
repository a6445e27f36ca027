import type { Language } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { TABLE_KINDS, tableWanted, type TableWanted } from '../figures/tables/registry.ts';
import { TABLE_FORMATS, type TableFormat } from '../figures/tables/write.ts';
import type { Measure } from '../metrics/measure.ts';
import { measureById } from '../metrics/registry.ts';
import {
  flagOf,
  notAllowed,
  oneFileOnly,
  OPTION_IDS,
  statedOptions,
  unknownFlag,
  withoutFile,
  withoutValue,
  withValue,
} from './arguments.ts';
import { onlyWith } from './figure-problems.ts';
import type { StatedReading } from './map-reading.ts';

/** What `table` and `methods` are both asked; what is not said of how to read the map, the file says. */
interface PaperAsked extends StatedReading {
  readonly file: string;
  /** That of the terminal where it is not named. */
  readonly language: Language | undefined;
  /** Ids of measures; undefined where none are named. */
  readonly measures: readonly string[] | undefined;
}

export interface TableAsked extends PaperAsked {
  readonly wanted: readonly TableWanted[];
  readonly format: TableFormat;
  /** Where the table goes; standard output without it. */
  readonly out: string | undefined;
  /** Without names. */
  readonly anonymous: boolean;
  /** Where goes who is who. */
  readonly key: string | undefined;
}

export interface MethodsAsked extends PaperAsked {
  readonly diagnosis: boolean;
  /** Where the list of sources goes, and the parameters. */
  readonly bibtex: string | undefined;
  readonly ris: string | undefined;
  readonly parameters: string | undefined;
}

type PaperCommand = 'table' | 'methods';

/** Flags that take a value, by the command. */
const PAPER_FLAGS: Readonly<Record<PaperCommand, readonly string[]>> = {
  table: ['--of', '--format', '--out', '--key', '--measures', '--lang', '--direction', '--weights'],
  methods: ['--measures', '--bibtex', '--ris', '--parameters', '--lang', '--direction', '--weights'],
};

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['--lang', ['en', 'zh']],
  ['--direction', ['as-is', 'ignore']],
  ['--weights', ['strength', 'ignore']],
  ['--format', TABLE_FORMATS],
]);

const DIAGNOSIS = '--diagnosis';
const ANONYMOUS = '--anonymous';
/** Flags that take none. */
const PLAIN_FLAGS: Readonly<Record<PaperCommand, string>> = { table: ANONYMOUS, methods: DIAGNOSIS };

export function takesValueOfPaper(flag: string): boolean {
  return flag === '-o' || Object.values(PAPER_FLAGS).some((flags) => flags.includes(flag));
}

/** Tables whose measures can be chosen, and what these are of. */
const LEVELS: Readonly<Partial<Record<TableWanted['kind'], Measure['level']>>> = {
  actors: 'actor',
  ties: 'tie',
};

interface Words {
  readonly flags: ReadonlyMap<string, string>;
  readonly file: string;
}

export function parseTable(words: readonly string[]): Result<TableAsked | 'help'> {
  const read = wordsOf('table', words);
  if (!read.ok) return read;
  if (read.value === 'help') return ok('help');
  const { flags } = read.value;
  const shared = sharedOf(read.value);
  if (!shared.ok) return shared;
  const out = flags.get('--out');
  const format = formatOf(flags.get('--format'), out);
  if (!format.ok) return format;
  if (format.value === 'xlsx' && out === undefined) return failed(noPlace());
  const wanted: TableWanted[] = [];
  for (const text of (flags.get('--of') ?? 'actors').split(',')) {
    const table = tableWanted(text.trim());
    if (!table) return failed(notAllowed('--of', text, ofText()));
    const { measures } = shared.value;
    wanted.push(LEVELS[table.kind] && measures ? { ...table, measures } : table);
  }
  const levels = wanted.flatMap(({ kind }) => LEVELS[kind] ?? []);
  const stray = shared.value.measures?.find(
    (id) => !levels.some((level) => level === measureById(id)?.level),
  );
  if (stray !== undefined) return failed(notOfTables(stray));
  if (format.value === 'csv' && wanted.length > 1) return failed(oneOfCsv());
  const [anonymous, key] = [flags.has(ANONYMOUS), flags.get('--key')];
  if (key !== undefined && !anonymous) return failed(onlyWith('--key', ANONYMOUS));
  return ok({ ...shared.value, wanted, format: format.value, out, anonymous, key });
}

export function parseMethods(words: readonly string[]): Result<MethodsAsked | 'help'> {
  const read = wordsOf('methods', words);
  if (!read.ok) return read;
  if (read.value === 'help') return ok('help');
  const { flags } = read.value;
  const shared = sharedOf(read.value);
  if (!shared.ok) return shared;
  return ok({
    ...shared.value,
    diagnosis: flags.has(DIAGNOSIS),
    bibtex: flags.get('--bibtex'),
    ris: flags.get('--ris'),
    parameters: flags.get('--parameters'),
  });
}

function wordsOf(command: PaperCommand, words: readonly string[]): Result<Words | 'help'> {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? '';
    if (word === '-h' || word === '--help') return ok('help');
    if (!word.startsWith('-') || word === '-') {
      plain.push(word);
      continue;
    }
    const at = word.indexOf('=');
    const given = at < 0 ? word : word.slice(0, at);
    const flag = given === '-o' && command === 'table' ? '--out' : given;
    if (flag === PLAIN_FLAGS[command]) {
      if (at >= 0) return failed(withValue(flag));
      flags.set(flag, '');
      continue;
    }
    if (!PAPER_FLAGS[command].includes(flag) && !OPTION_IDS.some((id) => flagOf(id) === flag))
      return failed(unknownFlag(given));
    const value = at < 0 ? words[++k] : word.slice(at + 1);
    if (value === undefined) return failed(withoutValue(given));
    const allowed = ALLOWED.get(flag);
    if (allowed && !allowed.includes(value)) return failed(notAllowed(flag, value, allowed.join(', ')));
    flags.set(flag, value);
  }
  const [file, extra] = plain;
  if (file === undefined) return failed(withoutFile(command));
  return extra === undefined ? ok({ flags, file }) : failed(oneFileOnly(extra));
}

function sharedOf({ flags, file }: Words): Result<PaperAsked> {
  const options = statedOptions(flags);
  if (!options.ok) return options;
  const measures = flags
    .get('--measures')
    ?.split(',')
    .map((id) => id.trim());
  const unknown = measures?.find((id) => !measureById(id));
  if (unknown !== undefined)
    return failed(
      problem('unknown-measure', {
        en: `There is no measure "${unknown}" (--help lists all).`,
        zh: `没有指标“${unknown}”（--help 列出全部）。`,
      }),
    );
  const [language, direction, weights] = ['--lang', '--direction', '--weights'].map((flag) =>
    flags.get(flag),
  );
  return ok({
    file,
    measures,
    language: language === 'en' || language === 'zh' ? language : undefined,
    options: options.value,
    network: {
      ...(direction !== undefined && { ignoreDirection: direction === 'ignore' }),
      ...(weights !== undefined && { ignoreWeights: weights === 'ignore' }),
    },
  });
}

/** What was asked for, or what the name of the file says; Markdown is for reading in a terminal. */
function formatOf(asked: string | undefined, out: string | undefined): Result<TableFormat> {
  const ending = asked ?? (out === undefined ? 'md' : (out.split('.').at(-1)?.toLowerCase() ?? ''));
  const format = TABLE_FORMATS.find((each) => each === ending);
  return format ? ok(format) : failed(notAllowed('--format', ending, TABLE_FORMATS.join(', ')));
}

/** What a table can be of, in words. */
export function ofText(): string {
  return TABLE_KINDS.map((kind) => {
    if (kind === 'ranking') return 'ranking:MEASURE';
    if (kind === 'adjacency') return 'adjacency, adjacency:TYPE';
    return kind === 'detail' ? 'detail:MEASURE' : kind;
  }).join(', ');
}

function notOfTables(id: string): Problem {
  return problem('not-of-tables', {
    en: `--measures chooses the columns of actors and ties; "${id}" is no measure of a table that is asked for (--of ranking:${id}, detail:${id}, network or sectors may have it).`,
    zh: `--measures 选择主体表与关系表的列；“${id}”不属于所要的表（可试 --of ranking:${id}、detail:${id}、network 或 sectors）。`,
  });
}

function noPlace(): Problem {
  return problem('no-place', {
    en: 'A workbook is a file: say where it goes, with -o OUT.xlsx.',
    zh: '工作簿须写入文件：请用 -o 输出.xlsx 指明位置。',
  });
}

function oneOfCsv(): Problem {
  return problem('one-of-csv', {
    en: 'A CSV holds one table: name one in --of, or choose --format xlsx for several.',
    zh: '一个 CSV 只含一个表：请在 --of 中只列一个，或用 --format xlsx 合并多个。',
  });
}
