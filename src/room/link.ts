/** What a link to a room says: which room, and the key to it. The address is that of the page itself. */
export interface RoomLink {
  readonly room: string;
  readonly key: string;
}

/** The link within an address's part behind `#`, which browsers never send to a server. */
export function roomLinkOf(hash: string): RoomLink | undefined {
  const found = /^#room=([0-9A-Za-z]{1,40})&key=([0-9A-Za-z]{1,80})$/u.exec(hash);
  return found?.[1] !== undefined && found[2] !== undefined ? { room: found[1], key: found[2] } : undefined;
}

export function hashOf({ room, key }: RoomLink): string {
  return `#room=${room}&key=${key}`;
}
