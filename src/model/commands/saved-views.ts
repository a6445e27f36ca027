import { problem, type Problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import type { Graph } from '../graph.ts';
import { noSavedView, savedViewKeys, savedViewPart } from '../saved-view-keys.ts';
import type { SavedView } from '../view.ts';
import { cleanName } from './checks.ts';
import { ALWAYS, type Command } from './command.ts';

/** Longest talk: more views than anybody finds again. */
const MOST_VIEWS = 200;

/** What is seen now, under a name. With the id of a view that is there, that view takes what is seen now. */
export interface SaveViewArgs {
  readonly id?: string;
  readonly view: Omit<SavedView, 'id' | 'unknown'>;
}

export const saveView: Command<SaveViewArgs> = {
  id: 'save-view',
  title: { en: 'Save this view', zh: '保存此视图' },
  keys: [],
  available: ALWAYS,
  plan(graph, { id, view }, { newId }) {
    const name = cleanName(view.name);
    if (name === '') return failed(UNNAMED);
    const { views } = graph.view;
    const place = id === undefined ? -1 : views.findIndex((each) => each.id === id);
    const before = views[place];
    if (id !== undefined && !before) return failed(MISSING);
    if (!before && views.length >= MOST_VIEWS)
      return failed(
        problem('views-many', {
          en: `A map keeps at most ${MOST_VIEWS} views. Remove one that is not needed any more.`,
          zh: `一张地图最多保存 ${MOST_VIEWS} 个视图。请先移除不再需要的视图。`,
        }),
      );
    const { frame } = view;
    const saved: SavedView = {
      ...view,
      ...(frame && {
        frame: {
          x: rounded(frame.x),
          y: rounded(frame.y),
          width: rounded(frame.width),
          height: rounded(frame.height),
        },
      }),
      id: before?.id ?? newId(),
      name,
      unknown: before?.unknown ?? {},
    };
    return ok({
      step: before
        ? { en: `Update the view “${name}”`, zh: `更新视图“${name}”` }
        : { en: `Save the view “${name}”`, zh: `保存视图“${name}”` },
      writes: [
        ...ordered(views),
        {
          kind: 'set-single',
          single: 'view',
          changes: savedViewKeys(saved, before ? place : views.length),
        },
      ],
    });
  },
};

/** Name and note of a saved view; an empty note clears. */
export const editSavedView: Command<{
  readonly id: string;
  readonly name?: string;
  readonly note?: string;
}> = {
  id: 'edit-saved-view',
  title: { en: 'Name the view and what is said to it', zh: '编辑视图的名称与说明' },
  keys: [],
  available: hasViews,
  plan(graph, { id, name, note }) {
    const view = graph.view.views.find((each) => each.id === id);
    if (!view) return failed(MISSING);
    const clean = name === undefined ? view.name : cleanName(name);
    if (clean === '') return failed(UNNAMED);
    return ok({
      step:
        name === undefined
          ? { en: `Edit the note of the view “${clean}”`, zh: `编辑视图“${clean}”的说明` }
          : { en: `Rename the view to “${clean}”`, zh: `将视图改名为“${clean}”` },
      writes: [
        {
          kind: 'set-single',
          single: 'view',
          changes: savedViewPart(id, {
            ...(name !== undefined && { name: clean }),
            ...(note !== undefined && { note: note.trim() === '' ? undefined : note.trim() }),
          }),
        },
      ],
    });
  },
};

/** Moves a view one place towards the beginning of the talk (-1) or its end (+1). */
export const moveSavedView: Command<{ readonly id: string; readonly by: -1 | 1 }> = {
  id: 'move-saved-view',
  title: { en: 'Reorder the views', zh: '调整视图顺序' },
  keys: [],
  available: hasViews,
  plan(graph, { id, by }) {
    const views = [...graph.view.views];
    const from = views.findIndex((view) => view.id === id);
    if (from < 0) return failed(MISSING);
    const to = from + by;
    if (to >= 0 && to < views.length) views.splice(to, 0, ...views.splice(from, 1));
    return ok({ step: { en: 'Reorder the views', zh: '调整视图顺序' }, writes: ordered(views) });
  },
};

export const removeSavedView: Command<{ readonly id: string }> = {
  id: 'remove-saved-view',
  title: { en: 'Remove a saved view', zh: '移除视图' },
  keys: [],
  available: hasViews,
  plan(graph, { id }) {
    const view = graph.view.views.find((each) => each.id === id);
    if (!view) return failed(MISSING);
    return ok({
      step: { en: `Remove the view “${view.name}”`, zh: `移除视图“${view.name}”` },
      writes: [{ kind: 'set-single', single: 'view', changes: noSavedView(id) }],
    });
  },
};

const UNNAMED: Problem = problem('view-unnamed', { en: 'A view needs a name.', zh: '视图需要名称。' });
const MISSING: Problem = problem('view-missing', {
  en: 'This view is gone; it may have been removed in another window. Nothing was changed.',
  zh: '该视图已不存在，可能已在另一窗口中移除。未作更改。',
});

function hasViews(graph: Graph): true | { readonly en: string; readonly zh: string } {
  return graph.view.views.length > 0 || { en: 'No view is saved yet.', zh: '尚未保存视图。' };
}

/** Where each stands; after one was removed the numbers had a gap. */
function ordered(views: readonly SavedView[]): readonly Write[] {
  return views.map(({ id }, place) => ({
    kind: 'set-single',
    single: 'view',
    changes: savedViewPart(id, { order: place }),
  }));
}

/** To 0.1 map unit, as places of actors are. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
