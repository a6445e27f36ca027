import { setProject } from '../../model/commands/projects.ts';
import type { Project, Tie } from '../../model/graph.ts';
import type { MapState } from '../../state/map.svelte.ts';

/** Takes ties into a joint project, as one step: who is tied in a project takes part in it. */
export function joinProject(map: MapState, project: Project, ties: readonly Tie[]): boolean {
  const actors = [...new Set([...project.actors, ...ties.flatMap(({ source, target }) => [source, target])])];
  return map.run(
    setProject,
    { id: project.id, name: project.name, actors, ties: ties.map(({ id }) => id) },
    { keepSelection: true },
  );
}
