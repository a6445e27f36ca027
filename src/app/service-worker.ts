/**
 * Registers the service worker that keeps the app for offline use. When a newer build has been fetched and waits,
 * `offerUpdate` is called with a function that switches to it and reloads the page; nothing changes until it is called.
 * Does nothing in development and where service workers are not available.
 */
export async function registerServiceWorker(offerUpdate: (apply: () => void) => void): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;

  let asked = false;
  const offer = (waiting: ServiceWorker): void =>
    offerUpdate(() => {
      asked = true;
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  // The first worker of all also takes control, unasked; and another window may have asked. Neither may reload this one.
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
  });

  const registration = await serviceWorker.register(new URL('sw.js', document.baseURI));
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const installing = registration.installing;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && serviceWorker.controller) offer(installing);
    });
  });
}
