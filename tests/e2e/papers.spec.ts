import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { finish } from '../../src/cli/finish.ts';
import { NoteBook } from '../../src/formats/note-book.ts';
import { readWorkbook } from '../../src/formats/xlsx.ts';
import { expect, test } from './fixtures.ts';
import { saved, start } from './steps.ts';

/** Tables and methods of a map, in the built app with its content security policy. */

test('a table is chosen, seen as it begins, and saved as a workbook and as LaTeX; the methods tell of it', async ({
  page,
}) => {
  const dialog = await openTab(page, 'Tables');
  const table = dialog.getByRole('article', { name: 'Actors' });
  await expect(table.getByRole('columnheader', { name: 'Betweenness' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: /All that is stated/ }).uncheck();
  await expect(table.getByText('54 rows, 6 columns')).toBeVisible();

  const book = await download(page, dialog, 'Save Excel (XLSX)');
  expect(book.name).toMatch(/ - Actors\.xlsx$/u);
  const read = finish(readWorkbook(readFileSync(book.path), new NoteBook()));
  expect(read.ok && read.value.map(({ name, rows }) => [name, rows.length > 3])).toEqual([
    ['Actors', true],
    ['Notes', true],
  ]);

  await expect(table.getByRole('cell', { name: 'Battery maker B', exact: true })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Without names' }).check();
  await expect(table.getByRole('cell', { name: 'Government 1', exact: true })).toBeVisible();
  await expect(table.getByText('Battery maker B')).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Without names' }).uncheck();

  await dialog.getByRole('radio', { name: 'Diagnosis' }).check();
  const diagnosis = dialog.getByRole('article', { name: 'Diagnosis' });
  await expect(diagnosis.getByText('Hand-embroidery workshop Z has no partner.')).toBeVisible();
  await dialog.getByRole('radio', { name: '中文' }).check({ force: true });
  await expect(
    dialog.getByRole('article', { name: '诊断' }).getByText('手工刺绣作坊Z没有任何合作方。'),
  ).toBeVisible();
  await dialog.getByRole('radio', { name: 'LaTeX' }).check({ force: true });
  const latex = await download(page, dialog, 'Save LaTeX');
  expect(readFileSync(latex.path, 'utf8')).toContain('\\caption{诊断}');

  await dialog.getByRole('tab', { name: 'Methods' }).click();
  const english = dialog.getByRole('article', { name: 'Methods: English' });
  await expect(english).toContainText('betweenness (Freeman, 1977; Brandes, 2001)');
  await expect(dialog.getByRole('checkbox', { name: /The diagnosis/ })).toBeChecked();
});

test('the methods follow what is told, in both languages, with their references and parameters', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openTab(page, 'Methods');
  const english = dialog.getByRole('article', { name: 'Methods: English' });
  const chinese = dialog.getByRole('article', { name: 'Methods: 中文' });
  await expect(english).toContainText('We computed degree (Freeman, 1979)');
  await dialog.getByRole('combobox', { name: 'Add a measure…' }).selectOption({ label: 'Katz centrality' });
  await expect(english).toContainText('Katz centrality (Katz, 1953)');
  await expect(chinese).toContainText('Katz 中心性（Katz，1953）');
  await dialog.getByRole('button', { name: 'Leave out Degree' }).click();
  await expect(english).not.toContainText('Freeman');

  await chinese.getByRole('button', { name: 'Copy' }).click();
  await expect(chinese.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('本研究的网络包含 54 个主体');

  const references = dialog.getByRole('region', { name: 'References' });
  await expect(references.getByText(/^Katz, L\. \(1953\)\./)).toBeVisible();
  const bib = await download(page, dialog, 'Save BibTeX');
  expect(readFileSync(bib.path, 'utf8')).toContain('@article{katz1953new,');
  const json = await download(page, dialog, 'Save JSON');
  expect(JSON.parse(readFileSync(json.path, 'utf8'))).toMatchObject({
    measures: ['katz'],
    program: 'Ecotone',
  });
});

async function openTab(page: Page, name: string): Promise<Locator> {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('tab', { name }).click();
  return dialog;
}

async function download(
  page: Page,
  dialog: Locator,
  button: string,
): Promise<{ readonly name: string; readonly path: string }> {
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: button }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), path: await file.path() };
}
