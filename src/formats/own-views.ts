import type { Json } from '../model/graph.ts';
import { isMoment } from '../model/moments.ts';
import {
  DEFAULT_VIEW,
  LABEL_CHOICES,
  TIE_COLOURS,
  type Look,
  type SavedView,
  type ViewChange,
} from '../model/view.ts';
import { LIMITS } from './limits.ts';
import { cleanText } from './text.ts';

type JsonObject = Readonly<Record<string, unknown>>;
type Encodings = Pick<Look, 'size' | 'colour'>;

const KEYS = new Set(
  'id name note frame hiddenSectors hiddenTieTypes hiddenCategories focus when actors ties spotlight look'.split(
    ' ',
  ),
);

/** The saved views of our own format that can be read, with ids of their own; undefined where there are none. */
export function readViews(
  raw: unknown,
  encodings: (look: JsonObject) => Encodings,
): readonly SavedView[] | undefined {
  const found = new Map<string, SavedView>();
  for (const entry of Array.isArray(raw) ? raw.slice(0, LIMITS.views) : []) {
    if (!isObject(entry)) continue;
    const [id, name] = [textOf(entry['id']), textOf(entry['name'])];
    if (id === undefined || id.length > LIMITS.idLength || name === undefined) continue;
    found.set(id, readOne(id, name, entry, encodings));
  }
  return found.size > 0 ? [...found.values()] : undefined;
}

function readOne(
  id: string,
  name: string,
  entry: JsonObject,
  encodings: (look: JsonObject) => Encodings,
): SavedView {
  const note = textOf(entry['note']);
  const { frame, focus, when } = entry;
  const box = isObject(frame)
    ? { x: frame['x'], y: frame['y'], width: frame['width'], height: frame['height'] }
    : undefined;
  const place = isObject(focus) ? { actor: textOf(focus['actor']), steps: focus['steps'] } : undefined;
  const unknown = Object.entries(entry).filter(([key]) => !KEYS.has(key));
  return {
    id,
    name,
    ...(note !== undefined && { note }),
    ...(isBox(box) && { frame: box }),
    hiddenSectors: texts(entry['hiddenSectors']),
    hiddenTieTypes: texts(entry['hiddenTieTypes']),
    hiddenCategories: texts(entry['hiddenCategories']),
    ...(place?.actor !== undefined &&
      typeof place.steps === 'number' &&
      place.steps >= 1 && { focus: { actor: place.actor, steps: place.steps } }),
    ...(isMoment(when) && { when }),
    actors: texts(entry['actors']),
    ties: texts(entry['ties']),
    spotlight: entry['spotlight'] === true,
    look: readLook(isObject(entry['look']) ? entry['look'] : {}, encodings),
    unknown: Object.fromEntries(unknown) as Readonly<Record<string, Json>>,
  };
}

function readLook(look: JsonObject, encodings: (look: JsonObject) => Encodings): Look {
  const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
    allowed.find((item) => item === value) ?? otherwise;
  return {
    ...encodings(look),
    width: oneOf(look['width'], ['weight', 'same'], DEFAULT_VIEW.width),
    tieColour: oneOf(look['tieColour'], TIE_COLOURS, DEFAULT_VIEW.tieColour),
    labels: oneOf(look['labels'], LABEL_CHOICES, DEFAULT_VIEW.labels),
  };
}

/** A view with its saved views as they are written: unknown keys behind the known ones, empty lists left out. */
export function writtenViews({ views, ...view }: ViewChange): Readonly<Record<string, unknown>> {
  if (views === undefined || views.length === 0) return view;
  return {
    ...view,
    views: views.map(({ unknown, ...saved }) => ({
      ...Object.fromEntries(
        Object.entries(saved).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
      ),
      ...Object.fromEntries(Object.entries(unknown).filter(([key]) => !KEYS.has(key))),
    })),
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanText(value).trim() || undefined : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').map(cleanText) : [];
}

function isBox(
  box: { readonly [K in 'x' | 'y' | 'width' | 'height']: unknown } | undefined,
): box is { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  return (
    box !== undefined &&
    Object.values(box).every((value) => typeof value === 'number' && Number.isFinite(value)) &&
    (box.width as number) > 0 &&
    (box.height as number) > 0
  );
}
