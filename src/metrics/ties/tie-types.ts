import { csrOf, type Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';

/** Who is tied by ties of one type. */
export interface TypePairs {
  readonly typeId: string;
  /** Its pattern; in an undirected reading symmetric, so that every pair is there twice. */
  readonly pairs: Csr;
}

/** Of every type with ties, in the order of the types; self-loops left out. O(types * n + m). */
export function typePairs(network: Network, directed: boolean): Computation<readonly TypePairs[]> {
  return once(network, `type-pairs ${directed ? 'directed' : 'undirected'}`, () => found(network, directed));
}

function* found({ n, ties }: Network, directed: boolean): Computation<readonly TypePairs[]> {
  const ofType: number[][] = ties.typeIds.map(() => []);
  for (let tie = 0; tie < ties.types.length; tie++)
    if (ties.source[tie] !== ties.target[tie]) ofType[ties.types[tie]!]?.push(tie);
  const all: TypePairs[] = [];
  for (const [type, members] of ofType.entries()) {
    if (members.length === 0) continue;
    const rows: number[] = [];
    const columns: number[] = [];
    for (const tie of members) {
      rows.push(ties.source[tie]!);
      columns.push(ties.target[tie]!);
      if (directed && ties.mutual[tie] !== 1) continue;
      rows.push(ties.target[tie]!);
      columns.push(ties.source[tie]!);
    }
    all.push({
      typeId: ties.typeIds[type] ?? '',
      pairs: csrOf(n, Uint32Array.from(rows), Uint32Array.from(columns), new Float64Array(rows.length)),
    });
    yield (type + 1) / ofType.length;
  }
  return all;
}
