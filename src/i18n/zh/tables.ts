import type { tables as source } from '../en/tables.ts';

export const tables: typeof source = {};
