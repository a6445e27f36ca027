import type { start as source } from '../en/start.ts';

export const start: typeof source = { openFile: '打开文件', openShort: '打开' };
