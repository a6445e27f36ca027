/** How each sign of a name may be read: syllables in small Latin letters, without tones. Empty for what has no sound. */
export type Syllables = readonly (readonly string[])[];

/** The letters of a search by pinyin; undefined where it is none. */
export function pinyinLetters(text: string): string | undefined {
  const letters = text.toLowerCase().replace(/[\s'’]/gu, '');
  return /^[a-z]+$/u.test(letters) ? letters : undefined;
}

/**
 * How well letters fit a name: 1 from its beginning, 3 within, undefined not at all. Each sign may be written by its
 * first letter, its initial (zh) or its whole syllable; the last one as far as it has been typed.
 */
export function pinyinRank(name: Syllables, letters: string): 1 | 3 | undefined {
  for (let start = 0; start < name.length; start++) {
    // One letter within a name fits nearly all.
    if (start > 0 && letters.length < 2) break;
    if (name[start]?.length && fits(name, start, letters)) return start === 0 ? 1 : 3;
  }
  return undefined;
}

function fits(name: Syllables, at: number, letters: string): boolean {
  if (letters === '') return true;
  const syllables = name[at];
  if (!syllables) return false;
  if (syllables.length === 0) return fits(name, at + 1, letters);
  return syllables.some((syllable) => {
    if (syllable.startsWith(letters)) return true;
    const initial = /^[zcs]h/u.test(syllable) ? 2 : 1;
    return [...new Set([syllable.length, initial, 1])].some(
      (length) => letters.startsWith(syllable.slice(0, length)) && fits(name, at + 1, letters.slice(length)),
    );
  });
}
