// @ts-check
// Makes the pictures of the README from the built app: `npm run screenshots`.
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { browserArguments, findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';

const folder = path.join(root, 'docs', 'screenshots');
const PICTURES = [
  { name: 'map-light', language: 'en', theme: 'light', width: 1280, height: 800 },
  { name: 'map-dark-zh', language: 'zh', theme: 'dark', width: 1280, height: 800 },
];

const executablePath = findBrowser();
if (!executablePath)
  throw new Error('No Chromium, Chrome or Edge was found: install one, or run `npm test` once.');
fs.mkdirSync(folder, { recursive: true });
const server = await serve({ folder: path.join(root, 'dist'), port: 0 });
const browser = await chromium.launch({ executablePath, args: browserArguments });
for (const { name, language, theme, width, height } of PICTURES) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await context.addInitScript(
    (preferences) => localStorage.setItem('ecotone.preferences', preferences),
    JSON.stringify({ language, theme, flags: [] }),
  );
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: language === 'en' ? /Jinhua/ : /金华/ }).click();
  await page.getByTestId('canvas').waitFor();
  await page.getByRole('button', { name: language === 'en' ? 'Measures' : '指标', exact: true }).click();
  await page.getByRole('complementary').waitFor();
  // The name of an actor stands in the ranking as soon as the worker has answered.
  await page
    .getByRole('complementary')
    .getByRole('button', { name: language === 'en' ? /bureau/ : /局/ })
    .first()
    .waitFor();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}
await browser.close();
await server.close();
console.log(`Wrote ${PICTURES.length} pictures to docs/screenshots.`);
