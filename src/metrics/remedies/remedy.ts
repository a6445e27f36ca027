import type { Localized } from '../../base/localized.ts';
import type { EditKind, RuleCode } from '../../model/diagnosis-settings.ts';
import type { Direction } from '../../model/scheme.ts';
import type { Sentence } from '../detail.ts';

/** One edit that a remedy makes, by ids of the map; a new actor has an id within the remedy alone. */
export type Edit =
  | { readonly do: 'add-actor'; readonly id: string; readonly sector: string; readonly name: Localized }
  | {
      readonly do: 'add-tie';
      readonly source: string;
      readonly target: string;
      readonly type: string;
      readonly weight: number;
      readonly direction: Direction;
    }
  | { readonly do: 'set-weight'; readonly tie: string; readonly weight: number }
  | {
      readonly do: 'set-supply' | 'set-demand';
      readonly actor: string;
      readonly resource: string;
      /** 0 takes it away. */
      readonly amount: number;
    };

/** What could be done about findings: a few edits that are carried out together. */
export interface Remedy {
  /** Stable: made of what it does. */
  readonly id: string;
  readonly kind: EditKind;
  /** The rule that proposed it first, and the ids of the findings that it is meant for. */
  readonly rule: RuleCode;
  readonly findings: readonly string[];
  readonly edits: readonly Edit[];
  readonly says: Sentence;
}
