import type { RoundLabel } from '../model/round.ts';
import type { SharedRound } from '../model/rounds-copy.ts';

/** What brings this browser and the room to the same state of one round. */
export type RoundStep =
  | 'alike'
  /** Brings it to the room, or its label back to one that was deleted there. */
  | 'send'
  /** Takes it from the room. */
  | 'fetch'
  | 'label-here'
  | 'label-there'
  | 'remove-here'
  | 'remove-there';

/**
 * Whoever has changed something since both sides agreed is followed, and the room where both have. What one side never
 * had is brought to it; what was deleted in the room is deleted here, unless it was taken back here since.
 */
export function roundStep(
  here: RoundLabel | undefined,
  there: SharedRound | undefined,
  agreed: SharedRound | undefined,
): RoundStep {
  if (there === undefined) return here ? 'send' : 'alike';
  if (there === 'removed') {
    if (!here) return 'alike';
    return agreed === 'removed' ? 'send' : 'remove-here';
  }
  if (!here) return agreed === undefined || agreed === 'removed' ? 'fetch' : 'remove-there';
  if (isAlike(here, there)) return 'alike';
  return agreed !== undefined && agreed !== 'removed' && isAlike(agreed, there)
    ? 'label-there'
    : 'label-here';
}

/** Nothing else of a label ever changes. */
function isAlike(a: RoundLabel, b: RoundLabel): boolean {
  return a.name === b.name && (a.note ?? '') === (b.note ?? '');
}
