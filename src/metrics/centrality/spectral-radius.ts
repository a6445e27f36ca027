import type { Csr } from '../../network/csr.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { leadingEigenpair } from '../linear/lanczos.ts';
import { perronPair } from '../linear/perron.ts';
import { productWith } from '../linear/vectors.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { strongComponents } from '../structure/components.ts';

/** Of the vector; the value of a symmetric matrix is then good to nearly the square. */
const TOLERANCE = 1e-8;

/** The largest eigenvalue of A (or of W); 0 if no tie is part of a circle, and null if it was not found. */
export function spectralRadius(network: Network, weighted: boolean): Computation<number | null> {
  return once(network, `spectral-radius:${weighted}`, () =>
    network.directed ? directed(network, weighted) : undirected(network, weighted),
  );
}

function* undirected({ n, either }: Network, weighted: boolean): Computation<number | null> {
  if (either.columns.length === 0) return 0;
  const pair = yield* leadingEigenpair({
    n,
    product: productWith(either, weighted),
    start: weighted ? rowSums(either) : rowSizes(either),
    tolerance: TOLERANCE,
    entries: either.columns.length,
  });
  return pair?.value ?? null;
}

/** The largest of those of the strong components, since a tie between two of them is part of no circle. */
function* directed(network: Network, weighted: boolean): Computation<number | null> {
  const { of, sizes } = strongComponents(network);
  let largest = 0;
  for (const [component, members] of membersOf(of, sizes).entries()) {
    if (members.length < 2) continue;
    const pair = yield* perronPair(part(network.incoming, members, of, component), weighted);
    if (!pair) return null;
    largest = Math.max(largest, pair.value);
  }
  return largest;
}

function membersOf(of: Uint32Array, sizes: readonly number[]): readonly Uint32Array[] {
  const members = sizes.map((size) => new Uint32Array(size));
  const filled = new Uint32Array(sizes.length);
  for (let actor = 0; actor < of.length; actor++) {
    const component = of[actor]!;
    members[component]![filled[component]!++] = actor;
  }
  return members;
}

/** The rows and columns of one component. */
function part(matrix: Csr, members: Uint32Array, of: Uint32Array, component: number): Csr {
  const index = new Map<number, number>();
  for (const [k, member] of members.entries()) index.set(member, k);
  const offsets = new Uint32Array(members.length + 1);
  const columns: number[] = [];
  const weights: number[] = [];
  for (const [k, member] of members.entries()) {
    for (let e = matrix.offsets[member]!; e < matrix.offsets[member + 1]!; e++) {
      const column = matrix.columns[e]!;
      if (of[column] !== component) continue;
      columns.push(index.get(column)!);
      weights.push(matrix.weights[e]!);
    }
    offsets[k + 1] = columns.length;
  }
  return { offsets, columns: Uint32Array.from(columns), weights: Float64Array.from(weights) };
}
