/** A block of cells as spreadsheets exchange it: tabs between cells, lines between rows. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\r\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads what a spreadsheet put on the clipboard; a last line break ends the last row and adds none. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const ends = /\t|\r\n|\r|\n/gu;
  while (at <= text.length) {
    if (at === text.length && row.length === 0 && rows.length > 0) break;
    let cell: string;
    const whole = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\r|\n|$)/u.exec(text.slice(at)) : null;
    if (whole) {
      cell = (whole[1] ?? '').replaceAll('""', '"');
      at += whole[0].length;
    } else {
      ends.lastIndex = at;
      const end = ends.exec(text)?.index ?? text.length;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] !== '\t') {
      rows.push(row);
      row = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    } else at += 1;
  }
  return rows;
}
