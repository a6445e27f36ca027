// @ts-check
// The server of a room: the built app and, on the same port, the maps that the room works on together.
import { Server } from '@hocuspocus/server';
import { timingSafeEqual } from 'node:crypto';
import { addressOf, answering, listen } from './serve.mjs';
import { RoomMaps } from './room-maps.mjs';

/** In bytes. A map of 5,000 actors and 15,000 ties has some 3 MB. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;
/** How long a change may wait until it is kept, in ms. */
const KEEP = { debounce: 500, maxDebounce: 3_000 };

/**
 * @typedef {object} RoomOptions
 * @property {string} folder of the built app
 * @property {string} room what the room is called in links
 * @property {string} key who knows it may come in
 * @property {number} schema version of the documents that the app makes; others are not let in
 * @property {string} [host]
 * @property {number} [port] 0 takes any free one
 * @property {boolean} [nextFree] goes on to the following ports while the wished one is taken
 * @property {number} [people] how many may be in the room at once
 * @property {string} [keep] folder to keep the maps in; without it they are in memory alone
 */

/**
 * Opens a room and resolves once it can be entered.
 *
 * @param {RoomOptions} options
 */
export async function openRoom({
  folder,
  room,
  key,
  schema,
  host = '127.0.0.1',
  port = 4173,
  nextFree = false,
  people = 60,
  keep,
}) {
  const answer = answering(folder);
  const maps = new RoomMaps(room, keep);
  const door = new Door({ room, key, schema, people }, maps);
  let listed = maps.list();

  const server = new Server(
    {
      quiet: true,
      stopOnSignals: false,
      ...KEEP,
      onRequest: ({ request, response }) => {
        answer(request, response);
        // what rejects with nothing has answered by itself
        return Promise.reject();
      },
      onUpgrade: ({ request, socket }) => {
        if (mayKnock(request, server.webSocketServer.clients.size < 2 * people + 20))
          return Promise.resolve();
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return Promise.reject();
      },
      onAuthenticate: async (asking) => door.open(asking),
      onDisconnect: async ({ socketId, instance }) => door.close(socketId, instance),
      onLoadDocument: async ({ documentName }) => maps.stored(documentName),
      onChange: async ({ documentName, document, instance }) => {
        maps.note(documentName, document);
        const now = maps.list();
        if (now === listed) return;
        listed = now;
        instance.documents.get(room)?.broadcastStateless(listed);
      },
      onStoreDocument: async ({ documentName, document }) => maps.store(documentName, document),
      connected: async ({ documentName, connection }) => {
        if (documentName === room) connection.sendStateless(listed);
      },
    },
    { maxPayload: LARGEST_MESSAGE },
  );
  const taken = await listen(server.httpServer, port, host, nextFree ? 50 : 1);

  return {
    url: addressOf(host, taken),
    port: taken,
    link: `${addressOf(host, taken)}#room=${room}&key=${key}`,
    /** Keeps what is to be kept and closes the room. */
    close: async () => {
      for (const [name, document] of server.hocuspocus.documents) maps.store(name, document);
      const closed = new Promise((resolve) => {
        server.httpServer.close(resolve);
      });
      for (const socket of server.webSocketServer.clients) socket.terminate();
      server.httpServer.closeAllConnections();
      await closed;
    },
  };
}

/** Lets in who knows the key, as many as the room has space for. */
class Door {
  #wanted;
  #maps;
  /** Sockets that have shown the key. */
  #inside = new Set();

  /**
   * @param {{ room: string, key: string, schema: number, people: number }} wanted
   * @param {RoomMaps} maps
   */
  constructor(wanted, maps) {
    this.#wanted = wanted;
    this.#maps = maps;
  }

  /** @param {{ token: string, documentName: string, socketId: string }} asking */
  open({ token, documentName, socketId }) {
    const { room, people } = this.#wanted;
    const reason = reasonToRefuse(token, this.#wanted);
    if (reason) throw new Refusal(reason);
    if (documentName !== room && !this.#maps.isName(documentName)) throw new Refusal('no-such-room');
    if (!this.#inside.has(socketId) && this.#inside.size >= people) throw new Refusal('room-full');
    this.#inside.add(socketId);
  }

  /**
   * @param {string} socketId
   * @param {import('@hocuspocus/server').Hocuspocus} instance
   */
  close(socketId, instance) {
    const stays = [...instance.documents.values()].some((document) =>
      document.getConnections().some((connection) => connection.socketId === socketId),
    );
    if (!stays) this.#inside.delete(socketId);
  }
}

/** Says to the client why it is not let in. Without a message of its own: nothing of it goes into a log. */
class Refusal extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super();
    this.reason = reason;
  }
}

/**
 * Whether a connection may be opened at all: on the room's path, by a page of this address.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {boolean} isRoom
 */
function mayKnock(request, isRoom) {
  const { origin, host } = request.headers;
  // https where a proxy in front of the room speaks it
  const isOurs = origin === `http://${host}` || origin === `https://${host}`;
  return isRoom && isOurs && request.url?.split('?')[0] === '/room';
}

/**
 * @param {string} token
 * @param {{ key: string, schema: number }} wanted
 */
function reasonToRefuse(token, wanted) {
  /** @type {unknown} */
  let said;
  try {
    said = JSON.parse(token);
  } catch {
    return 'wrong-key';
  }
  if (typeof said !== 'object' || said === null || !('key' in said) || !('schema' in said))
    return 'wrong-key';
  if (typeof said.key !== 'string' || !isSame(said.key, wanted.key)) return 'wrong-key';
  return said.schema === wanted.schema ? undefined : 'other-version';
}

/**
 * @param {string} a
 * @param {string} b
 */
function isSame(a, b) {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
