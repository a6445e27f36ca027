import type { ChangeKind } from '../../model/compare.ts';

export const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'removed', 'changed'];
