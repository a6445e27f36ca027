import { compareIds } from '../base/ids.ts';
import { appearanceFrom, DEFAULT_APPEARANCE, type Appearance } from '../model/appearance.ts';
import type { DiagnosisChange } from '../model/diagnosis-settings.ts';
import {
  allowedOption,
  DEFAULT_MEASURE_OPTIONS,
  type MeasureOptions,
  type OptionId,
} from '../model/measure-options.ts';
import {
  DEFAULT_VIEW,
  TIE_COLOURS,
  type ColourBy,
  type LayoutChoice,
  type Region,
  type SizeBy,
  type ViewChange,
} from '../model/view.ts';
import { LIMITS } from './limits.ts';
import { get, isNumber, isRecord, present } from './own-values.ts';
import { readViews, writtenViews } from './own-views.ts';
import { cleanText } from './text.ts';

/** How the map is drawn and measured, as far as it can be read. */
export function readView(raw: unknown): ViewChange {
  if (!isRecord(raw)) return {};
  const maybe = <T extends string>(key: string, allowed: readonly T[]): T | undefined =>
    allowed.find((item) => item === get(raw, key));
  const flag = (key: string): boolean | undefined => {
    const value = get(raw, key);
    return typeof value === 'boolean' ? value : undefined;
  };
  return present<ViewChange>({
    size: readBy<SizeBy>(get(raw, 'size'), 'same'),
    colour: readBy<ColourBy>(get(raw, 'colour'), 'sector'),
    width: maybe('width', ['weight', 'same']),
    tieColour: maybe('tieColour', TIE_COLOURS),
    labels: maybe('labels', ['auto', 'all', 'none']),
    ...readAppearance(raw),
    ignoreDirection: flag('ignoreDirection'),
    ignoreWeights: flag('ignoreWeights'),
    measures: readOptions(get(raw, 'measures')),
    regions: readRegions(get(raw, 'regions')),
    layout: readLayout(get(raw, 'layout')),
    diagnosis: readDiagnosis(get(raw, 'diagnosis')),
    views: readViews(get(raw, 'views'), (look) => ({
      size: readBy<SizeBy>(get(look, 'size'), 'same') ?? DEFAULT_VIEW.size,
      colour: readBy<ColourBy>(get(look, 'colour'), 'sector') ?? DEFAULT_VIEW.colour,
    })),
  });
}

/** Names are cleaned as all texts of files are; the mark of a style is written as an object. */
function readAppearance(raw: Readonly<Record<string, unknown>>): Partial<Appearance> {
  return appearanceFrom((key) => {
    const value = get(raw, key);
    if (key !== 'style' || !isRecord(value)) return value;
    const [id, name] = [get(value, 'id'), get(value, 'name')];
    return typeof id === 'string' && id.length <= LIMITS.idLength && typeof name === 'string'
      ? [cleanText(id), cleanText(name)]
      : undefined;
  });
}

/** Areas that can be read, with ids of their own; undefined where there are none. */
function readRegions(raw: unknown): readonly Region[] | undefined {
  const found = new Map<string, Region>();
  for (const entry of Array.isArray(raw) ? raw.slice(0, LIMITS.regions) : []) {
    if (!isRecord(entry)) continue;
    const [id, x, y, width, height] = ['id', 'x', 'y', 'width', 'height'].map((key) => get(entry, key));
    if (typeof id !== 'string' || id === '' || id.length > LIMITS.idLength) continue;
    if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) continue;
    if (width > 0 && height > 0) found.set(cleanText(id), { id: cleanText(id), x, y, width, height });
  }
  return found.size > 0 ? [...found.values()].sort((a, b) => compareIds(a.id, b.id)) : undefined;
}

function readLayout(raw: unknown): Partial<LayoutChoice> | undefined {
  if (!isRecord(raw)) return undefined;
  const [id, options] = [get(raw, 'id'), get(raw, 'options')];
  const numbers = isRecord(options) ? Object.entries(options).filter(([, value]) => isNumber(value)) : [];
  return present<Partial<LayoutChoice>>({
    id: typeof id === 'string' && id !== '' ? cleanText(id) : undefined,
    options: numbers.length > 0 ? (Object.fromEntries(numbers) as Record<string, number>) : undefined,
  });
}

/** What users set about the diagnosis; undefined where nothing can be read. */
function readDiagnosis(raw: unknown): DiagnosisChange | undefined {
  if (!isRecord(raw)) return undefined;
  const entries = <T>(
    key: string,
    read: (value: unknown) => T | undefined,
  ): Record<string, T> | undefined => {
    const found = get(raw, key);
    if (!isRecord(found)) return undefined;
    const kept = Object.entries(found).flatMap(([id, value]) => {
      const known = read(value);
      return known === undefined || id.length > LIMITS.idLength ? [] : [[cleanText(id), known] as const];
    });
    return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, T>) : undefined;
  };
  const settings = present<DiagnosisChange>({
    thresholds: entries('thresholds', (value) => (isNumber(value) ? value : undefined)),
    muted: entries('muted', (value) => (typeof value === 'string' ? cleanText(value) : undefined)),
    costs: entries('costs', (value) => (isNumber(value) && value > 0 ? value : undefined)),
  });
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/** Options of measures that this version knows, with values that it allows; undefined where there are none. */
function readOptions(raw: unknown): Partial<MeasureOptions> | undefined {
  if (!isRecord(raw)) return undefined;
  const known = (Object.keys(DEFAULT_MEASURE_OPTIONS) as OptionId[]).flatMap((id) => {
    const value = allowedOption(id, get(raw, id));
    return value === undefined ? [] : [[id, value] as const];
  });
  return known.length > 0 ? (Object.fromEntries(known) as Partial<MeasureOptions>) : undefined;
}

function readBy<T extends SizeBy | ColourBy>(raw: unknown, plain: 'same' | 'sector'): T | undefined {
  if (!isRecord(raw)) return undefined;
  const [kind, id] = [get(raw, 'kind'), get(raw, 'id')];
  if (kind === plain) return { kind } as T;
  if (
    (kind === 'measure' || kind === 'field' || (kind === 'group' && plain === 'sector')) &&
    typeof id === 'string'
  )
    return { kind, id: cleanText(id) } as unknown as T;
  return undefined;
}

/** A view as it is written: what holds nothing, and colours and sizes that are the usual ones, is left out. */
export function writtenView({ diagnosis = {}, ...view }: ViewChange): Readonly<Record<string, unknown>> {
  const usual = new Map<string, unknown>(Object.entries(DEFAULT_APPEARANCE));
  const settings = Object.entries(diagnosis).filter(([, entries]) => Object.keys(entries).length > 0);
  const told = Object.entries(writtenViews(view)).filter(
    ([key, value]) => !usual.has(key) || usual.get(key) !== value,
  );
  return {
    ...Object.fromEntries(told),
    ...(settings.length > 0 && { diagnosis: Object.fromEntries(settings) }),
  };
}
