import type { EditKind, RuleCode } from '../../model/diagnosis-settings.ts';
import type { Edit } from '../../model/remedy-edits.ts';
import type { Sentence } from '../detail.ts';

export type { Edit };

/** What could be done about findings: a few edits that are carried out together. */
export interface Remedy {
  /** Stable: made of what it does. */
  readonly id: string;
  readonly kind: EditKind;
  /** The rule that proposed it first, and the ids of the findings that it is meant for. */
  readonly rule: RuleCode;
  readonly findings: readonly string[];
  readonly edits: readonly Edit[];
  /** What to do. */
  readonly says: Sentence;
  /** Why this and no other. */
  readonly why: Sentence;
}
