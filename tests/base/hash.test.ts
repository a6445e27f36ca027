import { expect, test } from 'vitest';
import { fnv1a } from '../../src/base/hash.ts';

// From the authors' own list of test vectors.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of “%s” is that of its authors, as a text and as bytes', (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
  expect(fnv1a(new TextEncoder().encode(text))).toBe(hash);
});
