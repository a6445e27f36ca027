/** Texts and their spelling: what all readers share. */

// eslint-disable-next-line no-control-regex -- control characters are what is cleaned
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu;

/** Without control characters and halves of characters; line ends are \n. What XML and every screen can carry. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROL, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** For comparing headers and category names: compatibility forms unified, letters and digits only, lower case. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** At most `length` characters of a text, for messages. */
export function short(text: string, length = 60): string {
  const characters = [...text.slice(0, length * 2)];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text;
}

export type Decimal = 'point' | 'comma';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** The number that a cell shows, thousands separators allowed; undefined when it is none. Infinity is none. */
export function parseNumber(text: string, decimal: Decimal = 'point'): number | undefined {
  let plain = text.normalize('NFKC').replace(/[\s\u00a0\u202f]/gu, '');
  if (decimal === 'comma') plain = plain.replace(/[.,]/gu, (sign) => (sign === ',' ? '.' : ','));
  if (GROUPED.test(plain)) plain = plain.replace(/,/gu, '');
  if (!PLAIN.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** A year, a month or a day in ISO 8601; undefined where the order of day and month would be a guess. */
export function isoDate(text: string): string | undefined {
  const trimmed = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
      trimmed,
    );
  if (!parts) return undefined;
  const [, year = '', month, day] = parts;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const toMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return toMonth;
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  return `${toMonth}-${day.padStart(2, '0')}`;
}

/** The file's name without folder and extensions that formats use; what an imported map is called. */
export function titleOf(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? '';
  return cleanText(base)
    .replace(/\.(?:csv|tsv|txt|xlsx|json|graphml|xml|svg|png|html|ecotone)$/iu, '')
    .replace(/\.(?:graphml|ecotone|netsjson)$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A file name for every system: letters, digits and a few signs. */
export function fileNameOf(title: string): string {
  const safe = cleanText(title.slice(0, 200))
    .replace(/[^\p{L}\p{N} _.()-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  return [...safe].slice(0, 80).join('').trim() || 'ecotone-map';
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell that a spreadsheet program would run as a formula gets an apostrophe in front, as such programs write texts
 * themselves. Numbers stay as they are.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) && parseNumber(text) === undefined ? `'${text}` : text;
}

/** Takes back what `guarded` did. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
