/** What Excel takes for the name of a sheet: at most 31 characters. */
const LONGEST = 31;

/** A name for each title that Excel takes: without the signs that it refuses, and none twice. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^['\s]+|['\s]+$/gu, '');
    // Excel keeps the name History for itself.
    const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain} 1`.trim() : plain;
    let name = cut(base, LONGEST);
    for (let k = 2; taken.has(name.toLowerCase()); k++) {
      const ending = ` (${k})`;
      name = `${cut(base, LONGEST - ending.length)}${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many UTF-16 units, with no character cut in two. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.replace(/['\s]+$/u, '');
}
