import { LEGEND_KINDS, type Legend, type LegendEntry } from './legend.ts';

/** One legend of several pictures that share their looks: what any of them holds. Counts are the largest of them. */
export function joinedLegend(legends: readonly Legend[]): Legend {
  return LEGEND_KINDS.flatMap((kind) => {
    const sections = legends.flatMap((legend) => legend.filter((section) => section.kind === kind));
    const [first] = sections;
    return first ? [{ ...first, entries: joinedEntries(sections.map(({ entries }) => entries)) }] : [];
  });
}

/** Each list keeps its order: an entry that only a later one has follows what comes before it there. */
function joinedEntries(lists: readonly (readonly LegendEntry[])[]): readonly LegendEntry[] {
  const joined: LegendEntry[] = [];
  for (const list of lists) {
    let next = 0;
    for (const entry of list) {
      const known = joined.findIndex(({ id }) => id === entry.id);
      if (known < 0) joined.splice(next, 0, entry);
      else joined[known] = larger(joined[known] ?? entry, entry);
      next = (known < 0 ? next : known) + 1;
    }
  }
  return joined;
}

function larger(one: LegendEntry, other: LegendEntry): LegendEntry {
  const most = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : Math.max(a, b);
  return { ...one, count: most(one.count, other.count), total: most(one.total, other.total) };
}
