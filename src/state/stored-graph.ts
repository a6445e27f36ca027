import { failed, ok, type Result } from '../base/result.ts';
import { MapDocument } from '../model/document.ts';
import type { Graph } from '../model/graph.ts';
import type { StoredMap } from '../storage/journal.ts';
import { nextTask } from '../storage/next-task.ts';
import { MAP_GONE } from '../storage/problems.ts';
import { notices } from './notices.svelte.ts';
import { journal } from './stores.ts';

/** A map of the library, without opening it for editing, as far as it can be read: what can't be is told. */
export async function storedGraph(id: string): Promise<Result<Graph>> {
  const loaded = await journal.load(id);
  if (!loaded.ok) return loaded;
  if (loaded.value.trouble) notices.problem(loaded.value.trouble.problem);
  return ok(await graphOf(loaded.value));
}

/** The same to be compared with another: all of it or a problem, since what can't be read would look as if removed. */
export async function wholeStoredGraph(id: string): Promise<Result<Graph>> {
  const loaded = await journal.load(id);
  if (!loaded.ok) return loaded;
  const { trouble, isNew } = loaded.value;
  if (trouble) return failed(trouble.problem);
  return isNew ? failed(MAP_GONE) : ok(await graphOf(loaded.value));
}

async function graphOf({ updates }: Pick<StoredMap, 'updates'>): Promise<Graph> {
  const document = new MapDocument();
  await document.load(updates, nextTask);
  const { graph } = document;
  document.destroy();
  return graph;
}
