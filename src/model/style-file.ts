import { same } from '../base/localized.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { appearanceFrom } from './appearance.ts';
import { cleanName } from './commands/checks.ts';
import { DEFAULT_SETTINGS, STYLE_NAME_LIMIT, type Style, type StyleColour } from './style.ts';
import { LABEL_CHOICES, TIE_COLOURS } from './view.ts';

const FORMAT = 'ecotone-style';
const VERSION = 1;
/** Longer files are no styles: a style has a line for each sector and tie type. */
const LONGEST = 200_000;
const MOST_COLOURS = 500;

/** A style as a small JSON file: one key a line, in a fixed order. */
export function styleText(style: Style): string {
  return `${JSON.stringify(plainStyle(style), undefined, 2)}\n`;
}

/** A style as plain values, as it lies in the file and in the browser's database; its id is no part of it. */
export function plainStyle({ name, settings, sectors, tieTypes }: Style): Readonly<Record<string, unknown>> {
  return {
    format: FORMAT,
    version: VERSION,
    name: name.en === name.zh ? name.en : { en: name.en, zh: name.zh },
    ...settings,
    sectors,
    tieTypes,
  };
}

/** The style of a file. What is missing or malformed in it reads as the usual; what is no style is refused. */
export function styleFromText(text: string, id: string): Result<Style> {
  if (text.length > LONGEST) return failed(NO_STYLE);
  try {
    const style = styleFromPlain(JSON.parse(text.replace(/^\uFEFF/u, '')), id);
    return style ? ok(style) : failed(NO_STYLE);
  } catch {
    return failed(NO_STYLE);
  }
}

/** @returns undefined for what is no style, or one of a later version */
export function styleFromPlain(value: unknown, id: string): Style | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(value));
  const version = entries.get('version');
  const name = nameFrom(entries.get('name'));
  if (entries.get('format') !== FORMAT || typeof version !== 'number' || version > VERSION || !name)
    return undefined;
  const { style: _mark, ...appearance } = appearanceFrom((key) => entries.get(key));
  const labels = LABEL_CHOICES.find((choice) => choice === entries.get('labels'));
  const tieColour = TIE_COLOURS.find((choice) => choice === entries.get('tieColour'));
  const width = (['weight', 'same'] as const).find((choice) => choice === entries.get('width'));
  return {
    id,
    name,
    settings: {
      ...DEFAULT_SETTINGS,
      ...appearance,
      ...(labels && { labels }),
      ...(tieColour && { tieColour }),
      ...(width && { width }),
    },
    sectors: coloursFrom(entries.get('sectors')),
    tieTypes: coloursFrom(entries.get('tieTypes')),
  };
}

function nameFrom(value: unknown): Style['name'] | undefined {
  const clean = (name: unknown): string =>
    typeof name === 'string' ? [...cleanName(name)].slice(0, STYLE_NAME_LIMIT).join('') : '';
  if (typeof value === 'object' && value !== null && 'en' in value && 'zh' in value) {
    const [en, zh] = [clean(value.en), clean(value.zh)];
    return en !== '' && zh !== '' ? { en, zh } : undefined;
  }
  const name = clean(value);
  return name === '' ? undefined : same(name);
}

function coloursFrom(value: unknown): readonly StyleColour[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).slice(0, MOST_COLOURS).flatMap((entry): readonly StyleColour[] => {
    if (typeof entry !== 'object' || entry === null || !('colour' in entry)) return [];
    const { colour } = entry;
    if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/iu.test(colour)) return [];
    const id = 'id' in entry && typeof entry.id === 'string' && entry.id !== '' ? entry.id : undefined;
    return [id === undefined ? { colour } : { id, colour }];
  });
}

const NO_STYLE = problem('no-style', {
  en: 'This file is no style of Ecotone, or one of a newer version. Choose a file that was saved with “Save as a file” from the list of styles. Nothing was changed.',
  zh: '该文件不是 Ecotone 样式，或来自更新的版本。请选择在样式列表中通过“存为文件”保存的文件。未作更改。',
});
