import { csvText, MARK, type WrittenColumn } from './csv-write.ts';

/** One number of every state. */
export interface StatesRow {
  /** A measure of the network, a part of a gauge, or how many findings a rule has. */
  readonly what: 'measure' | 'gauge part' | 'findings';
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Of the states in order; null where undefined. */
  readonly values: readonly (number | null)[];
}

/**
 * States of a map as one table: a row for each number, with its value in every state and its change against the first.
 * Empty where undefined.
 * @param states what they are called, in order
 */
export function statesCsv(states: readonly string[], rows: readonly StatesRow[]): string {
  const columns: WrittenColumn<StatesRow>[] = [
    ...(['what', 'id', 'name', 'unit'] as const).map((key): WrittenColumn<StatesRow> => ({
      header: key,
      kind: 'text',
      cell: (row) => row[key],
    })),
    ...states.map((state, k): WrittenColumn<StatesRow> => ({
      header: state,
      kind: 'number',
      cell: ({ values }) => written(values[k]),
    })),
    ...states.slice(1).map((state, k): WrittenColumn<StatesRow> => ({
      header: `${state} - ${states[0] ?? ''}`,
      kind: 'number',
      cell: ({ values: [first, ...others] }) => {
        const value = others[k];
        return typeof value === 'number' && typeof first === 'number' ? String(value - first) : '';
      },
    })),
  ];
  return MARK + csvText(columns, rows);
}

function written(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
