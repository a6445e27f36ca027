import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import { mergedTies, mergedValues } from '../merging.ts';
import { flatTie, type FlatValue } from '../records.ts';
import { actorName } from '../shown-name.ts';
import { missingActor } from './checks.ts';
import { namedActors, quoted, type Command } from './command.ts';

export interface MergeActorsArgs {
  /** The actor that stays, under its name. */
  readonly keep: string;
  /** Those that become it. */
  readonly others: readonly string[];
  /** Ties that become parallel, of one type and direction, become one with their weights added; else each stays. */
  readonly addWeights: boolean;
  /** Where they differ: key of the record -> the actor whose word counts. The keeper's does where nothing is chosen. */
  readonly choose?: ReadonlyMap<string, string>;
}

/**
 * Several actors become one. Their names become aliases of the one that stays; it takes their ties, projects and notes,
 * and what it does not have of their values. Ties among them would lead from it to itself: they go, and the step says so.
 */
export const mergeActors: Command<MergeActorsArgs> = {
  id: 'merge-actors',
  title: { en: 'Merge actors', zh: '合并主体' },
  keys: [],
  available: (_graph, { actors }) =>
    actors.size > 1 || { en: 'Select two or more actors first.', zh: '请先选中两个或更多主体。' },
  plan(graph, { keep, others: given, addWeights, choose = new Map() }) {
    const others = [...new Set(given)].filter((id) => id !== keep);
    const missing = [keep, ...others].find((id) => !graph.actors.has(id));
    if (missing !== undefined) return failed(missingActor(missing));
    if (others.length === 0)
      return failed(
        problem('merge-alone', {
          en: 'It takes two actors to merge. Select another one too.',
          zh: '合并至少需要两个主体，请再选中一个。',
        }),
      );
    const { kept, loops, absorbed } = mergedTies(graph, keep, others, addWeights);
    const writes: Write[] = [
      { kind: 'set', table: 'actors', id: keep, changes: mergedValues(graph, keep, others, choose) },
      ...kept.map((tie): Write => ({ kind: 'set', table: 'ties', id: tie.id, changes: flatTie(tie) })),
      ...[...loops, ...absorbed].map((id): Write => ({ kind: 'remove', table: 'ties', id })),
    ];
    for (const project of graph.projects.values()) {
      if (project.actors.includes(keep) || !others.some((id) => project.actors.includes(id))) continue;
      const changes = new Map<string, FlatValue>([[`actor:${keep}`, true]]);
      writes.push({ kind: 'set', table: 'projects', id: project.id, changes });
    }
    writes.push(...others.map((id): Write => ({ kind: 'remove', table: 'actors', id })));
    const from = namedActors(graph, others);
    const into = quoted(actorName(graph, keep));
    const among = {
      en:
        loops.length === 0
          ? ''
          : ` (without the ${loops.length === 1 ? 'tie' : `${loops.length} ties`} among them)`,
      zh: loops.length === 0 ? '' : `（略去其间的 ${loops.length} 条关系）`,
    };
    return ok({
      step: {
        en: `Merge ${from.en} into ${into.en}${among.en}`,
        zh: `将${from.zh}并入${into.zh}${among.zh}`,
      },
      writes,
      select: { actors: [keep] },
    });
  },
};
