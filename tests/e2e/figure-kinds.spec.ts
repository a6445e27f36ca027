import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { saved, start } from './steps.ts';

async function savedFigure(page: Page, button: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/中介中心性\.svg$/u);
  return readFileSync(await file.path(), 'utf8');
}

test('a ranking and a distribution are saved as figures, of what is seen of the map', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page, 'zh');
  await page.getByRole('button', { name: /金华/ }).click();
  await saved(page);
  // What is hidden is in no figure.
  await page.getByRole('region', { name: '图例' }).getByRole('button', { name: /^高校/ }).click();
  await page.getByRole('button', { name: '指标', exact: true }).click();
  const search = page.getByRole('searchbox', { name: '查找指标' });
  await search.fill('中介中心性');
  await expect(page.getByRole('listitem').filter({ hasText: '中介中心性' }).first()).toBeVisible();
  await search.press('Enter');
  const article = page.getByRole('article', { name: '中介中心性' });

  const ranking = await savedFigure(page, article.getByRole('button', { name: '排名: 存为图（SVG）' }));
  expect(ranking).toContain('width="183mm"');
  expect(ranking).toMatch(/<text[^>]*>新能源整车企业A<\/text>/u);
  expect(ranking).not.toMatch(/高校|大学|NaN|foreignObject/u);

  const spread = await savedFigure(page, article.getByRole('button', { name: '分布: 存为图（SVG）' }));
  expect(spread).toMatch(/<text[^>]*>中位数 [\d.]+<\/text>/u);
});
