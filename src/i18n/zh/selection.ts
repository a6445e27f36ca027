import type { selection as source } from '../en/selection.ts';

export const selection: typeof source = {};
