import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildKernels, kernelsFile } from './scripts/kernels.mjs';
import { hashSources, sourcesStamp } from './scripts/sources.mjs';
import { viewerPage } from './scripts/viewer-page.mjs';

const root = import.meta.dirname;

await buildKernels();

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** The command line: one program for Node with all that it needs inside, and the kernels beside it. */
export default defineConfig({
  publicDir: false,
  define: { __BUILD__: JSON.stringify(version) },
  plugins: [viewerPage(), kernelsBeside(), noteSources()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'ecotone.mjs', inlineDynamicImports: true } },
  },
});

function kernelsBeside(): Plugin {
  return {
    name: 'kernels-beside',
    writeBundle: ({ dir }) => {
      if (dir) fs.copyFileSync(kernelsFile, path.join(dir, path.basename(kernelsFile)));
    },
  };
}

/** Lets scripts see that it is still the program of these sources. */
function noteSources(): Plugin {
  let hash = '';
  return {
    name: 'note-sources',
    buildStart: () => {
      hash ||= hashSources(root);
    },
    writeBundle: ({ dir }) => {
      if (dir) fs.writeFileSync(path.join(dir, sourcesStamp), hash);
    },
  };
}
