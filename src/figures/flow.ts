/** Entries of a key, set one after another on lines as wide as there is room. */
export interface Placed {
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
}

export interface Flow {
  readonly places: readonly Placed[];
  readonly height: number;
}

/**
 * @param widths of the entries, in order
 * @param line from the middle of one line to that of the next
 */
export function flow(
  widths: readonly number[],
  room: { readonly left: number; readonly top: number; readonly width: number },
  line: number,
  gap: number,
): Flow {
  const places: Placed[] = [];
  let x = room.left;
  let y = room.top + line / 2;
  for (const width of widths) {
    if (x > room.left && x + width > room.left + room.width) {
      x = room.left;
      y += line;
    }
    places.push({ x, y });
    x += width + gap;
  }
  return { places, height: widths.length === 0 ? 0 : y + line / 2 - room.top };
}
