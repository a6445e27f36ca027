import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/cli/finish.ts';
import type { FigureMetadata } from '../../src/figures/metadata.ts';
import { figureMetadata } from '../../src/figures/methods/methods.ts';
import { networkFigure } from '../../src/figures/network-figure.ts';
import { pngTexts, withTexts } from '../../src/figures/png-texts.ts';
import { withSvgMetadata } from '../../src/figures/svg-metadata.ts';
import { readXml } from '../../src/formats/xml.ts';
import { sceneOf } from '../scene/maps.ts';
import { methodsIn, SMALL } from './paper-maps.ts';

const METADATA = figureMetadata('A <b> & "c" 金华', methodsIn(SMALL), 'en');

/** The text of each element, by its name. */
function textsOf(svg: string): ReadonlyMap<string, string> {
  const open: string[] = [];
  const texts = new Map<string, string>();
  const read = finish(
    readXml(svg, {
      open: (name) => open.push(name),
      close: () => open.pop(),
      text: (text) => texts.set(open.at(-1) ?? '', `${texts.get(open.at(-1) ?? '') ?? ''}${text}`),
    }),
  );
  expect(read.ok).toBe(true);
  return texts;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
  chunk('IEND', Buffer.alloc(0)),
]);

describe('a figure says how it was made', () => {
  test('in SVG, which stays well-formed and draws the same', () => {
    const plain = networkFigure(sceneOf(SMALL), { widthMm: 89, labels: 'auto', title: 'A' });
    const svg = withSvgMetadata(plain, METADATA);
    expect(svg.replace(/<metadata>[\s\S]*<\/metadata>\n/u, '')).toBe(plain);
    const texts = textsOf(svg);
    expect(texts.get('description')).toBe(METADATA.methods);
    expect(JSON.parse(texts.get('parameters') ?? '')).toEqual(JSON.parse(METADATA.parameters));
    expect(svg).toContain('<dc:title>A &lt;b&gt; &amp; &quot;c&quot; 金华</dc:title>\n<dc:creator/>');
  });

  test('in PNG, in chunks before the picture with right checksums', () => {
    const png = Buffer.from(withTexts(PNG, pngTexts(METADATA), METADATA.language));
    const found = new Map<string, string>();
    const types: string[] = [];
    for (let at = 8; at < png.length;) {
      const end = at + 8 + png.readUInt32BE(at);
      expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
      types.push(png.toString('latin1', at + 4, at + 8));
      const [keyword = '', , , , , , ...rest] = png.toString('utf8', at + 8, end).split('\0');
      if (types.at(-1) === 'iTXt')
        found.set(
          keyword,
          rest.join('\0') ||
            (png
              .toString('utf8', at + 8, end)
              .split('\0')
              .at(-1) ??
              ''),
        );
      at = end + 4;
    }
    expect(types).toEqual(['IHDR', 'iTXt', 'iTXt', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
    expect(found.get('Title')).toBe(METADATA.title);
    expect(found.get('Description')).toBe(METADATA.methods);
    expect(found.get('ecotone:parameters')).toBe(METADATA.parameters);
  });

  test('what is no picture comes back as it is, and empty texts are left out', () => {
    const empty: FigureMetadata = { title: '', language: 'en', methods: '', parameters: '' };
    expect([...withTexts(new Uint8Array([1, 2]), { Title: 'x' }, 'en')]).toEqual([1, 2]);
    expect(Buffer.compare(withTexts(PNG, { ...pngTexts(empty), Software: '' }, 'en'), PNG)).toBe(0);
    expect(withSvgMetadata('no svg', METADATA)).toBe('no svg');
  });
});
