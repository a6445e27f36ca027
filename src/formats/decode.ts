import { TextDecoder } from '../base/platform.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Option } from './format.ts';

export const ENCODINGS: readonly Option[] = [
  { value: 'utf-8', label: { en: 'UTF-8', zh: 'UTF-8' } },
  { value: 'gb18030', label: { en: 'GB18030 (GBK, Chinese Excel)', zh: 'GB18030（GBK，中文 Excel）' } },
  { value: 'big5', label: { en: 'Big5 (traditional Chinese)', zh: 'Big5（繁体中文）' } },
  { value: 'windows-1252', label: { en: 'Windows-1252 (Western)', zh: 'Windows-1252（西欧）' } },
  {
    value: 'utf-16le',
    label: { en: 'UTF-16 LE (Unicode text of Excel)', zh: 'UTF-16 LE（Excel 的 Unicode 文本）' },
  },
  { value: 'utf-16be', label: { en: 'UTF-16 BE', zh: 'UTF-16 BE' } },
];

export interface Decoded {
  readonly text: string;
  /** One of ENCODINGS. */
  readonly encoding: string;
}

/**
 * Bytes to text. In this order: the user's choice, the byte order mark, the encoding that an XML file declares, UTF-8,
 * GB18030, and Windows-1252, which reads anything. A mark is never part of the text.
 */
export function decode(bytes: Uint8Array, chosen?: string): Result<Decoded> {
  const encoding = ENCODINGS.find((option) => option.value === chosen)?.value ?? detect(bytes);
  const text = attempt(bytes, encoding) ?? new TextDecoder(encoding).decode(bytes);
  // A zero character is in no text file, however it is encoded.
  if (text.includes('\u0000'))
    return failed(
      problem('binary', {
        en: 'This is not a text file that can be read. Choose a CSV, XLSX, GraphML or JSON file.',
        zh: '这不是可读取的文本文件。请选择 CSV、XLSX、GraphML 或 JSON 文件。',
      }),
    );
  return ok({ text, encoding });
}

function detect(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = utf16WithoutMark(bytes);
  if (wide) return wide;
  const declared = declaredInXml(bytes);
  if (declared && attempt(bytes, declared) !== undefined) return declared;
  if (attempt(bytes, 'utf-8') !== undefined) return 'utf-8';
  if (mostlyPairs(bytes) && attempt(bytes, 'gb18030') !== undefined) return 'gb18030';
  return 'windows-1252';
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Latin text in UTF-16 has a zero in every second byte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length & ~1, 512);
  if (end < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = end / 2 - end / 16;
  if (odd >= most && even === 0) return 'utf-16le';
  if (even >= most && odd === 0) return 'utf-16be';
  return undefined;
}

function declaredInXml(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/u.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const alias = new Map([
    ['gb2312', 'gb18030'],
    ['gbk', 'gb18030'],
    ['iso-8859-1', 'windows-1252'],
    ['latin1', 'windows-1252'],
  ]);
  const known = alias.get(name) ?? name;
  return ENCODINGS.some((option) => option.value === known) && !known.startsWith('utf-16')
    ? known
    : undefined;
}

/**
 * In Chinese text nearly every high byte is followed by another; in Western text accented letters stand alone among
 * plain ones, and GB18030 would read them, with the letter behind, as a rare Chinese character.
 */
function mostlyPairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x81) continue;
    if ((bytes[at + 1] ?? 0) >= 0x81) pairs++;
    else alone++;
    at++;
  }
  return pairs > alone;
}
