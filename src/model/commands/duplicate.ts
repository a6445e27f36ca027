import { failed, ok } from '../../base/result.ts';
import { actorsInOrder, type Actor } from '../graph.ts';
import { flatActor, flatTie } from '../records.ts';
import type { Write } from '../write.ts';
import { foldName, missingActor } from './checks.ts';
import { namedActors, needsActors, type Command } from './command.ts';

/** Copies actors with the ties among them, set beside the originals. */
export const duplicate: Command<{ readonly ids: readonly string[] }> = {
  id: 'duplicate',
  title: { en: 'Duplicate', zh: '复制一份' },
  keys: ['Mod+d'],
  available: needsActors,
  plan(graph, { ids }, environment) {
    const missing = ids.find((id) => !graph.actors.has(id));
    if (missing !== undefined) return failed(missingActor(missing));
    const taken = new Set(actorsInOrder(graph).map((actor) => foldName(actor.name)));
    const copies = new Map<string, string>();
    const originals = [...new Set(ids)].flatMap((id) => graph.actors.get(id) ?? []);
    const writes: Write[] = originals.map((original) => {
      const id = environment.newId();
      copies.set(original.id, id);
      const name = copyName(original, taken);
      taken.add(foldName(name));
      const { position, ...rest } = original;
      const moved: Omit<Actor, 'id'> = position
        ? { ...rest, name, position: [position[0] + 40, position[1] + 40] }
        : { ...rest, name };
      return { kind: 'put', table: 'actors', id, record: flatActor(moved) };
    });
    for (const tie of graph.ties.values()) {
      const source = copies.get(tie.source);
      const target = copies.get(tie.target);
      if (source !== undefined && target !== undefined)
        writes.push({
          kind: 'put',
          table: 'ties',
          id: environment.newId(),
          record: flatTie({ ...tie, source, target }),
        });
    }
    const subject = namedActors(
      graph,
      originals.map(({ id }) => id),
    );
    return ok({
      step: { en: `Duplicate ${subject.en}`, zh: `复制${subject.zh}` },
      writes,
      select: { actors: [...copies.values()] },
    });
  },
};

function copyName(original: Actor, taken: ReadonlySet<string>): string {
  const base = original.name.replace(/ \(\d+\)$/u, '');
  for (let k = 2; ; k++) if (!taken.has(foldName(`${base} (${k})`))) return `${base} (${k})`;
}
