/** Rows that are drawn at once. */
export const PORTION = 100;
