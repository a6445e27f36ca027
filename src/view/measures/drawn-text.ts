import { textWidth } from '../../scene/text.ts';

const SIZE = 12;
const MOST_KEPT = 5000;

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How wide a text of 12 px is in the fonts of this screen, in px: the figures' table knows only fonts of print. */
export function drawnWidth(text: string, bold = false): number {
  const key = bold ? `\n${text}` : text;
  let width = widths.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (!context) return textWidth(text, SIZE, bold);
    context.font = `${bold ? '650 ' : ''}${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
    width = context.measureText(text).width;
    if (widths.size < MOST_KEPT) widths.set(key, width);
  }
  return width;
}

/** As much of a text as has room, with an ellipsis where it is cut. */
export function drawnWithin(text: string, room: number): string {
  if (drawnWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && drawnWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
