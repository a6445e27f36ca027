import type { style as source } from '../en/style.ts';

export const style: typeof source = {};
