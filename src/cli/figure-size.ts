/** Width and height of a figure as it says itself, in mm. */
export function figureSize(svg: string): readonly [width: number, height: number] {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)mm" height="([\d.]+)mm"/u.exec(svg) ?? [];
  return [Number(width), Number(height)];
}
