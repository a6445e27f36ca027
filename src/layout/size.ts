/** How large an actor is drawn, in map units. */
export interface ActorSize {
  readonly radius: number;
  readonly labelWidth: number;
  /** Includes the gap between mark and label. */
  readonly labelHeight: number;
}

const FONT = 12;
const LINE = 1.2 * FONT;
const LABEL_WRAP = 108;
const LABEL_GAP = 3;

/** Wide scripts take a full em a character: CJK, kana, hangul and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * The size of an actor by its label and its number of ties, for when nothing has measured the text: 12 units high, an
 * em a wide character and 0.56 em any other, wrapped at 108 units to three lines at most.
 */
export function estimatedSize(label: string, degree = 0): ActorSize {
  let width = 0;
  // No label that fits three lines is longer than this; a label of many kilobytes is not read to its end.
  for (const character of label.slice(0, 80))
    width += character > '\u10ff' && WIDE.test(character) ? FONT : 0.56 * FONT;
  const lines = Math.min(3, Math.ceil(width / LABEL_WRAP));
  return {
    radius: Math.min(26, 10 + 2.2 * Math.sqrt(degree)),
    labelWidth: lines > 1 ? LABEL_WRAP : width,
    labelHeight: lines > 0 ? LABEL_GAP + lines * LINE : 0,
  };
}
