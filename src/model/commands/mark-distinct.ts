import { compareIds } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import type { FlatValue } from '../records.ts';
import { distinctKey } from '../records.ts';
import { actorName } from '../shown-name.ts';
import { ALWAYS, named, type Command } from './command.ts';

export interface MarkDistinctArgs {
  readonly pairs: readonly (readonly [string, string])[];
  /** False takes the mark back: the pairs may be pointed out again. */
  readonly distinct: boolean;
}

/** Remembers with the map that actors of like names are not the same. */
export const markDistinct: Command<MarkDistinctArgs> = {
  id: 'mark-distinct',
  title: { en: 'Not the same actor', zh: '标记为不同主体' },
  keys: [],
  available: ALWAYS,
  plan(graph, { pairs, distinct }) {
    const subject = named(
      pairs.map(([a, b]) => {
        const [one, other] = [actorName(graph, a), actorName(graph, b)];
        return { en: `${one.en} · ${other.en}`, zh: `${one.zh} · ${other.zh}` };
      }),
      'pairs',
      '对主体',
    );
    const changes = new Map<string, FlatValue | undefined>();
    for (const pair of pairs.map(inOrder)) changes.set(distinctKey(pair), distinct ? [...pair] : undefined);
    return ok({
      step: distinct
        ? { en: `Not the same: ${subject.en}`, zh: `标记为不同主体：${subject.zh}` }
        : { en: `May be the same again: ${subject.en}`, zh: `重新视为可能重复：${subject.zh}` },
      writes: [{ kind: 'set-single', single: 'map', changes }],
    });
  },
};

/** A pair as the map keeps it. */
export function inOrder([a, b]: readonly [string, string]): readonly [string, string] {
  return compareIds(a, b) <= 0 ? [a, b] : [b, a];
}
