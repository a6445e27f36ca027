/** Colours as numbers: `#rrggbb`, bytes of sRGB, linear light (IEC 61966-2-1). */

export type Triple = readonly [number, number, number];

/** Bytes of red, green and blue; a middle grey for what is no `#rrggbb`. */
export function channels(hex: string): Triple {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? parseInt(hex.slice(1), 16) : 0x7f7f7f;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Rounded, and cut to what a screen can show. */
export function toHex(red: number, green: number, blue: number): string {
  const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
  return `#${((1 << 24) | (byte(red) << 16) | (byte(green) << 8) | byte(blue)).toString(16).slice(1)}`;
}

/** A byte of sRGB as linear light, 0 to 1. */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Linear light as a byte of sRGB, not rounded. */
export function gamma(value: number): number {
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}

export function linearChannels(hex: string): Triple {
  const [red, green, blue] = channels(hex);
  return [linear(red), linear(green), linear(blue)];
}

/** Relative luminance as WCAG 2 has it, 0 to 1. */
export function luminance(hex: string): number {
  const [red, green, blue] = linearChannels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
