import type { Page } from '@playwright/test';
import { enterFast, expectCounts } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, placeOf, saved } from './steps.ts';

/** What if something is lost: asked on the map, answered beside it, with the map as it was. */

const says = (page: Page) => page.getByTestId('stress-says');

/** A firm that alone offers a pilot platform and alone ties two others to the rest. */
async function smallRegion(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
  await enterFast(page, [
    'City @government',
    'College A @university',
    'Firm C @enterprise',
    'Firm D, Firm E @enterprise',
    'City > College A : capital 4',
    'College A > Firm C : capital 2',
    'Firm C > Firm D : technology 2',
    'Firm C > Firm E : technology 1',
    'Firm C offers Pilot-scale platform 3',
    'College A, Firm D needs Pilot-scale platform 2',
  ]);
  await expectCounts(page, { actors: 5, ties: 4 });
  await page.keyboard.press('Escape');
}

/** Right click, and the entry of the menu: the answer stands beside the map. */
async function askAbout(page: Page, name: string, entry: string): Promise<void> {
  const { x, y } = await placeOf(page, name);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
}

test('what if a firm leaves is three clicks away, in both languages, and changes nothing', async ({
  page,
}) => {
  await smallRegion(page);
  const before = await counts(page);
  await askAbout(page, 'Firm C', 'What if it leaves?');
  await expect(says(page)).toHaveText(
    'If Firm C left, 2 actors would be cut off, and nobody would offer Pilot-scale platform any more.',
  );
  const panel = page.getByRole('complementary', { name: 'Diagnosis' });
  await expect(panel.getByRole('region', { name: 'Who is cut off' }).getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByRole('region', { name: 'Which needs lose supply' })).toContainText(
    'nobody offers it any more',
  );
  await expect(panel.getByTestId('stress-before-after')).toContainText('Guarantee');
  await expect(panel.getByTestId('stress-chance')).toContainText('Actors cut off');
  await expect(panel.getByText('A scenario, not a prediction')).toBeVisible();
  // One that goes, its three ties wiped and dashed, and two that are ringed.
  await expect(page.getByTestId('stress-marks').locator('path')).toHaveCount(1 + 2 * 3 + 2);

  await panel.getByRole('button', { name: 'Keep as a scenario' }).click();
  await expect(page.getByText('Kept as the scenario “Without Firm C”')).toBeVisible();
  expect(await counts(page)).toEqual(before);

  await page.getByRole('button', { name: /^中文/ }).click();
  await expect(says(page)).toHaveText('若Firm C退出，将有 2 个主体失去联系，且将不再有主体供给中试平台。');
  await page.getByRole('button', { name: '关闭', exact: true }).first().click();
  await expect(page.getByTestId('stress-marks')).toBeHidden();
  await askAbout(page, 'Firm D', '若其退出会怎样？');
  await expect(says(page)).toContainText('若Firm D退出，不会有主体失去联系');
});

test('a sector, a type of tie, the busiest, chance and funding are each tested, and edits are followed', async ({
  page,
}) => {
  await smallRegion(page);
  await askAbout(page, 'Firm C', 'What if it leaves?');
  const panel = page.getByRole('complementary', { name: 'Diagnosis' });
  const choose = (name: string) => panel.getByRole('radio', { name }).check({ force: true });

  await choose('A sector');
  await panel.getByRole('combobox', { name: 'Sector' }).selectOption({ label: 'Enterprise' });
  await expect(says(page)).toContainText('If all 3 actors of Enterprise left, ');

  await choose('A type of tie');
  await panel.getByRole('combobox', { name: 'Type of tie' }).selectOption({ label: 'Technology' });
  await expect(says(page)).toContainText('If all 2 ties of Technology ceased, 2 actors would be cut off');

  await choose('The busiest');
  await expect(says(page)).toContainText('If the actor with the most partners, Firm C, left, ');

  await choose('By chance');
  await expect(says(page)).toContainText('If 3 actors drawn by chance left (seed 1), ');
  await panel.getByRole('button', { name: 'Draw again' }).click();
  await expect(says(page)).toContainText('(seed 2)');

  await choose('Funding is cut');
  await expect(says(page)).toContainText('If 30% of Capital that Government passes on were cut, ');
  await panel.getByRole('slider', { name: 'How much is cut' }).fill('100');
  await expect(says(page)).toContainText('If 100% of Capital');
  await expect(panel.getByRole('region', { name: 'Through whom less passes' })).toContainText('College A');
  await expect(page.getByTestId('stress-marks')).toBeHidden();

  await choose('Actors of choice');
  await panel.getByRole('combobox', { name: 'Add an actor by name' }).fill('Firm C');
  await page.keyboard.press('Enter');
  await expect(says(page)).toContainText('2 actors would be cut off');
  await enter(page, 'City > Firm D : policy 1');
  await expect(says(page)).toContainText('If Firm C left, 1 actor would be cut off');
  await saved(page);
});

test('an empty map says what is missing', async ({ page }) => {
  await newMap(page);
  await enterFast(page, ['Alone @enterprise']);
  await expectCounts(page, { actors: 1, ties: 0 });
  await page.keyboard.press('Escape');
  await askAbout(page, 'Alone', 'What if it leaves?');
  await expect(says(page)).toHaveText('If Alone left, nobody would be left.');
  await expect(page.getByText('There are no ties: nobody can be cut off.')).toBeVisible();
  await canvas(page).press('Delete');
  await expect(page.getByText('Nothing is on the map yet.')).toBeVisible();
});
