import type { Problem } from '../base/problem.ts';
import { problem } from '../base/problem.ts';
import type { SourceFile } from '../formats/format.ts';
import { emptyDraft, mapUpdates } from '../model/make.ts';
import { roomLinkOf } from '../room/link.ts';
import type { Round } from '../model/round.ts';
import { newId } from '../storage/new-id.ts';
import { libraryState } from './library.svelte.ts';
import { library } from './stores.ts';
import { mapState } from './map-state.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { OpeningState } from './opening.svelte.ts';
import type { PastingState } from './pasting.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { room } from './room.svelte.ts';

export type Panel =
  | 'selection'
  | 'measures'
  | 'ecology'
  | 'diagnosis'
  | 'scenarios'
  | 'rounds'
  | 'style'
  | 'vocabulary'
  | 'map'
  | 'session';
export type EditDialog = 'merge' | 'split' | 'replace' | 'duplicates' | 'log';
export type Dialog = 'export' | 'help' | 'strategy' | EditDialog;

export interface Sample {
  readonly id: string;
  readonly file: string;
}

export const SAMPLES: readonly Sample[] = [
  { id: 'jinhua', file: 'samples/jinhua.json' },
  { id: 'florentine', file: 'samples/florentine.json' },
  { id: 'karate', file: 'samples/karate.json' },
];

const SAMPLE_MISSING = problem('sample-missing', {
  en: 'The sample could not be fetched. Are you online? After the first visit samples open offline too.',
  zh: '无法获取示例。网络是否连通？首次访问之后，示例可离线打开。',
});

function unreadableFile(name: string): Problem {
  return problem('file-unreadable', {
    en: `“${name}” cannot be read: is it a folder, or was it moved meanwhile? Choose the file again.`,
    zh: `无法读取“${name}”：它是文件夹，或已被移动？请重新选择文件。`,
  });
}

async function sourceOf(file: File): Promise<SourceFile | undefined> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

async function fetched(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** What a file brings beside the content of a map, and the id that the map is to have. */
interface Beside {
  readonly id: string;
  readonly rounds: readonly Round[];
  /** Stores what belongs beside the map, once that is stored. */
  readonly bring: (id: string) => Promise<void>;
}

/** The app as a whole: which map is open, what is being opened, which panels are out. */
class Ecotone {
  map = $state.raw<MapState>();
  opening = $state.raw<OpeningState>();
  /** Lines or cells that were pasted into the open map and are looked at first. */
  pasting = $state.raw<PastingState>();
  /** While a map is being opened. */
  busy = $state(false);
  /** Why a map could not be opened. */
  problem = $state.raw<Problem>();
  panel = $state<Panel>();
  tables = $state(false);
  dialog = $state<Dialog>();
  /** Id of the measure whose page stands in the panel of measures. */
  measure = $state<string>();
  /** The panel from which that page was opened, if another. */
  #before: Panel | undefined;
  /** Set when a newer build is ready; applying it reloads the page. */
  update = $state.raw<() => void>();

  /** Opens what the address names, else the start screen. */
  async start(): Promise<void> {
    addEventListener('hashchange', () => void this.#follow());
    room.begin(this);
    await this.#follow();
    await libraryState.emptyOldBin();
    await libraryState.refresh();
  }

  async newMap(): Promise<void> {
    const title = preferences.t.untitledMap;
    await this.#open(newId(), mapUpdates(emptyDraft(title)));
  }

  async openStored(id: string): Promise<void> {
    await this.#open(id);
  }

  /** Opens a map of the room: this browser's own by that id, out of the bin if need be, else what `fetch` brings. */
  async openShared(id: string, fetch: () => Promise<readonly Uint8Array[] | undefined>): Promise<void> {
    const stored = await library.get(id);
    if (stored.ok && stored.value) {
      if (stored.value.deletedAt !== undefined) await library.restore(id);
      await this.#open(id);
      return;
    }
    const updates = await fetch();
    if (updates) await this.#open(id, updates);
  }

  /** A sample opens as a new map of the user's own. */
  async openSample(sample: Sample): Promise<void> {
    const bytes = await fetched(sample.file);
    if (!bytes) {
      notices.problem(SAMPLE_MISSING);
      return;
    }
    const opening = new OpeningState([{ name: `${sample.id}.json`, bytes }]);
    await opening.settled();
    if (opening.problem) notices.problem(opening.problem);
    else await this.#open(newId(), opening.maps[0] ?? [], { rounds: opening.rounds[0] ?? [] });
    opening.close();
  }

  /** Reads files and shows the review; nothing lands before it is confirmed. */
  async openFiles(files: readonly File[]): Promise<void> {
    const sources = await Promise.all(files.map(sourceOf));
    const unreadable = files.find((_file, index) => sources[index] === undefined);
    if (unreadable) notices.problem(unreadableFile(unreadable.name));
    else this.#review(sources.filter((source) => source !== undefined));
  }

  openText(text: string): void {
    this.#review([{ name: '', bytes: new TextEncoder().encode(text) }]);
  }

  /** Shows what pasted lines or cells would do to the open map; nothing lands before it is confirmed. */
  async pasteInto(text: string): Promise<void> {
    const { map } = this;
    const { PastingState } = await import('./pasting.svelte.ts');
    this.cancelPasting();
    if (map && map === this.map && !map.readOnly) this.pasting = new PastingState(map, text);
  }

  cancelPasting(): void {
    this.pasting?.close();
    this.pasting = undefined;
  }

  cancelOpening(): void {
    this.opening?.close();
    this.opening = undefined;
  }

  /** Confirms the review: the content becomes a new map (or, from a backup, several). */
  async openAsNew(): Promise<void> {
    const { opening } = this;
    if (!opening) return;
    const { maps, rounds, kin } = opening;
    this.cancelOpening();
    const [first, ...others] = maps;
    if (!first) return;
    const ids = maps.map(() => newId());
    const now = new Map(kin.map(({ formerId = '' }, index) => [formerId, ids[index] ?? '']));
    const beside = (index: number): Beside => ({
      id: ids[index] ?? newId(),
      rounds: rounds[index] ?? [],
      bring: async (id) => {
        const scenario = kin[index]?.scenario;
        if (scenario) await (await import('./scenario-files.ts')).bringScenario(id, scenario, now);
      },
    });
    for (const [index, updates] of others.entries()) await this.#store(updates, beside(index + 1));
    await this.#open(beside(0).id, first, beside(0));
    if (others.length > 0)
      notices.info({ en: `Restored ${maps.length} maps`, zh: `已恢复 ${maps.length} 张地图` });
  }

  /** Confirms the review: the content joins the open map, as one step. */
  async join(byName: boolean): Promise<void> {
    const { opening, map } = this;
    if (!opening || !map) return;
    const draft = await opening.draft();
    const name = preferences.say(opening.title);
    this.cancelOpening();
    if (draft) await map.join(draft, name, byName);
  }

  async home(): Promise<void> {
    await this.#leave();
    if (location.hash !== '') history.pushState(null, '', location.pathname + location.search);
    await libraryState.refresh();
  }

  show(panel: Panel | undefined): void {
    this.panel = panel;
    this.measure = undefined;
    this.#before = undefined;
  }

  togglePanel(panel: Panel): void {
    this.show(this.panel === panel ? undefined : panel);
  }

  /** Opens the page of a measure, beside the map that it speaks of. */
  explain(measure: string): void {
    if (this.panel !== 'measures') this.#before = this.panel;
    this.measure = measure;
    this.panel = 'measures';
  }

  /** Leaves the page of a measure for where it was opened from. */
  leaveMeasure(): void {
    this.show(this.#before ?? 'measures');
  }

  #review(files: readonly SourceFile[]): void {
    this.opening?.close();
    this.opening = new OpeningState(files);
  }

  async #follow(): Promise<void> {
    const link = roomLinkOf(location.hash);
    if (link) {
      // The key is not left standing in the address.
      history.replaceState(null, '', location.pathname + location.search);
      room.enter(link);
    }
    const id = /^#map=([0-9A-Za-z]+)$/u.exec(location.hash)?.[1];
    if (id === undefined) await this.#leave();
    else if (id !== this.map?.id) await this.#open(id);
  }

  async #leave(): Promise<void> {
    const { map } = this;
    this.map = undefined;
    this.dialog = undefined;
    this.cancelPasting();
    this.show(undefined);
    if (map) room.closed();
    await map?.close();
  }

  async #open(id: string, updates: readonly Uint8Array[] = [], beside: Partial<Beside> = {}): Promise<void> {
    // A second click while a map is being opened asks for the same.
    if (this.busy) return;
    this.busy = true;
    await this.#leave();
    this.problem = undefined;
    const opened = await (await mapState()).open(id, updates, { rounds: beside.rounds ?? [] });
    if (opened.ok && beside.bring) {
      await opened.value.stored();
      await beside.bring(id);
    }
    this.busy = false;
    if (!opened.ok) {
      this.problem = opened.problem;
      history.replaceState(null, '', location.pathname + location.search);
      return;
    }
    if (updates.length === 0 && opened.value.isNew) {
      await opened.value.close();
      this.problem = problem('map-not-here', {
        en: 'This map is not stored in this browser. Open it from a file or a backup instead.',
        zh: '此浏览器中没有这张地图。请改从文件或备份打开。',
      });
      history.replaceState(null, '', location.pathname + location.search);
      return;
    }
    this.map = opened.value;
    room.opened(opened.value);
    const address = `#map=${id}`;
    if (location.hash !== address) history.pushState(null, '', address);
  }

  async #store(updates: readonly Uint8Array[], { id, rounds, bring }: Beside): Promise<void> {
    const opened = await (await mapState()).open(id, updates, { rounds });
    if (opened.ok) {
      await opened.value.close();
      await bring(id);
    } else notices.problem(opened.problem);
  }
}

export const ecotone = new Ecotone();
