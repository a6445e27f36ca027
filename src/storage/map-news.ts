import { openWindowLine } from './window-messages.ts';

/**
 * Calls back when another window of this browser has changed the map, and whenever the page may have slept. The map need
 * not be open here. Returns the function that ends it.
 */
export function followMap(mapId: string, onNews: () => void): () => void {
  const line = openWindowLine(mapId, (message) => {
    if (message.kind === 'appends') onNews();
  });
  const page = globalThis.window as Window | undefined;
  const events = ['focus', 'pageshow'] as const;
  for (const event of events) page?.addEventListener(event, onNews);
  return () => {
    line.close();
    for (const event of events) page?.removeEventListener(event, onNews);
  };
}
