import { unknownLetters, type Face } from './runs.ts';

/**
 * Which letters the fonts of a PDF have, so that what they lack is told before a font is fetched: ranges of code points, each
 * as its distance from the end of the one before and how far it reaches beyond its first, to base 36. A test holds them
 * against the fonts and says what to write here when these change.
 */
const ARIMO =
  '0 d j.2m y.k7 3.5 5.6 2 2.j 2.b0 2q.1i 9.q 6.4 43g.e ci.8 3c.6t 6.7u 3.5 3.11 3.5 3.7 2 2 2 2.u ' +
  '3.1g 2.e 2.d 3.5 2.i 3.2 2.8 2.2s 2.b 3.q 2.c 4.u 1e g.27 4.1 7.3 12 c.5 j 2i 4 9 2.1 3 4.1 4.1 a ' +
  '2 t o.1 3.1 4d e g.1 db 2 a 4 4 4 4 8 8 8 8 k.s k 4 4 4 4.3 d.1 9.2 6 8 2 8 6.2 3 9.1 d 2c.2 4 2 u ' +
  '3 2.1 4.1 4 169.v 9t.2q npa.2n 3c.47 2.7 1s.8 mp.1h djw.1 3 5.4 25v.3 p.p 2.4 2 2.1 2.1 2.9 k1.f ' +
  '5s 71.1';

const NOTO_SANS_SC =
  'w.2m y.2r d.3 7.1 d.3 o.1 3.1 4.3 3.1 l.5 11 e.1 e.1 t.f s.1 2g g 2i c 2.2 e h.1 l.1 3 3 5 3p.g ' +
  '2.6 8.o 1k f.1r 2 54d.1 2p.2h 7d.1 d.6 2.2 2.2 2.2 3.2 9 2.1 2 4.3 6 5.2 8 z 1h 2.1 1d.1 y 3 2 4.1 ' +
  '5 4 3 b.1 4.1 4 3 7 6 11.b 5.b l.9 v.1 b.2 5.1 4 2 2 i.3 c b 2.1 2.6 4 2.2 2 5 3.3 3 2.9 6.3 6 6 2 ' +
  '3 4 k.2 2.3 3.1 3.1 3.1 3.1 b.5 3.1 a.4 7 5 q r.1 k m.2 b 6 h.1 3q.1 d.e 2 c.1 20 1p.97 6.2 3.1 ' +
  '5.1 3.1 5.1 2.3 2.5 f.4 9 h.3 2.1 3 5.1 7.1 5.3 g h.2 u.f 3.b z t.1 1w h 7 z 2.1 m w.t e b7.1 3u ' +
  '1n.1 7e.2 j 3f it.1 1x.p 2.2g d.5x r.b 5.1r 2.2d 3.2u 6.16 2.1e 2.15 2.17 5.z d.1a 2.7f 2.58o ' +
  '23.g6n hld.3 2.1 5.1 9 2.3 7 b.1 2 2.4 2.3 9 4.3 4 4.1 b 4.5 7 4 2 2 3.2 3.2 4.1 5.2 2 5 2 3 m 5 4 ' +
  '4 2.1 2 5.1 a 8.1 3.4 2.2 3 2 8 3.1 5 3 2 3 3.3 2 2.3 2 2.1 4 7.2 2.1 3.2 6 4.2 2.1 2 d 2 2 i.1 ' +
  '4i.4 lo.9 n.y 2.i 2.3 46.4e 2.t 4.5 3.5 3.5 3.2 4.6 2.6 1bma.c 4.2k 4.1o 2c.2 e.17 5.8 8.1 2t2 2 ' +
  '1v 48 xw 26 196 1ca 3d ck 3w8 2f0 1cc.1 az rf g 1cr 6q 12 3g 24 221 1c 1y 10v sg ne h8 dl 7a d1 ej ' +
  '5h 2hd 16l 7c 1u sv hc t 97 o9 72 8 2 3 cb 3u 1k6 b5 1gu 5 9 1n5 7y s 7t 6 y 11m at.1 f.1 51 7n 2r ' +
  'c 3 b 3r c 3 26 3q 8 7 3 k.1 14 3c.1 4 1g d 14.1 9.2 2 2 2x.1 n 1s 58 s x j 3 a 4 i 4c en 48 3 q 7 ' +
  '48 9o g 34 1e e8.1 3j x 7f 4 w 3n c s 37 1w 6 3 84 c 3 4r 5t 5 9 8 2.2 2 j 8.1 69 3 34 y 1o 64 5 3 ' +
  'i k 3 j 6d c 33 18 3k 4.1 3 7.1 2 4 2 9 4 c.1 9 5 3 3 4 3 2 4 1h e.1 e 3s 9 46.1 7 2 3.1 7 3l 2 ' +
  '2.1 f.1 8 5.1 13 1v 2 9 3 4 2a c b 1bl 6yo 1e 4dj.1 b2';

function faceFrom(written: string): Face {
  const letters = new Set<number>();
  let end = 0;
  for (const range of written.split(' ')) {
    const [gap = '', more = '0'] = range.split('.');
    const first = end + parseInt(gap, 36);
    end = first + parseInt(more, 36);
    for (let letter = first; letter <= end; letter++) letters.add(letter);
  }
  return letters;
}

let faces: readonly [latin: Face, chinese: Face] | undefined;

/** The two Latin fonts, which have the same letters, and the Chinese one. */
export function pdfFaces(): readonly [latin: Face, chinese: Face] {
  return (faces ??= [faceFrom(ARIMO), faceFrom(NOTO_SANS_SC)]);
}

/** No font is asked for these. */
const PLAIN = /^[ -~]*$/u;
const TEXT = /<text\b([^>]*)>([\s\S]*?)<\/text>/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** How many letters of a figure of ours (an SVG string) have no glyph in the fonts of a PDF: each becomes a box there. */
export function lettersWithoutGlyph(svg: string): number {
  let count = 0;
  for (const [, attributes = '', content = ''] of svg.matchAll(TEXT)) {
    // A halo surrounds letters that are counted where they are filled.
    if (PLAIN.test(content) || attributes.includes('fill="none"')) continue;
    for (const line of content.split('</tspan>')) {
      const text = line
        .replace(/<[^>]*>/gu, '')
        .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => ENTITIES[name] ?? '');
      count += unknownLetters(text, pdfFaces());
    }
  }
  return count;
}
