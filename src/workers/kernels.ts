import kernelsUrl from '../kernels/build/kernels.wasm?url';
import { installKernels } from '../kernels/kernels.ts';

/**
 * Fetches the kernels and makes them available to this worker. Where that fails (a network that is gone, no SIMD) the
 * work is done by their plain twins, more slowly and with the same results: the promise never rejects.
 */
export async function prepareKernels(): Promise<void> {
  try {
    const response = await fetch(kernelsUrl);
    if (response.ok) installKernels(await response.arrayBuffer());
  } catch {
    // The twins take over.
  }
}
