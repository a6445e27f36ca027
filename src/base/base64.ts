const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));

/** Bytes as Base64 (RFC 4648), padded, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const value = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const letter = (shift: number): string => LETTERS.charAt((value >> shift) & 63);
    groups.push(
      letter(18) +
        letter(12) +
        (second === undefined ? '=' : letter(6)) +
        (third === undefined ? '=' : letter(0)),
    );
  }
  return groups.join('');
}

/** The bytes that a Base64 text holds, white space ignored; undefined where it is none, or is cut off. */
export function fromBase64(text: string): Uint8Array | undefined {
  const letters = text.replace(/\s+/gu, '').replace(/={1,2}$/u, '');
  if (letters.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
