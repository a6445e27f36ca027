import type { NewId } from '../../base/ids.ts';
import type { Localized } from '../../base/localized.ts';
import type { Result } from '../../base/result.ts';
import type { Write } from '../write.ts';
import type { Graph, Position } from '../graph.ts';
import { actorName } from '../shown-name.ts';

/** What is selected when a command is offered. */
export interface Selection {
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
}

/** A new actor that needs a place: beside its partners, or near `near`. */
export interface PlaceRequest {
  readonly id: string;
  readonly name: string;
  readonly partners: readonly string[];
  readonly near?: Position;
}

/** What a command may ask of the world outside the map. */
export interface Environment {
  readonly newId: NewId;
  /** Where new actors go: moves nobody else. In the same step as the add, or undo would need two. */
  readonly place: (graph: Graph, requests: readonly PlaceRequest[]) => readonly Position[];
}

/** What a command is about to do, worked out before anything is written. */
export interface Plan {
  /** The name of the undo step. */
  readonly step: Localized;
  readonly writes: readonly Write[];
  /** What to select afterwards. */
  readonly select?: { readonly actors?: readonly string[]; readonly ties?: readonly string[] };
}

/**
 * One kind of edit. It plans first (pure: graph and arguments to writes, or a problem), and only a whole plan is
 * written: a rejected command changes nothing.
 */
export interface Command<Args> {
  readonly id: string;
  readonly title: Localized;
  /** Keys that start it, as `KeyboardEvent.key`, with `Mod+` for Ctrl or Cmd. Shown by help. */
  readonly keys: readonly string[];
  /** True, or the reason why not. */
  readonly available: (graph: Graph, selection: Selection) => true | Localized;
  readonly plan: (graph: Graph, args: Args, environment: Environment) => Result<Plan>;
}

export const ALWAYS = (): true => true;

export function needsSelection(_graph: Graph, selection: Selection): true | Localized {
  return (
    selection.actors.size + selection.ties.size > 0 || {
      en: 'Select an actor or a tie first.',
      zh: '请先选中一个主体或一条关系。',
    }
  );
}

export function needsActors(_graph: Graph, selection: Selection): true | Localized {
  return selection.actors.size > 0 || { en: 'Select an actor first.', zh: '请先选中一个主体。' };
}

export function needsTies(_graph: Graph, selection: Selection): true | Localized {
  return selection.ties.size > 0 || { en: 'Select a tie first.', zh: '请先选中一条关系。' };
}

/** “Name”, or "3 pairs". */
export function named(names: readonly (string | Localized)[], en: string, zh: string): Localized {
  const [only] = names;
  if (names.length !== 1 || only === undefined)
    return { en: `${names.length} ${en}`, zh: `${names.length} ${zh}` };
  return quoted(only);
}

/** “Name”, as readers of each language know the actor, or "3 actors". */
export function namedActors(graph: Pick<Graph, 'actors'>, ids: readonly string[]): Localized {
  return named(
    ids.map((id) => actorName(graph, id)),
    'actors',
    '个主体',
  );
}

/** One name in quotation marks, cut short where it is long. */
export function quoted(name: string | Localized): Localized {
  const short = (text: string): string => {
    const signs = [...text];
    return `“${signs.length > 40 ? `${signs.slice(0, 39).join('')}…` : text}”`;
  };
  return typeof name === 'string'
    ? { en: short(name), zh: short(name) }
    : { en: short(name.en), zh: short(name.zh) };
}
