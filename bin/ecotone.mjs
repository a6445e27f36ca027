#!/usr/bin/env node
// The command `ecotone`: starts the built command line, and builds it first where it was never built.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '..');
const built = path.join(root, 'build/cli/ecotone.mjs');

if (!existsSync(built) && existsSync(path.join(root, 'node_modules/vite'))) {
  const { buildCommandLine } = await import('../scripts/build.mjs');
  await buildCommandLine();
}
if (existsSync(built)) {
  const { main } = await import(pathToFileURL(built).href);
  main(process.argv.slice(2));
} else {
  console.error('ecotone: the command line is not built yet; run "npm run build" first.');
  process.exitCode = 1;
}
