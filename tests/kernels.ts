import { readFileSync } from 'node:fs';
import { installKernels } from '../src/kernels/kernels.ts';

/** The compiled kernels, which the test run's start has built. */
export function installBuiltKernels(): void {
  const bytes = readFileSync(new URL('../src/kernels/build/kernels.wasm', import.meta.url));
  if (!installKernels(bytes)) throw new Error('The kernels do not run here.');
}
