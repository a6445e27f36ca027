import { Deflate, Inflate, strFromU8, strToU8 } from 'fflate';
import { joinedBytes } from '../base/joined-bytes.ts';

/** A map of 5,000 actors and 15,000 ties is a text of some 4 MB. */
const LONGEST_TEXT = 32 * 1024 * 1024;
/** In bytes; each takes a few milliseconds. Packed ones may grow a thousandfold. */
const PIECE = 64 * 1024;
const PACKED_PIECE = 4 * 1024;

/**
 * A text in few bytes: the same text always the same ones.
 * @param pause between pieces of a long one
 */
export async function packed(text: string, pause: () => Promise<void>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const deflate = new Deflate((chunk) => chunks.push(chunk));
  await push(deflate, strToU8(text), PIECE, pause);
  return joinedBytes(chunks);
}

/** The text again; undefined for bytes that are none, or of a text far longer than a map's. */
export async function unpacked(bytes: Uint8Array, pause: () => Promise<void>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  try {
    const inflate = new Inflate((chunk, final) => {
      length += chunk.length;
      if (length > LONGEST_TEXT) throw new RangeError('too long');
      chunks.push(chunk);
      ended = final;
    });
    await push(inflate, bytes, PACKED_PIECE, pause);
  } catch {
    return undefined;
  }
  return ended ? strFromU8(joinedBytes(chunks)) : undefined;
}

async function push(
  stream: { push(chunk: Uint8Array, final: boolean): void },
  bytes: Uint8Array,
  piece: number,
  pause: () => Promise<void>,
): Promise<void> {
  for (let at = 0; at === 0 || at < bytes.length; at += piece) {
    if (at > 0) await pause();
    stream.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  }
}
