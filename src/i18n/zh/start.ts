import type { start as source } from '../en/start.ts';

export const start: typeof source = {};
