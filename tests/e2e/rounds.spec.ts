import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { exported } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, placeOf, saved, start } from './steps.ts';

function bar(page: Page): Locator {
  return page.getByRole('group', { name: 'Rounds' });
}

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Rounds' });
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rounds', exact: true }).click();
  await expect(panel(page)).toBeVisible();
}

/** A first round with A > B, then a second one with C tied too and A another sector. */
async function twoRounds(page: Page): Promise<void> {
  await newMap(page);
  await enter(page, 'A @university > B @enterprise : talent 3');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+s');
  await expect(page.getByTestId('notice')).toContainText('Kept “as is, ');
  await enter(page, 'B > C @government : capital 2');
  await enter(page, 'A @intermediary');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+s');
  await expect(bar(page).getByRole('slider')).toHaveAttribute('max', '2');
}

test('rounds are kept by a key, gone through with keys and slider, and nothing can be changed in them', async ({
  page,
}) => {
  await twoRounds(page);
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  const place = await placeOf(page, 'A', 'position');

  await page.keyboard.press('Alt+PageUp');
  await expect(page.getByTestId('looking')).toContainText('Round 2 of 2');
  await page.keyboard.press('Alt+PageUp');
  await expect(page.getByTestId('looking')).toContainText('Round 1 of 2');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  expect(await placeOf(page, 'A', 'position')).toEqual(place);
  await expect(page.locator('textarea[role="combobox"]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('notice')).toContainText('Nothing can be changed there');
  await expect.poll(() => counts(page)).toEqual([2, 1]);

  await bar(page).getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await expect(page.getByTestId('looking')).toHaveCount(0);
  await saved(page);
});

test('going back is one step, which can be undone, and rounds outlive the window', async ({ page }) => {
  await twoRounds(page);
  await openPanel(page);
  const rows = panel(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).getByLabel('Name of the round').fill('Before lunch');
  await rows.nth(1).getByLabel('Name of the round').press('Enter');
  await rows.nth(1).getByRole('button', { name: 'Add a note…' }).click();
  await rows.nth(1).getByLabel('Note', { exact: true }).fill('Only two had come.');
  await rows.nth(1).getByLabel('Note', { exact: true }).blur();
  await rows.nth(1).getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByTestId('notice')).toContainText('Back to “Before lunch”');
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  await page.getByRole('button', { name: 'Undo: Back to “Before lunch”' }).click();
  await expect.poll(() => counts(page)).toEqual([3, 2]);

  await rows.nth(0).getByRole('button', { name: 'Delete the round' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await saved(page);

  await page.reload();
  await expect(bar(page).getByRole('slider')).toHaveAttribute('max', '2');
  await openPanel(page);
  await expect(rows.nth(1).getByLabel('Name of the round')).toHaveValue('Before lunch');
  await expect(rows.nth(1).getByLabel('Note', { exact: true })).toHaveValue('Only two had come.');
});

test('two states are compared on the map, in a table with measures, and as CSV', async ({ page }) => {
  await twoRounds(page);
  await openPanel(page);
  await panel(page).getByRole('listitem').nth(1).getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByTestId('comparison')).toContainText(/New\s*2.*Gone\s*0.*Changed\s*1/su);
  await expect(page.getByTestId('changes').locator('.badge.added')).toHaveCount(1);
  await expect(page.getByTestId('changes').locator('.tie.added')).toHaveCount(1);
  await expect(page.getByTestId('changes').locator('.badge.changed')).toHaveCount(1);
  const actors = panel(page).getByRole('region', { name: 'Actors' });
  await expect(actors).toContainText('1 new, 0 gone, 1 changed');
  await expect(actors.getByRole('row', { name: /Sector/ })).toContainText(/University\s*Intermediary/u);
  await expect(page.getByTestId('measure-deltas').getByRole('row', { name: /^Actors/ })).toContainText('+1');

  const downloading = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Save as CSV' }).click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv).toContain('actor,added,');
  expect(csv).toContain('sector,university,intermediary,');
  expect(csv).toContain('network measure,changed,,,actor-count,2,3,1');

  // The other way round, what is new is gone.
  await panel(page).getByLabel('From', { exact: true }).selectOption('Now');
  await panel(page).getByLabel('To', { exact: true }).selectOption({ index: 0 });
  await expect(page.getByTestId('comparison')).toContainText(/New\s*0.*Gone\s*2.*Changed\s*1/su);
  await expect(page.getByTestId('changes').locator('.badge.removed')).toHaveCount(1);
  await page.getByRole('main').press('Escape');
  await expect(page.getByTestId('comparison')).toHaveCount(0);
  await page.getByRole('main').press('Escape');
  await expect(page.getByTestId('looking')).toHaveCount(0);
  await expect.poll(() => counts(page)).toEqual([3, 2]);
});

test('another window on the map sees the rounds, and its file brings them into another browser', async ({
  page,
  context,
  openFreshProfile,
}) => {
  await twoRounds(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(bar(second).getByRole('slider')).toHaveAttribute('max', '2');
  await second.keyboard.press('Alt+s');
  await expect(bar(page).getByRole('slider')).toHaveAttribute('max', '3');
  await second.close();

  const file = await exported(page, 'Ecotone file');
  expect((JSON.parse(file) as { rounds: { map: object }[] }).rounds).toHaveLength(3);
  const other = await openFreshProfile();
  await start(other);
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Open a file' }).first().click();
  await (
    await chooser
  ).setFiles({
    name: 'map.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await expect(other.getByRole('dialog')).toContainText('The file has 3 rounds of the map');
  await other.getByRole('dialog').getByRole('button', { name: /Open/ }).click();
  await expect(bar(other).getByRole('slider')).toHaveAttribute('max', '3');
  await other.keyboard.press('Alt+PageUp');
  await other.keyboard.press('Alt+PageUp');
  await expect(other.getByTestId('looking')).toContainText('Round 2 of 3');
  expect(await exported(other, 'Ecotone file')).toBe(file);
});

test('the timeline shows what was there at a time, as a filter that measures follow', async ({ page }) => {
  await start(page);
  const map = {
    format: 'ecotone',
    version: 1,
    map: { title: 'Dated' },
    actors: [
      { id: 'a', name: 'A', sector: 'university', from: '2018' },
      { id: 'b', name: 'B', sector: 'enterprise' },
      { id: 'c', name: 'C', sector: 'government', from: '2020', to: '2021' },
    ],
    ties: [
      { id: 't', source: 'a', target: 'b', type: 'talent', direction: 'one-way', weight: 1, from: '2019' },
      { id: 'u', source: 'b', target: 'c', type: 'capital', direction: 'one-way', weight: 1 },
    ],
  };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).first().click();
  await (
    await chooser
  ).setFiles({
    name: 'dated.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(map)),
  });
  await page.getByRole('dialog').getByRole('button', { name: /Open/ }).click();
  await expect(canvas(page)).toBeVisible();
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'Timeline' }).click();
  const timeline = page.getByRole('group', { name: 'Timeline' });
  await expect(timeline.getByTestId('moment')).toHaveText('2021');
  await expect(page.getByTestId('shown')).toContainText('3 of 3');
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(timeline.getByTestId('moment')).toHaveText('2018');
  await expect(page.getByTestId('shown')).toContainText('2 of 3');
  await expect(page.getByRole('region', { name: /2 of 3/ })).toContainText('at 2018');
  await timeline.getByRole('button', { name: 'Play' }).click();
  await expect(timeline.getByTestId('moment')).toHaveText('2021');
  await expect(timeline.getByRole('button', { name: 'Play' })).toBeVisible();
  await canvas(page).press('Escape');
  await expect(timeline).toHaveCount(0);
});
