import type { Language } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { FigureChoices } from '../figures/figure-kind.ts';
import { FIGURE_FONTS, FONT_IDS } from '../figures/fonts.ts';
import type { LegendSide } from '../figures/legend-spot.ts';
import { FIGURE_OFFERS, isFigureKind, MOST_PANELS, type FigureKindId } from '../figures/offers.ts';
import { presetById, PRESETS, type Preset } from '../figures/presets.ts';
import { measureById } from '../metrics/registry.ts';
import {
  NUMBER_PALETTE_IDS,
  PALETTE_IDS,
  type NumberPaletteId,
  type PaletteId,
} from '../model/appearance.ts';
import {
  flagOf,
  notAllowed,
  OPTION_IDS,
  statedOptions,
  unknownFlag,
  withoutValue,
  withValue,
} from './arguments.ts';
import type { StatedLook } from './figure-look.ts';
import {
  letterOfOne,
  MOST_COMPARED,
  notOfKinds,
  notTogether,
  onlyWith,
  statesHaveNames,
  strangeEnding,
  tooManyCompared,
  tooManyKinds,
  twoFilesOnly,
  unknownMeasure,
  withoutFiles,
} from './figure-problems.ts';
import type { StatedReading } from './map-reading.ts';

export type FigureFormat = 'svg' | 'pdf' | 'png';

/** What is asked of `figure`; what is not said of how to read the map, the file says. */
export interface FigureAsked extends StatedReading, StatedLook {
  readonly file: string;
  /** Where the figure goes; `-` for standard output. */
  readonly out: string;
  readonly format: FigureFormat;
  readonly kinds: readonly FigureKindId[];
  readonly choices: Omit<FigureChoices, 'language'>;
  readonly preset: Preset;
  /** Of a PNG. */
  readonly dpi: number;
  /** That of the terminal where it is not named. */
  readonly language: Language | undefined;
  /** Files of the states that the map is compared with. */
  readonly compared: readonly string[];
  /** Without names. */
  readonly anonymous: boolean;
  /** Where it goes who is who. */
  readonly key: string | undefined;
  /** The map can be opened again from the figure. */
  readonly withMap: boolean;
}

/** The flags that are its own and take a value. */
const FIGURE_FLAGS = [
  '--kind',
  '--preset',
  '--width',
  '--height',
  '--dpi',
  '--font',
  '--typeface',
  '--lang',
  '--title',
  '--caption',
  '--panel',
  '--measure',
  '--layer',
  '--top',
  '--labels',
  '--legend',
  '--others',
  '--background',
  '--style',
  '--palette',
  '--number-palette',
  '--with',
  '--key',
] as const;
/** And those that take none. */
const PLAIN_FLAGS = ['--anonymous', '--with-map'] as const;

const USUAL_PRESET = 'nature-183';
/** What journals ask of images. */
const USUAL_DPI = 300;
const LEAST_DPI = 72;
const MOST_DPI = 2400;
/** In mm and points: what paper and letters can be. */
const LEAST_MM = 30;
const MOST_MM = 5000;
const MOST_POINTS = 200;
const MOST_ROWS = 500;

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['--lang', ['en', 'zh']],
  ['--typeface', FONT_IDS],
  ['--labels', ['auto', 'all', 'none']],
  ['--legend', ['auto', 'right', 'left', 'below', 'inside', 'none']],
  ['--others', ['faint', 'none']],
  ['--palette', PALETTE_IDS],
  ['--number-palette', NUMBER_PALETTE_IDS],
  ['--direction', ['as-is', 'ignore']],
  ['--weights', ['strength', 'ignore']],
]);

const kindsWhere = (fits: (offer: (typeof FIGURE_OFFERS)[number]) => boolean): readonly FigureKindId[] =>
  FIGURE_OFFERS.filter(fits).map(({ id }) => id);
const MAPS: readonly FigureKindId[] = ['network', 'tie-types', 'rounds', 'comparison'];

/** The kinds that heed an option which not all do. */
const OF_KINDS: Readonly<Record<string, readonly FigureKindId[]>> = {
  '--measure': kindsWhere(({ id, choices }) => choices.includes('measure') || MAPS.includes(id)),
  '--layer': kindsWhere(({ choices }) => choices.includes('layer')),
  '--top': kindsWhere(({ choices }) => choices.includes('most')),
  '--labels': kindsWhere(({ choices }) => choices.includes('labels')),
  '--legend': kindsWhere(({ choices }) => choices.includes('legend')),
  '--others': kindsWhere(({ choices }) => choices.includes('others')),
  '--with': ['comparison'],
};

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
    if (PLAIN_FLAGS.some((own) => own === flag)) {
      if (at >= 0) return failed(withValue(flag));
      flags.set(flag, '');
      continue;
    }
    if (!takesValueOfFigure(flag)) return failed(unknownFlag(flag));
    const value = at < 0 ? words[++k] : word.slice(at + 1);
    if (value === undefined) return failed(withoutValue(flag));
    const allowed = ALLOWED.get(flag);
    if (allowed && !allowed.includes(value)) return failed(notAllowed(flag, value, allowed.join(', ')));
    if (flag === '--with') compared.push(value);
    flags.set(flag, value);
  }
  return flags.get('--kind') === 'list' ? ok('kinds') : askedOf(plain, flags, compared);
}

type Flags = ReadonlyMap<string, string>;

function askedOf(plain: readonly string[], flags: Flags, compared: readonly string[]): Result<FigureAsked> {
  const [file, out, extra] = plain;
  if (file === undefined || out === undefined) return failed(withoutFiles());
  if (extra !== undefined) return failed(twoFilesOnly(extra));
  const format = formatOf(out);
  if (!format) return failed(strangeEnding(out));
  if (compared.length > MOST_COMPARED) return failed(tooManyCompared(compared.length));
  const kinds = kindsOf(flags.get('--kind') ?? 'network');
  if (!kinds.ok) return kinds;
  const stray = strayFlag(flags, kinds.value, format);
  if (stray) return failed(stray);
  const presetId = flags.get('--preset') ?? USUAL_PRESET;
  const preset = presetById(presetId);
  if (!preset) return failed(notAllowed('--preset', presetId, PRESETS.map(({ id }) => id).join(', ')));
  const choices = choicesOf(flags, preset, kinds.value);
  if (!choices.ok) return choices;
  const dpi = numberOf(flags, '--dpi', LEAST_DPI, MOST_DPI);
  if (!dpi.ok) return dpi;
  const options = statedOptions(flags);
  if (!options.ok) return options;
  const [direction, weights] = [flags.get('--direction'), flags.get('--weights')];
  return ok({
    file,
    out,
    format,
    kinds: kinds.value,
    choices: choices.value,
    preset,
    dpi: dpi.value ?? USUAL_DPI,
    language: flags.get('--lang') as Language | undefined,
    compared,
    anonymous: flags.has('--anonymous'),
    key: flags.get('--key'),
    withMap: flags.has('--with-map'),
    style: flags.get('--style'),
    palette: flags.get('--palette') as PaletteId | undefined,
    numberPalette: flags.get('--number-palette') as NumberPaletteId | undefined,
    options: options.value,
    network: {
      ...(direction !== undefined && { ignoreDirection: direction === 'ignore' }),
      ...(weights !== undefined && { ignoreWeights: weights === 'ignore' }),
    },
  });
}

function formatOf(out: string): FigureFormat | undefined {
  const ending = out === '-' ? 'svg' : /\.([a-z0-9]+)$/iu.exec(out)?.[1]?.toLowerCase();
  return ending === 'svg' || ending === 'pdf' || ending === 'png' ? ending : undefined;
}

/** What was asked for in vain, since nothing here heeds it. */
function strayFlag(flags: Flags, kinds: readonly FigureKindId[], format: FigureFormat): Problem | undefined {
  for (const [flag, heeding] of Object.entries(OF_KINDS))
    if (flags.has(flag) && !kinds.some((kind) => heeding.includes(kind)))
      return notOfKinds(flag, kinds, heeding);
  if (flags.has('--panel') && kinds.length > 1) return letterOfOne();
  if (flags.has('--dpi') && format !== 'png') return onlyWith('--dpi', '.png');
  if (flags.has('--with-map') && format === 'pdf') return onlyWith('--with-map', '.svg, .png');
  if (flags.has('--key') && !flags.has('--anonymous')) return onlyWith('--key', '--anonymous');
  if (!flags.has('--anonymous')) return undefined;
  if (flags.has('--with')) return notTogether('--anonymous', '--with');
  return kinds.some((kind) => kind === 'rounds' || kind === 'comparison') ? statesHaveNames() : undefined;
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
  const [title, caption, layer, panel] = ['--title', '--caption', '--layer', '--panel'].map((flag) =>
    flags.get(flag),
  );
  const typeface = FONT_IDS.find((id) => id === flags.get('--typeface'));
  const most = value(top);
  return ok({
    widthMm: value(width) ?? preset.widthMm,
    ...(heightMm !== undefined && { heightMm }),
    fontPoints: value(font) ?? preset.fontPoints,
    titlePoints: preset.titlePoints,
    leastPoints: preset.leastPoints,
    ...(preset.mostPoints !== null && { mostPoints: preset.mostPoints }),
    // Letters of panels have a size of their own, which the largest text does not bound.
    ...((kinds.length > 1 || panel !== undefined) && { letterPoints: preset.letterPoints }),
    ...(title !== undefined && { title }),
    ...(caption !== undefined && { caption }),
    ...(panel !== undefined && { panel }),
    ...(typeface && { fontFamily: FIGURE_FONTS[typeface].family }),
    ...(layer !== undefined && { layer }),
    ...(measure !== undefined && { measure }),
    ...(most !== undefined && { most: Math.round(most) }),
    ...(background !== undefined && { background }),
    ...(flags.has('--labels') && { labels: flags.get('--labels') as 'auto' | 'all' | 'none' }),
    ...(flags.has('--others') && { others: flags.get('--others') as 'faint' | 'none' }),
    ...legendOf(flags.get('--legend')),
  });
}

function legendOf(asked: string | undefined): Pick<FigureChoices, 'legend'> {
  if (asked === undefined || asked === 'auto') return {};
  return { legend: asked === 'none' ? false : (asked as LegendSide | 'inside') };
}
