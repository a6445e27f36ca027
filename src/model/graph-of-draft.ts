import { compareIds } from '../base/ids.ts';
import type { Draft } from './draft.ts';
import type { Graph } from './graph.ts';
import { DEFAULT_MEASURE_OPTIONS } from './measure-options.ts';
import { settingsOf } from './diagnosis-settings.ts';
import { DEFAULT_VIEW } from './view.ts';

/** The state that a document made from a draft with a complete scheme would have, without making one: to be looked at. */
export function graphOfDraft({ info, actors, ties, projects, scheme, view }: Draft): Graph {
  const { sectors, tieTypes, resources, fields } = scheme;
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  return {
    revision: 0,
    info,
    actors: known,
    ties: new Map(
      ties.flatMap((tie) => (known.has(tie.source) && known.has(tie.target) ? [[tie.id, tie] as const] : [])),
    ),
    projects: new Map(
      projects.map((project) => [
        project.id,
        { ...project, actors: project.actors.filter((id) => known.has(id)) },
      ]),
    ),
    scheme: { sectors, tieTypes, resources, fields },
    view: {
      ...DEFAULT_VIEW,
      ...view,
      measures: { ...DEFAULT_MEASURE_OPTIONS, ...view.measures },
      regions: [...(view.regions ?? [])].sort((a, b) => compareIds(a.id, b.id)),
      layout: {
        id: view.layout?.id ?? DEFAULT_VIEW.layout.id,
        options: view.layout?.options ?? {},
      },
      diagnosis: settingsOf(view.diagnosis),
    },
  };
}
