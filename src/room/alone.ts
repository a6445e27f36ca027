/**
 * Waits until no other window of this browser does what is named, and resolves to the function that lets the next one.
 * Without Web Locks (plain http) every window does it at once: that must do no harm.
 * @param signal gives up waiting; the promise is then rejected
 */
export async function alone(name: string, signal: AbortSignal): Promise<() => void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return () => undefined;
  return new Promise((resolve, reject) => {
    locks.request(name, { signal }, () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}
