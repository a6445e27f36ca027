import { installKernels } from '../../../src/kernels/kernels.ts';
import { LAYOUTS } from '../../../src/layout/registry.ts';
import { panel } from '../../../src/metrics/panel.ts';
import { MEASURES } from '../../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import { compileNetwork, networkInput } from '../../../src/network/network.ts';
import { hashOf, referenceMap } from '../../layout/inputs.ts';
import { actor, finish, graphOf, tie } from '../../metrics/support.ts';

/**
 * What every layout and every measure gives on one map, to the bit, as hashes by id. `kernels` are the bytes of the
 * compiled ones; without them the plain twins work.
 */
export function bits(kernels: readonly number[]): Readonly<Record<string, string>> {
  const compiled = kernels.length > 0 && installKernels(Uint8Array.from(kernels));
  const found: [string, string][] = [['compiled kernels', String(compiled)]];
  for (const layout of LAYOUTS)
    found.push([`layout ${layout.id}`, hashOf(finish(layout.run(referenceMap())))]);
  const options = { ...DEFAULT_MEASURE_OPTIONS, permutations: 99, runs: 4 };
  const ids = MEASURES.map(({ id }) => id);
  for (const weighted of [true, false]) {
    const network = compileNetwork(input(), { ignoreDirection: false, ignoreWeights: !weighted });
    const values = finish(panel(network, ids, options));
    for (const level of [values.actor, values.tie, values.sector, values.network, values.details])
      for (const [id, value] of level) found.push([`${id}${weighted ? '' : ', unweighted'}`, hash(value)]);
  }
  return Object.fromEntries(found);
}

const SECTORS = ['government', 'enterprise', 'university', 'intermediary'];

function input() {
  const { ids, source, target, weight } = referenceMap();
  return networkInput(
    graphOf(
      ids.map((id, k) => actor(id, { sector: SECTORS[k % SECTORS.length] ?? 'other' })),
      [...source].map((from, k) =>
        tie(`t${String(k).padStart(4, '0')}`, ids[from] ?? '', ids[target[k] ?? 0] ?? '', {
          // thirds and sevenths: lengths that no floating-point number holds exactly
          weight: (weight[k] ?? 1) / (k % 2 === 0 ? 3 : 7),
          direction: k % 5 === 0 ? 'mutual' : 'one-way',
          type: k % 3 === 0 ? 'talent' : 'knowledge',
        }),
      ),
    ),
  );
}

/** FNV-1a of the bits of every number and of every text in a value, in the order of its keys. */
function hash(value: unknown): string {
  let code = 0x811c9dc5;
  const add = (bytes: Uint8Array): void => {
    for (const byte of bytes) code = Math.imul(code ^ byte, 0x01000193);
  };
  const walk = (part: unknown): void => {
    if (typeof part === 'number') add(new Uint8Array(Float64Array.of(part).buffer));
    else if (typeof part === 'string') add(new TextEncoder().encode(part));
    else if (ArrayBuffer.isView(part)) Array.from(part as unknown as ArrayLike<number>).forEach(walk);
    else if (part !== null && typeof part === 'object') Object.values(part).forEach(walk);
  };
  walk(value);
  return (code >>> 0).toString(16).padStart(8, '0');
}
