import type { mapInfo as source } from '../en/map-info.ts';

export const mapInfo: typeof source = {};
