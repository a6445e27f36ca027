/** How figures were last made in this browser: of any map, and of each of the maps made figures of last. */
export interface StoredFigureChoices {
  readonly device: ReadonlyMap<string, unknown>;
  readonly map: ReadonlyMap<string, unknown>;
}

const KEY = 'ecotone.figures';
/** Maps that are remembered. */
const MOST_MAPS = 40;

type Written = Readonly<Record<string, unknown>>;

export function readFigureChoices(map: string): StoredFigureChoices {
  const { device, maps } = stored();
  return { device: entries(device), map: entries(maps.find(([id]) => id === map)?.[1]) };
}

/** @returns whether the browser keeps them */
export function writeFigureChoices(map: string, device: Written, own: Written): boolean {
  const others = stored().maps.filter(([id]) => id !== map);
  try {
    localStorage.setItem(KEY, JSON.stringify({ device, maps: [[map, own], ...others].slice(0, MOST_MAPS) }));
    return true;
  } catch {
    return false;
  }
}

function stored(): { readonly device: unknown; readonly maps: readonly (readonly [string, unknown])[] } {
  try {
    const value = entries(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    const maps = value.get('maps');
    return { device: value.get('device'), maps: Array.isArray(maps) ? maps.filter(isEntry) : [] };
  } catch {
    return { device: undefined, maps: [] };
  }
}

function isEntry(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}

function entries(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
