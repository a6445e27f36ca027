import type { Language } from '../../base/localized.ts';
import type { Entry } from '../../model/entry-parts.ts';
import type { Actor, Graph } from '../../model/graph.ts';
import { nearActor } from '../../model/near-names.ts';
import { nameToType } from './name-to-type.ts';
import { quotedName } from './quoted.ts';

/** A name that is new to the map and near to one that it has. */
export interface NearName {
  readonly typed: string;
  readonly actor: Actor;
  /** What to write in its place. */
  readonly name: string;
  /** Where it stands: the line from 0, and the place in that line. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** More new names at once are a list, and nobody reads so many questions. */
const MOST_NEW = 8;
const MOST_SAID = 2;

export function nearNames(entry: Entry, graph: Graph, language: Language): readonly NearName[] {
  const fresh = entry.actors.filter(({ existing }) => !existing);
  if (fresh.length > MOST_NEW) return [];
  const there = new Set(entry.actors.map(({ existing }) => existing?.id));
  return fresh
    .flatMap(({ name, span }) => {
      const actor = span ? nearActor(graph, name) : undefined;
      return actor && span && !there.has(actor.id)
        ? [{ typed: name, actor, name: nameToType(graph, actor, language), ...span }]
        : [];
    })
    .slice(0, MOST_SAID);
}

/** The text with the name that is on the map in the place of the one that was typed. */
export function withName(text: string, { name, row, from, to }: NearName): string {
  const parts = text.split(/(\r\n|\r|\n)/u);
  const line = parts[row * 2] ?? '';
  parts[row * 2] = line.slice(0, from) + quotedName(name) + line.slice(to);
  return parts.join('');
}
