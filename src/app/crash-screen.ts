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

function show(error: Error): void {
  console.error(error);
  if (document.querySelector('dialog.crash')) return;
  const { t } = preferences;
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
