import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { counts, enter, newMap, saved, start } from './steps.ts';

/** The maps of this browser: opened, renamed, copied, thrown away, taken along. */

test('maps are listed with the last opened first; rename, duplicate and delete keep what they should', async ({
  page,
}) => {
  await newMap(page);
  await enter(page, 'A > B : talent');
  await page.getByRole('textbox', { name: 'Title of the map' }).fill('First map');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('button', { name: /Florentine/ }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
  await saved(page);
  await page.getByRole('button', { name: 'All maps' }).click();

  const shelf = page.getByRole('region', { name: 'Your maps' });
  const rows = shelf.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('Florentine');
  await expect(rows.nth(1)).toContainText('First map');

  await rows
    .nth(1)
    .getByRole('button', { name: /More|menu/i })
    .click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(rows).toHaveCount(3);

  const original = rows.filter({ hasText: /First map$|First map\s*2 actors/ }).last();
  await original.getByRole('button', { name: /More|menu/i }).click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await expect(rows).toHaveCount(2);
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(3);

  await shelf.getByText('First map', { exact: true }).first().click();
  await expect.poll(() => counts(page)).toEqual([2, 1]);
});

test('one backup file brings all maps back into another browser, as maps of their own', async ({
  page,
  openFreshProfile,
}) => {
  await newMap(page);
  await enter(page, '金华高职院校 > Firm B : talent 3');
  await saved(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.getByRole('button', { name: /karate/ }).click();
  await expect.poll(() => counts(page)).toEqual([34, 78]);
  await saved(page);
  await page.getByRole('button', { name: 'All maps' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything' }).click();
  const backup = readFileSync(await (await download).path());

  const other = await openFreshProfile();
  await start(other);
  for (let time = 1; time <= 2; time++) {
    const chooser = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: 'Restore from backup' }).click();
    await (await chooser).setFiles({ name: 'backup.json', mimeType: 'application/json', buffer: backup });
    await other
      .getByRole('dialog')
      .getByRole('button', { name: /Restore 2/ })
      .click();
    await expect(other.getByTestId('canvas')).toBeVisible();
    await saved(other);
    await other.getByRole('button', { name: 'All maps' }).click();
    await expect(other.getByRole('region', { name: 'Your maps' }).getByRole('listitem')).toHaveCount(
      2 * time,
    );
  }
  await other.getByText('Untitled map').first().click();
  await expect.poll(() => counts(other)).toEqual([2, 1]);
});

test('own files, tables and GraphML bring a map back as it was', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await expect.poll(() => counts(page)).toEqual([54, 168]);
  for (const [option, saveButton] of [
    ['Ecotone file', /Save/],
    ['Two tables (CSV)', /Save/],
    ['GraphML', /Save/],
  ] as const) {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Data' }).click();
    await dialog.getByText(option, { exact: true }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: saveButton }).click();
    const file = await download;
    const bytes = readFileSync(await file.path());
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(bytes.length).toBeGreaterThan(1000);
    if (option === 'Two tables (CSV)') continue;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file', exact: true }).click();
    await (await chooser).setFiles({ name: file.suggestedFilename(), mimeType: 'text/plain', buffer: bytes });
    await expect(dialog).toContainText('54');
    await expect(dialog).toContainText('168');
    await dialog.getByRole('button', { name: 'Open as new map' }).click();
    await expect.poll(() => counts(page)).toEqual([54, 168]);
    await saved(page);
  }
});

test('a picture has the size in pixels that was asked for', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Florentine/ }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('PNG', { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /Save PNG/ }).click();
  const png = readFileSync(await (await download).path());
  expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  // The resolution is written in: a pHYs chunk before the picture.
  const [resolution, picture] = [png.indexOf('pHYs'), png.indexOf('IDAT')];
  expect(resolution).toBeGreaterThan(0);
  expect(resolution).toBeLessThan(picture);
});

test('style, find and focus: colour by a measure, an actor found by its other name, its neighbourhood by steps', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await expect.poll(() => counts(page)).toEqual([54, 168]);
  await page.getByRole('button', { name: 'Style', exact: true }).click();
  await page.getByLabel('Colour of actors').selectOption('measure:betweenness');
  const legend = page.getByRole('region', { name: 'Legend' });
  await expect(legend).toContainText('Betweenness');
  await page.getByLabel('Colour of actors').selectOption({ label: 'Industry cluster' });
  await expect(legend).toContainText('Biomedicine');
  await page.keyboard.press('Escape');
  await page.getByTestId('canvas').click({ position: { x: 640, y: 740 }, force: true });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(legend).not.toContainText('Biomedicine');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('市教育');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByTestId('shown')).toHaveText('9 of 54 actors');
  await page.getByRole('button', { name: 'One step more' }).click();
  await expect(page.getByTestId('shown')).not.toHaveText('9 of 54 actors');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shown')).toBeHidden();
});
