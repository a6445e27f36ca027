import type { MapState } from './map.svelte.ts';

/** What an open map needs (measures, layouts, scene) is fetched when one is opened: the start screen does without. */
export async function mapState(): Promise<typeof MapState> {
  return (await import('./map.svelte.ts')).MapState;
}
