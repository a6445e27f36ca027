import { MUTED_INK } from './detail-page.ts';
import { attributes, polygonElement } from './svg.ts';

/** What is good and what is a concern, on paper. */
export const TONES = { good: '#1c6e3d', neutral: MUTED_INK, concern: '#8a5300' } as const;
export type Tone = keyof typeof TONES;

/** A tone is told by a mark as well as by its colour, 0.8 letters wide; nothing for a neutral one. */
export function toneMark(tone: Tone, x: number, baseline: number, font: number): string {
  const fill = TONES[tone];
  if (tone === 'neutral') return '';
  if (tone === 'good')
    return `<circle${attributes({ cx: x + font * 0.4, cy: baseline - font * 0.36, r: font * 0.36, fill })}/>`;
  const corners = [
    [x + font * 0.4, baseline - font * 0.75],
    [x + font * 0.8, baseline],
    [x, baseline],
  ] as const;
  return polygonElement(corners, attributes({ fill }));
}
