import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';

/** Another window holds an older version of the database open and does not let go. */
export class DatabaseBlocked extends Error {}

/** What a person is told when the browser's storage fails, and what to do about it. */
function storageProblem(error: unknown): Problem {
  if (error instanceof DatabaseBlocked)
    return problem('storage-blocked', {
      en: 'Another window with an older version of this page keeps the maps locked. Close the other windows, then reload this one.',
      zh: '另一个窗口仍在使用本页面的旧版本，占用着存储的地图。请关闭其他窗口，然后重新加载此页面。',
    });
  const { name, message } = nameAndMessage(error);
  switch (name) {
    case 'QuotaExceededError':
      return problem('storage-full', {
        en: "The browser's storage is full, so the latest changes are not saved. Download the map now, then delete maps or other sites' data to make room, and retry.",
        zh: '浏览器存储空间已满，最近的更改尚未保存。请立即下载地图，然后删除不需要的地图或其他网站的数据以腾出空间，再重试。',
      });
    case 'VersionError':
      return problem('storage-newer', {
        en: 'A newer version of this page has been opened in this browser. Reload this window to go on.',
        zh: '此浏览器中已打开过本页面的更新版本。请重新加载此窗口后继续。',
      });
    case 'SecurityError':
      return problem('storage-missing', {
        en: 'This browser lets the page store nothing (a private window, or storage is switched off). You can work, but closing the window loses the map: download it first.',
        zh: '此浏览器不允许本页面存储数据（可能是无痕窗口，或已关闭存储）。您可以继续操作，但关闭窗口后地图会丢失，请先下载。',
      });
    default:
      return problem('storage-failed', {
        en: `The browser's storage does not work right now (${message}). Nothing already saved is touched. Download the map, then retry or restart the browser.`,
        zh: `浏览器存储暂时无法使用（${message}）。已保存的内容不受影响。请先下载地图，然后重试或重新启动浏览器。`,
      });
  }
}

function nameAndMessage(error: unknown): { name: string; message: string } {
  if (error instanceof Error || error instanceof DOMException)
    return { name: error.name, message: error.message || error.name };
  return { name: '', message: String(error) };
}

/** Runs work on the database; what the browser throws becomes a Problem. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return failed(storageProblem(error));
  }
}

/** The stored map was written by a later version of Ecotone. */
export const NEWER_VERSION = problem('newer-version', {
  en: 'This map was changed by a newer version of Ecotone, so it opens for reading only. Reload the page to update, or save its bytes for safekeeping.',
  zh: '此地图已被更新版本的 Ecotone 修改，因此只能以只读方式打开。请重新加载页面以更新程序，或先将原始数据另存备用。',
});

/** Some stored bytes cannot be read. */
export const UNREADABLE = problem('unreadable', {
  en: 'Part of this stored map cannot be read. What can be read is shown for reading only; nothing is overwritten. Save its bytes for safekeeping, and duplicate or export what is shown to go on.',
  zh: '此地图的部分存储数据无法读取。可读取的部分以只读方式显示，原有数据不会被覆盖。请先将原始数据另存备用，再通过复制或导出当前内容继续操作。',
});

/** A record that others build on is missing from the store. */
export const RECORD_MISSING = problem('record-missing', {
  en: 'Some changes of this map are waiting for an earlier change that is not stored here. You can work on; nothing is deleted. If another window has this map open, its copy may be more complete: export it there.',
  zh: '此地图中有部分更改依赖于一项未存储在此处的早先更改。您可以继续操作，不会删除任何数据。如果另一个窗口也打开了此地图，那里的内容可能更完整，请在那里导出。',
});

/** The map was purged while this window had it open. */
export const MAP_GONE = problem('map-gone', {
  en: 'This map was deleted for good in another window, so changes are no longer saved. Download it to keep what you see.',
  zh: '此地图已在另一个窗口中被彻底删除，更改不再保存。如需保留当前内容，请立即下载。',
});
