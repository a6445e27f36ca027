import type { measures as source } from '../en/measures.ts';

export const measures: typeof source = {};
