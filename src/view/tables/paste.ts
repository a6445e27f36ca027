import { problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import type { RecordEdit } from '../../model/commands/edit-cells.ts';
import type { Column } from './columns.ts';

/**
 * What pasting a block of cells at a cell changes: row by row, computed columns passed over, equal cells left alone.
 * A block that does not fit or a cell that cannot be read stops the whole.
 */
export function blockEdits<R extends { readonly id: string }, C>(
  rows: readonly R[],
  columns: readonly Column<R, C>[],
  at: { readonly row: number; readonly column: number },
  block: readonly (readonly string[])[],
  merge: (first: C, second: C) => C,
): Result<readonly RecordEdit<C>[]> {
  const left = rows.length - at.row;
  if (block.length > left)
    return failed(
      problem('paste-rows', {
        en: `The copied block has ${block.length} rows, but from here on the table has only ${left}. Nothing was changed. Paste higher up, or add actors through “Open”.`,
        zh: `复制的内容有 ${block.length} 行，而从此处起表中只有 ${left} 行，未作更改。请在更靠上的位置粘贴，或通过“打开”添加主体。`,
      }),
    );
  const most = Math.max(0, ...block.map((cells) => cells.length));
  const across = columns.length - at.column;
  if (most > across)
    return failed(
      problem('paste-columns', {
        en: `The copied block has ${most} columns, but from here on the table has only ${across}. Nothing was changed. Paste further left.`,
        zh: `复制的内容有 ${most} 列，而从此处起表中只有 ${across} 列，未作更改。请在更靠左的位置粘贴。`,
      }),
    );
  const edits: RecordEdit<C>[] = [];
  for (const [down, cells] of block.entries()) {
    const row = rows[at.row + down];
    if (!row) continue;
    let changes: C | undefined;
    for (const [right, typed] of cells.entries()) {
      const column = columns[at.column + right];
      if (!column?.read || typed === column.text(row)) continue;
      const read = column.read(typed);
      if (!read.ok) {
        const { code, message } = read.problem;
        return failed(
          problem(code, {
            en: `Row ${down + 1}, ${column.title}: ${message.en} Nothing was changed.`,
            zh: `第 ${down + 1} 行，${column.title}：${message.zh}未作更改。`,
          }),
        );
      }
      changes = changes === undefined ? read.value : merge(changes, read.value);
    }
    if (changes !== undefined) edits.push({ id: row.id, changes });
  }
  return ok(edits);
}

/** The keys of a record that hold several values, each changed on its own. */
const GROUPS = ['fields', 'supply', 'demand'] as const;
type WithGroups = { readonly [G in (typeof GROUPS)[number]]?: Readonly<Record<string, unknown>> };

/** Changes of two cells of one record, together. */
export function mergedChanges<C extends object>(first: C & WithGroups, second: C & WithGroups): C {
  const merged = { ...first, ...second };
  for (const group of GROUPS)
    if (first[group] && second[group])
      Object.assign(merged, {
        [group]: Object.fromEntries([...Object.entries(first[group]), ...Object.entries(second[group])]),
      });
  return merged;
}

/** What writing one text into a column of several rows changes; cells that hold it already are left alone. */
export function fillEdits<R extends { readonly id: string }, C>(
  rows: readonly R[],
  column: Column<R, C>,
  typed: string,
): Result<readonly RecordEdit<C>[]> {
  const changed = rows.filter((row) => column.draft(row) !== typed);
  const read = column.read?.(typed);
  if (!read) return ok([]);
  return read.ok ? ok(changed.map(({ id }) => ({ id, changes: read.value }))) : read;
}
