import { gamma, linearChannels, toHex, type Triple } from './rgb.ts';

/** Ottosson (2020): lightness 0-1, then how green to red and how blue to yellow; even to the eye. */
type Oklab = Triple;

/** Lightness 0-1, chroma 0-0.4, hue in degrees. */
type Oklch = readonly [lightness: number, chroma: number, hue: number];

export function toOklab(hex: string): Oklab {
  const [red, green, blue] = linearChannels(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

export function toOklch(hex: string): Oklch {
  const [lightness, a, b] = toOklab(hex);
  return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
}

function linearRgb([lightness, chroma, hue]: Oklch): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The colour, with as much of its chroma as a screen can show. */
export function fromOklch([lightness, chroma, hue]: Oklch): string {
  const shown = (tried: number): boolean =>
    linearRgb([lightness, tried, hue]).every((value) => value >= -1e-4 && value <= 1 + 1e-4);
  let low = 0;
  let high = chroma;
  if (shown(chroma)) low = chroma;
  else {
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2;
      if (shown(middle)) low = middle;
      else high = middle;
    }
  }
  const [red, green, blue] = linearRgb([lightness, low, hue]);
  return toHex(gamma(Math.max(0, red)), gamma(Math.max(0, green)), gamma(Math.max(0, blue)));
}

/** How far apart two colours are: straight in Oklab, from 0 to 1 (black to white); 0.02 is just seen side by side. */
export function colourDistance(first: string, second: string): number {
  return labDistance(toOklab(first), toOklab(second));
}

export function labDistance(a: Oklab, b: Oklab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
