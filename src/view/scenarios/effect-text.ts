import type { ChangeKind } from '../../model/compare.ts';
import { fieldChanges } from '../../model/field-changes.ts';
import { otherSide, type Side } from '../../model/scenario/conflict.ts';
import type { Effect } from '../../model/scenario/resolve.ts';
import type { ThreeWay } from '../../model/scenario/three-way.ts';
import { keyText } from '../changes/key-text.ts';
import { recordText } from '../changes/record-text.ts';
import { valueText } from '../changes/value-text.ts';
import type { Words } from '../changes/words.ts';

/** What becomes of a record, in words. */
export interface EffectText {
  readonly kind: ChangeKind;
  readonly name: string;
  /** Which values of a changed record become what; where it is drawn says nothing. */
  readonly keys: readonly KeyText[];
}

interface KeyText {
  readonly key: string;
  readonly is: string;
  readonly from: string;
  readonly to: string;
}

/** @param into whose map is written */
export function effectText(
  { table, id, before, after }: Effect,
  graphs: ThreeWay['graphs'],
  into: Side,
  words: Words,
): EffectText {
  const own = graphs[into];
  // What comes is called as the other map calls it.
  const states = [graphs[otherSide(into)], own, graphs.fork];
  const kind = !before ? 'added' : !after ? 'removed' : 'changed';
  const keys = kind === 'changed' ? fieldChanges(before, after) : [];
  return {
    kind,
    name: recordText(table, id, states, words),
    keys: keys.map(({ key, from, to }) => ({
      key,
      is: keyText(table, key, states, words),
      from: valueText(table, key, from, [own, ...states], words),
      to: valueText(table, key, to, states, words),
    })),
  };
}
