import type { ChangeKind } from '../../model/compare.ts';

export const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'removed', 'changed'];

/** Told apart without colours. */
export const SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '≠' };
