import { idMaker } from '../base/ids.ts';

/** Random numbers of the browser's secure source; `crypto.randomUUID` is absent on plain http. */
function secureRandom(): number {
  return (globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

/** A new id for a window, a map or a snapshot: never the same twice, in any window. */
export const newId = idMaker(secureRandom);
