import type { Measure } from '../../metrics/measure.ts';
import { notesOn } from '../../metrics/panel.ts';
import { measureById } from '../../metrics/registry.ts';
import type { DataTable } from './table.ts';
import { hasUndefined } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_NOTES, TABLE_SENTENCES } from './table-texts.ts';

/** Under which conventions the measures of a table were computed, and after whom. */
export function conventionNotes(
  { values, language }: TableView,
  measures: readonly string[],
): readonly string[] {
  return measures.flatMap((id) => {
    const measure = measureById(id);
    if (!measure) return [];
    const convention = measure.convention(values)[language];
    return [
      TABLE_SENTENCES.ofMeasure[language](
        measure.name[language],
        spaced(convention, language),
        measure.source,
      ),
    ];
  });
}

/** English sentences are parted by spaces, which the note itself holds. */
function spaced(sentence: string, language: TableView['language']): string {
  return language === 'zh' && !/[。；]$/u.test(sentence) ? `${sentence}。` : sentence;
}

/** With what a reader of these measures should know of this network, and what an empty cell means. */
export function withNotes(
  table: Omit<DataTable, 'notes' | 'language'>,
  { language, network }: TableView,
  notes: readonly string[],
  measures: readonly string[],
): DataTable {
  const known = measures.flatMap((id) => measureById(id) ?? []);
  return {
    ...table,
    language,
    notes: [
      ...notes,
      ...(known.length > 0 ? notesOn(network, known).map((note) => note[language]) : []),
      ...(hasUndefined(table) ? [TABLE_NOTES.undefined[language]] : []),
    ],
  };
}

/** Words that Chinese counts things with: of no use where no number stands before them. */
const COUNTING = /^[个种条]/u;

/** The unit of the values of a measure, as it stands in a heading; of shares the sign of per cent stands with each. */
export function unitOf(
  { style, unit, range, name }: Measure,
  { language, values }: Pick<TableView, 'language' | 'values'>,
): string {
  const [, most] = range(values);
  const plain = language === 'zh' ? unit.zh.replace(COUNTING, '') : unit.en;
  // What is normalised to 1, or printed in per cent, has no unit; nor has what is called as its unit is.
  const hasNone = style === 'share' || (style === 'number' && most === 1);
  return hasNone || plain.toLowerCase() === name[language].toLowerCase() ? '' : plain;
}
