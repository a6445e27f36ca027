import type { MapState } from './map.svelte.ts';
export async function downloadMap(map: MapState): Promise<void> {
  await Promise.resolve(map);
}
