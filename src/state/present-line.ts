import type { Language } from '../base/localized.ts';
import type { Position } from '../model/graph.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import type { Look } from '../model/view.ts';
import type { Seen } from './map.svelte.ts';
import type { Filter } from './visibility.ts';

/** What a leading window shows, beside the map itself. */
export interface Shown {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly seen: Seen | undefined;
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  readonly filter: Filter;
  readonly look: Look | undefined;
  readonly spotlight: boolean;
  /** The type of tie that is spoken of, if one is. */
  readonly litType: string | undefined;
  /** Id of the round that is looked at, if one is. */
  readonly round: string | undefined;
  /** What the map is compared with: a round by its id, or its present state. */
  readonly against: { readonly round: string } | 'now' | undefined;
  /** Id of the saved view that is presented, if any. */
  readonly view: string | undefined;
  /** Whether the second window shows the same part of the map. */
  readonly camera: boolean;
  /** Whether the notes of the selected actor are shown. */
  readonly notes: boolean;
  readonly votes: boolean;
}

/** Where to go in the talk: to a view by its place from 0, or on, or back. */
export type Step = number | 'next' | 'previous';

/** What a window that leads and those that follow it tell each other. `from` names the window that leads. */
export type PresentMessage =
  /** A window has opened the map. */
  | { readonly kind: 'here' }
  /** A window that follows wants all; `orphan` when nobody leads it. */
  | { readonly kind: 'waiting'; readonly orphan: boolean; readonly stateVector: Uint8Array }
  /** `claims` from the window in which somebody asked to present. */
  | { readonly kind: 'shown'; readonly from: string; readonly claims: boolean; readonly shown: Shown }
  /** A change of the map, before it is stored. */
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'pointer'; readonly from: string; readonly at: Position | undefined }
  /** Asked for in the window that follows, as by a clicker. */
  | { readonly kind: 'go'; readonly to: Step }
  /** The window leads no more. */
  | { readonly kind: 'bye'; readonly from: string }
  /** The window that followed is closed. */
  | { readonly kind: 'gone' };

export interface PresentLine {
  send(message: PresentMessage): void;
  close(): void;
}

/** The line between the windows that present one map; silent where the browser has no BroadcastChannel. */
export function openPresentLine(mapId: string, onMessage: (message: PresentMessage) => void): PresentLine {
  if (typeof BroadcastChannel === 'undefined') return { send: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`ecotone:present:${SCHEMA_VERSION}:${mapId}`);
  channel.onmessage = (event: MessageEvent<PresentMessage>) => onMessage(event.data);
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
