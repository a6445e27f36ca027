/** What stands in a finished figure, to be set into another one. */
export interface Nested {
  /** Its groups; ids bear the letter. */
  readonly content: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/**
 * The drawing of a figure of ours without its ground and what it says of itself. Figures on one page may have the same
 * ids: each has its letter added. Texts hold no quotation marks that are not written as entities, so what is replaced here
 * is always an attribute.
 */
export function nested(svg: string, letter: string): Nested {
  const [, width = '0', height = '0'] = /<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
  const start = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  const content = svg
    .slice(start, svg.lastIndexOf('</svg>'))
    .replace(/<(title|desc|metadata)\b[^>]*>[\s\S]*?<\/\1>\n?/gu, '')
    .replace(/<rect id="background"[^>]*\/>\n?/gu, '')
    .replace(/ id="([^"]+)"/gu, ` id="$1-${letter}"`)
    .replace(/="url\(#([^)"]+)\)"/gu, `="url(#$1-${letter})"`)
    .trim();
  return { content, width: Number(width), height: Number(height) };
}
