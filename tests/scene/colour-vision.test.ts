import { describe, expect, it } from 'vitest';
import { DEFICIENCIES, greyOf, MATRICES, seenAs } from '../../src/scene/colour-vision.ts';
import { luminance } from '../../src/scene/rgb.ts';

describe('seeing with colour blindness', () => {
  it('leaves greys as they are, since each row of a matrix adds up to 1', () => {
    for (const kind of DEFICIENCIES) {
      for (const row of MATRICES[kind]) expect(row[0] + row[1] + row[2]).toBeCloseTo(1, 5);
      for (const grey of ['#000000', '#333333', '#7f7f7f', '#ffffff']) expect(seenAs(grey, kind)).toBe(grey);
    }
  });

  it('takes red and green together for those who lack long- or middle-wave cones, blue and green for the third', () => {
    // Each is told from the other by one kind of cone alone.
    const redness = (colour: string): number =>
      parseInt(colour.slice(1, 3), 16) - parseInt(colour.slice(3, 5), 16);
    for (const kind of ['protanopia', 'deuteranopia'] as const) {
      expect(redness(seenAs('#ff0000', kind))).toBeLessThan(60);
      expect(redness('#ff0000')).toBe(255);
    }
    const blueness = (colour: string): number =>
      Math.abs(parseInt(colour.slice(5, 7), 16) - parseInt(colour.slice(3, 5), 16));
    expect(blueness(seenAs('#0000ff', 'tritanopia'))).toBeLessThan(60);
  });

  it('stays within what a screen can show, to the bit', () => {
    for (const kind of DEFICIENCIES)
      for (const colour of ['#ff0000', '#00ff00', '#0000ff', '#00ffff', '#ff00ff', '#ffff00']) {
        expect(seenAs(colour, kind)).toMatch(/^#[0-9a-f]{6}$/);
        expect(seenAs(colour.toUpperCase(), kind)).toBe(seenAs(colour, kind));
      }
  });

  it('prints a colour as the grey that is as light', () => {
    for (const colour of ['#0072b2', '#e69f00', '#f0e442', '#332288']) {
      const grey = greyOf(colour);
      expect(grey).toMatch(/^#([0-9a-f]{2})\1\1$/);
      expect(Math.abs(luminance(grey) - luminance(colour))).toBeLessThan(0.005);
    }
  });
});
