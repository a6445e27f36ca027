import { SCHEMA_VERSION } from '../model/schema-version.ts';

/** The line on which the windows of one map tell each other that its rounds are others now. */
export interface RoundsLine {
  tell(): void;
  close(): void;
}

/**
 * @param onNews called when another window has changed the rounds, and whenever the page may have slept: a frozen page
 *   gets no messages
 */
export function openRoundsLine(mapId: string, onNews: () => void): RoundsLine {
  const channel =
    typeof BroadcastChannel === 'undefined'
      ? undefined
      : new BroadcastChannel(`ecotone-rounds:${SCHEMA_VERSION}:${mapId}`);
  if (channel) channel.onmessage = onNews;
  const page = globalThis.window as Window | undefined;
  const events = ['focus', 'pageshow'] as const;
  for (const event of events) page?.addEventListener(event, onNews);
  let open = true;
  return {
    tell: () => {
      if (open) channel?.postMessage('changed');
    },
    close: () => {
      open = false;
      channel?.close();
      for (const event of events) page?.removeEventListener(event, onNews);
    },
  };
}
