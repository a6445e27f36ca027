import type { FigureChoices } from '../figure-kind.ts';

/** Rows that are tried, from many to few. */
const ROWS = [40, 30, 25, 20, 16, 13, 10, 8, 6, 5, 4, 3] as const;

/** The rows that were asked for, or as many as usual; where only the height is given, fewer until they fit. */
export function fittingRows(
  { most, heightMm }: Pick<FigureChoices, 'most' | 'heightMm'>,
  usual: number,
  draw: (rows: number) => string,
): string {
  let svg = draw(most ?? usual);
  if (most !== undefined || heightMm === undefined) return svg;
  for (const rows of ROWS) {
    if (heightOf(svg) <= heightMm) break;
    if (rows < usual) svg = draw(rows);
  }
  return svg;
}

function heightOf(svg: string): number {
  return Number(/<svg[^>]*? height="([\d.]+)mm"/u.exec(svg)?.[1] ?? 0);
}
