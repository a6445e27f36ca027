import { resolve } from '../model/scenario/resolve.ts';
import { summarise, type ChangeSummary } from '../model/scenario/summary.ts';
import type { LibraryEntry, ScenarioLink } from '../storage/library-entry.ts';
import { followMap } from '../storage/map-news.ts';
import { library } from './stores.ts';
import { stateOf, type OpenMap } from './scenario-family.ts';
import { commonState, compareInTurns } from './scenario-maps.ts';

/** Time without an edit before it is worked out what the base has changed: who types is not to wait for it. */
const QUIET_MS = 600;

/** Of what the open map is a scenario, if it is one, and what that map has become since. */
export class ScenarioPlace {
  link = $state.raw<ScenarioLink>();
  /** Undefined when the base is not in this browser, or not known yet. */
  base = $state.raw<LibraryEntry>();
  known = $state(false);
  /** What bringing the base in would change; undefined while there is nothing. */
  news = $state.raw<ChangeSummary>();

  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;
  #closed = false;

  constructor(private readonly open: OpenMap) {}

  /** Looks whether it is a scenario, and of what. */
  async refresh(): Promise<void> {
    const own = await library.get(this.open.id);
    if (this.#closed) return;
    this.link = own.ok ? own.value?.scenario : undefined;
    const { link } = this;
    if (link) {
      const base = await library.get(link.base);
      if (this.#closed) return;
      this.base = base.ok ? base.value : undefined;
      this.#stop ??= followMap(link.base, () => this.look());
      this.look();
    }
    this.known = true;
  }

  /** Works out anew what the base has changed, once nobody edits. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), QUIET_MS);
  }

  close(): void {
    this.#closed = true;
    this.#looks++;
    clearTimeout(this.#timer);
    this.#stop?.();
  }

  async #compare(): Promise<void> {
    const look = ++this.#looks;
    const { link } = this;
    if (!link) return;
    const found = await library.get(link.base);
    if (look !== this.#looks) return;
    this.base = found.ok ? found.value : undefined;
    const news = await this.#newsOf(this.base);
    if (look === this.#looks) this.news = news;
  }

  async #newsOf(base: LibraryEntry | undefined): Promise<ChangeSummary | undefined> {
    if (!base || base.deletedAt !== undefined) return undefined;
    const { id, now } = this.open;
    const state = await stateOf({ id: base.id, entry: base }, this.open);
    const common = state.ok ? await commonState(id, state.value, now) : state;
    if (!state.ok || !common.ok) return undefined;
    const three = await compareInTurns(common.value.graph, state.value, now);
    const resolution = resolve(three, 'scenario', new Map());
    const { effects, orders } = resolution;
    const changed = effects.length + orders.size + three.conflicts.length > 0;
    return changed ? summarise(three, resolution) : undefined;
  }
}
