import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { saved, start } from './steps.ts';

test('the niche map of the sample is saved as a figure that names its actors in real text', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page, 'zh');
  await page.getByRole('button', { name: /金华/ }).click();
  await saved(page);
  await page.getByRole('button', { name: '生态', exact: true }).click();
  await page.getByRole('button', { name: /^生态位图/ }).click();
  const article = page.getByRole('article', { name: '生态位图' });
  const download = page.waitForEvent('download');
  await article.getByRole('button', { name: '存为图（SVG）' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/生态位图.*\.svg$/);
  const svg = readFileSync(await file.path(), 'utf8');
  expect(svg).toContain('width="183mm"');
  expect(svg).toMatch(/<text[^>]*>生态位图<\/text>/);
  expect(svg).toMatch(/<text[^>]*>综合性大学A<\/text>/);
  expect(svg).not.toMatch(/NaN|foreignObject/);
});
