import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { pdfOf } from '../../src/figures/pdf/pdf.ts';
import { FONTS } from '../figures/pdf/fonts.ts';
import { informationOf, readPdf } from '../figures/pdf/read-pdf.ts';
import { expect, test } from './fixtures.ts';
import { enter, saved, start } from './steps.ts';

test('with the server gone a map with Chinese names is saved as a PDF with its fonts, the same as elsewhere', async ({
  page,
  context,
}) => {
  const server = await serve({ folder: resolve('dist'), port: 0 });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`the policy refused ${violatedDirective} ${blockedURI}`),
    ),
  );
  await page.goto(server.url);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true);
  await server.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);

  const bytes = await exportedBytes(page, 'PDF');
  const pdf = readPdf(bytes);
  expect([...pdf.fonts].sort()).toEqual(['Arimo-Bold', 'Arimo-Regular', 'NotoSansSC-Regular']);
  expect(pdf.width).toBeCloseTo((183 / 25.4) * 72, 1);
  expect(pdf.texts.map(({ text }) => text).join(' ')).toContain('金华产教融合生态（示意）');
  const svg = (await exportedBytes(page, 'SVG')).toString('utf8');
  const [methods = '', parameters = ''] = ['Subject', 'EcotoneParameters'].map((key) =>
    informationOf(pdf, key),
  );
  expect(methods).toContain('54 actors');
  expect(bytes.equals(Buffer.from((await pdfOf(svg, FONTS, { methods, parameters })).bytes))).toBe(true);
});

test('letters that no font has are told before a PDF is saved, and after', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: 'New map' }).click();
  await enter(page, 'Cairo 𓀀𓀁 @university');
  await saved(page);
  await page.getByTitle(/^(Export|导出)/).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'PDF', exact: true }).check();
  const said = dialog.getByText(/2 characters are in none of the PDF/);
  await expect(said).toBeVisible();
  const bytes = await exportedBytes(page, 'PDF');
  expect(readPdf(bytes).fonts).toContain('Arimo-Regular');
  await expect(said).toHaveCount(1);
});

async function exportedBytes(page: Page, kind: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.getByTitle(/^(Export|导出)/).click();
  await dialog.getByRole('radio', { name: kind, exact: true }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: new RegExp(`${kind}$`, 'u') }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`, 'u'));
  return readFileSync(await file.path());
}
