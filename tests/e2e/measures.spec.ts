import { expect, test } from './fixtures.ts';
import { counts, openMeasure, saved, start } from './steps.ts';

/** Reading the measures, beside the map that they speak of. */

test.beforeEach(async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  expect((await counts(page))[0]).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Measures', exact: true }).click();
});

test('a measure is found by a part of its name, and its page leads from numbers to the map', async ({
  page,
}) => {
  await openMeasure(page, 'betw', 'Betweenness');
  const second = page
    .getByRole('region', { name: 'Ranking' })
    .getByRole('listitem')
    .nth(1)
    .getByRole('button');
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: 'Definition' })).toContainText('Freeman (1977)');

  await page.getByRole('group', { name: 'Show on the map' }).getByRole('button', { name: 'Size' }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Size: Betweenness');

  const scatter = page.getByRole('button', { name: /^Scatter plot of \d+ actors/ });
  await scatter.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(second).toHaveAttribute('aria-pressed', 'false');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox', { name: 'Find a measure' })).toBeVisible();
});

test('a cell of the sector mixing selects the ties that it counts', async ({ page }) => {
  await openMeasure(page, 'sector-mixing', 'Sector mixing');
  await page.getByRole('button', { name: /^Government → Enterprise/ }).click();
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  await expect(page.getByRole('complementary')).toContainText(/\d+ ties/);
});

test('groups colour the map and select their members', async ({ page }) => {
  await openMeasure(page, 'communities', 'Communities');
  await page.getByRole('button', { name: 'Colour the map by this' }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Community 1');
  const group = page.getByRole('button', { name: /^Select Community 1/ });
  await group.click();
  await expect(group).toHaveAttribute('aria-pressed', 'true');
});

test('an actor is described in words, and each sentence opens its measure and leads back', async ({
  page,
}) => {
  await page
    .getByRole('tabpanel', { name: 'Actors' })
    .getByRole('listitem')
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .click();
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  const words = page.getByRole('region', { name: 'In words' });
  await words.getByRole('button', { name: /most partners/ }).click();
  await expect(page.getByRole('article', { name: 'Degree' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(words).toBeVisible();
});

test('a finding is seen on the map while one looks at it, stays when kept, and goes with Esc', async ({
  page,
}) => {
  await openMeasure(page, 'resource-board', 'Vacant-niche board');
  const shown = page.getByTestId('highlight');
  await expect(shown).toBeHidden();
  const keep = page.getByRole('button', { name: /^Show on the map: / }).first();
  await keep.focus();
  await expect(shown).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Back', exact: true }).focus();
  await expect(shown).toBeVisible();
  await keep.focus();
  await page.keyboard.press('Escape');
  await expect(keep).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('article')).toBeVisible();
});

test('the panel is made wider, and stays so', async ({ page }) => {
  const aside = page.getByRole('complementary');
  const width = async (): Promise<number> => (await aside.boundingBox())?.width ?? 0;
  expect(await width()).toBeLessThan(400);
  await page.getByRole('button', { name: 'Wider' }).click();
  await expect.poll(width).toBeGreaterThan(600);
  await page.reload();
  await page.getByRole('button', { name: 'Measures', exact: true }).click();
  await expect.poll(width).toBeGreaterThan(600);
  await page.getByRole('button', { name: 'Narrower' }).click();
  await expect.poll(width).toBeLessThan(400);
});
