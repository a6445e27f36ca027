import { ok, type Result } from '../base/result.ts';
import { MapDocument } from '../model/document.ts';
import type { Graph } from '../model/graph.ts';
import { nextTask } from '../storage/next-task.ts';
import { notices } from './notices.svelte.ts';
import { journal } from './stores.ts';

/** A map of the library as it is stored, without opening it for editing. */
export async function storedGraph(id: string): Promise<Result<Graph>> {
  const loaded = await journal.load(id);
  if (!loaded.ok) return loaded;
  if (loaded.value.trouble) notices.problem(loaded.value.trouble.problem);
  const document = new MapDocument();
  await document.load(loaded.value.updates, nextTask);
  const { graph } = document;
  document.destroy();
  return ok(graph);
}
