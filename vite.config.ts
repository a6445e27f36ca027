import { svelte } from '@sveltejs/vite-plugin-svelte';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './scripts/content-security-policy.mjs';
import { buildFonts } from './scripts/fonts.mjs';
import { buildKernels } from './scripts/kernels.mjs';
import { hashSources, sourcesStamp } from './scripts/sources.mjs';
import { viewerPage } from './scripts/viewer-page.mjs';

const root = import.meta.dirname;

await buildKernels();
buildFonts();

export default defineConfig({
  // relative addresses, so that the built folder works at any path of a host
  base: './',
  define: { __BUILD__: JSON.stringify(buildName()) },
  plugins: [svelte(), viewerPage(), strictPolicy(), noteSources(), installable()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // the policy lets fonts and wasm come from the origin only, not from data: addresses
    assetsInlineLimit: 0,
    // every browser that reads es2022 knows modulepreload
    modulePreload: { polyfill: false },
    // cytoscape alone is over Vite's default limit; `npm test` holds the whole first load to a budget
    chunkSizeWarningLimit: 1_000,
  },
});

/** Version and commit: what "About" and a problem report show. ECOTONE_BUILD stands in for it in tests of updates. */
function buildName(): string {
  if (process.env.ECOTONE_BUILD) return process.env.ECOTONE_BUILD;
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return `${version}+${commit.toString().trim()}`;
  } catch {
    return version; // downloaded without its history
  }
}

/** The development server needs inline scripts and styles, so only the built page is strict. */
function strictPolicy(): Plugin {
  return {
    name: 'strict-content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) => {
      const charset = '<meta charset="utf-8" />';
      if (!html.includes(charset)) throw new Error('index.html has no charset line to put the policy after.');
      const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(root)}" />`;
      return html.replace(charset, () => `${charset}\n    ${policy}`);
    },
  };
}

/** Lets `npm start` see that the built app is still the one of these sources. */
function noteSources(): Plugin {
  let hash = '';
  return {
    name: 'note-sources',
    apply: 'build',
    buildStart: () => {
      hash ||= hashSources(root);
    },
    writeBundle: ({ dir }) => {
      if (dir) fs.writeFileSync(path.join(dir, sourcesStamp), hash);
    },
  };
}

function installable(): Plugin[] {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    includeAssets: [],
    manifest: {
      id: './',
      name: 'Ecotone',
      short_name: 'Ecotone',
      description:
        'Map, measure and reshape collaborative innovation ecosystems. 绘制、测度与重塑协同创新生态系统。',
      lang: 'en',
      dir: 'ltr',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f6f6f4',
      theme_color: '#0d5c75',
      categories: ['productivity', 'education', 'business'],
      icons: [
        { src: 'icons/ecotone.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/ecotone-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/ecotone-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/ecotone-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,bin,json,csv,graphml}'],
      maximumFileSizeToCacheInBytes: 8e6,
      clientsClaim: true,
      // one file: importScripts would need a Trusted Types policy inside the service worker
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}
