/** How many cases notes stand for: a note may count many. */
export function casesOf(notes: readonly { readonly count?: number }[]): number {
  return notes.reduce((sum, { count }) => sum + (count ?? 1), 0);
}
