import type { MeasureOptions } from '../../model/measure-options.ts';
import { DIMENSIONS } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import type { Axis, Phrase, Sentence } from '../detail.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { stateMatrix, type StateMatrix } from './state-matrix.ts';

/** The options that settle what a niche is read from. */
export type NicheOptions = Pick<MeasureOptions, 'niche' | 'nicheStates' | 'availability'>;

/** The resource-state matrix in force, and what its columns are. */
export interface ResourceStates extends StateMatrix {
  readonly axis: Axis;
}

/** All columns that there could be, and how much of each every actor uses. */
interface Columns {
  readonly count: number;
  readonly id: (column: number) => string;
  /** Where columns are not resources themselves. */
  readonly label?: (column: number) => Sentence;
  readonly eachUse: (visit: (actor: number, column: number, amount: number) => void) => void;
}

/** The matrix of a network, made once. */
export function resourceStates(network: Network, options: NicheOptions): Computation<ResourceStates> {
  const { niche, nicheStates, availability } = options;
  return once(network, `states ${niche} ${nicheStates} ${availability}`, function* () {
    yield 0;
    return statesOf(network, options);
  });
}

/**
 * X of each actor and state: by the kinds of ties held (direction, type, sector of the partner), by what is offered, by
 * what is needed, or by strategy dimension and sector of the partner. In a directed network a mutual tie counts both
 * ways; self-loops do not count.
 *
 * @param directed whether ties have a direction: that of the network without it
 */
export function statesOf(
  network: Network,
  options: NicheOptions,
  directed: boolean = network.directed,
): ResourceStates {
  const columns = columnsOf(network, options, directed);
  const inUse = new Uint8Array(columns.count).fill(options.nicheStates === 'all' ? 1 : 0);
  if (options.nicheStates === 'used')
    columns.eachUse((_, column, amount) => {
      if (amount > 0) inUse[column] = 1;
    });
  const kept = Array.from(inUse.keys()).filter((column) => inUse[column] === 1);
  const place = new Int32Array(columns.count).fill(-1);
  for (const [state, column] of kept.entries()) place[column] = state;

  const count = kept.length;
  const values = new Float64Array(network.n * count);
  columns.eachUse((actor, column, amount) => {
    if (amount > 0) values[actor * count + place[column]!]! += amount;
  });
  const matrix = stateMatrix(values, network.n, count, availableOf(network, options, kept));
  const { label } = columns;
  const ids = kept.map(columns.id);
  return { ...matrix, axis: label ? { of: 'state', ids, labels: kept.map(label) } : { of: 'resource', ids } };
}

/** What is offered of each resource in the region, for needs; undefined where all states are alike. */
function availableOf(
  { n, profiles: { supply, resourceIds } }: Network,
  { niche, availability }: NicheOptions,
  kept: readonly number[],
): Float64Array | undefined {
  if (niche !== 'demand' || availability !== 'supply') return undefined;
  return Float64Array.from(kept, (resource) => {
    let offered = 0;
    for (let actor = 0; actor < n; actor++) offered += supply[actor * resourceIds.length + resource]!;
    return offered;
  });
}

function columnsOf(network: Network, options: NicheOptions, directed: boolean): Columns {
  const { supply, demand } = network.profiles;
  if (options.niche === 'supply') return declaredColumns(network, supply);
  if (options.niche === 'demand') return declaredColumns(network, demand);
  return options.niche === 'role' ? roleColumns(network, directed) : dimensionColumns(network, directed);
}

function declaredColumns({ n, profiles: { resourceIds } }: Network, amounts: Float64Array): Columns {
  const count = resourceIds.length;
  return {
    count,
    id: (column) => resourceIds[column] ?? '',
    eachUse(visit) {
      for (let cell = 0; cell < n * count; cell++)
        visit(Math.floor(cell / count), cell % count, amounts[cell]!);
    },
  };
}

function roleColumns(network: Network, directed: boolean): Columns {
  const { ties, sectorIds } = network;
  const types = ties.typeIds.length;
  const sectors = sectorIds.length;
  const partsOf = (column: number): { way: Way; type: string; sector: string } => ({
    way: directed ? (column < types * sectors ? 'in' : 'out') : 'with',
    type: ties.typeIds[Math.floor(column / sectors) % types] ?? '',
    sector: sectorIds[column % sectors] ?? '',
  });
  return {
    count: (directed ? 2 : 1) * types * sectors,
    id: (column) => {
      const { way, type, sector } = partsOf(column);
      return `${way}|${type}|${sector}`;
    },
    label: (column) => {
      const { way, type, sector } = partsOf(column);
      return ROLE_LABELS[way]({ of: 'tie-type', id: type }, { of: 'sector', id: sector });
    },
    eachUse: (visit) =>
      eachTieEnd(network, directed, (actor, partner, tie, gives) => {
        const kind = ties.types[tie]! * sectors + network.sectors[partner]!;
        visit(actor, gives ? types * sectors + kind : kind, ties.weight[tie]!);
      }),
  };
}

type Way = 'in' | 'out' | 'with';

const ROLE_LABELS: Readonly<Record<Way, (type: Phrase, sector: Phrase) => Sentence>> = {
  in: (type, sector) => ({ en: [type, ' from ', sector], zh: ['从', sector, '获得', type] }),
  out: (type, sector) => ({ en: [type, ' to ', sector], zh: ['向', sector, '提供', type] }),
  with: (type, sector) => ({ en: [type, ' with ', sector], zh: ['与', sector, '的', type, '关系'] }),
};

function dimensionColumns(network: Network, directed: boolean): Columns {
  const { ties, sectorIds, profiles } = network;
  const sectors = sectorIds.length;
  const dimension = (column: number): string => DIMENSIONS[Math.floor(column / sectors)] ?? '';
  const sector = (column: number): string => sectorIds[column % sectors] ?? '';
  return {
    count: DIMENSIONS.length * sectors,
    id: (column) => `${dimension(column)}|${sector(column)}`,
    label: (column) => {
      const [axis, partner]: [Phrase, Phrase] = [
        { of: 'dimension', id: dimension(column) },
        { of: 'sector', id: sector(column) },
      ];
      return { en: [axis, ' with ', partner], zh: ['与', partner, '的', axis] };
    },
    eachUse: (visit) =>
      eachTieEnd(network, directed, (actor, partner, tie) =>
        visit(
          actor,
          profiles.tieTypeDimensions[ties.types[tie]!]! * sectors + network.sectors[partner]!,
          ties.weight[tie]!,
        ),
      ),
  };
}

/**
 * Each tie from both of its ends, self-loops left out; `gives` is true for the end that gives. Where there is direction, a
 * mutual tie is two ties; where there is none, no end gives.
 */
export function eachTieEnd(
  { ties: { source, target, mutual } }: Network,
  directed: boolean,
  visit: (actor: number, partner: number, tie: number, gives: boolean) => void,
): void {
  for (let tie = 0; tie < source.length; tie++) {
    const giver = source[tie]!;
    const receiver = target[tie]!;
    if (giver === receiver) continue;
    visit(giver, receiver, tie, directed);
    visit(receiver, giver, tie, false);
    if (!directed || mutual[tie] !== 1) continue;
    visit(receiver, giver, tie, true);
    visit(giver, receiver, tie, false);
  }
}
