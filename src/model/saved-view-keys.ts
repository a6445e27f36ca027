import type { Json } from './json.ts';
import { COLOUR_KINDS, encodingFrom, encodingText, SIZE_KINDS } from './encoding-text.ts';
import { isMoment } from './moments.ts';
import {
  DEFAULT_VIEW,
  LABEL_CHOICES,
  TIE_COLOURS,
  type ColourBy,
  type Look,
  type SavedView,
  type SizeBy,
} from './view.ts';

/**
 * How saved views lie in the document: `saved:ID:name` and so on, each a key of its own among those of the view, so that
 * two windows which rename and reorder keep both. A view is there while it has a name.
 */
const PREFIX = 'saved:';
const PARTS = [
  'order',
  'name',
  'note',
  'frame',
  'hiddenSectors',
  'hiddenTieTypes',
  'hiddenCategories',
  'focus',
  'when',
  'actors',
  'ties',
  'spotlight',
  'size',
  'colour',
  'width',
  'tieColour',
  'labels',
  'unknown',
] as const;
type Part = (typeof PARTS)[number];
type Value = string | number | boolean | readonly (string | number)[];

function key(id: string, part: Part): string {
  return `${PREFIX}${id}:${part}`;
}

/** What is malformed reads as absent or as its default. In the order of the talk. */
export function readSavedViews(flat: ReadonlyMap<string, unknown>): readonly SavedView[] {
  const found: { readonly order: number; readonly view: SavedView }[] = [];
  for (const [name, value] of flat) {
    if (!name.startsWith(PREFIX) || !name.endsWith(':name') || typeof value !== 'string' || value === '')
      continue;
    const id = name.slice(PREFIX.length, -':name'.length);
    const order = flat.get(key(id, 'order'));
    found.push({ order: typeof order === 'number' ? order : 0, view: readSavedView(id, value, flat) });
  }
  return found.sort((a, b) => a.order - b.order || (a.view.id < b.view.id ? -1 : 1)).map(({ view }) => view);
}

function readSavedView(id: string, name: string, flat: ReadonlyMap<string, unknown>): SavedView {
  const at = (part: Part): unknown => flat.get(key(id, part));
  const texts = (part: Part): readonly string[] => {
    const value = at(part);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const note = at('note');
  const when = at('when');
  const [x, y, width, height] = numbers(at('frame'), 4);
  const [actor, steps] = Array.isArray(at('focus')) ? (at('focus') as readonly unknown[]) : [];
  return {
    id,
    name,
    ...(typeof note === 'string' && note !== '' && { note }),
    ...(x !== undefined &&
      y !== undefined &&
      width !== undefined &&
      height !== undefined &&
      width > 0 &&
      height > 0 && { frame: { x, y, width, height } }),
    hiddenSectors: texts('hiddenSectors'),
    hiddenTieTypes: texts('hiddenTieTypes'),
    hiddenCategories: texts('hiddenCategories'),
    ...(typeof actor === 'string' && typeof steps === 'number' && steps >= 1 && { focus: { actor, steps } }),
    ...(isMoment(when) && { when }),
    actors: texts('actors'),
    ties: texts('ties'),
    spotlight: at('spotlight') === true,
    look: readLook(at),
    unknown: readUnknown(at('unknown')),
  };
}

function readLook(at: (part: Part) => unknown): Look {
  const oneOf = <T extends string>(part: Part, allowed: readonly T[], otherwise: T): T =>
    allowed.find((item) => item === at(part)) ?? otherwise;
  return {
    size: encodingFrom<SizeBy>(at('size'), SIZE_KINDS) ?? DEFAULT_VIEW.size,
    colour: encodingFrom<ColourBy>(at('colour'), COLOUR_KINDS) ?? DEFAULT_VIEW.colour,
    width: oneOf('width', ['weight', 'same'], DEFAULT_VIEW.width),
    tieColour: oneOf('tieColour', TIE_COLOURS, DEFAULT_VIEW.tieColour),
    labels: oneOf('labels', LABEL_CHOICES, DEFAULT_VIEW.labels),
  };
}

function numbers(value: unknown, count: number): readonly number[] {
  return Array.isArray(value) &&
    value.length === count &&
    value.every((item) => typeof item === 'number' && Number.isFinite(item))
    ? (value as readonly number[])
    : [];
}

function readUnknown(value: unknown): Readonly<Record<string, Json>> {
  if (typeof value !== 'string') return {};
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Readonly<Record<string, Json>>)
      : {};
  } catch {
    return {};
  }
}

/** All keys of a saved view with what belongs there; undefined where nothing does. */
export function savedViewKeys(view: SavedView, order: number): ReadonlyMap<string, Value | undefined> {
  const some = (list: readonly string[]): Value | undefined => (list.length > 0 ? list : undefined);
  const { frame, focus, look } = view;
  const values: Readonly<Record<Part, Value | undefined>> = {
    order,
    name: view.name,
    note: view.note,
    frame: frame && [frame.x, frame.y, frame.width, frame.height],
    hiddenSectors: some(view.hiddenSectors),
    hiddenTieTypes: some(view.hiddenTieTypes),
    hiddenCategories: some(view.hiddenCategories),
    focus: focus && [focus.actor, focus.steps],
    when: view.when,
    actors: some(view.actors),
    ties: some(view.ties),
    spotlight: view.spotlight || undefined,
    size: encodingText(look.size),
    colour: encodingText(look.colour),
    width: look.width,
    tieColour: look.tieColour,
    labels: look.labels,
    unknown: Object.keys(view.unknown).length > 0 ? JSON.stringify(view.unknown) : undefined,
  };
  return new Map(PARTS.map((part) => [key(view.id, part), values[part]]));
}

/** Only these keys of a saved view. */
export function savedViewPart(
  id: string,
  parts: Readonly<Partial<Record<Part, Value | undefined>>>,
): ReadonlyMap<string, Value | undefined> {
  return new Map(PARTS.flatMap((part) => (part in parts ? [[key(id, part), parts[part]] as const] : [])));
}

/** What takes a saved view away. */
export function noSavedView(id: string): ReadonlyMap<string, undefined> {
  return new Map(PARTS.map((part) => [key(id, part), undefined]));
}
