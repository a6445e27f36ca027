// @ts-check
// Tells whether the app and the command line were built from the sources as they are now. Only Node's built-ins.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const inputs = [
  'src',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'scripts/content-security-policy.mjs',
  'scripts/fonts.mjs',
  'scripts/kernels.mjs',
  'scripts/viewer-page.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'vite.cli.config.ts',
  'vite.config.ts',
];

/** Where the command line is built to; the app goes to dist/. */
export const commandLineFolder = 'build/cli';

/** Where the build notes what it was made from. Hidden files are neither served nor kept by the service worker. */
export const sourcesStamp = '.built-from';

/**
 * A hash of the names and contents of everything that goes into the build.
 *
 * @param {string} root
 * @returns {string}
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(root, input))) {
    const bytes = fs.readFileSync(path.join(root, file));
    hash.update(`${file.replaceAll(path.sep, '/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} [folder]
 * @returns {boolean}
 */
export function isBuilt(root, folder = 'dist') {
  const stamp = path.join(root, folder, sourcesStamp);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hashSources(root);
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function filesUnder(root, name) {
  const at = path.join(root, name);
  if (!fs.existsSync(at)) return [];
  if (!fs.statSync(at).isDirectory()) return [name];
  const entries = fs.readdirSync(at).sort();
  // what is built into the source folders is made from sources that are here too
  return entries
    .filter((entry) => entry !== 'build')
    .flatMap((entry) => filesUnder(root, path.join(name, entry)));
}
