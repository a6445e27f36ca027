/** A map of the room, as its server names it. */
export interface SharedMap {
  readonly id: string;
  readonly title: string;
}

/** The server's list of maps; undefined when it is none. */
export function readSharedMaps(text: string): readonly SharedMap[] | undefined {
  try {
    const said: unknown = JSON.parse(text);
    const maps = typeof said === 'object' && said !== null && 'maps' in said ? said.maps : undefined;
    return Array.isArray(maps) ? maps.filter(isSharedMap) : undefined;
  } catch {
    return undefined;
  }
}

function isSharedMap(entry: unknown): entry is SharedMap {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'id' in entry &&
    typeof entry.id === 'string' &&
    /^[0-9A-Za-z]{1,40}$/u.test(entry.id) &&
    'title' in entry &&
    typeof entry.title === 'string'
  );
}
