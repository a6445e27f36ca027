import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, placeOf, saved, start } from './steps.ts';

/** The main job, as a stranger does it: open a file, see it, edit it, measure it, come back, export it. */

const TEXTS = {
  en: {
    open: 'Open a file',
    asNew: 'Open as new map',
    measures: 'Measures',
    tables: 'Tables',
    exportButton: 'Export',
    saveSvg: 'Save SVG',
    undo: /^Undo:/,
    maps: 'All maps',
    actors: '5 actors',
    entry: 'Trade bureau > 义乌贸易公司 : policy 2',
    sector: 'Sector',
  },
  zh: {
    open: '打开文件',
    asNew: '作为新地图打开',
    measures: '指标',
    tables: '表格',
    exportButton: '导出',
    saveSvg: '保存 SVG',
    undo: /^撤销：/,
    maps: '全部地图',
    actors: '5 个主体',
    entry: 'Trade bureau > 义乌贸易公司 : 政策 2',
    sector: '主体类型',
  },
} as const;

const TIES =
  '来源,目标,类型,权重\n金华高职院校,义乌贸易公司,人才,3\n义乌贸易公司,永康五金厂,资金,2\n金华高职院校,永康五金厂,技术,1\nTrade bureau,金华高职院校,政策,4\nTrade bureau,Isolated-no-more,信息,1\n';

for (const language of ['en', 'zh'] as const) {
  const texts = TEXTS[language];

  test(`the main job on a table of ties, in ${language}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await start(page, language);
    await choose(page, texts.open, 'ties.csv', Buffer.from(TIES));
    const review = page.getByRole('dialog');
    await expect(review).toContainText('5');
    await expect(review).toContainText('UTF-8');
    await review.getByRole('button', { name: texts.asNew }).click();

    await expect.poll(() => counts(page)).toEqual([5, 5]);
    await saved(page);
    // The first arrangement is there: one that came after the first edit would be the step that is undone.
    await expect
      .poll(() => placeOf(page, 'Trade bureau', 'position').then(({ x, y }) => x !== 0 || y !== 0))
      .toBe(true);
    await expect(page.getByTestId('notice')).toBeHidden({ timeout: 15_000 });

    await enter(page, texts.entry);
    await expect.poll(() => counts(page)).toEqual([5, 6]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: texts.undo }).click();
    await expect.poll(() => counts(page)).toEqual([5, 5]);
    await page.keyboard.press('Control+y');
    await expect.poll(() => counts(page)).toEqual([5, 6]);

    await page.getByRole('button', { name: texts.tables, exact: true }).click();
    const bureau = page.getByRole('row').filter({ hasText: 'Trade bureau' });
    await expect(bureau).toBeVisible();
    // Degree of the bureau: three partners.
    await expect(bureau.getByRole('gridcell', { name: '3', exact: true }).first()).toBeVisible();

    await page.getByRole('button', { name: texts.measures, exact: true }).click();
    await expect(page.getByRole('complementary')).toContainText(texts.actors);

    await saved(page);
    await page.reload();
    await expect.poll(() => counts(page)).toEqual([5, 6]);

    await page.getByRole('button', { name: texts.exportButton, exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.saveSvg }).click();
    const svg = readFileSync(await (await download).path(), 'utf8');
    for (const name of ['金华高职院校', 'Trade bureau', texts.sector])
      expect(svg.replace(/<[^>]*>/gu, '')).toContain(name);
    expect(svg).toContain('<text');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: texts.maps }).click();
    await page.getByText('ties', { exact: true }).click();
    await expect.poll(() => counts(page)).toEqual([5, 6]);
  });
}

test('a file that cannot be read says why and changes nothing', async ({ page }) => {
  await start(page);
  const broken: [name: string, bytes: Buffer, said: RegExp][] = [
    ['empty.csv', Buffer.from(''), /empty/i],
    [
      'picture.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0]),
      /cannot|can’t|can't|not a|no map inside/i,
    ],
    ['entities.graphml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><graphml/>'), /DOCTYPE|ENTITY|entit/i],
    ['cut.json', Buffer.from('{"format":"ecotone","version":1,"actors":[{"id"'), /JSON|line/i],
  ];
  for (const [name, bytes, said] of broken) {
    await choose(page, 'Open a file', name, bytes);
    const review = page.getByRole('dialog');
    await expect(review).toContainText(said);
    await expect(review.getByRole('button', { name: 'Open as new map' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(review).toBeHidden();
  }
});

test('the longest name of a file leaves the review in sight on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await start(page);
  await choose(page, 'Open a file', `${'a_map_'.repeat(30)}.csv`, Buffer.from('source,target\nA,B\n'));
  const review = page.getByRole('dialog');
  await expect(review.getByRole('button', { name: 'Open as new map' })).toBeInViewport({ ratio: 1 });
  await expect(review.getByRole('heading').first()).toBeInViewport({ ratio: 1 });
  expect(await review.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
});

test('cells pasted from a spreadsheet, and a file dropped on a map, are reviewed and join it as one step', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /Florentine/ }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Source\tTarget\tWeight\nMill\tBank\t2\nBank\tGuild\t1\n');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  const review = page.getByRole('dialog');
  await expect(review).toContainText('3 new actors');
  await review.getByRole('button', { name: 'Enter it' }).click();
  await expect.poll(() => counts(page)).toEqual([19, 22]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => counts(page)).toEqual([16, 20]);

  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Source,Target\nMill,Bank\n'], 'dropped.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(review).toContainText('dropped.csv');
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();
  expect(await counts(page)).toEqual([16, 20]);
});

test('names that look like scripts or formulas stay names', async ({ page }) => {
  await start(page);
  const nodes = 'Source,Target\n<script>alert(1)</script>,=1+1\n"<img src=x onerror=alert(1)>",__proto__\n';
  await choose(page, 'Open a file', 'odd.csv', Buffer.from(nodes));
  await page.getByRole('button', { name: 'Open as new map' }).click();
  await expect.poll(() => counts(page)).toEqual([4, 2]);
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: '<script>alert(1)</script>' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '__proto__' })).toBeVisible();
});

test('a sample opens as a map of its own, ready to be read, and switches language without a reload', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await expect.poll(() => counts(page)).toEqual([54, 168]);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '指标', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect.poll(() => placeOf(page, '市教育局').then(() => true)).toBe(true);
  // Renaming changes the name that is shown, and leaves the one in the other language.
  const bureau = await placeOf(page, '市教育局');
  await page.mouse.dblclick(bureau.x, bureau.y);
  await page.keyboard.type('教育局甲');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page, '教育局甲').then(() => true)).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(() => placeOf(page, '市教育局').then(() => true)).toBe(true);
  await page.keyboard.press('Control+f');
  await page.getByRole('combobox').first().fill('education bureau');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '所选', exact: true }).click();
  await expect(page.getByRole('complementary').getByLabel('名称', { exact: true })).toHaveValue(
    'Municipal education bureau',
  );
});

test('a real file of a real tool opens with its real counts', async ({ page }) => {
  const file = resolve('../shared/samples/kumu_paypal_mafia.xlsx');
  test.skip(!existsSync(file), 'the folder of real sample files is not beside the project');
  await start(page);
  await choose(page, 'Open a file', 'kumu_paypal_mafia.xlsx', readFileSync(file));
  await page.getByRole('button', { name: 'Open as new map' }).click();
  await expect.poll(() => counts(page)).toEqual([34, 49]);
  await saved(page);
  await expect(canvas(page)).toBeVisible();
});

async function choose(page: Page, button: string, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}
