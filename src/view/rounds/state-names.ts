import type { MapState } from '../../state/map.svelte.ts';

/** What the two states that are compared are called. */
export function stateNames(map: MapState, now: string): { readonly before: string; readonly after: string } {
  const { against, looked } = map.rounds;
  return {
    before: against?.kind === 'round' ? against.opened.round.name : now,
    after: looked?.round.name ?? now,
  };
}
