import type { exporting as source } from '../en/exporting.ts';

export const exporting: typeof source = {};
