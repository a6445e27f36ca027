/** A panel's letter: journals give it a size of its own. */
const PANEL_LETTER = /<text[^>]* font-weight="bold"[^>]*>[a-z]\d?<\/text>/gu;

/** The smallest and the largest letters of a figure, those of its panels left out, in points; null where it has no text. */
export function textSizes(svg: string): { readonly least: number; readonly most: number } | null {
  const sizes = [...svg.replace(PANEL_LETTER, '').matchAll(/ font-size="([\d.]+)"/gu)].map(([, size]) =>
    Number(size),
  );
  return sizes.length === 0
    ? null
    : { least: sizes.reduce((a, b) => Math.min(a, b)), most: sizes.reduce((a, b) => Math.max(a, b)) };
}
