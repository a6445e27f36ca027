/** Sizes of letters in points. */
export interface TextSizes {
  readonly least: number;
  readonly most: number;
}

/** Letters of panels: journals give them a size of their own. */
const OWN_PANEL = /<g id="panel">[^]*?<\/g>/gu;
const PANEL_LETTER = /<text[^>]* font-weight="bold"[^>]*>[a-z]\d?<\/text>/gu;
const SIZE = / font-size="([\d.]+)"/gu;

/**
 * The smallest and the largest letters that a figure really has, read from the file itself, those of its panels left
 * out; null where it has no text.
 */
export function textSizes(svg: string): TextSizes | null {
  let [least, most] = [Infinity, -Infinity];
  for (const [, size] of svg.replace(OWN_PANEL, '').replace(PANEL_LETTER, '').matchAll(SIZE)) {
    least = Math.min(least, Number(size));
    most = Math.max(most, Number(size));
  }
  return least <= most ? { least, most } : null;
}
