import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkInput, type NetworkInput } from '../../src/network/network.ts';
import { actor, graphOf, tie } from '../metrics/support.ts';

interface NodeLink {
  readonly directed: boolean;
  readonly nodes: readonly { readonly id: string; readonly sector?: string }[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

/** A number, a list, or a record of these; null where undefined. */
export type Value = number | string | null | readonly Value[] | { readonly [key: string]: Value };

export interface OracleRecord {
  /** The measure's name, with its convention. */
  readonly m: string;
  readonly by: string;
  /** Absent where the software gave none. */
  readonly v?: Value;
  /** Of a matrix: its rows and columns. */
  readonly sectors?: readonly string[];
}

export interface Expected {
  readonly order: readonly string[];
  readonly records: readonly OracleRecord[];
}

export interface Case {
  readonly input: NetworkInput;
  /** The file's ids of the actors, in the network's order, which is that of the file and of vectors. */
  readonly order: readonly string[];
}

/** Actors get ids in the order of the file, since that order settles what is else a draw. */
export function readNetwork(folder: string, name: string): Case {
  const file = JSON.parse(readFileSync(join(folder, 'networks', `${name}.json`), 'utf8')) as NodeLink;
  const order = file.nodes.map((node) => node.id);
  const ids = new Map(order.map((id, place) => [id, `a${String(place).padStart(4, '0')}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const input = networkInput(
    graphOf(
      file.nodes.map((node) => actor(idOf(node.id), { sector: node.sector ?? 'other' })),
      file.links.map(({ source, target, weight }, k) =>
        tie(`t${String(k).padStart(5, '0')}`, idOf(source), idOf(target), {
          weight,
          direction: file.directed ? 'one-way' : 'mutual',
        }),
      ),
    ),
  );
  return { input, order };
}

export function readExpected(folder: string, file: string): Expected {
  return JSON.parse(readFileSync(join(folder, 'expected', file), 'utf8')) as Expected;
}

/** The roles of Gould & Fernandez that the diagnosis of a network states, as a record. */
export function readRoles(folder: string, network: string): OracleRecord[] {
  const path = join(folder, 'expected', `${network}.diagnosis.json`);
  if (!existsSync(path)) return [];
  const { by, gould_fernandez: roles } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly by: string;
    readonly gould_fernandez: { readonly values: Value };
  };
  return [{ m: 'gould_fernandez', by, v: roles.values }];
}
