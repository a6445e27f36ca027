import type { FigureChoices } from '../figure-kind.ts';

/** The fewest rows that are drawn for want of room. */
const FEWEST = 3;

/** The rows that were asked for, or as many as usual; where only the height is given, as many of these as fit. */
export function fittingRows(
  { most, heightMm }: Pick<FigureChoices, 'most' | 'heightMm'>,
  usual: number,
  draw: (rows: number) => string,
): string {
  const all = draw(most ?? usual);
  if (most !== undefined || heightMm === undefined || heightOf(all) <= heightMm) return all;
  // More rows are never less high: halvings find the most that fit.
  let [fits, tooMany, found] = [FEWEST, Math.max(FEWEST + 1, usual), draw(FEWEST)];
  while (tooMany - fits > 1) {
    const tried = Math.floor((fits + tooMany) / 2);
    const svg = draw(tried);
    if (heightOf(svg) <= heightMm) [fits, found] = [tried, svg];
    else tooMany = tried;
  }
  return found;
}

function heightOf(svg: string): number {
  return Number(/<svg[^>]*? height="([\d.]+)mm"/u.exec(svg)?.[1] ?? 0);
}
