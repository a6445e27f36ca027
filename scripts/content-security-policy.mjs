// @ts-check
// What the built page may do: run its own scripts, read its own origin, and nothing else.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The policy as one line. Trusted Types: Svelte makes its templates under a policy of its own; 'default' is
 * src/workers/trusted-types.ts.
 *
 * @param {string} root
 * @returns {string}
 */
export function contentSecurityPolicy(root) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' '${hashOfCytoscapeStyle(root)}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html default',
  ].join('; ');
}

/**
 * cytoscape adds one style sheet to the page by itself. Its text is read from the installed package, so that another
 * version either gets the right hash or stops the build.
 *
 * @param {string} root
 * @returns {string}
 */
export function hashOfCytoscapeStyle(root) {
  const source = fs.readFileSync(path.join(root, 'node_modules/cytoscape/dist/cytoscape.esm.mjs'), 'utf8');
  const className = /var className = '(__+cytoscape_container)'/.exec(source)?.[1];
  const rule = /stylesheet\.textContent = '\.' \+ className \+ '([^']*)'/.exec(source)?.[1];
  if (!className || rule === undefined) {
    throw new Error('The style sheet that cytoscape injects was not found in its source; see this function.');
  }
  return `sha256-${createHash('sha256').update(`.${className}${rule}`).digest('base64')}`;
}
