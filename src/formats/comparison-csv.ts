import type { MapComparison, RecordComparison } from '../model/compare.ts';
import type { Actor, Tie } from '../model/graph.ts';
import type { FlatValue } from '../model/records.ts';
import { csvText, MARK, type WrittenColumn } from './csv-write.ts';

/** What a measure was and is: of the network, or of an actor. */
export interface MeasuredChange {
  readonly measure: string;
  /** Absent for a measure of the network. */
  readonly actor?: Pick<Actor, 'id' | 'name'>;
  readonly before: number | null;
  readonly after: number | null;
}

interface Row {
  readonly what: 'actor' | 'tie' | 'network measure' | 'actor measure';
  readonly change: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

const TEXTS = ['what', 'change', 'id', 'name', 'field'] as const;
/** Of fields these are texts, which a spreadsheet must not take for a formula; numbers stay numbers. */
const VALUES = ['before', 'after', 'difference'] as const;

/**
 * What became of a map between two states as one table: a row for each actor and tie that is new or gone, for each
 * field that changed and each measure that is another. Empty where undefined.
 */
export function comparisonCsv(
  { actors, ties }: MapComparison,
  measures: readonly MeasuredChange[],
  nameOf: (actor: string) => string,
): string {
  const rows = [
    ...recordRows('actor', actors, ({ name }: Actor) => name),
    ...recordRows('tie', ties, (tie: Tie) => {
      const arrow = tie.direction === 'mutual' ? '<>' : '>';
      return `${nameOf(tie.source)} ${arrow} ${nameOf(tie.target)}`;
    }),
    ...measures.filter(({ before, after }) => before !== after).map(measureRow),
  ];
  const columns: WrittenColumn<Row>[] = [
    ...TEXTS.map((key): WrittenColumn<Row> => ({ header: key, kind: 'text', cell: (row) => row[key] })),
    ...VALUES.map((key): WrittenColumn<Row> => ({ header: key, kind: 'text', cell: (row) => row[key] })),
  ];
  return MARK + csvText(columns, rows);
}

function recordRows<T extends { readonly id: string }>(
  what: Row['what'],
  { added, removed, changed }: RecordComparison<T>,
  name: (record: T) => string,
): readonly Row[] {
  const whole =
    (change: Row['change']) =>
    (record: T): Row => ({
      ...{ what, change, id: record.id, name: name(record) },
      ...{ field: '', before: '', after: '', difference: '' },
    });
  return [
    ...added.map(whole('added')),
    ...removed.map(whole('removed')),
    ...changed.flatMap(({ after, fields }) =>
      fields.map(({ key, from, to }): Row => ({
        ...{ what, change: 'changed' as const, id: after.id, name: name(after), field: key },
        ...{ before: valueText(from), after: valueText(to) },
        difference: typeof from === 'number' && typeof to === 'number' ? String(to - from) : '',
      })),
    ),
  ];
}

function measureRow({ measure, actor, before, after }: MeasuredChange): Row {
  return {
    what: actor ? 'actor measure' : 'network measure',
    change: 'changed',
    id: actor?.id ?? '',
    name: actor?.name ?? '',
    field: measure,
    before: before === null ? '' : String(before),
    after: after === null ? '' : String(after),
    difference: before === null || after === null ? '' : String(after - before),
  };
}

function valueText(value: FlatValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  return 'en' in value ? value.en : value.join('; ');
}
