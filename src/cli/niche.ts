import type { Localized } from '../base/localized.ts';
import {
  breadths,
  evenness,
  hurlbertB,
  hurlbertBA,
  levinsB,
  levinsBA,
  pairedDifference,
  shannon,
  smithFT,
  type Breadth,
} from '../metrics/niche/breadth.ts';
import { nodf } from '../metrics/niche/nodf.ts';
import { boundedIndex, overlapBy, type Overlap, type OverlapIndex } from '../metrics/niche/overlap.ts';
import { holders, takeRows, type StateMatrix } from '../metrics/niche/state-matrix.ts';
import { namesText, valueOf, valuesOf, type EcologyResult, type Values } from './ecology-result.ts';
import { finish } from './finish.ts';
import type { NicheSource } from './niche-source.ts';
import { MOST_PAIRED, TOO_MANY_PAIRS } from './pair-values.ts';

const BREADTHS: Readonly<Record<string, Breadth>> = {
  'levins-b': levinsB,
  'levins-b-a': levinsBA,
  shannon,
  'evenness-j': evenness,
  'hurlbert-b': hurlbertB,
  'hurlbert-b-a': hurlbertBA,
  'smith-ft': smithFT,
  pdi: pairedDifference,
  'states-used': ({ used }, row) => used[row] || NaN,
};

const OVERLAPS: Readonly<Record<string, OverlapIndex>> = {
  schoener: 'schoener',
  pianka: 'pianka',
  'morisita-horn': 'morisita-horn',
  morisita: 'morisita',
  'macarthur-levins-alpha': 'macarthur-levins',
  'hurlbert-l': 'hurlbert',
  horn: 'horn',
};

/** Breadth, overlap, crowding and nestedness of niches. @param overlap the index by which crowding is counted */
export function nicheResult(file: string, source: NicheSource, overlap: OverlapIndex): EcologyResult {
  const { people, resources, states, sectors, options, notes } = source;
  const paired = people.length <= MOST_PAIRED;
  return {
    file,
    options,
    people,
    resources,
    actorMeasures: {
      ...Object.fromEntries(
        Object.entries(BREADTHS).map(([id, breadth]) => [id, valuesOf(breadths(states, breadth))]),
      ),
      ...crowdings(states, sectors, overlap),
    },
    pairMeasures: paired
      ? {
          ...Object.fromEntries(
            Object.entries(OVERLAPS).map(([id, index]) => [id, square(states, overlapBy(index, states))]),
          ),
          separation: square(states, separationBy(states)),
        }
      : {},
    networkMeasures: { 'resource-states': states.count, ...nestednessOf(states), ...means(states) },
    notes: [
      ...notes,
      { en: `R = ${states.count}.`, zh: `R = ${states.count}。` },
      ...caveats(source),
      ...(paired ? [] : [TOO_MANY_PAIRS]),
    ],
  };
}

function square({ rows }: StateMatrix, pair: Overlap): Values[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: rows }, (_, other) => valueOf(pair(row, other))),
  );
}

function separationBy(states: StateMatrix): Overlap {
  const overlap = overlapBy('schoener', states);
  return (row, other) => 1 - overlap(row, other);
}

/** Sums over the others that have a niche; within a sector only where sectors are known. */
function crowdings(
  states: StateMatrix,
  sectors: NicheSource['sectors'],
  index: OverlapIndex,
): Record<string, Values> {
  const rows = holders(states);
  const overlap = overlapBy(boundedIndex(index), states);
  const alpha = overlapBy('macarthur-levins', states);
  const sums = (pair: Overlap, counts: (row: number, other: number) => boolean): Float64Array => {
    const values = new Float64Array(states.rows).fill(NaN);
    for (const row of rows)
      values[row] = rows.reduce(
        (sum, other) => (other !== row && counts(row, other) ? sum + pair(row, other) : sum),
        0,
      );
    return values;
  };
  const all = sums(overlap, () => true);
  return {
    crowding: valuesOf(all),
    ...(sectors
      ? { 'crowding-within': valuesOf(sums(overlap, (row, other) => sectors[row] === sectors[other])) }
      : {}),
    'non-overlap-density': valuesOf(all.map((value) => Math.max(0, rows.length - 1 - value))),
    'diffuse-competition': valuesOf(sums(alpha, () => true)),
  };
}

function nestednessOf(states: StateMatrix): Record<string, number | null> {
  const { values, rows, count } = takeRows(states, holders(states));
  const found = finish(nodf(values, rows, count));
  return {
    nodf: valueOf(found.all),
    'nodf-rows': valueOf(found.rows),
    'nodf-columns': valueOf(found.columns),
    wnodf: valueOf(found.weighted),
  };
}

/** Over the ordered pairs of those that have a niche; null where it is undefined for one of them. */
function means(states: StateMatrix): Record<string, number | null> {
  const rows = holders(states);
  return Object.fromEntries(
    Object.entries(OVERLAPS).map(([id, index]) => {
      const overlap = overlapBy(index, states);
      let sum = 0;
      for (const row of rows) for (const other of rows) if (other !== row) sum += overlap(row, other);
      return [`mean-${id}`, valueOf(sum / (rows.length * (rows.length - 1)))];
    }),
  );
}

function caveats({ people, states, options }: NicheSource): Localized[] {
  const idsOf = (counts: (used: number) => boolean): string[] =>
    people.flatMap(({ id }, row) => (counts(states.used[row] ?? 0) ? [id] : []));
  const notes: Localized[] = [];
  const empty = namesText(idsOf((used) => used === 0));
  const single = idsOf((used) => used === 1);
  if (options['overlap'] !== boundedIndex(options['overlap'] as OverlapIndex))
    notes.push({
      en: 'Crowding is counted by Schoener’s overlap, since the index asked for is not a share.',
      zh: '拥挤度按 Schoener 重叠计，因所选指数不是比例。',
    });
  if (empty.en !== '')
    notes.push({
      en: `Without a niche, and so without values: ${empty.en}.`,
      zh: `生态位为空、故无值：${empty.zh}。`,
    });
  if (single.length > 0)
    notes.push({
      en: `With one state alone, whose overlap with each other is 0 or 1 by construction: ${namesText(single).en}.`,
      zh: `只利用一种资源状态、彼此重叠必为 0 或 1：${namesText(single).zh}。`,
    });
  notes.push({
    en: 'Overlap is not competition unless what is shared is short, and nestedness means nothing without a test against chance.',
    zh: '只有共用的资源短缺时重叠才意味着竞争；嵌套度须结合随机检验解读。',
  });
  return notes;
}
