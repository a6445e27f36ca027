import type { review as source } from '../en/review.ts';

export const review: typeof source = {};
