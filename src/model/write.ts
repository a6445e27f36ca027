import type { Changes, Flat, Single, Table } from './records.ts';

/** One change to the document. Commands plan these; only the document carries them out. */
export type Write =
  | { readonly kind: 'put'; readonly table: Table; readonly id: string; readonly record: Flat }
  | { readonly kind: 'set'; readonly table: Table; readonly id: string; readonly changes: Changes }
  | { readonly kind: 'remove'; readonly table: Table; readonly id: string }
  /** Makes the record exactly so, whatever is there, be it a tie that dangles unseen. */
  | { readonly kind: 'replace'; readonly table: Table; readonly id: string; readonly record: Flat }
  /** Removes all records of the table but these, those that dangle unseen too. */
  | { readonly kind: 'keep'; readonly table: Table; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'set-single'; readonly single: Single; readonly changes: Changes };
