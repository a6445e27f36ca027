// @ts-check
// Draws a sample on the canvas and as a figure, and puts both into one picture to look at: what is seen is what is
// exported. Usage: node scripts/side-by-side.mjs [FILE.png] (after a build)
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { browserArguments, findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';

const file = path.resolve(process.argv[2] ?? path.join(root, 'test-results', 'side-by-side.png'));
const size = { width: 1100, height: 900 };

/**
 * The map alone as the canvas shows it, and the same part of it as a figure.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} home
 */
async function bothPictures(page, home) {
  await page.addInitScript(() =>
    localStorage.setItem(
      'ecotone.preferences',
      JSON.stringify({ language: 'en', theme: 'light', flags: [] }),
    ),
  );
  await page.goto(home);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  const canvas = page.getByTestId('canvas');
  await canvas.waitFor();
  // Sizes follow from a measure, which a worker computes; the legend names it when it is there.
  await page.getByText(/^Size: /).waitFor();
  const seen = await canvas.screenshot();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Shows' }).selectOption('seen');
  await dialog.getByRole('radio', { name: 'No legend' }).check();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('');
  await dialog.getByRole('combobox', { name: 'Made for' }).selectOption('screen');
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save SVG' }).click();
  const svg = fs.readFileSync(await (await waiting).path());
  return { seen, svg };
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found.');
const server = await serve({ folder: path.join(root, 'dist'), port: 0 });
const browser = await chromium.launch({ executablePath, args: browserArguments });
const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', acceptDownloads: true });
const { seen, svg } = await bothPictures(await context.newPage(), server.url);
const sheet = await context.newPage();
await sheet.setViewportSize({ width: size.width * 2 + 40, height: size.height + 60 });
await sheet.setContent(
  `<body style="margin:20px;font:16px sans-serif;display:grid;grid-template-columns:1fr 1fr;gap:20px">
  <figure style="margin:0"><figcaption>Canvas</figcaption><img style="width:100%" src="data:image/png;base64,${seen.toString('base64')}"></figure>
  <figure style="margin:0"><figcaption>Figure (SVG)</figcaption><img style="width:100%" src="data:image/svg+xml;base64,${svg.toString('base64')}"></figure>
  </body>`,
);
fs.mkdirSync(path.dirname(file), { recursive: true });
await sheet.screenshot({ path: file });
await browser.close();
await server.close();
console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
