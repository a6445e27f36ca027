import type { NumberPaletteId } from '../model/appearance.ts';
import { fromOklch } from './oklch.ts';
import { mix, type Theme } from './palette.ts';

/** Every 17th of 256 colours: what lies between differs from a straight mixture by less than can be seen. */
function stopsOf(digits: string): readonly string[] {
  return (digits.match(/.{6}/g) ?? []).map((colour) => `#${colour}`);
}

/** Van der Walt & Smith (2015), CC0. */
const VIRIDIS = stopsOf(
  '440154481a6c472f7d41448739568c31688e2a788e23888e1f988b22a88435b77954c5687ad151a5db36d2e21bfde725',
);

/** Nuñez, Anderton & Renslow (2018). */
const CIVIDIS = stopsOf(
  '00204c002c6a0e376d31446b45506b565c6c666870757575848178958f78a69c75b8ab70cab969ddc95ff0d951ffe945',
);

/** On dark ground a published scale begins here, or its darkest part would be lost. */
const DARK_BEGIN = 0.2;

/**
 * The colour of a number at `part` (0 to 1) of its scale. More is always farther from the ground: darker on paper, lighter
 * on dark, so on paper a published scale runs from its light end.
 */
export function sequential(part: number, theme: Theme, palette: NumberPaletteId = 'even'): string {
  const at = Math.max(0, Math.min(1, part));
  const light = theme === 'light' ? 1 - at : at;
  if (palette === 'even') return even(light, theme);
  if (palette === 'grey')
    return fromOklch([theme === 'light' ? 0.25 + 0.63 * light : 0.45 + 0.5 * light, 0, 0]);
  const stops = palette === 'viridis' ? VIRIDIS : CIVIDIS;
  return between(stops, theme === 'light' ? light : DARK_BEGIN + (1 - DARK_BEGIN) * light);
}

/** From violet over blue and green to yellow, even in lightness as viridis is, and seen on either ground. */
function even(towardsYellow: number, theme: Theme): string {
  const lightness = theme === 'light' ? 0.32 + 0.56 * towardsYellow : 0.42 + 0.5 * towardsYellow;
  const hue = 300 - 195 * towardsYellow;
  const chroma = 0.11 + 0.05 * towardsYellow;
  return fromOklch([lightness, chroma, hue]);
}

function between(stops: readonly string[], at: number): string {
  const place = at * (stops.length - 1);
  const first = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[first] ?? '', stops[first + 1] ?? '', place - first);
}
