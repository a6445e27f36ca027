import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { withMapInSvg } from '../../src/formats/figure-embed.ts';
import { exported } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { counts, enter, newMap, start } from './steps.ts';

test('a map saved as a page opens from a disk, offline: it is searched, ranked, filtered and read in both languages', async ({
  page,
  browser,
}, testInfo) => {
  await newMap(page);
  const evil = '<img src=x onerror=alert(1)>';
  await enter(page, '"金华职业技术大学" @university');
  await enter(page, `"${evil}" @enterprise`);
  await enter(page, `"金华职业技术大学" > "${evil}" : talent 3`);
  await enter(page, 'Leapmotor @enterprise');
  await expect.poll(() => counts(page)).toEqual([3, 1]);
  const file = testInfo.outputPath('map.html');
  writeFileSync(file, await exported(page, 'Page that opens anywhere'));
  expect(readFileSync(file).length).toBeLessThan(400_000);

  const context = await browser.newContext({ offline: true, colorScheme: 'dark' });
  const wrong: string[] = [];
  context.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  context.on('weberror', (error) => wrong.push(String(error.error())));
  context.on('request', (request) => wrong.push(request.url()));
  context.on('dialog', (dialog) => wrong.push(dialog.message()));
  const reader = await context.newPage();
  const address = pathToFileURL(file).href;
  await reader.goto(address);
  const map = reader.getByTestId('map');
  await expect(map).toHaveAccessibleName(/^Map: 3 actors, 1 tie\./);
  await expect(reader.locator('html')).toHaveAttribute('data-theme', 'dark');

  // Found by name, with the keyboard alone; the card tells of ties.
  await reader.keyboard.press('/');
  await reader.keyboard.type('职业');
  await reader.keyboard.press('Enter');
  const card = reader.getByRole('complementary');
  await expect(card.getByRole('heading', { name: '金华职业技术大学' })).toBeFocused();
  await card.getByRole('button', { name: evil }).click();
  await expect(card.getByRole('heading', { name: evil })).toBeVisible();
  await expect(card).toContainText('Degree');

  // The legend filters, and what is hidden is said.
  await reader.keyboard.press('Escape');
  await reader.getByRole('button', { name: 'Enterprise' }).click();
  await expect(reader.getByRole('status')).toContainText('1 of 3 actors');
  await reader.keyboard.press('Escape');
  await expect(map).toHaveAccessibleName(/^Map: 3 actors/);

  // What it is, and what its numbers mean.
  await reader.getByRole('button', { name: 'About this map' }).click();
  await expect(card).toContainText('3 actors, 1 tie');
  await reader.getByRole('button', { name: 'Actors', exact: true }).click();
  await card.getByText('Well established').click();
  await expect(card).toContainText('0 to 2');
  await reader.keyboard.press('Escape');
  await expect(map).toBeFocused();

  // All of it in the other language.
  await reader.getByRole('button', { name: '中文' }).click();
  await expect(map).toHaveAccessibleName(/^地图：3 个主体，1 条关系/);
  await reader.getByRole('button', { name: '主体', exact: true }).click();
  await expect(card.getByRole('listitem')).toHaveCount(3);
  await card.getByLabel('排名依据').selectOption({ label: '度' });
  await card.getByRole('button', { name: 'Leapmotor' }).click();
  await expect(card).toContainText('没有显示的关系');

  expect(wrong.filter((what) => what !== address)).toEqual([]);
  await context.close();
});

test('a figure that holds its map opens as the map; one that does not says so', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Florentine/ }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
  const svg = await exported(page, 'SVG');
  const map = await exported(page, 'Ecotone file');
  const open = async (name: string, text: string): Promise<void> => {
    await start(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file', exact: true }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
  };
  const dialog = page.getByRole('dialog');
  await open('plain.svg', svg);
  await expect(dialog).toContainText('a picture or a page with no map inside');
  await open('with-map.svg', withMapInSvg(svg, map));
  await expect(dialog).toContainText('Figure with its map inside');
  await dialog.getByRole('button', { name: 'Open as new map' }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
});
