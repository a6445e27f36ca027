import type { Selection } from '../model/commands/command.ts';
import type { Graph } from '../model/graph.ts';

/** Who stands in the light: the selected with their partners, and the ties between. */
export interface Lit {
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
}

/** @returns undefined when nothing is selected: then all is lit */
export function litBy({ ties }: Pick<Graph, 'ties'>, selection: Selection): Lit | undefined {
  if (selection.actors.size + selection.ties.size === 0) return undefined;
  const lit = { actors: new Set(selection.actors), ties: new Set<string>() };
  for (const { id, source, target } of ties.values()) {
    const touches = selection.actors.has(source) || selection.actors.has(target);
    if (!touches && !selection.ties.has(id)) continue;
    lit.ties.add(id);
    lit.actors.add(source);
    lit.actors.add(target);
  }
  return lit;
}

/** All actors, and the ties of one type. */
export function litOfType({ actors, ties }: Pick<Graph, 'actors' | 'ties'>, type: string): Lit {
  return {
    actors: new Set(actors.keys()),
    ties: new Set([...ties.values()].filter((tie) => tie.type === type).map(({ id }) => id)),
  };
}
