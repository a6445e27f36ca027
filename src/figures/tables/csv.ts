import { csvText, MARK, type WrittenColumn } from '../../formats/csv-write.ts';
import { headingOf } from './printed.ts';
import { numberOf, type DataTable, type TableCell } from './table.ts';

type Row = readonly TableCell[];

/** The data alone: numbers with every digit, an empty cell where undefined; texts that a spreadsheet would run are guarded. */
export function tableCsv({ columns, rows, language }: DataTable): string {
  return (
    MARK +
    csvText(
      columns.flatMap((column, k): WrittenColumn<Row>[] => {
        const cell = (row: Row): string => written(row[k] ?? '');
        // A column of numbers may hold a text, which is guarded like any other.
        const hasTexts = column.kind === 'text' || rows.some((row) => isText(row[k]));
        return [{ header: headingOf(column, language), kind: hasTexts ? 'text' : 'number', cell }];
      }),
      rows,
    )
  );
}

function isText(cell: TableCell | undefined): boolean {
  return typeof cell === 'string' && cell !== '';
}

function written(cell: TableCell): string {
  if (typeof cell === 'string') return cell;
  const value = numberOf(cell);
  return value === null || value === undefined ? '' : String(value);
}
