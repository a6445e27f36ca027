import { beforeEach, describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import { ok } from '../../src/base/result.ts';
import type { ApplyStyleArgs } from '../../src/model/commands/apply-style.ts';
import type { Command } from '../../src/model/commands/command.ts';
import type { Style } from '../../src/model/style.ts';
import { styleText } from '../../src/model/style-file.ts';
import { isInStyle, styleOf } from '../../src/scene/styles.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { notices } from '../../src/state/notices.svelte.ts';
import { StylesState } from '../../src/state/styles.svelte.ts';
import type { Styles } from '../../src/storage/styles.ts';
import { editing } from '../model/support.ts';

let kept: Map<string, Style>;
let state: StylesState;
let window: ReturnType<typeof editing>;
let map: MapState;

/** Keeps styles as the database does, without one. */
function memory(): Styles {
  return {
    list: () => Promise.resolve(ok([...kept.values()])),
    put: (style) => {
      kept.set(style.id, style);
      return Promise.resolve(ok(undefined));
    },
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve(ok(undefined));
    },
  };
}

function names(): string[] {
  return state.own.map(({ name }) => name.en);
}

beforeEach(() => {
  kept = new Map();
  state = new StylesState(memory());
  window = editing(1);
  map = {
    get graph() {
      return window.document.graph;
    },
    readOnly: false,
    run: (command: Command<ApplyStyleArgs>, args: ApplyStyleArgs) => window.editor.run(command, args).ok,
  } as unknown as MapState;
  notices.dismiss();
});

describe('the styles of this browser', () => {
  it('are what a map looks like, under a name of their own, which the map notes', async () => {
    expect(await state.keep(map, ' House\n')).toBe(true);
    expect(await state.keep(map, 'House')).toBe(true);
    expect(await state.keep(map, 'Standard')).toBe(true);
    expect(names()).toEqual(['House', 'House 2', 'Standard 2']);
    const [house] = state.own;
    expect(house && isInStyle(map.graph, house)).toBe(true);
    expect(map.graph.view.style?.name).toBe('Standard 2');
  });

  it('need a name, and say so', async () => {
    expect(await state.keep(map, ' \n ')).toBe(false);
    expect(names()).toEqual([]);
    expect(notices.current).toMatchObject({ kind: 'problem', text: { en: 'A style needs a name.' } });
  });

  it('are renamed, made what a map looks like, and made what they were again', async () => {
    await state.keep(map, 'A');
    const [first] = state.own;
    if (!first) throw new Error('none is kept');
    await state.rename(first, 'B');
    expect(names()).toEqual(['B']);
    const [second] = state.own;
    if (!second) throw new Error('none is kept');
    state.apply(map, { ...second, settings: { ...second.settings, labelSize: 1.5 } });
    await state.update(map, second);
    expect(state.own[0]?.settings.labelSize).toBe(1.5);
    notices.current?.action?.run();
    await expect.poll(() => state.own[0]?.settings.labelSize).toBe(1);
  });

  it('come back on request when they were deleted', async () => {
    await state.keep(map, 'A');
    const [style] = state.own;
    if (style) await state.remove(style);
    expect(names()).toEqual([]);
    notices.current?.action?.run();
    await expect.poll(names).toEqual(['A']);
  });

  it('are read from files under ids of their own, and from maps that came with one', async () => {
    const style = styleOf(map.graph, 'elsewhere', same('Red'));
    const file = new File([styleText(style)], 'red.json');
    await state.fromFile(file);
    await state.fromFile(file);
    expect(names()).toEqual(['Red', 'Red 2']);
    expect(kept.has('elsewhere')).toBe(false);
    await state.keepForeign(map, 'elsewhere', 'Red');
    expect(kept.get('elsewhere')?.name.en).toBe('Red 3');
    expect(map.graph.view.style).toEqual({ id: 'elsewhere', name: 'Red 3' });
    await state.fromFile(new File(['no style'], 'x.json'));
    expect(names()).toHaveLength(3);
    expect(notices.current?.kind).toBe('problem');
  });
});
