import { ok } from '../../base/result.ts';
import type { MapInfo } from '../graph.ts';
import { infoChanges, viewChanges } from '../records.ts';
import type { ViewChange } from '../view.ts';
import { cleanName } from './checks.ts';
import { ALWAYS, type Command } from './command.ts';

/** Title, description, author, date, source; an empty text clears. */
export const editMapInfo: Command<Partial<MapInfo>> = {
  id: 'edit-map-info',
  title: { en: 'Edit what the map says about itself', zh: '编辑地图信息' },
  keys: [],
  available: ALWAYS,
  plan(_graph, info) {
    const cleaned = info.title === undefined ? info : { ...info, title: cleanName(info.title) };
    return ok({
      step:
        info.title === undefined
          ? { en: 'Edit the map’s details', zh: '编辑地图信息' }
          : { en: 'Rename the map', zh: '重命名地图' },
      writes: [{ kind: 'set-single', single: 'map', changes: infoChanges(cleaned) }],
    });
  },
};

/** Encodings and conventions: how the map is drawn and measured. */
export const editView: Command<ViewChange> = {
  id: 'edit-view',
  title: { en: 'Change the style', zh: '更改样式' },
  keys: [],
  available: ALWAYS,
  plan(_graph, view) {
    const measuring = 'ignoreDirection' in view || 'ignoreWeights' in view || 'measures' in view;
    return ok({
      step:
        'diagnosis' in view
          ? { en: 'Change the settings of the diagnosis', zh: '更改诊断设置' }
          : measuring
            ? { en: 'Change how measures read the ties', zh: '更改指标的计算口径' }
            : 'layout' in view
              ? { en: 'Change how the map is arranged', zh: '更改布局方式' }
              : { en: 'Change the style', zh: '更改样式' },
      writes: [{ kind: 'set-single', single: 'view', changes: viewChanges(view) }],
    });
  },
};
