import { idMaker } from '../base/ids.ts';

/** As many numbers are asked for at once: asking is dear, and a pasted list makes thousands of ids. */
const pool = new Uint32Array(256);
let used = pool.length;

/** Random numbers of the browser's secure source; `crypto.randomUUID` is absent on plain http. */
function secureRandom(): number {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  return (pool[used++] ?? 0) / 2 ** 32;
}

/** A new id for a window, a map or a snapshot: never the same twice, in any window. */
export const newId = idMaker(secureRandom);
