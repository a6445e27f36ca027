/** The kind of message that carries changes, and those of its kinds that do. */
const SYNC = 0;
const ANSWER = 1;
const UPDATE = 2;

/**
 * The change that a message of the room carries, without applying it: a document's name, the kind of message, and for
 * changes a length and so many bytes. Undefined for every other message.
 * @throws on bytes that end too early
 */
export function updateWithin(message: Uint8Array): Uint8Array | undefined {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = message[at++];
      if (byte === undefined || value > Number.MAX_SAFE_INTEGER) throw new RangeError('no number');
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const name = number();
  at += name;
  if (number() !== SYNC) return undefined;
  const kind = number();
  if (kind !== ANSWER && kind !== UPDATE) return undefined;
  const length = number();
  if (at + length > message.length) throw new RangeError('no change');
  return message.subarray(at, at + length);
}
