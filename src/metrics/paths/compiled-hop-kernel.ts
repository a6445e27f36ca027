import { KernelSpace } from '../../kernels/kernels.ts';
import type { Csr } from '../../network/csr.ts';
import { pathSums, SUM_NAMES, type PathKernel, type PathSums } from './kernel.ts';

/** Sources searched at once. */
export const LANES = 16;
/** Of a call. After a few calls the engine has compiled the kernel well; in one long call it would not. */
export const SOURCES_PER_CALL = 64;

interface HopKernels {
  hopGraph(n: number, entries: number, ...pointers: number[]): void;
  hopSums(...pointers: number[]): void;
  hopRoom(...pointers: number[]): void;
  hopRun(sources: number, count: number): void;
}

/** What an actor takes: three rows of lanes, two lists of an entry a lane, sums, offsets, sets of lanes. */
const BYTES_PER_ACTOR = 3 * 8 * LANES + 2 * 4 * LANES + 6 * 8 + 6 * 4;

/** The kernel of src/kernels/assembly/paths-hops.ts: 16 sources in lockstep, every tie one step long. */
export class CompiledHopKernel implements PathKernel {
  readonly sums: PathSums;
  readonly #space: KernelSpace<HopKernels>;
  readonly #sources: Int32Array;

  /** @param turned the graph's transpose; the same object where it is symmetric */
  constructor(graph: Csr, turned: Csr) {
    const n = graph.offsets.length - 1;
    const entries = graph.columns.length;
    const space = new KernelSpace<HopKernels>(n * BYTES_PER_ACTOR + entries * 8 + 4096);
    this.#space = space;
    const rows = [space.int32(graph.offsets), space.int32(graph.columns)];
    const turnedRows = turned === graph ? rows : [space.int32(turned.offsets), space.int32(turned.columns)];
    this.sums = pathSums(() => space.float64(n));
    this.#sources = space.int32(SOURCES_PER_CALL);
    const room = [
      ...[space.float64(n * LANES), space.float64(n * LANES), space.float64(n * LANES)],
      ...[space.int32(n), space.int32(n)],
      ...[space.int32(n * LANES + 1), space.int32(n * LANES + 1)],
      ...[space.int32(n + 2), space.int32(n)],
    ];
    const { kernels } = space;
    kernels.hopGraph(n, entries, ...[...rows, ...turnedRows].map(pointer));
    kernels.hopSums(...SUM_NAMES.map((name) => pointer(this.sums[name])));
    kernels.hopRoom(...room.map(pointer));
  }

  run(sources: Uint32Array): void {
    for (let from = 0; from < sources.length; from += SOURCES_PER_CALL) {
      const some = sources.subarray(from, from + SOURCES_PER_CALL);
      this.#sources.set(some);
      this.#space.kernels.hopRun(pointer(this.#sources), some.length);
    }
  }

  release(): void {
    this.#space.release();
  }
}

/** Where an array of a space lies in its memory. */
export function pointer(array: { readonly byteOffset: number }): number {
  return array.byteOffset;
}
