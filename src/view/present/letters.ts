/** At 1080 lines, as on most projectors. In pixels. */
const AT_1080 = 24;
const LEAST = 17;

/** How high letters are at least on a screen that a room looks at. In pixels. */
export function roomLetters(width: number, height: number): number {
  return Math.max(LEAST, (AT_1080 * Math.min(height, (width * 9) / 16)) / 1080);
}
