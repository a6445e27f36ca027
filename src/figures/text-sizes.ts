/** The smallest and the largest letters of a figure, in points; null where it has no text. */
export function textSizes(svg: string): { readonly least: number; readonly most: number } | null {
  const sizes = [...svg.matchAll(/ font-size="([\d.]+)"/gu)].map(([, size]) => Number(size));
  return sizes.length === 0
    ? null
    : { least: sizes.reduce((a, b) => Math.min(a, b)), most: sizes.reduce((a, b) => Math.max(a, b)) };
}
