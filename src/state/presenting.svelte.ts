import { untrack } from 'svelte';
import { problem } from '../base/problem.ts';
import type { SavedView } from '../model/view.ts';
import { takeLead, type Lead } from './lead-lock.ts';
import { newId } from '../storage/new-id.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import {
  openPresentLine,
  type PresentLine,
  type PresentMessage,
  type Shown,
  type Step,
} from './present-line.ts';
import { preferences } from './preferences.svelte.ts';
import { showView, viewAt } from './saved-views.ts';

const BLOCKED = problem('window-blocked', {
  en: 'The browser did not open the second window. Allow pop-up windows for this page, then try again. Nothing else has changed.',
  zh: '浏览器未能打开第二个窗口。请允许此页面弹出窗口后重试。其他内容未受影响。',
});

function againstOf({ rounds }: MapState): Shown['against'] {
  const { against } = rounds;
  return against?.kind === 'round' ? { round: against.opened.round.id } : against?.kind;
}

/** By when a window that was opened follows, in milliseconds. */
const OPENING_MS = 4000;

/** The address of the window for the projector. */
function presentAddress(mapId: string): string {
  const address = new URL(location.href);
  address.hash = '';
  address.search = new URLSearchParams({ present: mapId }).toString();
  return address.href;
}

/** Showing a map to a room: in this window alone, or leading a second one. */
class Presenting {
  /** This window shows the map and nothing else. */
  full = $state(false);
  /** A second window follows this one. */
  followed = $state(false);
  /** Whether the second window shows the same part of the map; else its own. */
  camera = $state(true);
  /** What people in the room do not see unless it is chosen. */
  notes = $state(false);
  votes = $state(false);
  /** The pointer leaves a dot. */
  laser = $state(false);
  /** Id of the saved view that is presented. */
  view = $state<string>();

  #map = $state.raw<MapState>();
  #line: PresentLine | undefined;
  readonly #windowId = newId();
  /** While this window leads others. */
  #lead: Lead | undefined;
  #claims = false;
  /** What was selected by going to a view: nobody chose it, so number keys still mean views. */
  #arrived: MapState['selection'] | undefined;
  #frame: { readonly cancel: () => void } | undefined;

  /** Whether somebody looks on. */
  readonly active = $derived(this.full || this.followed);
  readonly current: SavedView | undefined = $derived(
    this.#map?.now.view.views.find(({ id }) => id === this.view),
  );
  readonly #shown: Shown | undefined = $derived.by(() => {
    const map = this.#map;
    if (!map) return undefined;
    return {
      language: preferences.language,
      theme: preferences.shownTheme,
      seen: map.seen,
      actors: map.selection.actors,
      ties: map.selection.ties,
      filter: map.filter,
      look: map.look,
      spotlight: map.spotlight,
      litType: map.litType,
      round: map.rounds.looked?.round.id,
      against: againstOf(map),
      view: this.view,
      camera: this.camera,
      notes: this.notes,
      votes: this.votes,
    };
  });

  /** Begins with a map that was opened. @returns what ends it */
  attach(map: MapState): () => void {
    this.#map = map;
    const line = (this.#line = openPresentLine(map.id, (message) => this.#receive(message)));
    const stopUpdates = map.bytes.onUpdate((update) => {
      if (this.#lead) line.send({ kind: 'update', update });
    });
    const stopEffects = $effect.root(() => {
      $effect(() => {
        void this.#shown;
        this.#tell();
      });
      $effect(() => {
        const at = map.pointer;
        if (this.#lead) line.send({ kind: 'pointer', from: this.#windowId, at });
      });
    });
    const leave = (): void => {
      if (this.#lead) line.send({ kind: 'bye', from: this.#windowId });
    };
    const changed = (): void => {
      if (!document.fullscreenElement && this.full) this.leaveFull();
    };
    addEventListener('pagehide', leave);
    document.addEventListener('fullscreenchange', changed);
    line.send({ kind: 'here' });
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('fullscreenchange', changed);
      if (this.full) this.leaveFull();
      leave();
      stopEffects();
      stopUpdates();
      this.#frame?.cancel();
      line.close();
      this.#stopLeading();
      this.laser = false;
      this.#map = this.#line = this.view = this.#arrived = undefined;
    };
  }

  /** Opens the window for the projector, or brings it to the front. */
  open(): void {
    const map = this.#map;
    if (!map) return;
    this.#startLeading();
    this.#claims = true;
    try {
      const opened = window.open(
        presentAddress(map.id),
        `ecotone-present-${map.id}`,
        'popup,width=1280,height=720',
      );
      if (opened) opened.focus();
      else notices.problem(BLOCKED);
    } catch {
      // Chromium has been seen to throw here while the window did open: it follows soon, or it was not opened.
      setTimeout(() => {
        if (!this.followed) notices.problem(BLOCKED);
      }, OPENING_MS);
    }
    this.#tell();
  }

  enterFull(): void {
    const map = this.#map;
    if (!map) return;
    this.full = true;
    map.hidesVotes = !this.votes;
    // Where the browser has no full screen, the map fills the window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  leaveFull(): void {
    this.full = false;
    this.laser = false;
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    if (!this.#map) return;
    this.#map.pointer = undefined;
    this.#map.hidesVotes = false;
    if (!this.followed) this.leaveView();
  }

  showVotes(votes: boolean): void {
    this.votes = votes;
    if (this.#map && this.full) this.#map.hidesVotes = !votes;
  }

  point(on: boolean): void {
    this.laser = on;
    if (!on && this.#map) this.#map.pointer = undefined;
  }

  /** Goes to a view of the talk. @returns whether there is one */
  go(to: Step): boolean {
    const map = this.#map;
    if (!map) return false;
    const view = viewAt(map.now.view.views, this.view, to);
    if (!view) return false;
    this.#goTo(map, view);
    return true;
  }

  /** The map as it is without the view: its own style, all lit. */
  leaveView(): void {
    this.view = undefined;
    this.#arrived = undefined;
    if (!this.#map) return;
    this.#map.look = undefined;
    this.#map.spotlight = false;
  }

  /** Whether number keys mean views: of ties that were selected by hand they set the type. */
  get numbersAreViews(): boolean {
    const map = this.#map;
    if (!map) return false;
    const { selection } = map;
    if (selection === this.#arrived) return true;
    return selection.ties.size === 0 && (this.active || selection.actors.size === 0);
  }

  #goTo(map: MapState, view: SavedView): void {
    showView(map, view);
    this.view = view.id;
    this.#arrived = map.selection;
    // No frame is drawn in a window that is covered: the canvas cannot say where it has gone.
    if (document.hidden && map.aim) map.seen = map.aim;
  }

  #receive(message: PresentMessage): void {
    switch (message.kind) {
      case 'waiting':
        if (message.orphan) this.#startLeading();
        if (!this.#lead) return;
        this.followed = true;
        if (this.#map)
          this.#line?.send({ kind: 'update', update: this.#map.bytes.encodeSince(message.stateVector) });
        this.#say();
        return;
      case 'shown':
        // Another window has been asked to present; of two that were not, one gives way.
        if (message.claims || (!this.#claims && message.from < this.#windowId)) this.#stopLeading();
        return;
      case 'go':
        if (this.#lead) this.go(message.to);
        return;
      case 'gone':
        this.followed = false;
        return;
      case 'here':
      case 'update':
      case 'pointer':
      case 'bye':
    }
  }

  /** Tells those who follow what is shown, once a frame at most. */
  #tell(): void {
    if (!this.#lead || this.#frame) return;
    const say = (): void => {
      this.#frame = undefined;
      this.#say();
    };
    if (document.hidden) {
      const timer = setTimeout(say);
      this.#frame = { cancel: () => clearTimeout(timer) };
    } else {
      const frame = requestAnimationFrame(say);
      this.#frame = { cancel: () => cancelAnimationFrame(frame) };
    }
  }

  #say(): void {
    void this.#lead?.held.then(() => {
      const shown = untrack(() => this.#shown);
      if (shown && this.#lead)
        this.#line?.send({ kind: 'shown', from: this.#windowId, claims: this.#claims, shown });
    });
  }

  #startLeading(): void {
    this.#lead ??= takeLead(this.#windowId);
  }

  #stopLeading(): void {
    this.#lead?.end();
    this.#lead = undefined;
    this.#claims = this.followed = false;
  }
}

export const presenting = new Presenting();
