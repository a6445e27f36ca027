/**
 * A window that leads others holds a lock, so that they hear when it is gone, however it went: closed, crashed or killed.
 * Over plain http there are no locks: then only a window that says goodbye is known to be gone.
 */
function lockName(windowId: string): string {
  return `ecotone:lead:${windowId}`;
}

export interface Lead {
  /** Resolves when the lock is held: before, who waits for it would think the window gone. */
  readonly held: Promise<void>;
  end(): void;
}

export function takeLead(windowId: string): Lead {
  if (!('locks' in navigator)) return { held: Promise.resolve(), end: () => undefined };
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const held = new Promise<void>((resolve) => {
    void navigator.locks.request(lockName(windowId), () => {
      resolve();
      return ended;
    });
  });
  return { held, end };
}

/** Calls `then` when the window leads no more. @returns what stops waiting */
export function onLeadEnd(windowId: string, then: () => void): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const waiting = new AbortController();
  navigator.locks.request(lockName(windowId), { signal: waiting.signal }, then).catch(() => undefined);
  return () => waiting.abort();
}
