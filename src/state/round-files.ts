import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Graph } from '../model/graph.ts';
import { graphOfDraft } from '../model/graph-of-draft.ts';
import type { Round } from '../model/round.ts';
import { newId } from '../storage/new-id.ts';
import { nextTask } from '../storage/next-task.ts';
import { dataFile, type Download } from './exporting.ts';
import { notices } from './notices.svelte.ts';
import { rounds } from './stores.ts';

// Readers and writers are loaded when a round is taken or looked at: the first page view does without them.

/** A state of a map as a round keeps it. */
export async function roundText(graph: Graph): Promise<string> {
  const { graphToDraft, ownText } = await import('../formats/own-write.ts');
  return ownText(graphToDraft(graph));
}

/** The state that a round keeps; read in steps, so that a large one does not freeze the page. */
export async function roundGraph(text: string): Promise<Result<Graph>> {
  const [{ parseJson }, { readOwnMap }, { isRecord }, { NoteBook }] = await Promise.all([
    import('../formats/json-text.ts'),
    import('../formats/own-read.ts'),
    import('../formats/own-values.ts'),
    import('../formats/note-book.ts'),
  ]);
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const steps = readOwnMap(isRecord(parsed.value) ? parsed.value : {}, '', new NoteBook());
  let step = steps.next();
  while (!step.done) {
    await nextTask();
    step = steps.next();
  }
  return step.value.ok ? ok(graphOfDraft(step.value.value)) : failed(step.value.problem);
}

/** All rounds of a map; those that can't be read are named and left out. */
async function roundsOf(mapId: string): Promise<readonly Round[]> {
  const listed = await rounds.list(mapId);
  if (!listed.ok) {
    notices.problem(listed.problem);
    return [];
  }
  const found: Round[] = [];
  const missing: string[] = [];
  for (const { id, name } of listed.value) {
    const read = await rounds.read(mapId, id);
    if (read.ok) {
      const { id: _, ...round } = read.value;
      found.push(round);
    } else missing.push(name);
  }
  if (missing.length > 0) notices.problem(notRead(missing));
  return found;
}

/** Stores the rounds that a file brought beside the map that it became. */
export async function bringRounds(mapId: string, brought: readonly Round[]): Promise<void> {
  if (brought.length === 0) return;
  const added = await rounds.add(
    mapId,
    brought.map((round) => ({ ...round, id: newId() })),
  );
  if (!added.ok) notices.problem(added.problem);
}

/** A map with what lies beside it as a file of our own format. */
export async function storedFile(id: string, graph: Graph): Promise<Download> {
  const { portableScenario } = await import('./scenario-files.ts');
  return dataFile(graph, 'ecotone', await roundsOf(id), await portableScenario(id));
}

/** The open map as a file of our own format: as it is now, with its rounds, whatever is looked at. */
export async function ownFile(map: { readonly id: string; readonly now: Graph }): Promise<Download> {
  return storedFile(map.id, map.now);
}

function notRead(names: readonly string[]): Problem {
  return problem('rounds-not-read', {
    en: `Not in the file, because they can’t be read: the rounds ${names.join(', ')}. The map itself is whole.`,
    zh: `以下轮次无法读取，未写入文件：${names.join('、')}。地图本身完整。`,
  });
}
