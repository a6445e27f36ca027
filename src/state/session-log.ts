import type { Language } from '../base/localized.ts';
import { csvText } from '../formats/csv-write.ts';
import { fileNameOf } from '../formats/text.ts';
import type { Dictionary } from '../i18n/dictionaries.ts';
import type { LogEntry } from './changes.svelte.ts';
import type { Download } from './exporting.ts';

type Texts = Dictionary['edits']['log'];

/** What an entry says it did to the network. */
export function effectText({ effect }: LogEntry, texts: Texts, language: Language): string {
  return typeof effect === 'string' ? texts.effects[effect] : effect[language];
}

/** What was done, and how often in a row. */
export function stepText({ kind, step, count }: LogEntry, texts: Texts, language: Language): string {
  const said = texts.kinds[kind](step[language]);
  return count > 1 ? texts.times(said, count) : said;
}

/** Day and time to the second, as the clock on the wall shows it: `2026-03-01 10:40:05`. */
function timeText(time: number): string {
  const at = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A byte order mark, which makes Excel read UTF-8. */
const MARK = '\ufeff';

/** The log as a table for spreadsheets. */
export function logCsv(title: string, log: readonly LogEntry[], texts: Texts, language: Language): Download {
  const text = csvText<LogEntry>(
    [
      { header: texts.time, kind: 'text', cell: ({ time }) => timeText(time) },
      { header: texts.step, kind: 'text', cell: (entry) => stepText(entry, texts, language) },
      { header: texts.effect, kind: 'text', cell: (entry) => effectText(entry, texts, language) },
    ],
    log,
  );
  return file(`${fileNameOf(title)} ${texts.fileName}.csv`, MARK + text, 'text/csv');
}

/** The log as a list for minutes and reports. */
export function logMarkdown(
  title: string,
  log: readonly LogEntry[],
  texts: Texts,
  language: Language,
): Download {
  const cell = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\|`*_<>[\]]/gu, '\\$&');
  const rows = log.map((entry) =>
    [timeText(entry.time), stepText(entry, texts, language), effectText(entry, texts, language)].map(cell),
  );
  const lines = [
    `# ${cell(texts.heading(title))}`,
    '',
    ...[[texts.time, texts.step, texts.effect], ['---', '---', '---'], ...rows].map(
      (row) => `| ${row.join(' | ')} |`,
    ),
    '',
  ];
  return file(`${fileNameOf(title)} ${texts.fileName}.md`, lines.join('\n'), 'text/markdown');
}

function file(name: string, text: string, type: string): Download {
  return { name, blob: new Blob([text], { type }) };
}
