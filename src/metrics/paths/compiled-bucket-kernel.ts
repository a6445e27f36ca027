import { KernelSpace } from '../../kernels/kernels.ts';
import type { Csr } from '../../network/csr.ts';
import { BucketKernel } from './bucket-kernel.ts';
import { pointer, SOURCES_PER_CALL } from './compiled-hop-kernel.ts';
import { pathSums, SUM_NAMES, type PathKernel, type PathSums } from './kernel.ts';

interface BucketKernels {
  bucketGraph(n: number, offsets: number, columns: number, lengths: number, perLength: number): void;
  bucketSums(...pointers: number[]): void;
  bucketRoom(buckets: number, ...pointers: number[]): void;
  bucketRun(sources: number, count: number): void;
}

/** The kernel of src/kernels/assembly/paths-buckets.ts: one source at a time, ties of lengths that buckets suit. */
export class CompiledBucketKernel implements PathKernel {
  readonly sums: PathSums;
  readonly #space: KernelSpace<BucketKernels>;
  readonly #sources: Int32Array;

  /** @param lengths > 0, one an entry of the graph, which `BucketKernel.suits` accepts */
  constructor(graph: Csr, lengths: Float64Array) {
    const n = graph.offsets.length - 1;
    const entries = graph.columns.length;
    const { buckets, perLength } = BucketKernel.ring(lengths);
    const space = new KernelSpace<BucketKernels>(n * 96 + entries * 24 + buckets * 4 + 4096);
    this.#space = space;
    const offsets = space.int32(graph.offsets);
    const columns = space.int32(graph.columns);
    const ownLengths = space.float64(lengths);
    this.sums = pathSums(() => space.float64(n));
    this.#sources = space.int32(SOURCES_PER_CALL);
    const room = [
      ...[space.int32(buckets), space.int32(entries + 1), space.int32(entries + 1)],
      ...[space.float64(n), space.int32(n), space.uint8(n)],
      ...[space.float64(n), space.float64(n), space.int32(n + 1), space.int32(entries + 1)],
    ];
    const { kernels } = space;
    kernels.bucketGraph(n, pointer(offsets), pointer(columns), pointer(ownLengths), perLength);
    kernels.bucketSums(...SUM_NAMES.map((name) => pointer(this.sums[name])));
    kernels.bucketRoom(buckets, ...room.map(pointer));
  }

  run(sources: Uint32Array): void {
    for (let from = 0; from < sources.length; from += SOURCES_PER_CALL) {
      const some = sources.subarray(from, from + SOURCES_PER_CALL);
      this.#sources.set(some);
      this.#space.kernels.bucketRun(pointer(this.#sources), some.length);
    }
  }

  release(): void {
    this.#space.release();
  }
}
