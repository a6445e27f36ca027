import { isVote } from '../model/influence.ts';
import { DEFAULT_VIEW, type ColourBy, type Look, type SizeBy, type View } from '../model/view.ts';

/** What stands for what, of a view. */
export function lookOf({ size, colour, width, tieColour, labels }: Look): Look {
  return { size, colour, width, tieColour, labels };
}

export function sameLook(a: Look, b: Look): boolean {
  return JSON.stringify(lookOf(a)) === JSON.stringify(lookOf(b));
}

/** The map's own view with the look of a saved one, and without what votes set; the same object where nothing differs. */
export function shownView(view: View, look: Look | undefined, hidesVotes: boolean): View {
  const shown = look ? { ...view, ...look } : view;
  if (!hidesVotes || !(byVotes(shown.size) || byVotes(shown.colour))) return shown;
  return {
    ...shown,
    size: byVotes(shown.size) ? DEFAULT_VIEW.size : shown.size,
    colour: byVotes(shown.colour) ? DEFAULT_VIEW.colour : shown.colour,
  };
}

function byVotes(by: SizeBy | ColourBy): boolean {
  return by.kind === 'field' && isVote(by.id);
}
