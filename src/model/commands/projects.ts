import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import { flatProject, type FlatValue } from '../records.ts';
import { cleanName } from './checks.ts';
import { ALWAYS, type Command } from './command.ts';
import { tieNames } from './edit-ties.ts';

/** Makes a joint project, or renames it and sets who takes part. */
export const setProject: Command<{
  readonly id?: string;
  readonly name: string;
  readonly actors: readonly string[];
  /** Ties that belong to it from now on. */
  readonly ties?: readonly string[];
}> = {
  id: 'set-project',
  title: { en: 'Joint project', zh: '合作项目' },
  keys: [],
  available: ALWAYS,
  plan(graph, { id: given, name, actors, ties = [] }, environment) {
    const id = given ?? environment.newId();
    const joined = ties
      .filter((tie) => graph.ties.has(tie))
      .map((tie): Write => ({ kind: 'set', table: 'ties', id: tie, changes: new Map([['project', id]]) }));
    const clean = cleanName(name);
    if (clean === '')
      return failed(problem('project-unnamed', { en: 'A project needs a name.', zh: '项目需要名称。' }));
    const members = actors.filter((actor) => graph.actors.has(actor));
    const before = graph.projects.get(id);
    if (!before) {
      const record = flatProject({ name: clean, actors: members, unknown: {} });
      return ok({
        step: { en: `Add the project “${clean}”`, zh: `添加项目“${clean}”` },
        writes: [{ kind: 'put', table: 'projects', id, record }, ...joined],
      });
    }
    const changes = new Map<string, FlatValue | undefined>([['name', clean]]);
    for (const actor of before.actors) if (!members.includes(actor)) changes.set(`actor:${actor}`, undefined);
    for (const actor of members) changes.set(`actor:${actor}`, true);
    const tied = tieNames(graph, ties);
    return ok({
      step:
        joined.length > 0
          ? { en: `Take ${tied.en} into the project “${clean}”`, zh: `将${tied.zh}归入项目“${clean}”` }
          : { en: `Edit the project “${clean}”`, zh: `编辑项目“${clean}”` },
      writes: [{ kind: 'set', table: 'projects', id, changes }, ...joined],
    });
  },
};

export const removeProject: Command<{ readonly id: string }> = {
  id: 'remove-project',
  title: { en: 'Remove a joint project', zh: '移除合作项目' },
  keys: [],
  available: ALWAYS,
  plan(graph, { id }) {
    const project = graph.projects.get(id);
    if (!project)
      return failed(
        problem('project-missing', { en: 'This project is already gone.', zh: '该项目已不存在。' }),
      );
    return ok({
      step: { en: `Remove the project “${project.name}”`, zh: `移除项目“${project.name}”` },
      writes: [{ kind: 'remove', table: 'projects', id }],
    });
  },
};
