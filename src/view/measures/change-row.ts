import { shownChange } from '../../metrics/format.ts';
import type { NumberStyle } from '../../metrics/detail.ts';
import { preferences } from '../../state/preferences.svelte.ts';

/** A value before and after, with what is needed to show it. */
export interface ChangeRow {
  readonly id: string;
  readonly name: string;
  /** Null where undefined. */
  readonly before: number | null;
  readonly after: number | null;
  readonly style: NumberStyle;
  readonly digits: number;
  /** What its name leads to. */
  readonly onname?: () => void;
  /** What all is about, or a part of the row before. */
  readonly rank?: 'goal' | 'part';
  /** For the better, for the worse, or neither. */
  readonly verdict?: -1 | 0 | 1;
  /** The ends of a bar; none where the value has no bounds. */
  readonly bar?: { readonly low: number; readonly high: number; readonly hue?: string };
}

/** Those that are others after than before, to the digits shown. */
export function movedRows<Row extends ChangeRow>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => shownChange(row.before, row.after, row, preferences.language).moved);
}
