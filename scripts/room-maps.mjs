// @ts-check
// The maps of a room and their rounds: in memory, so that they outlast whoever leaves, and in a folder if asked.
import fs from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';
import { SetupProblem } from './setup.mjs';

/**
 * What is kept of a map, by the end of its document's name: the end of the file's name, and whether a document holds
 * anything.
 *
 * @type {Record<string, { ending: string, holds: (document: Y.Doc) => boolean }>}
 */
const KINDS = {
  '': { ending: '.map', holds: (document) => document.getMap('map').has('schema') },
  rounds: { ending: '.rounds', holds: (document) => document.getMap('rounds').size > 0 },
};

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
    for (const file of fs.readdirSync(folder)) this.#load(folder, file);
  }

  /**
   * Whether a document of this name is a map of the room, or the rounds of one.
   *
   * @param {string} name
   */
  isName(name) {
    return this.#parts(name) !== undefined;
  }

  /**
   * The document as it was kept; undefined for a new one.
   *
   * @param {string} name
   */
  stored(name) {
    const bytes = this.#bytes.get(name);
    return bytes && documentOf(bytes);
  }

  /**
   * @param {string} name
   * @param {Y.Doc} document
   */
  store(name, document) {
    const parts = this.#parts(name);
    if (!parts?.kind.holds(document)) return;
    const bytes = Y.encodeStateAsUpdate(document);
    this.#bytes.set(name, bytes);
    if (!this.#folder) return;
    const file = path.join(this.#folder, `${parts.id}${parts.kind.ending}`);
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
    const parts = this.#parts(name);
    if (!parts || parts.kind !== KINDS[''] || !parts.kind.holds(document)) return;
    const title = document.getMap('map').get('title');
    this.#titles.set(parts.id, typeof title === 'string' ? title : '');
  }

  /** What clients are told of the maps. */
  list() {
    return JSON.stringify({ maps: [...this.#titles].map(([id, title]) => ({ id, title })) });
  }

  /**
   * @param {string} folder
   * @param {string} file
   */
  #load(folder, file) {
    for (const [end, { ending, holds }] of Object.entries(KINDS)) {
      const id = path.basename(file, ending);
      if (!file.endsWith(ending) || !isId(id)) continue;
      const name = [this.#room, id, end].filter(Boolean).join('/');
      const bytes = fs.readFileSync(path.join(folder, file));
      const document = readable(bytes);
      // left out, it would be written over as soon as someone shares the map anew
      if (!document || !holds(document))
        throw new SetupProblem(
          `${path.join(folder, file)} is damaged: move it away, or name another folder after --keep.`,
        );
      this.#bytes.set(name, bytes);
      this.note(name, document);
      document.destroy();
    }
  }

  /** @param {string} name */
  #parts(name) {
    const [room, id = '', end = '', ...rest] = name.split('/');
    const kind = Object.hasOwn(KINDS, end) ? KINDS[end] : undefined;
    return room === this.#room && rest.length === 0 && isId(id) && kind ? { id, kind } : undefined;
  }
}

/** @param {Uint8Array} bytes */
function documentOf(bytes) {
  const document = new Y.Doc();
  Y.applyUpdate(document, bytes);
  return document;
}

/** @param {Uint8Array} bytes */
function readable(bytes) {
  try {
    return documentOf(bytes);
  } catch {
    return undefined;
  }
}

/** @param {string} id */
function isId(id) {
  return /^[0-9A-Za-z]{1,40}$/.test(id);
}
