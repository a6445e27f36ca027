// @ts-check
// Builds the numeric kernels (src/kernels/assembly, AssemblyScript) into one wasm module, if it is not there yet or older
// than its sources. Vite, Vitest and the command line's build call it. Only Node's built-ins and the compiler.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const sources = path.join(root, 'src/kernels/assembly');

/** Not committed: made from the sources beside it. */
export const kernelsFile = path.join(root, 'src/kernels/build/kernels.wasm');

/** Linear memory up to here holds the kernels' own tables; callers' arrays come after. */
const MEMORY_BASE = 16_384;

export async function buildKernels() {
  const stampFile = `${kernelsFile}.from`;
  const stamp = hash();
  if (fs.existsSync(kernelsFile) && fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp)
    return;
  const compiler = await import('assemblyscript/asc');
  fs.mkdirSync(path.dirname(kernelsFile), { recursive: true });
  const made = `${kernelsFile}.${process.pid}`;
  const { error, stderr } = await compiler.main(
    [
      path.relative(root, path.join(sources, 'index.ts')),
      ...['--outFile', path.relative(root, made)],
      ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'],
      ...['--enable', 'simd', '--enable', 'bulk-memory', '--memoryBase', String(MEMORY_BASE)],
    ],
    { stdout: process.stdout },
  );
  if (error) throw new Error(`The kernels could not be built: ${error.message}\n${stderr}`);
  // at once, since two builds may run at a time
  fs.renameSync(made, kernelsFile);
  fs.writeFileSync(stampFile, stamp);
}

function hash() {
  const made = createHash('sha256').update(fs.readFileSync(import.meta.filename));
  for (const file of fs.readdirSync(sources).sort())
    made.update(`${file}\0`).update(fs.readFileSync(path.join(sources, file)));
  return made.digest('hex');
}

if (process.argv[1] === import.meta.filename) await buildKernels();
