import type { Language } from '../../base/localized.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import type { Shown } from '../../metrics/format.ts';
import type { Measure } from '../../metrics/measure.ts';
import { NETWORK_MEASURES } from '../../metrics/registry.ts';
import type { StatesComparison } from '../../metrics/scenarios/compare-states.ts';
import { hasUndefined, numberColumn, textColumn, type DataTable, type TableCell } from './table.ts';
import { TABLE_NOTES, TABLE_SENTENCES, TABLE_TEXTS } from './table-texts.ts';

/**
 * States of a map side by side: a row for each measure that was read of all of them, and one for each rule with how many
 * findings it has; then the change of each state against the first.
 * @param states what they are called, in order
 */
export function statesTable(
  states: readonly string[],
  { readings }: StatesComparison,
  language: Language,
): DataTable {
  const [first = '', ...others] = states;
  const measures = NETWORK_MEASURES.filter(({ id }) =>
    readings.every(({ values }) => values.network.has(id)),
  );
  const rows = [
    ...measures.map((measure) =>
      rowOf(
        measure.name[language],
        unitOf(measure, language),
        measure,
        readings.map(({ values }) => values.network.get(measure.id) ?? null),
      ),
    ),
    ...RULES.map(({ code, name }) =>
      rowOf(
        `${code} ${name[language]}`,
        FINDINGS[language],
        { style: 'count', digits: 3 },
        readings.map(({ diagnosis }) => {
          const outcome = diagnosis.results.find((result) => result.code === code)?.outcome;
          return outcome?.applies ? outcome.findings.length : null;
        }),
      ),
    ),
  ];
  const [reading] = readings;
  const notes = reading
    ? measures.map((measure) =>
        TABLE_SENTENCES.ofMeasure[language](
          measure.name[language],
          measure.convention(reading.values)[language],
          measure.source,
        ),
      )
    : [];
  return {
    id: 'states',
    title: TABLE_TEXTS.states[language],
    language,
    columns: [
      textColumn('measure', TABLE_TEXTS.measure[language]),
      textColumn('unit', TABLE_TEXTS.unit[language]),
      ...states.map((name, k) => numberColumn(`state-${k}`, name)),
      ...others.map((name, k) =>
        numberColumn(`change-${k + 1}`, TABLE_SENTENCES.against[language](name, first)),
      ),
    ],
    rows,
    notes: [...notes, ...(hasUndefined({ rows }) ? [TABLE_NOTES.undefined[language]] : [])],
  };
}

const FINDINGS = { en: 'findings', zh: '项发现' } as const;

function unitOf({ style, unit }: Measure, language: Language): string {
  return style === 'share' ? '' : unit[language];
}

function rowOf(
  name: string,
  unit: string,
  { style, digits }: Shown,
  values: readonly (number | null)[],
): readonly TableCell[] {
  const [first = null, ...others] = values;
  const cell = (value: number | null): TableCell => ({ value, style, digits });
  return [
    name,
    unit,
    ...values.map(cell),
    ...others.map((value) => cell(value === null || first === null ? null : value - first)),
  ];
}
