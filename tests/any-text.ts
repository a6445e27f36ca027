import fc from 'fast-check';

/** Names that plain objects have of their own. */
const TRAPS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** Any character but halves of one; those that files and markup stumble over as often as all others. */
const character = fc
  .oneof(
    fc.integer({ min: 0, max: 0x9f }),
    fc.integer({ min: 0x2000, max: 0x206f }),
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.constantFrom(0xfeff, 0xfffd, 0xfffe, 0xffff, 0xd7ff, 0xe000),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((codePoint) => String.fromCodePoint(codePoint));

/** Texts of any characters. The library's own of this kind list all there are first, which takes seconds. */
export function anyText(maxLength = 10): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(character, { maxLength }).map((characters) => characters.join('')) },
    { weight: 1, arbitrary: fc.constantFrom(...TRAPS.filter(({ length }) => length <= maxLength)) },
  );
}
