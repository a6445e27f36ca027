// @ts-check
// The maps of a room: in memory, so that they outlast whoever leaves, and in a folder if asked.
import fs from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';

const ENDING = '.map';

export class RoomMaps {
  #room;
  #folder;
  /** @type {Map<string, Uint8Array>} by name */
  #bytes = new Map();
  /** @type {Map<string, string>} titles by id, of maps that hold something */
  #titles = new Map();

  /**
   * @param {string} room
   * @param {string} [folder] made if need be; what it holds is there again
   */
  constructor(room, folder) {
    this.#room = room;
    this.#folder = folder;
    if (!folder) return;
    fs.mkdirSync(folder, { recursive: true });
    for (const file of fs.readdirSync(folder)) {
      const id = path.basename(file, ENDING);
      if (!file.endsWith(ENDING) || !isId(id)) continue;
      const bytes = fs.readFileSync(path.join(folder, file));
      const document = new Y.Doc();
      Y.applyUpdate(document, bytes);
      this.#bytes.set(`${room}/${id}`, bytes);
      this.note(`${room}/${id}`, document);
      document.destroy();
    }
  }

  /**
   * Whether a document of this name is a map of the room.
   *
   * @param {string} name
   */
  isName(name) {
    return this.#idOf(name) !== undefined;
  }

  /**
   * The map as it was kept; undefined for a new one.
   *
   * @param {string} name
   */
  stored(name) {
    const bytes = this.#bytes.get(name);
    if (!bytes) return undefined;
    const document = new Y.Doc();
    Y.applyUpdate(document, bytes);
    return document;
  }

  /**
   * @param {string} name
   * @param {Y.Doc} document
   */
  store(name, document) {
    const id = this.#idOf(name);
    if (id === undefined || !isMap(document)) return;
    const bytes = Y.encodeStateAsUpdate(document);
    this.#bytes.set(name, bytes);
    if (!this.#folder) return;
    const file = path.join(this.#folder, `${id}${ENDING}`);
    // a crash while writing leaves the one before
    fs.writeFileSync(`${file}.new`, bytes);
    fs.renameSync(`${file}.new`, file);
  }

  /**
   * Notes what the list says of a map.
   *
   * @param {string} name
   * @param {Y.Doc} document
   */
  note(name, document) {
    const id = this.#idOf(name);
    const title = document.getMap('map').get('title');
    if (id !== undefined && isMap(document)) this.#titles.set(id, typeof title === 'string' ? title : '');
  }

  /** What clients are told of the maps. */
  list() {
    return JSON.stringify({ maps: [...this.#titles].map(([id, title]) => ({ id, title })) });
  }

  /** @param {string} name */
  #idOf(name) {
    const [room, id = '', ...rest] = name.split('/');
    return room === this.#room && rest.length === 0 && isId(id) ? id : undefined;
  }
}

/** @param {string} id */
function isId(id) {
  return /^[0-9A-Za-z]{1,40}$/.test(id);
}

/** @param {Y.Doc} document */
function isMap(document) {
  return document.getMap('map').has('schema');
}
