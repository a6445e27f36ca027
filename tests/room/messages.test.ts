import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updateWithin } from '../../src/room/frame.ts';
import { hashOf, roomLinkOf } from '../../src/room/link.ts';
import { othersOf, readPresence } from '../../src/room/presence.ts';
import { readSharedMaps } from '../../src/room/shared-maps.ts';

/** A number as messages have it: seven bits a byte, the lowest first. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

const name = [...'room/map'].map((letter) => letter.charCodeAt(0));
const message = (...rest: readonly number[]): Uint8Array => Uint8Array.from([name.length, ...name, ...rest]);

describe('messages of a room', () => {
  test('the change within is found, in answers and in updates', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(1, 2), (update, kind) => {
        expect(updateWithin(message(0, kind, ...varint(update.length), ...update))).toEqual(update);
      }),
    );
  });

  test('other messages carry none', () => {
    expect(updateWithin(message(0, 0, 1, 0))).toBeUndefined();
    expect(updateWithin(message(1, 3, 1, 2, 3))).toBeUndefined();
  });

  test('a message that ends too early is none, and reading any bytes ends', () => {
    expect(() => updateWithin(message(0, 2, 9, 1))).toThrow(RangeError);
    expect(() => updateWithin(new Uint8Array())).toThrow(RangeError);
    expect(() => updateWithin(new Uint8Array(40).fill(255))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          const update = updateWithin(bytes);
          expect(update === undefined || update.length < bytes.length).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  test('a list of maps has ids that an address can hold', () => {
    expect(
      readSharedMaps('{"maps":[{"id":"a1","title":"One"},{"id":"../x","title":""},{"id":3},null]}'),
    ).toEqual([{ id: 'a1', title: 'One' }]);
    for (const text of ['', '[]', '{"maps":3}', 'null', '{']) expect(readSharedMaps(text)).toBeUndefined();
  });

  test('what others say of themselves is cut to what can be shown', () => {
    expect(
      readPresence({ person: 'p', name: ` ${'长'.repeat(50)}`, at: [1, Infinity], selected: ['a', 2] }),
    ).toEqual({
      person: 'p',
      name: '长'.repeat(40),
      selected: ['a'],
    });
    for (const state of [undefined, null, 3, {}, { person: '' }, { person: 'x'.repeat(41) }])
      expect(readPresence(state)).toBeUndefined();
  });

  test('a person with two windows is one, and oneself is none of the others', () => {
    const states = [
      { person: 'b', name: 'Ben' },
      { person: 'me', name: 'Ada' },
      { person: 'b', name: 'Ben', at: [1, 2] },
      { person: 'a', name: '' },
    ];
    expect(othersOf(states, 'me')).toEqual([
      { person: 'a', name: '' },
      { person: 'b', name: 'Ben', at: [1, 2] },
    ]);
  });
});

describe('links to a room', () => {
  test('are read as they are written, and nothing else is', () => {
    const link = { room: 'R2d2', key: 'k3y' };
    expect(roomLinkOf(hashOf(link))).toEqual(link);
    for (const hash of [
      '',
      '#map=R2d2',
      '#room=R2d2',
      '#room=a/b&key=c',
      '#room=a&key=',
      '#room=a&key=b&x=c',
    ])
      expect(roomLinkOf(hash)).toBeUndefined();
  });
});
