// @ts-check
// Makes the app's icons in public/icons: two regions that meet, and the actors and ties that cross their border.
// Usage: node scripts/icons.mjs
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { browserArguments, findBrowser } from './browser.mjs';
import { root } from './setup.mjs';

const water = '#0d5c75';
const land = '#5b9b3e';

/**
 * The mark on a square of 64 units. Systems crop a full-bleed icon to a shape of their own, so its drawing is smaller.
 *
 * @param {{ fullBleed?: boolean }} [options]
 */
function mark({ fullBleed = false } = {}) {
  const radius = fullBleed ? 0 : 14;
  const drawing = fullBleed ? ' transform="translate(32 32) scale(0.8) translate(-32 -32)"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <clipPath id="shape"><rect width="64" height="64" rx="${radius}" /></clipPath>
  <g clip-path="url(#shape)">
    <rect width="64" height="64" fill="${water}" />
    <path d="M40 0C24 16 46 30 32 44C26 50 25 57 27 64H64V0Z" fill="${land}" />
  </g>
  <g${drawing}>
    <path d="M18 22L47 30L22 48Z" fill="none" stroke="#fff" stroke-width="4" stroke-linejoin="round" />
    <g fill="#fff">
      <circle cx="18" cy="22" r="7.5" />
      <circle cx="47" cy="30" r="9.5" />
      <circle cx="22" cy="48" r="6" />
    </g>
  </g>
</svg>
`;
}

const folder = path.join(root, 'public/icons');
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'ecotone.svg'), mark());

const executablePath = findBrowser();
if (!executablePath)
  throw new Error('Icons are drawn by a browser, and none was found. Set CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, args: browserArguments });
const images = [
  { name: 'ecotone-180.png', size: 180, fullBleed: true },
  { name: 'ecotone-192.png', size: 192, fullBleed: false },
  { name: 'ecotone-512.png', size: 512, fullBleed: false },
  { name: 'ecotone-maskable-512.png', size: 512, fullBleed: true },
];
for (const { name, size, fullBleed } of images) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${mark({ fullBleed })}`);
  await page.screenshot({ path: path.join(folder, name), omitBackground: true });
  await page.close();
}
await browser.close();
