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
const LABEL_GAP = 4.5;

/** Wide scripts take a full em a character: CJK, kana, hangul and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * The size of an actor by its label and its share of the largest number of ties, for when nothing has measured it. Text
 * is 12 units high, an em a wide character and 0.56 em any other, wrapped at 108 units to three lines at most.
 */
export function estimatedSize(label: string, share = 0.25): ActorSize {
  let widest = 0;
  let line = 0;
  let word = 0;
  let lines = label === '' ? 0 : 1;
  // No label that fits three lines is longer than this; a label of many kilobytes is not read to its end.
  for (const character of label.slice(0, 80)) {
    const wide = character > '\u10ff' && WIDE.test(character);
    const width = wide ? FONT : 0.56 * FONT;
    if (line > 0 && line + word + width > LABEL_WRAP) {
      lines++;
      line = 0;
    }
    word += width;
    widest = Math.max(widest, Math.min(LABEL_WRAP, line + word));
    // A line may break after a space, and after any wide character.
    if (wide || character === ' ') {
      line += word;
      word = 0;
    }
  }
  lines = Math.min(3, lines);
  return {
    radius: 12 + 23 * Math.sqrt(share),
    labelWidth: widest,
    labelHeight: lines > 0 ? LABEL_GAP + lines * LINE : 0,
  };
}
