import { ok, type Result } from '../base/result.ts';
import type { Command, Environment, Plan } from './commands/command.ts';
import type { MapDocument } from './document.ts';
import type { Write } from './write.ts';
import type { Graph } from './graph.ts';

/** What a command did. */
export interface Done {
  readonly changed: boolean;
  readonly step: Plan['step'];
  readonly select: Plan['select'];
}

/** Runs commands on a document: plan, follow the consequences, write once. */
export class Editor {
  constructor(
    private readonly document: MapDocument,
    private readonly environment: Environment,
  ) {}

  /** On a problem nothing has changed. */
  run<Args>(command: Command<Args>, args: Args): Result<Done> {
    const graph = this.document.graph;
    const plan = command.plan(graph, args, this.environment);
    if (!plan.ok) return plan;
    const { step, writes, select } = plan.value;
    return ok({ changed: this.document.commit(step, cascade(graph, writes)), step, select });
  }
}

/** An actor's ties and its place in projects go with it; what belonged to a removed project belongs to none. */
function cascade(graph: Graph, writes: readonly Write[]): readonly Write[] {
  const actors = removed(writes, 'actors');
  const projects = removed(writes, 'projects');
  if (actors.size + projects.size === 0) return writes;
  const ties = removed(writes, 'ties');
  const rehung = ends(writes);
  const consequences: Write[] = [];
  for (const tie of graph.ties.values()) {
    if (ties.has(tie.id)) continue;
    const { source = tie.source, target = tie.target } = rehung.get(tie.id) ?? {};
    if (actors.has(source) || actors.has(target))
      consequences.push({ kind: 'remove', table: 'ties', id: tie.id });
    else if (tie.project !== undefined && projects.has(tie.project))
      consequences.push({
        kind: 'set',
        table: 'ties',
        id: tie.id,
        changes: new Map([['project', undefined]]),
      });
  }
  for (const project of graph.projects.values()) {
    const leaving = project.actors.filter((id) => actors.has(id));
    if (leaving.length > 0 && !projects.has(project.id))
      consequences.push({
        kind: 'set',
        table: 'projects',
        id: project.id,
        changes: new Map(leaving.map((id) => [`actor:${id}`, undefined])),
      });
  }
  return [...consequences, ...writes];
}

/** The ends that ties are given by the same step: such a tie stays when the actor goes that it hung on before. */
function ends(writes: readonly Write[]): ReadonlyMap<string, { source?: string; target?: string }> {
  const found = new Map<string, { source?: string; target?: string }>();
  for (const write of writes) {
    if (write.kind !== 'set' || write.table !== 'ties') continue;
    const [source, target] = [write.changes.get('source'), write.changes.get('target')];
    if (typeof source !== 'string' && typeof target !== 'string') continue;
    found.set(write.id, {
      ...found.get(write.id),
      ...(typeof source === 'string' ? { source } : {}),
      ...(typeof target === 'string' ? { target } : {}),
    });
  }
  return found;
}

function removed(writes: readonly Write[], table: 'actors' | 'ties' | 'projects'): Set<string> {
  return new Set(
    writes.flatMap((write) => (write.kind === 'remove' && write.table === table ? [write.id] : [])),
  );
}
