import { ok } from '../../base/result.ts';
import type { Draft } from '../draft.ts';
import { joinWrites } from '../make.ts';
import { ALWAYS, type Command } from './command.ts';

/** Puts the content of a file into this map, as one step. */
export const joinDraft: Command<{ readonly draft: Draft; readonly name: string }> = {
  id: 'join-draft',
  title: { en: 'Import into this map', zh: '导入到此地图' },
  keys: [],
  available: ALWAYS,
  plan(graph, { draft, name }, environment) {
    return ok({
      step: { en: `Import ${name}`, zh: `导入${name}` },
      writes: joinWrites(graph, draft, environment.newId),
    });
  },
};
