import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, newMap, saved } from './steps.ts';

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Scenarios' });
}

function row(page: Page, name: string): Locator {
  return panel(page).locator(`[data-testid="scenario-row"][data-name="${name}"]`);
}

function ribbon(page: Page): Locator {
  return page.getByTestId('scenario-ribbon');
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await expect(panel(page)).toBeVisible();
}

/** Says a line on the map, and is done with it. */
async function say(page: Page, line: string): Promise<void> {
  await enter(page, line);
  await page.keyboard.press('Escape');
  await saved(page);
}

/** A map “Region” with A > B, and a scenario “Plan” of it, with the panel open. */
async function regionWithPlan(page: Page): Promise<void> {
  await newMap(page);
  await page.getByLabel('Title of the map').fill('Region');
  await page.getByLabel('Title of the map').press('Enter');
  await say(page, 'A @university > B @enterprise : talent 3');
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'New scenario' }).click();
  const name = panel(page).getByLabel('Name of the scenario');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Scenario A');
  await name.fill('Plan');
  await name.press('Enter');
  await expect(row(page, 'Plan')).toContainText('no changes');
}

test('a scenario is made, edited as a map of its own, adopted, undone and adopted again', async ({
  page,
}) => {
  await regionWithPlan(page);
  await row(page, 'Plan').getByRole('button', { name: 'Open “Plan”' }).click();
  await expect(ribbon(page)).toContainText('Scenario “Plan” of');
  await say(page, 'B > C @government : capital 2');
  await say(page, 'A > B : talent 5');
  await ribbon(page).getByRole('button', { name: 'Region' }).click();
  await expect(ribbon(page)).toHaveCount(0);
  await expect.poll(() => counts(page)).toEqual([2, 1]);

  await openPanel(page);
  await expect(row(page, 'Plan')).toContainText('+1 actor, +1 tie, 1 weight');
  await row(page, 'Plan').getByRole('button', { name: 'Adopt…' }).click();
  const review = page.getByRole('dialog', { name: 'Adopt “Plan”' });
  await expect(review.getByTestId('effects')).toContainText(/Weight 3 → 5/u);
  await review.getByRole('button', { name: 'Adopt', exact: true }).click();
  await expect(review).toHaveCount(0);
  await expect.poll(() => counts(page)).toEqual([3, 2]);
  await expect(row(page, 'Plan')).toContainText('no changes');

  await page.getByRole('button', { name: 'Undo: Adopt “Plan”' }).click();
  await expect.poll(() => counts(page)).toEqual([2, 1]);
  await expect(row(page, 'Plan')).toContainText('+1 actor, +1 tie, 1 weight');
  await row(page, 'Plan').getByRole('button', { name: 'Adopt…' }).click();
  await review.getByRole('button', { name: 'Adopt', exact: true }).click();
  await expect.poll(() => counts(page)).toEqual([3, 2]);
});

test('what both maps changed is shown side by side and chosen by keyboard, and the base is brought in', async ({
  page,
  context,
}) => {
  await regionWithPlan(page);
  const plan = await context.newPage();
  await row(page, 'Plan').getByRole('button', { name: 'Open “Plan”' }).click();
  await expect(ribbon(page)).toBeVisible();
  await plan.goto(page.url());
  await ribbon(page).getByRole('button', { name: 'Region' }).click();
  await expect(ribbon(page)).toHaveCount(0);
  await expect(ribbon(plan)).toBeVisible();
  await say(plan, 'A > B : talent 5');
  await say(page, 'A > B : talent 4');
  await say(page, 'A > D @enterprise : capital');

  // The scenario hears that its base has moved on.
  await expect(ribbon(plan)).toContainText('The base has changed');
  await ribbon(plan).getByRole('button', { name: 'Bring in…' }).click();
  const review = plan.getByRole('dialog', { name: 'Bring in “Region”' });
  const choice = review.getByRole('group', { name: /A → B: Weight/u });
  await expect(choice).toContainText('was 3');
  await expect(review.getByRole('button', { name: 'Bring in', exact: true })).toBeDisabled();
  await choice.getByRole('radio').first().focus();
  await plan.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: /Plan/u })).toBeChecked();
  await review.getByRole('button', { name: 'Bring in', exact: true }).press('Enter');
  await expect(review).toHaveCount(0);
  await expect.poll(() => counts(plan)).toEqual([3, 2]);
  await saved(plan);
  await expect(ribbon(plan)).not.toContainText('The base has changed');

  await openPanel(page);
  await expect(row(page, 'Plan')).toContainText('1 weight');
  await expect(row(page, 'Plan')).not.toContainText('conflict');
});

test('the start screen lists scenarios under their base; one whose base is gone stays a map and says so', async ({
  page,
}) => {
  await regionWithPlan(page);
  await canvas(page).press('Control+a');
  await panel(page)
    .getByRole('button', { name: /^Scenario without/u })
    .click();
  await expect(panel(page).getByTestId('scenario-row')).toHaveCount(3);
  await panel(page).getByLabel('Name of the scenario').last().press('Enter');
  await expect(panel(page).getByTestId('scenario-row').last()).toContainText('−2 actors, −1 tie');
  await panel(page).getByRole('button', { name: 'Delete “Without 2 actors”' }).click();
  await expect(panel(page).getByTestId('scenario-row')).toHaveCount(2);
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page).getByTestId('scenario-row')).toHaveCount(3);

  await page.getByRole('button', { name: 'All maps' }).click();
  const maps = page.getByRole('region', { name: 'Your maps' }).getByRole('listitem');
  await expect(maps).toHaveCount(3);
  await expect(maps.nth(0)).toContainText('Region');
  await expect(maps.nth(1).getByRole('button', { name: /a scenario of Region$/u })).toBeVisible();

  // A backup brings them back together, beside those that are there.
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything' }).click();
  const backup = await (await downloading).path();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).first().click();
  await (await choosing).setFiles(backup);
  await page.getByRole('dialog').getByRole('button', { name: 'Restore 3 maps' }).click();
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: 'All maps' }).click();
  await expect(maps).toHaveCount(6);
  await expect(maps.getByRole('button', { name: /a scenario of Region$/u })).toHaveCount(4);
  await maps.nth(0).getByRole('button', { name: 'More for Region' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(maps).toHaveCount(5);
  await page.getByRole('button', { name: 'Open Plan' }).first().click();
  await expect(ribbon(page)).toContainText('“Region”, which was deleted');
});
