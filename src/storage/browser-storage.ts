/** How much the browser stores for this page, in bytes; undefined when it does not tell. */
export interface StorageUse {
  readonly used: number | undefined;
  readonly available: number | undefined;
}

/** `navigator.storage` is absent on plain http and in old browsers. */
function manager(): StorageManager | undefined {
  return (globalThis.navigator as Navigator | undefined)?.storage as StorageManager | undefined;
}

export async function storageUse(): Promise<StorageUse> {
  try {
    const { usage, quota } = (await manager()?.estimate()) ?? {};
    return { used: usage, available: quota };
  } catch {
    return { used: undefined, available: undefined };
  }
}

/**
 * Asks the browser never to clear the maps by itself. `granted`: it promised; `denied`: it may clear them when space
 * is short; `unknown`: it does not know the question. With `ask` false it only looks, and no browser shows a question.
 */
export async function persistence(ask: boolean): Promise<'granted' | 'denied' | 'unknown'> {
  const storage = manager();
  if (!storage) return 'unknown';
  try {
    const granted = (await storage.persisted()) || (ask && (await storage.persist()));
    return granted ? 'granted' : 'denied';
  } catch {
    return 'unknown';
  }
}
