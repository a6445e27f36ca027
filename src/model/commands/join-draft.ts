import { ok } from '../../base/result.ts';
import type { Draft } from '../draft.ts';
import { joinWrites } from '../make.ts';
import { knownActors } from '../match-draft.ts';
import { ALWAYS, type Command } from './command.ts';

/** Puts the content of a file into this map, as one step. */
export const joinDraft: Command<{
  readonly draft: Draft;
  readonly name: string;
  /** Actors of a name that the map has are that actor, and get the resources, ties and projects of the file. */
  readonly byName?: boolean;
}> = {
  id: 'join-draft',
  title: { en: 'Import into this map', zh: '导入到此地图' },
  keys: [],
  available: ALWAYS,
  plan(graph, { draft, name, byName = false }, environment) {
    const known = byName ? knownActors(graph, draft) : new Map<string, string>();
    const count = known.size;
    const who = { en: count === 1 ? '1 actor' : `${count} actors`, zh: `${count} 个主体` };
    return ok({
      step:
        count === 0
          ? { en: `Import ${name}`, zh: `导入${name}` }
          : { en: `Import ${name}, ${who.en} known by name`, zh: `导入${name}，${who.zh}按名称对应` },
      writes: joinWrites(graph, draft, environment.newId, known),
    });
  },
};
