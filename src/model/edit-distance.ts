/** The fewest single-character changes from one text to the other, neighbours exchanged counting once; `most` + 1 if more. */
export function editDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]];
  const beyond = most + 1;
  if (Math.abs(from.length - to.length) > most) return beyond;
  let above: number[] = [];
  let row = to.map((_, j) => j);
  row.push(to.length);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min(
        (row[j] ?? beyond) + 1,
        (next[j - 1] ?? beyond) + 1,
        (row[j - 1] ?? beyond) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (above[j - 2] ?? beyond) + 1);
      next.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return beyond;
    above = row;
    row = next;
  }
  return Math.min(row[to.length] ?? beyond, beyond);
}
