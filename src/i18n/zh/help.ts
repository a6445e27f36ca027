import type { help as source } from '../en/help.ts';

export const help: typeof source = {};
