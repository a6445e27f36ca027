import { inflateSync } from 'node:zlib';

/** What a PDF shows, read back from its bytes: enough to check our own files, no more. */
export interface ReadPdf {
  /** All objects as they are written, streams unpacked. */
  readonly objects: ReadonlyMap<number, string>;
  readonly width: number;
  readonly height: number;
  /** Names of its embedded fonts. */
  readonly fonts: readonly string[];
  /** All that is set in letters, in the order of drawing. */
  readonly texts: readonly SetText[];
  /** Operators that draw, of the page and of what it holds. */
  readonly content: string;
}

export interface SetText {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  /** 0 filled, 1 outlined, 2 both. */
  readonly mode: number;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/gu))
    objects.set(Number(id), unpacked(body));
  const all = [...objects.values()];
  const page = all.find((body) => /\/Type \/Page\n/u.test(body)) ?? '';
  const [width = NaN, height = NaN] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(page) ?? [])
    .slice(1)
    .map(Number);
  const content = [
    objects.get(referred(page, 'Contents')) ?? '',
    ...all.filter((body) => body.includes('/Subtype /Form')),
  ].join('\n');
  const names = fontNames(objects, objects.get(referred(page, 'Resources')) ?? '');
  return {
    objects,
    width,
    height,
    fonts: all.flatMap((body) =>
      body.includes('/FontFile2') ? [/\/FontName \/[A-Z]{6}\+(\S+)/u.exec(body)?.[1] ?? ''] : [],
    ),
    texts: textsIn(content, names),
    content,
  };
}

/** A text of the file's information; undefined where there is none. */
export function informationOf({ objects }: ReadPdf, key: string): string | undefined {
  const dictionary = [...objects.values()].find((body) => body.includes('/Producer ')) ?? '';
  const value = objects.get(referred(dictionary, key));
  if (value === undefined) return undefined;
  const bytes = Buffer.from(value.slice(1, -1).replace(/\\([^])/gu, escapedCharacter), 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

function escapedCharacter(_: string, character: string): string {
  return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[character] ?? character;
}

function unpacked(body: string): string {
  const at = body.indexOf('\nstream\n');
  if (at < 0) return body;
  const [head, stream] = [body.slice(0, at), body.slice(at + 8, body.lastIndexOf('\nendstream'))];
  if (!head.includes('/Filter /FlateDecode')) return body;
  return `${head}\n${inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')}`;
}

function referred(body: string, key: string): number {
  return Number(new RegExp(`/${key} \\[?(\\d+) 0 R`, 'u').exec(body)?.[1]);
}

interface NamedFont {
  readonly name: string;
  readonly letters: readonly string[];
}

function fontNames(objects: ReadonlyMap<number, string>, resources: string): ReadonlyMap<string, NamedFont> {
  const fonts = new Map<string, NamedFont>();
  for (const [, key = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const font = objects.get(Number(id)) ?? '';
    const map = objects.get(referred(font, 'ToUnicode')) ?? '';
    const letters = [...map.matchAll(/<[\da-f]+> <[\da-f]+> \[(.*)\]/gu)].flatMap(([, list = '']) =>
      [...list.matchAll(/<([^>]*)>/gu)].map(([, hex = '']) =>
        hex
          .split(' ')
          .map((unit) => String.fromCharCode(parseInt(unit, 16)))
          .join(''),
      ),
    );
    fonts.set(key, { name: /\/BaseFont \/[A-Z]{6}\+(\S+)/u.exec(font)?.[1] ?? '', letters });
  }
  return fonts;
}

function textsIn(content: string, fonts: ReadonlyMap<string, NamedFont>): readonly SetText[] {
  return [...content.matchAll(/\nBT\n([^]*?)\nET/gu)].map(([, body = '']) => {
    const [, key = '', size] = /\/(F\d+) ([\d.]+) Tf/u.exec(body) ?? [];
    const font = fonts.get(key);
    const text = [...body.matchAll(/<([\da-f]+)>/gu)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/gu) ?? [])
      .map((glyph) => font?.letters[parseInt(glyph, 16)] ?? '?')
      .join('');
    return {
      text,
      font: font?.name ?? '',
      size: Number(size),
      x: Number(/1 0 0 1 (\S+) \S+ Tm/u.exec(body)?.[1]),
      mode: Number(/(\d) Tr/u.exec(body)?.[1] ?? 0),
    };
  });
}
