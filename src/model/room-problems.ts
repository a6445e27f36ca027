import { problem } from '../base/problem.ts';

/** What a room sent is no change of a map. */
export const GARBAGE = problem('room-garbage', {
  en: 'The room sent something that is no part of a map, so the connection was closed. Your map is unharmed and stays here. Ask whoever runs the room to start it again, then open its link once more.',
  zh: '协作室发来了不属于地图的数据，连接已断开。您的地图未受影响，仍保存在此处。请让协作室的主持人重新启动协作室，再打开其链接。',
});

/** The room's map was made by another version. */
export const OTHER_VERSION = problem('room-version', {
  en: 'This window and the room use different versions of Ecotone, so they do not share maps. Nothing was changed. Reload this page; if it says the same again, the room has to be started anew with the current version.',
  zh: '此窗口与协作室使用的 Ecotone 版本不同，因此不会共享地图，也未作任何更改。请重新加载此页面；如仍有此提示，请用当前版本重新启动协作室。',
});
