import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { copyFileSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from './fixtures.ts';
import { canvas, saved, start } from './steps.ts';

/** The page that is handed out at the end of the day, in the built app with its content security policy. */

test('a strategy page is opened from the diagnosis, said in Chinese, saved, and opens by itself without a network', async ({
  page,
  browser,
}, testInfo) => {
  const dialog = await openPage(page);
  const paper = dialog.getByRole('region', { name: 'Preview of the page' });
  await expect(paper.getByRole('heading', { level: 1 })).toContainText('Jinhua');
  await expect(paper.getByRole('heading', { name: 'The four mechanisms' })).toBeVisible();
  await expect(paper.getByText('Hand-embroidery workshop Z has no partner.').first()).toBeVisible();

  await dialog.getByRole('checkbox', { name: 'Methods and parameters' }).uncheck();
  await expect(paper.getByRole('heading', { name: 'Methods and parameters' })).toHaveCount(0);
  // Whoever reads further below stays there while something is typed.
  const quiet = paper.getByRole('heading', { name: 'Diagnosis' });
  await quiet.scrollIntoViewIfNeeded();
  const scrolled = (): Promise<number> => paper.evaluate((region) => region.scrollTop);
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);
  await dialog.getByRole('textbox', { name: 'From the facilitator' }).fill('Signed <b>today</b>');
  await expect(paper.getByText('Signed <b>today</b>')).toHaveCount(1);
  expect(await scrolled()).toBe(before);
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  await expect(paper.getByRole('heading', { name: '四大机制' })).toBeVisible();
  await expect(paper.getByText('Signed <b>today</b>')).toBeVisible();

  const file = await download(page, dialog, 'Save page (HTML)');
  expect(file.name).toMatch(/策略页\.html$/u);
  // Downloads are kept without their names' endings.
  const address = pathToFileURL(testInfo.outputPath('page.html')).href;
  copyFileSync(file.path, testInfo.outputPath('page.html'));

  // A browser that knows nothing of the app.
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const alone = await context.newPage();
  await alone.goto(address);
  await expect(alone.locator('svg').first().getByText('手工刺绣作坊Z').first()).toBeVisible();
  await expect(alone.getByText('手工刺绣作坊Z没有任何合作方。').first()).toBeVisible();
  await expect(alone.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(asked).toEqual([address]);
  await context.close();
});

test('the page says what changed since a round, is printed alone, and gives its figures as SVG', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  await page.keyboard.press('Alt+s');
  await expect(page.getByText(/^Kept “/)).toBeVisible();
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  const dialog = await openedFromPanel(page);
  const paper = dialog.getByRole('region', { name: 'Preview of the page' });
  await dialog.getByRole('combobox', { name: 'Compared with' }).selectOption({ index: 1 });
  // Before the numbers of the round are there nothing can be printed.
  await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
  await expect(paper.getByRole('heading', { name: /^Since “/ })).toHaveCount(1, { timeout: 1 });
  await expect(paper.getByText('None.')).toHaveCount(2);

  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(canvas(page)).toBeHidden();
  await expect(
    page.locator('.printed-document').getByRole('heading', { level: 1, includeHidden: true }),
  ).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(4);
  await page.emulateMedia({ media: 'screen' });

  const zip = await download(page, dialog, 'Save figures (SVG)');
  const figures = unzipSync(new Uint8Array(readFileSync(zip.path)));
  const names = Object.keys(figures);
  expect(names.slice(0, 3)).toEqual(['1-en-map.svg', '2-en-gauges.svg', '3-en-radar.svg']);
  for (const bytes of Object.values(figures)) expect(strFromU8(bytes)).toMatch(/^<\?xml .*<text[^>]*>/su);

  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.printed-document')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(canvas(page)).toBeVisible();
});

test('a remedy that is put into the plan comes onto the page, with what it does', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  await page.getByRole('tab', { name: 'Remedies' }).click();
  // Until all are simulated they change places.
  await expect(page.getByTestId('remedies').locator('[data-busy]')).toHaveAttribute('data-busy', 'false', {
    timeout: 30_000,
  });
  const first = page
    .getByRole('list', { name: /^Remedies, the most/ })
    .getByRole('listitem')
    .first();
  await first.getByRole('button', { name: /^What it would change/ }).click();
  await first.getByRole('button', { name: 'Add to the plan' }).click();
  const dialog = await openedFromPanel(page);
  const told = dialog
    .getByRole('group', { name: 'Remedies to tell' })
    .getByRole('checkbox', { checked: true });
  await expect(told).toHaveCount(1);
  const remedy = dialog.getByRole('region', { name: 'Preview of the page' }).locator('.remedy');
  await expect(remedy).toHaveCount(1);
  await expect(remedy.getByRole('row', { name: /gauge/ }).first()).toBeVisible();
  await told.uncheck();
  await expect(remedy).toHaveCount(0);
});

async function openPage(page: Page): Promise<Locator> {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  return openedFromPanel(page);
}

async function openedFromPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Strategy page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Strategy page' });
  await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
  return dialog;
}

/** Saves something once the page is up to date. */
async function download(
  page: Page,
  dialog: Locator,
  button: string,
): Promise<{ readonly name: string; readonly path: string }> {
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: button }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), path: await file.path() };
}
