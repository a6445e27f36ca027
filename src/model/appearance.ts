/** Colours of categories, groups, sectors and tie types; `scene/palettes.ts` has them. */
export const PALETTE_IDS = ['okabe-ito', 'tol-bright', 'tol-muted', 'viridis-steps'] as const;
export type PaletteId = (typeof PALETTE_IDS)[number];

/** Colours of numbers; `scene/number-palettes.ts` has them. */
export const NUMBER_PALETTE_IDS = ['even', 'viridis', 'cividis', 'grey'] as const;
export type NumberPaletteId = (typeof NUMBER_PALETTE_IDS)[number];

/** A style by its name: the one that a map was given last. */
interface StyleMark {
  readonly id: string;
  readonly name: string;
}

/** The colours and sizes in which a map is drawn, whatever they stand for. */
export interface Appearance {
  readonly palette: PaletteId;
  readonly numbers: NumberPaletteId;
  /** Of names, of actors and of ties: times the usual. */
  readonly labelSize: number;
  readonly markSize: number;
  readonly tieSize: number;
  readonly style: StyleMark | null;
}

/** Smaller ones could not be read, larger ones would cover each other. */
export const SIZE_BOUNDS = {
  labelSize: { min: 0.7, max: 2 },
  markSize: { min: 0.6, max: 1.6 },
  tieSize: { min: 0.5, max: 2 },
} as const;

export type SizeId = keyof typeof SIZE_BOUNDS;
export const SIZE_IDS: readonly SizeId[] = ['labelSize', 'markSize', 'tieSize'];

export const DEFAULT_APPEARANCE: Appearance = {
  palette: 'okabe-ito',
  numbers: 'even',
  labelSize: 1,
  markSize: 1,
  tieSize: 1,
  style: null,
};

/** A size within its bounds; undefined for what is no number. */
function allowedSize(id: SizeId, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const { min, max } = SIZE_BOUNDS[id];
  return Math.min(max, Math.max(min, value));
}

function allowedPalette(value: unknown): PaletteId | undefined {
  return PALETTE_IDS.find((id) => id === value);
}

function allowedNumbers(value: unknown): NumberPaletteId | undefined {
  return NUMBER_PALETTE_IDS.find((id) => id === value);
}

/** A mark as it lies in the document, both parts in one value, so that two windows never mix them. */
function markFrom(value: unknown): StyleMark | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, name] = value as readonly unknown[];
  return typeof id === 'string' && id !== '' && typeof name === 'string' && name !== ''
    ? { id, name }
    : undefined;
}

/** What can be read of an appearance in plain values; nothing where nothing can. */
export function appearanceFrom(at: (key: keyof Appearance) => unknown): Partial<Appearance> {
  const palette = allowedPalette(at('palette'));
  const numbers = allowedNumbers(at('numbers'));
  const style = markFrom(at('style'));
  const sizes = SIZE_IDS.flatMap((id) => {
    const size = allowedSize(id, at(id));
    return size === undefined ? [] : [[id, size] as const];
  });
  return {
    ...(palette && { palette }),
    ...(numbers && { numbers }),
    ...(Object.fromEntries(sizes) as Partial<Record<SizeId, number>>),
    ...(style && { style }),
  };
}
