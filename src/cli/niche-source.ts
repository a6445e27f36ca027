import type { Localized } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { fold } from '../formats/text.ts';
import { clauses } from '../metrics/conventions.ts';
import { settingOf } from '../metrics/measure.ts';
import { availabilityClause, nicheClause, statesClause } from '../metrics/niche/niche-clauses.ts';
import { statesOf } from '../metrics/niche/resource-states.ts';
import { stateMatrix, type StateMatrix } from '../metrics/niche/state-matrix.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import { compileNetwork, type Network } from '../network/network.ts';
import type { Person } from './ecology-result.ts';
import { bytesOf, mapOf, peopleOf } from './map-file.ts';
import { numberCells, numberTable, type NumberTable } from './number-table.ts';

/** What niches are read from: the matrix in force, and whose it is. */
export interface NicheSource {
  readonly people: readonly Person[];
  readonly resources: readonly string[];
  readonly states: StateMatrix;
  /** Of each actor; null where the file knows none. */
  readonly sectors: ArrayLike<number> | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly notes: readonly Localized[];
}

/** @param stated whether the user said which matrix is meant */
export function nicheSource(file: string, options: MeasureOptions, stated: boolean): Result<NicheSource> {
  const bytes = bytesOf(file);
  if (!bytes.ok) return bytes;
  const cells = numberCells(file, bytes.value);
  const table = cells && numberTable(cells);
  if (table && !table.ok) return failed(table.problem);
  if (table && !isSquare(table.value)) return ok(sourceOfTable(table.value, options, stated));
  const map = mapOf(file, bytes.value);
  if (!map.ok) return map;
  const network = compileNetwork(map.value.input, { ignoreDirection: false, ignoreWeights: false });
  const niche = stated ? options.niche : usualNiche(network);
  const inForce = { ...options, niche };
  const setting = settingOf(network, inForce);
  const states = statesOf(network, inForce);
  const { nicheStates, availability, overlap } = options;
  return ok({
    people: peopleOf(map.value),
    resources: states.axis.ids,
    states,
    sectors: network.sectors,
    options: { directed: network.directed, niche, nicheStates, availability, overlap },
    notes: [
      ...map.value.notes,
      ...(stated ? [] : [CHOSEN[niche]]),
      clauses(nicheClause(setting), statesClause(setting), availabilityClause(setting)),
    ],
  });
}

/** A table of actors by the same actors: a network, whose niches are the roles held in it. */
function isSquare({ rows, columns }: NumberTable): boolean {
  return rows.length === columns.length && columns.every((name) => rows.includes(name));
}

function usualNiche({ profiles: { demand, supply } }: Network): 'demand' | 'supply' | 'role' {
  const some = (amounts: Float64Array): boolean => amounts.some((amount) => amount > 0);
  return some(demand) ? 'demand' : some(supply) ? 'supply' : 'role';
}

const CHOSEN: Readonly<Record<MeasureOptions['niche'], Localized>> = {
  demand: {
    en: 'No --niche was given: needs are stated, and taken.',
    zh: '未指定 --niche：文件填写了需求，故采用需求。',
  },
  supply: {
    en: 'No --niche was given: no needs are stated, so what is offered is taken.',
    zh: '未指定 --niche：文件没有填写需求，故采用供给。',
  },
  role: {
    en: 'No --niche was given: neither needs nor offers are stated, so the kinds of ties held are taken.',
    zh: '未指定 --niche：文件没有填写需求与供给，故采用所持有的关系种类。',
  },
  dimension: { en: '', zh: '' },
};

/** A row of how much there is of each resource, among those of actors. */
const AVAILABILITY = ['availability', 'available', '可得性', '可得量'];

function sourceOfTable(
  { rows, columns, values }: NumberTable,
  options: MeasureOptions,
  stated: boolean,
): NicheSource {
  const given = rows.findIndex((name) => AVAILABILITY.includes(fold(name)));
  const actors = Array.from(rows.keys()).filter((row) => row !== given);
  const at = (row: number, column: number): number => values[row * columns.length + column] ?? 0;
  const kept = Array.from(columns.keys()).filter(
    (column) => options.nicheStates === 'all' || actors.some((row) => at(row, column) > 0),
  );
  const amounts = Float64Array.from(actors.flatMap((row) => kept.map((column) => at(row, column))));
  const available = given < 0 ? undefined : Float64Array.from(kept, (column) => at(given, column));
  return {
    people: actors.map((row) => ({ id: rows[row] ?? '' })),
    resources: kept.map((column) => columns[column] ?? ''),
    states: stateMatrix(amounts, actors.length, kept.length, available),
    sectors: null,
    options: {
      niche: 'matrix',
      nicheStates: options.nicheStates,
      availability: available ? 'row' : 'equal',
      overlap: options.overlap,
    },
    notes: [
      ...(stated ? [OF_MAPS] : []),
      clauses(
        { en: 'niche: the matrix of the file as it stands', zh: '生态位：文件中的矩阵原样' },
        options.nicheStates === 'used'
          ? { en: 'R: the columns that someone uses', zh: 'R 为有主体利用的列数' }
          : { en: 'R: all columns', zh: 'R 为全部列数' },
        available
          ? { en: 'availability: as its own row has it', zh: '可得性按文件中的该行计' }
          : { en: 'every state equally available', zh: '各资源状态的可得性相同' },
      ),
    ],
  };
}

const OF_MAPS: Localized = {
  en: '--niche chooses among the matrices of a map; this file is a matrix itself.',
  zh: '--niche 用于在地图的多种矩阵中选择；该文件本身即为矩阵。',
};
