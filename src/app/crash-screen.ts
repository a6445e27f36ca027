import { preferences } from '../state/preferences.svelte.ts';

/** The last resort: an error that nothing caught is shown, with what to do, instead of a dead page. */
export function showCrashes(): void {
  addEventListener('error', (event) => {
    // A worker's or an image's error has no `error` and is handled where it belongs.
    if (event.error instanceof Error) show(event.error);
  });
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof Error) show(event.reason);
  });
}

/** For an error that comes before the interface's texts. */
const WITHOUT_TEXTS = {
  crashTitle: 'Ecotone could not start · Ecotone 未能启动',
  crashText:
    'Nothing stored is lost. Load the page anew; without a network, open it where it was opened before. 已保存的内容没有丢失。请重新加载页面；若无网络，请在曾经打开过的地址打开。',
  reload: 'Reload · 重新加载',
  close: 'Close · 关闭',
};

function show(error: Error): void {
  console.error(error);
  if (document.querySelector('dialog.crash')) return;
  const t = preferences.hasTexts ? preferences.t : WITHOUT_TEXTS;
  const dialog = document.createElement('dialog');
  dialog.className = 'crash';
  const title = document.createElement('h2');
  title.textContent = t.crashTitle;
  const text = document.createElement('p');
  text.textContent = t.crashText;
  const detail = document.createElement('pre');
  detail.textContent = `${error.message}\n${error.stack ?? ''}`.slice(0, 4000);
  const reload = document.createElement('button');
  reload.className = 'primary';
  reload.textContent = t.reload;
  reload.onclick = () => location.reload();
  const close = document.createElement('button');
  close.textContent = t.close;
  close.onclick = () => dialog.remove();
  dialog.append(title, text, detail, reload, close);
  document.body.append(dialog);
  dialog.showModal();
}
