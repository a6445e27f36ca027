import type { NoteBook } from './note-book.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';
import { parseNumber, type Decimal } from './text.ts';

/**
 * An adjacency matrix as a list of ties: a row's name gives, a column's name receives, a cell that is not 0 is the
 * weight. A symmetric matrix gives each pair once, as a mutual tie.
 */
export function tiesOfMatrix(
  matrix: Table,
  decimal: Decimal,
  notes: NoteBook,
): { readonly ties: Table; readonly symmetric: boolean; readonly names: readonly string[] } {
  const across = matrix.columns.slice(1).map((column) => column.name.trim());
  const cells = new Map<string, { row: Row; source: string; target: string; cell: Cell }>();
  for (const row of matrix.rows) {
    const source = cellText(row.cells[0]).trim();
    for (const [index, target] of across.entries()) {
      const cell = row.cells[index + 1];
      if (!isBlank(cell) && numberOf(cell, decimal) !== 0)
        cells.set(JSON.stringify([source, target]), { row, source, target, cell });
    }
  }
  const symmetric =
    cells.size > 0 &&
    [...cells.values()].every(({ source, target, cell }) => {
      const back = cells.get(JSON.stringify([target, source]));
      return back !== undefined && numberOf(back.cell, decimal) === numberOf(cell, decimal);
    });
  const direction = symmetric ? 'mutual' : 'one-way';
  const rows: Row[] = [];
  const done = new Set<string>();
  for (const { row, source, target, cell } of cells.values()) {
    if (symmetric && done.has(JSON.stringify([target, source])) && source !== target) continue;
    done.add(JSON.stringify([source, target]));
    rows.push({ at: row.at, cells: [source, target, cell, direction] });
  }
  notes.total('info', 'matrix', cells.size, {
    en: symmetric
      ? `The matrix has ${cells.size} cells that are not 0 and is symmetric: each pair became one mutual tie.`
      : `The matrix has ${cells.size} cells that are not 0: each became a tie from its row to its column.`,
    zh: symmetric
      ? `矩阵有 ${cells.size} 个非零单元格且对称：每对主体读为一条双向关系。`
      : `矩阵有 ${cells.size} 个非零单元格：每格读为一条由行指向列的关系。`,
  });
  return {
    ties: {
      name: matrix.name,
      place: matrix.place,
      holds: 'ties',
      columns: ['source', 'target', 'weight', 'direction'].map((name) => ({ name })),
      rows,
    },
    symmetric,
    names: [...new Set([...matrix.rows.map((row) => cellText(row.cells[0]).trim()), ...across])].filter(
      (name) => name !== '',
    ),
  };
}

function numberOf(cell: Cell, decimal: Decimal): number | undefined {
  return typeof cell === 'number' ? cell : parseNumber(cellText(cell), decimal);
}
