/** Sizes of letters in points. */
export interface TextSizes {
  readonly least: number;
  readonly most: number;
}

const PANEL = /<g id="panel">[^]*?<\/g>/u;
const SIZE = / font-size="([\d.]+)"/gu;

/**
 * The smallest and the largest letters that a figure really has, read from the file itself; null where it has no text.
 * The letter of its panel is left out: journals have a rule of their own for it.
 */
export function textSizes(svg: string): TextSizes | null {
  let [least, most] = [Infinity, -Infinity];
  for (const [, size] of svg.replace(PANEL, '').matchAll(SIZE)) {
    least = Math.min(least, Number(size));
    most = Math.max(most, Number(size));
  }
  return least <= most ? { least, most } : null;
}
