import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { RoomMaps } from '../../scripts/room-maps.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecotone-room-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function map(title: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('map').set('schema', 1);
  doc.getMap('map').set('title', title);
  return doc;
}

function rounds(): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('rounds').set('r', null);
  return doc;
}

describe('the maps of a room', () => {
  test('are there again with their rounds when the room is opened anew', () => {
    const before = new RoomMaps('room', folder);
    before.store('room/a', map('A'));
    before.store('room/a/rounds', rounds());
    const again = new RoomMaps('room', folder);
    expect(again.list()).toBe('{"maps":[{"id":"a","title":"A"}]}');
    expect(again.stored('room/a')?.getMap('map').get('title')).toBe('A');
    expect(again.stored('room/a/rounds')?.getMap('rounds').has('r')).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.map', 'a.rounds']);
  });

  test('are in memory alone unless a folder is named', () => {
    const maps = new RoomMaps('room');
    maps.store('room/a', map('A'));
    expect(maps.stored('room/a')?.getMap('map').get('title')).toBe('A');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('have names that lead out of no folder, and into no other room', () => {
    const maps = new RoomMaps('room', folder);
    for (const name of ['room/a', 'room/a/rounds']) expect(maps.isName(name)).toBe(true);
    for (const name of [
      'a',
      'room/',
      'room/../a',
      'other/a',
      'room/a/b',
      'room/a/rounds/b',
      'room/a/toString',
    ]) {
      expect(maps.isName(name)).toBe(false);
      maps.store(name, map('A'));
      maps.note(name, map('A'));
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(maps.list()).toBe('{"maps":[]}');
  });

  test('that hold nothing are not kept', () => {
    const maps = new RoomMaps('room', folder);
    maps.store('room/a', new Y.Doc());
    maps.store('room/a/rounds', new Y.Doc());
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a damaged file is named, and left as it is', () => {
    for (const bytes of [Uint8Array.of(1, 1, 200, 3), Uint8Array.of(0, 0), new Uint8Array()]) {
      writeFileSync(join(folder, 'a.map'), bytes);
      expect(() => new RoomMaps('room', folder)).toThrow(/a\.map is damaged/u);
      expect(new Uint8Array(readFileSync(join(folder, 'a.map')))).toEqual(bytes);
    }
  });
});
