// @ts-check
// Builds the page that a saved map is read on (src/viewer) into one script and one style sheet, which the app and the
// command line carry as texts.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const name = 'virtual:viewer-page';
const resolved = `\0${name}`;

/** @typedef {import('../src/figures/viewer/viewer-file.ts').ViewerPage} ViewerPage */

/** @type {Promise<ViewerPage> | undefined} */
let made;

/**
 * Gives `import('virtual:viewer-page')`, which is built when it is first asked for.
 *
 * @returns {import('vite').Plugin}
 */
export function viewerPage() {
  return {
    name: 'viewer-page',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: async (id) => {
      if (id !== resolved) return undefined;
      const page = await (made ??= buildViewer());
      return `export const page = ${JSON.stringify(page)};`;
    },
  };
}

/** @returns {Promise<ViewerPage>} */
export async function buildViewer() {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [svelte()],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: path.join(root, 'src/viewer/main.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const files = 'output' in result ? result.output : Array.isArray(result) ? (result[0]?.output ?? []) : [];
  let script = '';
  let style = '';
  for (const file of files) {
    if (file.type === 'chunk') script += file.code;
    else if (file.fileName.endsWith('.css')) style += String(file.source);
    else throw new Error(`The page of a map would need a file of its own: ${file.fileName}`);
  }
  if (script === '' || style === '') throw new Error('The page of a map was built without script or style.');
  const [safeScript, safeStyle] = [withinScript(script), style.replaceAll('\r', '').trim()];
  if (/<\/style/i.test(safeStyle)) throw new Error('The style sheet of the page would end early.');
  return { script: safeScript, style: safeStyle, policy: policyFor(safeScript, safeStyle) };
}

/**
 * Code that nothing in it can end as an element: within strings and templates, where alone these can stand, the
 * backslash means nothing.
 *
 * @param {string} code
 */
function withinScript(code) {
  return code
    .replaceAll('\r', '')
    .replace(/<(?=\/script)/gi, '<\\')
    .replace(/<!--/g, '<\\!--')
    .trim();
}

/**
 * @param {string} script
 * @param {string} style
 */
function policyFor(script, style) {
  const hash = (/** @type {string} */ text) =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
}
