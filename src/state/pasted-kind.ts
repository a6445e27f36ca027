/** Cells of a spreadsheet, lines of quick entry, or a file that was copied as text (CSV, JSON, GraphML). */
export type PastedKind = 'cells' | 'lines' | 'file';

const SAMPLE = 50;

/** What a pasted text is, told by its first lines. */
export function pastedKind(text: string): PastedKind {
  const start = text.slice(0, 20_000).trim();
  if (/^(?:[{[]|<[?!a-z])/iu.test(start)) return 'file';
  const lines = start.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const sample = lines.slice(0, SAMPLE);
  const tabbed = sample.filter((line) => line.includes('\t')).length;
  if (tabbed > 0 && tabbed * 2 >= sample.length) return 'cells';
  const isEntry = (line: string): boolean =>
    /[<>＜＞→←↔]|(?:^|\s)[@＠]\S|\s(?:offers?|needs?)\s|提供|需要/u.test(line);
  if (sample.some(isEntry)) return 'lines';
  return sample.some((line) => /[,;|，；]/u.test(line)) ? 'file' : 'lines';
}
