import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withMapInPng, withMapInSvg } from '../../src/formats/figure-embed.ts';
import { ownText } from '../../src/formats/own-write.ts';
import { markedMap, packedMap, unpackedMap } from '../../src/formats/packed-map.ts';
import { toBase64, fromBase64 } from '../../src/base/base64.ts';
import { arbitraryDraft } from '../properties/drafts.ts';
import { file, finish, paste, readOne, refusal } from './reading.ts';
import { readFiles } from '../../src/formats/read.ts';

const MAP = ownText({
  info: { title: 'Two of Jinhua 金华', unknown: {} },
  actors: ['a', 'b'].map((id) => ({
    id,
    name: `Actor ${id} 主体`,
    sector: 'university',
    supply: {},
    demand: {},
    fields: {},
    unknown: {},
  })),
  ties: [
    {
      id: 't',
      source: 'a',
      target: 'b',
      type: 'talent',
      direction: 'one-way',
      weight: 2,
      fields: {},
      unknown: {},
    },
  ],
  projects: [],
  scheme: { complete: true, sectors: [], tieTypes: [], resources: [], fields: [] },
  view: {},
});

const SVG =
  '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm">\n<g id="labels"><text>A</text></g>\n</svg>\n';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function png(...more: Buffer[]): Uint8Array {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...more,
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** All chunks, their checksums proved. */
function chunks(bytes: Uint8Array): { readonly type: string; readonly data: Buffer }[] {
  const buffer = Buffer.from(bytes);
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < buffer.length;) {
    const end = at + 8 + buffer.readUInt32BE(at);
    expect(buffer.readUInt32BE(end)).toBe(crc32(buffer.subarray(at + 4, end)));
    found.push({ type: buffer.toString('latin1', at + 4, at + 8), data: buffer.subarray(at + 8, end) });
    at = end + 4;
  }
  return found;
}

describe('a figure that holds its map opens as the map', () => {
  test('an SVG, a page and a PNG, each with all that the map has', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const text = ownText(draft);
        const page = `<!doctype html><html><script type="text/plain" id="ecotone-map">${markedMap(text)}</script></html>`;
        for (const [name, content] of [
          ['figure.svg', withMapInSvg(SVG, text)],
          ['map.html', page],
          ['figure.png', withMapInPng(png(), text)],
        ] as const) {
          const { draft: read, report } = readOne(name, content);
          expect(ownText(read)).toBe(text);
          expect(report.notes).toEqual([]);
          expect(report.format.en).toContain('Figure');
        }
      }),
      { numRuns: 25 },
    );
  });

  test('an SVG that is pasted as text', () => {
    expect(paste(withMapInSvg(SVG, MAP)).draft.info.title).toBe('Two of Jinhua 金华');
  });

  test('an SVG that another program has written anew, with its own prefixes and line breaks', () => {
    const again = withMapInSvg(SVG, MAP)
      .replace('<map xmlns="urn:ecotone:map">', '<ns0:map\n   xmlns:ns0="urn:ecotone:map">\n      ')
      .replace('</map>', '</ns0:map>')
      .replace(/\n/gu, '\r\n  ');
    expect(readOne('figure.svg', again).draft.actors).toHaveLength(2);
  });

  test('what is drawn stays as it was, before the map', () => {
    const held = withMapInSvg(SVG, MAP);
    expect(held.startsWith(SVG.slice(0, SVG.indexOf('</svg>')))).toBe(true);
    expect(held.replace(/<metadata[^]*<\/metadata>\n/u, '')).toBe(SVG);
  });

  test('a PNG keeps all its chunks, and holds one map at a time', () => {
    const before = png(chunk('tEXt', Buffer.from('Title\0x', 'latin1')));
    const twice = withMapInPng(withMapInPng(before, ownText(readOne('a.json', MAP).draft)), MAP);
    const after = chunks(twice);
    expect(after.map(({ type }) => type)).toEqual(['IHDR', 'tEXt', 'IDAT', 'iTXt', 'IEND']);
    expect(after.filter(({ type }) => type !== 'iTXt')).toEqual(chunks(before));
  });

  test('the same map gives the same bytes', () => {
    expect(withMapInPng(png(), MAP)).toEqual(withMapInPng(png(), MAP));
    expect(withMapInSvg(SVG, MAP)).toBe(withMapInSvg(SVG, MAP));
  });

  test('what is no picture is left as it is', () => {
    expect(withMapInSvg('no picture', MAP)).toBe('no picture');
    expect(withMapInPng(new Uint8Array([1, 2, 3]), MAP)).toEqual(new Uint8Array([1, 2, 3]));
  });
});

describe('what cannot be opened says what happened', () => {
  test('a picture or page without a map', () => {
    for (const [name, content] of [
      ['a.svg', SVG],
      ['a.png', png()],
      ['a.html', '<!doctype html><html><body>hello</body></html>'],
    ] as const) {
      const problem = refusal([file(name, content)]);
      expect(problem.code).toBe('figure-without-map');
      expect(problem.message.en).toContain(name);
      expect(problem.message.zh).toMatch(/不含地图/u);
    }
  });

  test('a label that is written like the mark of a map is a label', () => {
    const label = SVG.replace('>A<', '>see ecotone-map;1;crc32=00000000;AAAA<');
    expect(refusal([file('a.svg', label)]).code).toBe('figure-without-map');
    const alone = withMapInSvg(SVG.replace('>A<', '>ecotone-map;1;crc32=00000000;AAAA<'), MAP);
    expect(readOne('a.svg', alone).draft.actors).toHaveLength(2);
  });

  test('a map that is damaged, cut short, or no map at all', () => {
    const held = withMapInSvg(SVG, MAP);
    const at = held.indexOf(';\n') + 20;
    const other = held[at] === 'A' ? 'B' : 'A';
    expect(refusal([file('a.svg', held.slice(0, at) + other + held.slice(at + 1))]).code).toBe(
      'figure-damaged',
    );
    expect(refusal([file('a.svg', held.slice(0, at + 40))]).code).toBe('figure-damaged');
    expect(refusal([file('a.svg', withMapInSvg(SVG, '{"format":"other"}'))]).code).toBe('figure-damaged');
    const picture = withMapInPng(png(), MAP).slice();
    const inside = Buffer.from(picture).indexOf('Ecotone map') + 40;
    picture[inside] = (picture[inside] ?? 0) ^ 1;
    expect(refusal([file('a.png', picture)]).code).toBe('figure-damaged');
  });

  test('a map that a newer version put there', () => {
    const newer = withMapInSvg(SVG, MAP).replace('ecotone-map;1;', 'ecotone-map;2;');
    expect(refusal([file('a.svg', newer)]).code).toBe('newer-version');
  });

  test('a small file that would unpack to gigabytes, long before it does', () => {
    const zeros = zlibSync(new Uint8Array(8 * 1024 * 1024), { level: 9 });
    const result = unpackedMap(zeros);
    expect(!result.ok && result.problem.code).toBe('figure-too-large');
  });

  test('no bytes make the reader throw', () => {
    const sound = withMapInPng(png(), MAP);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? sound.slice(0, at) : sound.map((old, k) => (k === at ? byte : old));
        const result = finish(readFiles([file('a.png', bytes)], {}));
        expect(result.ok || /^[a-z-]+$/u.test(result.problem.code)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what maps are packed with', () => {
  test('packing is taken back exactly, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unpackedMap(packedMap(text))).toEqual({ ok: true, value: text });
      }),
      { numRuns: 50 },
    );
  });

  test('Base64 is that of everyone else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
    expect(fromBase64('AAA*')).toBeUndefined();
    expect(fromBase64('AAAAA')).toBeUndefined();
  });
});
