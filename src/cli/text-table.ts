/** Columns of a text for a terminal, two spaces apart. */
export function textTable(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
): string {
  const widths = sides.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  return rows
    .map((row) =>
      sides
        .map((side, column) => {
          const cell = row[column] ?? '';
          const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
          return side === 'left' ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** In columns of a terminal, where a Chinese character takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += WIDE.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000 ? 2 : 1;
  return width;
}
