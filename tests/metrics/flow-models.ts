import { csrOf, type Csr } from '../../src/network/csr.ts';

/** A matrix of flows, rows giving, as the library holds it. */
export function flowsFrom(matrix: readonly (readonly number[])[]): Csr {
  const entries = matrix.flatMap((line, row) =>
    line.map((flow, column) => ({ row, column, flow })).filter(({ flow }) => flow !== 0),
  );
  return csrOf(
    matrix.length,
    Uint32Array.from(entries, ({ row }) => row),
    Uint32Array.from(entries, ({ column }) => column),
    Float64Array.from(entries, ({ flow }) => flow),
  );
}
