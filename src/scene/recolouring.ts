import type { StyleColour } from '../model/style.ts';
import type { PaletteId } from '../model/appearance.ts';
import { shade } from './palette.ts';
import { PALETTES } from './palettes.ts';

interface Coloured {
  readonly id: string;
  readonly colour: string;
}

/** What is none of the others: a palette gives it its grey. */
const REST = 'other';

/** How much darker each further round of the same colours is. */
const DARKER = 0.12;

/** The colours of a palette, ready for sectors or tie types. */
export function paletteColours(palette: PaletteId): readonly StyleColour[] {
  const { colours, rest } = PALETTES[palette];
  return [...colours.map((colour) => ({ colour })), { id: REST, colour: rest }];
}

/**
 * Gives out colours to entries in their order: first to those that a colour is meant for, then to those that have one of
 * them already, so that what is right is not reshuffled. When all are given out they begin again, darker each time.
 *
 * @returns id -> colour, of the entries whose colour changes
 */
export function recoloured(
  entries: readonly Coloured[],
  ready: readonly StyleColour[],
): ReadonlyMap<string, string> {
  const free = new Set(ready);
  const given = new Map<string, string>();
  const give = (entry: Coloured, fits: (colour: StyleColour) => boolean): void => {
    if (given.has(entry.id)) return;
    const found = [...free].find(fits);
    if (!found) return;
    free.delete(found);
    given.set(entry.id, found.colour);
  };
  for (const entry of entries) give(entry, ({ id }) => id === entry.id);
  for (const entry of entries)
    give(entry, ({ id, colour }) => id === undefined && sameColour(colour, entry.colour));
  for (const entry of entries) give(entry, ({ id }) => id === undefined);
  // Colours that were meant for entries which this map lacks.
  for (const entry of entries) give(entry, ({ id }) => id !== REST);
  const again = ready.filter(({ id }) => id !== REST);
  for (const [k, { id }] of entries.filter((entry) => !given.has(entry.id)).entries()) {
    const colour = again[k % again.length]?.colour;
    if (colour !== undefined) given.set(id, shade(colour, DARKER * (1 + Math.floor(k / again.length))));
  }
  return new Map(
    entries.flatMap(({ id, colour }) => {
      const next = given.get(id);
      return next === undefined || sameColour(next, colour) ? [] : [[id, next] as const];
    }),
  );
}

/**
 * The colours of a palette for entries of a map: those in use come first, so that where a palette is short of colours it
 * is not for want of those that nothing uses.
 */
export function inPalette(
  entries: readonly Coloured[],
  used: ReadonlySet<string>,
  palette: PaletteId,
): ReadonlyMap<string, string> {
  const inOrder = [...entries.filter(({ id }) => used.has(id)), ...entries.filter(({ id }) => !used.has(id))];
  return recoloured(inOrder, paletteColours(palette));
}

function sameColour(first: string, second: string): boolean {
  return first.toLowerCase() === second.toLowerCase();
}
