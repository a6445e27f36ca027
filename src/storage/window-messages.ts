import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Folded } from './journal.ts';
import type { Append } from './records.ts';

/** What the windows that have one map open tell each other. */
export type WindowMessage =
  /** Changes made in one window; `stored` when they are in the database already. */
  | { readonly kind: 'appends'; readonly stored: boolean; readonly appends: readonly Append[] }
  /** A window has opened the map: whoever holds changes that could not be stored sends them. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'folded'; readonly folded: Folded };

/** The line between the windows of one map; silent where the browser has no BroadcastChannel. */
export interface WindowLine {
  send(message: WindowMessage): void;
  close(): void;
}

/** Windows of another schema version hear nothing of each other: they meet in the database, which knows its version. */
export function openWindowLine(mapId: string, onMessage: (message: WindowMessage) => void): WindowLine {
  if (typeof BroadcastChannel === 'undefined') return { send: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`ecotone:${SCHEMA_VERSION}:${mapId}`);
  channel.onmessage = (event: MessageEvent<WindowMessage>) => onMessage(event.data);
  let open = true;
  return {
    send: (message) => {
      if (open) channel.postMessage(message);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}
