import { same, type Localized } from '../base/localized.ts';
import { problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { fileNameOf } from '../formats/text.ts';
import { applyStyle } from '../model/commands/apply-style.ts';
import { cleanName } from '../model/commands/checks.ts';
import { STYLE_NAME_LIMIT, type Style } from '../model/style.ts';
import { styleFromText, styleText } from '../model/style-file.ts';
import { BUILT_IN_STYLES, isBuiltIn, styleChanges, styleOf } from '../scene/styles.ts';
import { newId } from '../storage/new-id.ts';
import { createStyles, type Styles } from '../storage/styles.ts';
import { save } from './downloads.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { store } from './stores.ts';

/** The styles that this browser keeps. What is said here is true: the list changes when the database has said so. */
export class StylesState {
  own = $state.raw<readonly Style[]>([]);
  /** Whether the database has been asked. */
  ready = $state(false);

  constructor(private readonly styles: Styles = createStyles(store)) {}

  /** Those that are always there, then one's own by name. */
  get all(): readonly Style[] {
    return [...BUILT_IN_STYLES, ...this.own];
  }

  /** Reads them anew: another window may have changed them. */
  async read(): Promise<void> {
    const listed = await this.styles.list();
    if (listed.ok) this.own = listed.value;
    else notices.problem(listed.problem);
    this.ready = true;
  }

  apply(map: MapState, style: Style): void {
    map.run(applyStyle, styleChanges(map.graph, style), { keepSelection: true });
  }

  /** Keeps what the map looks like now under a name, and notes it with the map. */
  async keep(map: MapState, name: string): Promise<boolean> {
    const free = this.#freeName(name);
    if (free === undefined) return false;
    const style = styleOf(map.graph, newId(), same(free));
    if (!(await this.#put(style, { en: `Kept the style “${free}”`, zh: `已保存样式“${free}”` })))
      return false;
    this.#mark(map, style);
    return true;
  }

  /** Keeps the look of a map that came with a style of its own, under the name and id that it has there. */
  async keepForeign(map: MapState, id: string, name: string): Promise<void> {
    const free = this.#freeName(name);
    if (free === undefined) return;
    // What is built in elsewhere may be built in here one day.
    const style = styleOf(map.graph, isBuiltIn({ id }) ? newId() : id, same(free));
    const done = await this.#put(style, { en: `Kept the style “${free}”`, zh: `已保存样式“${free}”` });
    if (done) this.#mark(map, style);
  }

  /** Puts what the map looks like now in the place of what the style was. */
  async update(map: MapState, { id, name }: Style): Promise<void> {
    const before = this.own.find((style) => style.id === id);
    const style = styleOf(map.graph, id, name);
    const done = await this.#put(
      style,
      { en: `The style “${name.en}” is now as this map looks`, zh: `样式“${name.zh}”已更新为此地图的外观` },
      before,
    );
    if (done) this.#mark(map, style);
  }

  async rename(style: Style, name: string): Promise<void> {
    if (cleanName(name) === style.name.en) return;
    const free = this.#freeName(name, style.id);
    if (free === undefined) return;
    await this.#put(
      { ...style, name: same(free) },
      { en: `Renamed the style to “${free}”`, zh: `样式已改名为“${free}”` },
    );
  }

  /** Maps that use the style keep their colours. */
  async remove(style: Style): Promise<void> {
    if (!(await this.#done(this.styles.remove(style.id)))) return;
    notices.info(
      { en: `Deleted the style “${style.name.en}”`, zh: `已删除样式“${style.name.zh}”` },
      { label: BACK, run: () => void this.#put(style) },
    );
  }

  toFile(style: Style): void {
    save({
      name: `${fileNameOf(style.name.en)}.ecotone-style.json`,
      blob: new Blob([styleText(style)], { type: 'application/json' }),
    });
  }

  /** Adds the style of a file to those of this browser; the map stays as it is until it is chosen. */
  async fromFile(file: File): Promise<void> {
    const text = await file.text().catch(() => '');
    const read = styleFromText(text, newId());
    if (!read.ok) {
      notices.problem(read.problem);
      return;
    }
    const free = this.#freeName(read.value.name.en);
    if (free === undefined) return;
    await this.#put(
      { ...read.value, name: same(free) },
      { en: `Added the style “${free}”`, zh: `已添加样式“${free}”` },
    );
  }

  #mark(map: MapState, { id, name }: Style): void {
    const step = { en: `Name the style “${name.en}”`, zh: `将样式命名为“${name.zh}”` };
    if (map.readOnly) return;
    map.run(
      applyStyle,
      { step, view: { style: { id, name: name.en } } },
      { keepSelection: true, quiet: true },
    );
  }

  /** @param before what the style was, to be put back on request */
  async #put(style: Style, says?: Localized, before?: Style): Promise<boolean> {
    if (!(await this.#done(this.styles.put(style)))) return false;
    if (says) notices.info(says, before && { label: BACK, run: () => void this.#put(before) });
    return true;
  }

  async #done(step: Promise<Result<undefined>>): Promise<boolean> {
    const done = await step;
    if (!done.ok) notices.problem(done.problem);
    else await this.read();
    return done.ok;
  }

  /** The name as it is kept, with a number where it is taken; undefined, and told, where there is none. */
  #freeName(name: string, except?: string): string | undefined {
    const clean = [...cleanName(name)].slice(0, STYLE_NAME_LIMIT).join('');
    if (clean === '') {
      notices.problem(problem('style-unnamed', { en: 'A style needs a name.', zh: '样式需要名称。' }));
      return undefined;
    }
    const taken = new Set(
      this.all.filter(({ id }) => id !== except).flatMap(({ name: { en, zh } }) => [en, zh]),
    );
    let free = clean;
    for (let count = 2; taken.has(free); count++) free = `${clean} ${count}`;
    return free;
  }
}

const BACK: Localized = { en: 'Undo', zh: '撤销' };
