import { WebAssembly, type WasmMemory, type WasmModule } from '../base/platform.ts';

let module: WasmModule | null = null;

/** The module at work, with a linear memory of its own. */
interface Instance {
  readonly memory: WasmMemory;
  readonly exports: unknown;
}

/** One that is not in use: to make an instance takes longer than to measure a small map. */
let spare: Instance | null = null;

/**
 * Makes the compiled kernels available to this program: each worker and the command line do so at their start. False
 * where they can't run (no SIMD), and everything is then computed by their plain twins, which give the same values.
 */
export function installKernels(bytes: Uint8Array | ArrayBuffer): boolean {
  spare = null;
  try {
    module = new WebAssembly.Module(bytes);
  } catch {
    module = null;
  }
  return module !== null;
}

/** For tests of the twins. */
export function removeKernels(): void {
  module = null;
  spare = null;
}

export function kernelsInstalled(): boolean {
  return module !== null;
}

/** Where callers' arrays begin: below lie the kernels' own tables. */
const HEAP = 131_072;
const PAGE = 65_536;

/** An instance of the kernels with a linear memory of its own, in which arrays are laid out one after the other. */
export class KernelSpace<Kernels> {
  readonly kernels: Kernels;
  readonly #instance: Instance;
  readonly #reused: boolean;
  #top = HEAP;

  /** @param bytes of all arrays together; a little more is taken */
  constructor(bytes: number) {
    if (!module) throw new Error('The kernels are not installed.');
    const pages = Math.ceil((HEAP + bytes) / PAGE) + 2;
    this.#reused = spare !== null && spare.memory.buffer.byteLength >= pages * PAGE;
    this.#instance = this.#reused && spare ? spare : instanceOf(module, pages);
    if (this.#reused) spare = null;
    this.kernels = this.#instance.exports as Kernels;
  }

  /** Leaves the instance to the next who needs one: nothing of this space may be used any more. */
  release(): void {
    const { buffer } = this.#instance.memory;
    if (!spare || spare.memory.buffer.byteLength < buffer.byteLength) spare = this.#instance;
  }

  int32(length: number | ArrayLike<number>): Int32Array {
    return this.#array(Int32Array, length);
  }

  uint8(length: number | ArrayLike<number>): Uint8Array {
    return this.#array(Uint8Array, length);
  }

  float32(length: number | ArrayLike<number>): Float32Array {
    return this.#array(Float32Array, length);
  }

  float64(length: number | ArrayLike<number>): Float64Array {
    return this.#array(Float64Array, length);
  }

  /** A view of the memory, zero or with the values given; views made before stay valid, since the memory never grows. */
  #array<
    T extends {
      set(values: ArrayLike<number>): void;
      fill(value: number): unknown;
      readonly length: number;
    },
  >(
    type: {
      new (buffer: ArrayBuffer, offset: number, length: number): T;
      readonly BYTES_PER_ELEMENT: number;
    },
    content: number | ArrayLike<number>,
  ): T {
    const length = typeof content === 'number' ? content : content.length;
    const array = new type(this.#instance.memory.buffer, this.#top, length);
    if (typeof content !== 'number') array.set(content);
    else if (this.#reused) array.fill(0);
    // rows start at cache lines
    this.#top = (this.#top + length * type.BYTES_PER_ELEMENT + 63) & ~63;
    return array;
  }
}

function instanceOf(compiled: WasmModule, pages: number): Instance {
  const memory = new WebAssembly.Memory({ initial: pages });
  const instance = new WebAssembly.Instance(compiled, { env: { memory, abort: () => undefined } });
  return { memory, exports: instance.exports };
}
