import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildFonts, fontFiles } from './scripts/fonts.mjs';
import { buildKernels, kernelsFile } from './scripts/kernels.mjs';
import { hashSources, sourcesStamp } from './scripts/sources.mjs';
import { viewerPage } from './scripts/viewer-page.mjs';

const root = import.meta.dirname;
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};

await buildKernels();
buildFonts();

/** The command line: one program for Node with all that it needs inside, and kernels and fonts beside it. */
export default defineConfig({
  publicDir: false,
  define: { __BUILD__: JSON.stringify(version) },
  plugins: [viewerPage(), filesBeside(), noteSources()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'ecotone.mjs', inlineDynamicImports: true } },
  },
});

function filesBeside(): Plugin {
  return {
    name: 'files-beside',
    writeBundle: ({ dir }) => {
      if (!dir) return;
      for (const file of [kernelsFile, ...fontFiles])
        fs.copyFileSync(file, path.join(dir, path.basename(file)));
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
