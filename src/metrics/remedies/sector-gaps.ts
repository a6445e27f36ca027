import type { Survey } from './survey.ts';

/** Two sectors that have actors, with the share of possible pairs between them that are tied. */
export interface SectorGap {
  readonly one: string;
  readonly other: string;
  /** In [0, 1]. */
  readonly density: number;
}

/** All pairs of sectors by how thinly they are tied, the thinnest first; of equal ones in the order of sectors. */
export function sectorGaps({ network }: Survey): readonly SectorGap[] {
  const { n, sectors, sectorIds, either } = network;
  const width = sectorIds.length;
  const sizes = new Float64Array(width);
  const ties = new Float64Array(width * width);
  for (let actor = 0; actor < n; actor++) {
    sizes[sectors[actor]!]!++;
    for (let e = either.offsets[actor]!; e < either.offsets[actor + 1]!; e++)
      ties[sectors[actor]! * width + sectors[either.columns[e]!]!]!++;
  }
  const gaps: SectorGap[] = [];
  for (let one = 0; one < width; one++)
    for (let other = one + 1; other < width; other++) {
      const possible = sizes[one]! * sizes[other]!;
      if (possible === 0) continue;
      const density = ties[one * width + other]! / possible;
      gaps.push({ one: sectorIds[one] ?? '', other: sectorIds[other] ?? '', density });
    }
  return gaps.sort((a, b) => a.density - b.density);
}
