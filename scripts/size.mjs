// @ts-check
// Weighs the scripts that the first page view runs on the main thread, as gzip, against a budget.
// Usage: node scripts/size.mjs (after a build)
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const budget = 350_000;

/**
 * The scripts that index.html names and everything they import statically, each with its size in bytes as gzip.
 *
 * @param {string} folder of a built app
 * @returns {Map<string, number>}
 */
function firstLoad(folder) {
  const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = [
    ...html.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="\.\/([^"]+\.js)"/g),
  ];
  const sizes = new Map();
  const waiting = named.map((match) => path.join(folder, match[1] ?? ''));
  for (const file of waiting) {
    const name = path.relative(folder, file);
    if (sizes.has(name)) continue;
    const code = fs.readFileSync(file, 'utf8');
    sizes.set(name, gzipSync(code).length);
    const imports = code.matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[\w$*{}\s,"']*?from)?\s*["'](\.\/[^"']+\.js)["']/g,
    );
    for (const [, address = ''] of imports) waiting.push(path.join(path.dirname(file), address));
  }
  return sizes;
}

const sizes = firstLoad(path.join(root, 'dist'));
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, size] of sizes) console.log(`${kilobytes(size).padStart(10)}  ${name}`);
console.log(
  `${kilobytes(total).padStart(10)}  first load on the main thread, gzip; the budget is ${kilobytes(budget)}`,
);
if (sizes.size === 0) {
  console.error('index.html names no script: is this the built page?');
  process.exitCode = 1;
}
if (total > budget) process.exitCode = 1;
