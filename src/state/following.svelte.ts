import type { Problem } from '../base/problem.ts';
import { problem } from '../base/problem.ts';
import type { SavedView } from '../model/view.ts';
import { onLeadEnd } from './lead-lock.ts';
import { mapState } from './map-state.ts';
import type { MapState } from './map.svelte.ts';
import {
  openPresentLine,
  type PresentLine,
  type PresentMessage,
  type Shown,
  type Step,
} from './present-line.ts';
import { preferences } from './preferences.svelte.ts';
import type { StoredRound } from './rounds.svelte.ts';
import { showView, viewAt } from './saved-views.ts';

/** How long a window waits for the one that opened it before any other may lead it. In milliseconds. */
const PATIENCE = 1500;

const NOT_HERE = problem('map-not-here', {
  en: 'This map is not stored in this browser. Open it in Ecotone first, then choose Present there.',
  zh: '此浏览器中没有这张地图。请先在 Ecotone 中打开，再选择“演示”。',
});

/** The window for the projector: it shows what another window shows, and changes nothing. */
export class Following {
  map = $state.raw<MapState>();
  problem = $state.raw<Problem>();
  /** What the window that leads has said last; kept when it is gone. */
  shown = $state.raw<Shown>();
  /** The window that led is closed. */
  orphan = $state(false);
  /** Chosen in this window, against what the one that leads says. */
  ownCamera = $state(false);

  readonly view: SavedView | undefined = $derived(
    this.map?.now.view.views.find(({ id }) => id === this.shown?.view),
  );
  readonly followsCamera = $derived(!this.ownCamera && (this.shown?.camera ?? true));

  #line: PresentLine | undefined;
  #leader: { readonly id: string; readonly claims: boolean } | undefined;
  #stopWaiting: () => void = () => undefined;
  /** What was last asked for of the rounds. */
  #looked = JSON.stringify([undefined, undefined]);
  /** Changes that came while the stored map was being read. */
  #early: Uint8Array[] = [];

  async open(id: string): Promise<void> {
    const line = (this.#line = openPresentLine(id, (message) => this.#receive(message)));
    addEventListener('pagehide', () => line.send({ kind: 'gone' }));
    const opened = await (await mapState()).open(id, [], { following: true });
    if (!opened.ok || opened.value.isNew) {
      this.problem = opened.ok ? NOT_HERE : opened.problem;
      line.close();
      if (opened.ok) await opened.value.close();
      return;
    }
    const map = opened.value;
    map.hidesVotes = true;
    for (const update of this.#early) map.bytes.apply(update);
    this.#early = [];
    this.map = map;
    this.#wait(false);
    setTimeout(() => this.#leader ?? this.#wait(true), PATIENCE);
  }

  /** On or back in the talk, as with a clicker: the window that leads goes, and this one follows. */
  go(to: Step): void {
    if (this.#leader) {
      this.#line?.send({ kind: 'go', to });
      return;
    }
    const { map } = this;
    if (!map) return;
    const view = viewAt(map.now.view.views, this.shown?.view, to);
    if (!view) return;
    showView(map, view);
    if (this.shown) this.shown = { ...this.shown, view: view.id };
  }

  /** Shows another part than the window that leads, or the same again. */
  keepCamera(own: boolean): void {
    this.ownCamera = own;
    if (this.shown) this.#aim(this.shown);
  }

  showWhole(): void {
    if (!this.map) return;
    this.ownCamera = true;
    this.map.aim = { box: { x1: 0, y1: 0, x2: 0, y2: 0 }, whole: true, ease: true };
  }

  #wait(orphan: boolean): void {
    const { map } = this;
    if (map) this.#line?.send({ kind: 'waiting', orphan, stateVector: map.bytes.stateVector() });
  }

  #receive(message: PresentMessage): void {
    switch (message.kind) {
      case 'here':
        if (!this.#leader) this.#wait(true);
        return;
      case 'update':
        if (this.map) this.map.bytes.apply(message.update);
        else this.#early.push(message.update);
        return;
      case 'shown': {
        const { from: id, claims } = message;
        const leader = this.#leader;
        if (leader && leader.id !== id && !claims && (leader.claims || leader.id < id)) return;
        this.#leader = { id, claims };
        this.orphan = false;
        if (leader?.id !== id) {
          this.#stopWaiting();
          this.#stopWaiting = onLeadEnd(id, () => this.#leaderGone(id));
        }
        this.#show(message.shown);
        return;
      }
      case 'pointer':
        if (this.map && this.#leader?.id === message.from) this.map.pointer = message.at;
        return;
      case 'bye':
        this.#leaderGone(message.from);
        return;
      case 'waiting':
      case 'go':
      case 'gone':
    }
  }

  #leaderGone(id: string): void {
    if (this.#leader?.id !== id) return;
    this.#stopWaiting();
    this.#leader = undefined;
    this.orphan = true;
    if (this.map) this.map.pointer = undefined;
  }

  #show(shown: Shown): void {
    const { map } = this;
    this.shown = shown;
    if (!map) return;
    const { language, theme } = shown;
    if (preferences.language !== language || preferences.shownTheme !== theme)
      preferences.mirror(language, theme);
    map.hidesVotes = !shown.votes;
    map.filter = shown.filter;
    map.look = shown.look;
    map.spotlight = shown.spotlight;
    map.litType = shown.litType;
    map.select(shown.actors, shown.ties);
    this.#aim(shown);
    void this.#look(map, shown);
  }

  /** Looks at the round that the other window looks at, and compares it as that does. */
  async #look(map: MapState, { round, against }: Shown): Promise<void> {
    const key = JSON.stringify([round, against]);
    if (key === this.#looked) return;
    this.#looked = key;
    const named = [round, typeof against === 'object' ? against.round : undefined];
    const { rounds } = map;
    const find = (id: string | undefined): StoredRound | undefined =>
      rounds.list.find((each) => each.id === id);
    if (named.some((id) => id !== undefined && !find(id))) await rounds.refresh();
    if (key !== this.#looked) return;
    await rounds.look(find(round));
    if (key === this.#looked)
      await rounds.compareWith(typeof against === 'object' ? find(against.round) : against);
  }

  #aim({ seen, camera }: Shown): void {
    if (this.map && seen && camera && !this.ownCamera) this.map.aim = { ...seen, ease: false };
  }
}
