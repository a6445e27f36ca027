import type { Language, Localized } from '../base/localized.ts';
import { weakComponents } from '../metrics/structure/components.ts';
import { compileNetwork, type NetworkInput } from '../network/network.ts';
import type { MapFile } from './map-file.ts';
import { textTable } from './text-table.ts';

/** What a file holds, before anything is measured. */
export interface Info {
  readonly file: string;
  readonly format: string;
  readonly actors: number;
  /** As drawn: self-loops and parallel ties included, a mutual tie counted once. */
  readonly ties: number;
  readonly directed: boolean;
  readonly selfLoops: number;
  /** Ties beyond the first of the same ends and direction, whatever their types; self-loops are not among them. */
  readonly parallelTies: number;
  /** Parts that hang together, direction ignored. */
  readonly components: number;
  /** The smallest and the largest weight; null without ties. */
  readonly weights: readonly [number, number] | null;
  readonly sectors: readonly { readonly id: string; readonly actors: number }[];
  readonly tieTypes: readonly { readonly id: string; readonly ties: number }[];
  readonly notes: readonly string[];
}

export function infoOf({ file, format, input, notes }: MapFile, language: Language): Info {
  const network = compileNetwork(input, { ignoreDirection: false, ignoreWeights: false });
  const counted = (ids: readonly string[], of: ArrayLike<number>): number[] => {
    const counts = ids.map(() => 0);
    for (const index of Array.from(of)) counts[index] = (counts[index] ?? 0) + 1;
    return counts;
  };
  const perSector = counted(input.sectorIds, input.sectors);
  const perType = counted(input.tieTypeIds, input.tieTypes);
  return {
    file,
    format: format[language],
    actors: network.n,
    ties: input.tieIds.length,
    directed: network.directed,
    selfLoops: network.selfLoops,
    parallelTies: parallelTies(input),
    components: weakComponents(network).sizes.length,
    weights: rangeOf(input.weight),
    sectors: input.sectorIds.map((id, index) => ({ id, actors: perSector[index] ?? 0 })),
    tieTypes: input.tieTypeIds
      .map((id, index) => ({ id, ties: perType[index] ?? 0 }))
      .filter(({ ties }) => ties > 0),
    notes: notes.map((note) => note[language]),
  };
}

function parallelTies({ source, target, mutual }: NetworkInput): number {
  const met = new Set<string>();
  let ties = 0;
  for (const [tie, from] of source.entries()) {
    const to = target[tie] ?? from;
    if (from === to) continue;
    ties++;
    met.add(mutual[tie] === 1 ? `${Math.min(from, to)} - ${Math.max(from, to)}` : `${from} > ${to}`);
  }
  return ties - met.size;
}

function rangeOf(weights: Float64Array): readonly [number, number] | null {
  if (weights.length === 0) return null;
  let [least, most] = [Infinity, -Infinity];
  for (const weight of weights) {
    least = Math.min(least, weight);
    most = Math.max(most, weight);
  }
  return [least, most];
}

const LABELS = {
  file: { en: 'File', zh: '文件' },
  format: { en: 'Format', zh: '格式' },
  actors: { en: 'Actors', zh: '主体' },
  ties: { en: 'Ties', zh: '关系' },
  directed: { en: 'Directed', zh: '有向' },
  selfLoops: { en: 'Self-loops', zh: '自环' },
  parallelTies: { en: 'Parallel ties', zh: '平行关系' },
  components: { en: 'Components', zh: '连通分支' },
  weights: { en: 'Weights', zh: '权重' },
} satisfies Readonly<Record<string, Localized>>;
const YES: Localized = { en: 'yes', zh: '是' };
const NO: Localized = { en: 'no', zh: '否' };

/** For reading in a terminal. */
export function infoText(info: Info, language: Language): string {
  const { weights, directed, sectors, tieTypes, notes } = info;
  const values: Readonly<Record<string, string>> = {
    directed: (directed ? YES : NO)[language],
    weights: weights ? weights.join(' – ') : '—',
  };
  const keys = Object.keys(LABELS) as (keyof typeof LABELS)[];
  const counts = keys.map((key) => [LABELS[key][language], values[key] ?? String(info[key])]);
  const parts = [
    textTable(counts, ['left', 'left']),
    textTable([...sectors.map(({ id, actors }) => [id, String(actors)])], ['left', 'right']),
    textTable([...tieTypes.map(({ id, ties }) => [id, String(ties)])], ['left', 'right']),
    notes.map((note) => `${note}\n`).join(''),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
