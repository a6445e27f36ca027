// @ts-check
// Draws every kind of figure, of two maps, in both languages and at several widths, into one page to look at:
// build/gallery/index.html with the SVG files beside it. Run: node scripts/gallery.mjs
import fs from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root, run, setUp } from './setup.mjs';

const folder = path.join(root, 'build/gallery');

await run(async () => {
  setUp();
  const { module } = await runnerImport(path.join(root, 'tests/figures/gallery.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  /** @type {{ galleryFigures: () => Iterable<{ id: string, svg?: string, why?: string }> }} */
  const { galleryFigures } = module;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const entries = [];
  for (const { id, svg, why } of galleryFigures()) {
    if (svg === undefined) {
      entries.push(`<figure><figcaption>${id}</figcaption><p>${why ?? ''}</p></figure>`);
      continue;
    }
    const name = `${id.replaceAll(/[ +]/gu, '_')}.svg`;
    fs.writeFileSync(path.join(folder, name), svg);
    entries.push(
      `<figure><figcaption>${id}</figcaption><a href="${name}"><img src="${name}" alt="${id}"></a></figure>`,
    );
  }
  const style =
    'body{margin:16px;display:flex;flex-wrap:wrap;gap:16px;align-items:start;background:#8a8a86;font:12px sans-serif}' +
    'figure{margin:0;padding:8px;background:#e8e8e4}figcaption{margin-bottom:6px}img{max-width:720px;background:#fff}';
  fs.writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Figures</title><style>${style}</style>\n${entries.join('\n')}\n`,
  );
  console.log(`${entries.length} figures: ${path.relative(process.cwd(), path.join(folder, 'index.html'))}`);
});
