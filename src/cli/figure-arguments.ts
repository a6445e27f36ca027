import type { Language } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { FigureChoices } from '../figures/figure-kind.ts';
import { PANEL_LETTERS } from '../figures/comparison.ts';
import { FIGURE_OFFERS, isFigureKind, MOST_PANELS, type FigureKindId } from '../figures/offers.ts';
import { presetById, PRESETS, type Preset } from '../figures/presets.ts';
import { measureById } from '../metrics/registry.ts';
import { flagOf, notAllowed, OPTION_IDS, statedOptions, unknownFlag, withoutValue } from './arguments.ts';
import type { StatedReading } from './map-reading.ts';

/** What is asked of `figure`; what is not said of how to read the map, the file says. */
export interface FigureAsked extends StatedReading {
  readonly file: string;
  /** Where the figure goes; `-` for standard output. */
  readonly out: string;
  readonly kinds: readonly FigureKindId[];
  readonly choices: Omit<FigureChoices, 'language'>;
  readonly preset: Preset;
  /** That of the terminal where it is not named. */
  readonly language: Language | undefined;
  /** Files of the states that the map is compared with. */
  readonly compared: readonly string[];
}

/** The flags that are its own; each takes a value. */
const FIGURE_FLAGS = [
  '--kind',
  '--preset',
  '--width',
  '--height',
  '--font',
  '--lang',
  '--title',
  '--caption',
  '--measure',
  '--layer',
  '--top',
  '--labels',
  '--legend',
  '--others',
  '--background',
  '--with',
] as const;

const USUAL_PRESET = 'nature-183';
/** In mm and points: what paper and letters can be. */
const LEAST_MM = 30;
const MOST_MM = 5000;
const MOST_POINTS = 200;
const MOST_ROWS = 500;
/** Beside the map itself. */
const MOST_COMPARED = PANEL_LETTERS.length - 1;

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['--lang', ['en', 'zh']],
  ['--labels', ['auto', 'all', 'none']],
  ['--legend', ['right', 'below', 'none']],
  ['--others', ['faint', 'none']],
  ['--direction', ['as-is', 'ignore']],
  ['--weights', ['strength', 'ignore']],
]);

export function takesValueOfFigure(flag: string): boolean {
  return (
    FIGURE_FLAGS.some((own) => own === flag) ||
    ALLOWED.has(flag) ||
    OPTION_IDS.some((id) => flagOf(id) === flag)
  );
}

/** What the words after `figure` mean; `kinds` where they are asked for as a list. */
export function parseFigure(words: readonly string[]): Result<FigureAsked | 'help' | 'kinds'> {
  const flags = new Map<string, string>();
  const compared: string[] = [];
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
    if (!takesValueOfFigure(flag)) return failed(unknownFlag(flag));
    const value = at < 0 ? words[++k] : word.slice(at + 1);
    if (value === undefined) return failed(withoutValue(flag));
    const allowed = ALLOWED.get(flag);
    if (allowed && !allowed.includes(value)) return failed(notAllowed(flag, value, allowed.join(', ')));
    if (flag === '--with') compared.push(value);
    else flags.set(flag, value);
  }
  return flags.get('--kind') === 'list' ? ok('kinds') : askedOf(plain, flags, compared);
}

type Flags = ReadonlyMap<string, string>;

function askedOf(plain: readonly string[], flags: Flags, compared: readonly string[]): Result<FigureAsked> {
  const [file, out, extra] = plain;
  if (file === undefined || out === undefined) return failed(withoutFiles());
  if (extra !== undefined) return failed(twoFilesOnly(extra));
  const wrongName = refusedName(out);
  if (wrongName) return failed(wrongName);
  if (compared.length > MOST_COMPARED) return failed(tooManyCompared(compared.length));
  const kinds = kindsOf(flags.get('--kind') ?? 'network');
  if (!kinds.ok) return kinds;
  const presetId = flags.get('--preset') ?? USUAL_PRESET;
  const preset = presetById(presetId);
  if (!preset) return failed(notAllowed('--preset', presetId, PRESETS.map(({ id }) => id).join(', ')));
  const choices = choicesOf(flags, preset, kinds.value);
  if (!choices.ok) return choices;
  const options = statedOptions(flags);
  if (!options.ok) return options;
  const [direction, weights] = [flags.get('--direction'), flags.get('--weights')];
  return ok({
    file,
    out,
    kinds: kinds.value,
    choices: choices.value,
    preset,
    language: flags.get('--lang') as Language | undefined,
    compared,
    options: options.value,
    network: {
      ...(direction !== undefined && { ignoreDirection: direction === 'ignore' }),
      ...(weights !== undefined && { ignoreWeights: weights === 'ignore' }),
    },
  });
}

function kindsOf(text: string): Result<readonly FigureKindId[]> {
  const asked = text.split(',').map((id) => id.trim());
  const unknown = asked.find((id) => !isFigureKind(id));
  if (unknown !== undefined)
    return failed(notAllowed('--kind', unknown, FIGURE_OFFERS.map(({ id }) => id).join(', ')));
  if (asked.length > MOST_PANELS) return failed(tooManyKinds(asked.length));
  return ok(asked.filter(isFigureKind));
}

/** A number between two bounds; undefined where it is not asked for. */
function numberOf(flags: Flags, flag: string, min: number, max: number): Result<number | undefined> {
  const text = flags.get(flag);
  if (text === undefined) return ok(undefined);
  const value = text.trim() === '' ? NaN : Number(text);
  return value >= min && value <= max
    ? ok(value)
    : failed(notAllowed(flag, text, `a number from ${min} to ${max}`));
}

function choicesOf(
  flags: Flags,
  preset: Preset,
  kinds: readonly FigureKindId[],
): Result<Omit<FigureChoices, 'language'>> {
  const width = numberOf(flags, '--width', LEAST_MM, MOST_MM);
  const height = numberOf(flags, '--height', LEAST_MM, MOST_MM);
  const font = numberOf(flags, '--font', 1, MOST_POINTS);
  const top = numberOf(flags, '--top', 1, MOST_ROWS);
  for (const found of [width, height, font, top]) if (!found.ok) return found;
  const measure = flags.get('--measure');
  if (measure !== undefined && !measureById(measure)) return failed(unknownMeasure(measure));
  const background = flags.get('--background');
  if (background !== undefined && background !== 'transparent' && !/^#[0-9a-f]{6}$/iu.test(background))
    return failed(notAllowed('--background', background, 'transparent, #rrggbb'));
  const value = (result: Result<number | undefined>): number | undefined =>
    result.ok ? result.value : undefined;
  const heightMm = value(height) ?? (flags.has('--width') ? undefined : preset.heightMm);
  const legend = flags.get('--legend');
  const [title, caption, layer] = ['--title', '--caption', '--layer'].map((flag) => flags.get(flag));
  const most = value(top);
  return ok({
    widthMm: value(width) ?? preset.widthMm,
    ...(heightMm !== undefined && { heightMm }),
    fontPoints: value(font) ?? preset.fontPoints,
    titlePoints: preset.titlePoints,
    leastPoints: preset.leastPoints,
    ...(preset.mostPoints !== null && { mostPoints: preset.mostPoints }),
    // Letters of panels have a size of their own, which the largest text does not bound.
    ...(kinds.length > 1 && { letterPoints: preset.letterPoints }),
    ...(title !== undefined && { title }),
    ...(caption !== undefined && { caption }),
    ...(layer !== undefined && { layer }),
    ...(measure !== undefined && { measure }),
    ...(most !== undefined && { most: Math.round(most) }),
    ...(background !== undefined && { background }),
    ...(flags.has('--labels') && { labels: flags.get('--labels') as 'auto' | 'all' | 'none' }),
    ...(flags.has('--others') && { others: flags.get('--others') as 'faint' | 'none' }),
    ...(legend !== undefined && { legend: legend === 'none' ? false : (legend as 'right' | 'below') }),
  });
}

/** Other files than figures of lines and letters are made elsewhere. */
function refusedName(out: string): Problem | undefined {
  const ending = /\.([a-z0-9]+)$/iu.exec(out)?.[1]?.toLowerCase();
  if (out === '-' || ending === 'svg' || ending === 'pdf') return undefined;
  if (ending === 'png' || ending === 'jpg' || ending === 'jpeg')
    return problem('no-pixels-here', {
      en: `Pixels are drawn by the app (Export), not here: name the file .svg, and turn it into pixels with rsvg-convert -d 300 -p 300 if you like.`,
      zh: `位图由应用导出（“导出”），命令行不生成：请将文件命名为 .svg，需要时再用 rsvg-convert -d 300 -p 300 转换。`,
    });
  return problem('figure-ending', {
    en: `Figures are written as .svg or .pdf: "${out}" has another ending.`,
    zh: `图以 .svg 或 .pdf 格式写出：“${out}”的扩展名不符。`,
  });
}

function withoutFiles(): Problem {
  return problem('no-file', {
    en: 'Name the file to read and the figure to write: ecotone figure FILE OUT.svg.',
    zh: '请指明要读取的文件与要写出的图：ecotone figure 文件 输出.svg。',
  });
}

function twoFilesOnly(word: string): Problem {
  return problem('two-files', {
    en: `One file is read and one is written; "${word}" is one word too many (--with names what to compare with).`,
    zh: `读取一个文件、写出一个文件；“${word}”是多余的（要对比的文件用 --with 指明）。`,
  });
}

function tooManyCompared(count: number): Problem {
  return problem('too-many-states', {
    en: `A map is compared with ${MOST_COMPARED} states at most; ${count} are named (--with).`,
    zh: `最多与 ${MOST_COMPARED} 个状态对比；现指明了 ${count} 个（--with）。`,
  });
}

function tooManyKinds(count: number): Problem {
  return problem('too-many-kinds', {
    en: `${count} figures do not fit on one page; name ${MOST_PANELS} at most.`,
    zh: `一页放不下 ${count} 幅图；最多 ${MOST_PANELS} 幅。`,
  });
}

function unknownMeasure(id: string): Problem {
  return problem('unknown-measure', {
    en: `There is no measure "${id}" (--help lists all).`,
    zh: `没有指标“${id}”（--help 列出全部）。`,
  });
}
