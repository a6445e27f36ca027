import { decimalsFor, type Shown } from '../../metrics/format.ts';
import { attributes, escaped } from '../svg.ts';
import { numberOf, type TableCell, type TableColumn } from './table.ts';

/** Of formats of one's own; those below are Excel's. */
const FIRST_FORMAT = 164;

const PLAIN = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 } as const;

/** The styles of the cells of a workbook, collected while its sheets are written. */
export class SheetStyles {
  /** Numbers of styles: the standard is 0. */
  readonly head = 1;
  readonly quoted = 2;
  readonly wrapped = 3;
  readonly #formats: string[] = [];

  /** Which style each cell of a column has: as many decimals as on paper, whatever the digits of the value. */
  ofColumn({ shown }: TableColumn, cells: readonly (TableCell | undefined)[]): (cell: TableCell) => number {
    const whole =
      shown &&
      this.#styleOf(
        shown,
        cells.map((cell) => numberOf(cell) ?? null),
      );
    return (cell) => {
      if (typeof cell === 'object' && cell !== null) return this.#styleOf(cell, [cell.value]);
      return whole ?? 0;
    };
  }

  #styleOf(shown: Shown, values: readonly (number | null)[]): number {
    const decimals = decimalsFor(values, shown);
    const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
    const format = shown.style === 'share' ? `${digits}%` : digits;
    let place = this.#formats.indexOf(format);
    if (place < 0) place = this.#formats.push(format) - 1;
    return this.wrapped + 1 + place;
  }

  /** `xl/styles.xml`; to be asked for when all sheets are written. */
  xml(): string {
    const formats = this.#formats
      .map((code, k) => `<numFmt numFmtId="${FIRST_FORMAT + k}" formatCode="${escaped(code)}"/>`)
      .join('');
    const xf = (more: Readonly<Record<string, number>> = {}, inside = ''): string =>
      `<xf${attributes({ ...PLAIN, ...more })}${inside === '' ? '/>' : `>${inside}</xf>`}`;
    const cells = [
      xf(),
      xf({ fontId: 1, applyFont: 1 }),
      xf({ quotePrefix: 1 }),
      xf({ applyAlignment: 1 }, '<alignment vertical="top" wrapText="1"/>'),
      ...this.#formats.map((_, k) => xf({ numFmtId: FIRST_FORMAT + k, applyNumberFormat: 1 })),
    ];
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats === '' ? '' : `<numFmts count="${this.#formats.length}">${formats}</numFmts>`,
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
