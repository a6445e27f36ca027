import type { vocabulary as source } from '../en/vocabulary.ts';

export const vocabulary: typeof source = {};
