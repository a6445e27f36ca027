import type { PortableScenario, WholePoint } from '../model/scenario/portable.ts';
import { notices } from './notices.svelte.ts';
import { scenarios } from './scenario-store.ts';
import { library } from './stores.ts';

/** What makes a stored map a scenario, to be carried by a file; undefined for other maps. */
export async function portableScenario(id: string): Promise<PortableScenario | undefined> {
  const entry = await library.get(id);
  const link = entry.ok ? entry.value?.scenario : undefined;
  if (!link) return undefined;
  const listed = await scenarios.points(id);
  if (!listed.ok) {
    notices.problem(listed.problem);
    return undefined;
  }
  const points: WholePoint[] = [];
  for (const point of listed.value) {
    const map = await scenarios.pointMap(id, point.id);
    if (map.ok) points.push({ ...point, map: map.value });
    else notices.problem(map.problem);
  }
  return points.length > 0 ? { ...link, points } : undefined;
}

/**
 * Makes a map that came from a file the scenario that it was. It must be stored already.
 * @param ids of maps that came with it: former id -> the one it has now
 */
export async function bringScenario(
  id: string,
  { base, colour, points }: PortableScenario,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const added = await scenarios.addPoints(id, points);
  const linked = added.ok ? await scenarios.link(id, { base: ids.get(base) ?? base, colour }) : added;
  if (!linked.ok) notices.problem(linked.problem);
}
