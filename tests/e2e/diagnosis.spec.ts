import { expect, test } from './fixtures.ts';
import { enter, newMap, saved, start } from './steps.ts';

/** What is wrong, where, and from where on it counts as wrong. */

test('the diagnosis of Jinhua names its dilemma, lights the evidence, keeps thresholds and mutes; in Chinese too', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /Jinhua industry/ }).click();
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Diagnosis' });
  await expect(panel).toContainText(/\d+ of 15 rules that apply here found something/);
  const vacant = panel.getByRole('button', { name: /^Vacant niches and unmet needs/ });
  await expect(vacant).toContainText('Pilot-scale platform is needed by 12 actors and offered by nobody.');
  await expect(vacant).toContainText('4 findings');

  await vacant.click();
  const platform = panel.getByRole('listitem').filter({ hasText: /^Pilot-scale platform/ });
  await platform.hover();
  await expect(page.getByTestId('highlight')).toBeVisible();
  await platform.getByRole('button', { name: /^Numbers behind: Pilot-scale/ }).click();
  await expect(platform).toContainText(/Needed in all/);
  await expect(panel).toContainText('Why is this a problem?');

  const threshold = panel.getByRole('spinbutton', { name: /^Share of what is needed that is offered/ });
  await threshold.fill('90');
  await threshold.press('Enter');
  await expect(panel).toContainText('your value, usually 50%');
  await expect(vacant).not.toContainText('4 findings');
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  await vacant.click();
  await expect(threshold).toHaveValue('90');
  await panel.getByRole('button', { name: /^Back to the usual value/ }).click();
  await expect(threshold).toHaveValue('50');
  await expect(vacant).toContainText('4 findings');

  await panel.getByRole('button', { name: 'Mute this rule' }).click();
  await page.keyboard.type('The platform opens in May');
  await page.keyboard.press('Enter');
  await expect(vacant).toBeHidden();
  await panel.getByText('Muted (1)').click();
  await expect(panel).toContainText('The platform opens in May');
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await expect(vacant).toBeVisible();

  await panel.getByRole('button', { name: 'Dimension', exact: true }).click();
  await expect(panel.getByRole('region', { name: 'Training of innovative talent' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('complementary', { name: '诊断' })).toContainText('中试平台，但无人供给');
});

test('an edit that helps is seen at once: what it resolved is struck out', async ({ page }) => {
  await newMap(page);
  for (const line of [
    'College A > Firm B : talent 2',
    'Firm B > Fund C : capital',
    'Fund C > College A : capital',
    'Workshop D @enterprise',
  ])
    await enter(page, line);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Diagnosis', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Diagnosis' });
  const isolated = panel.getByRole('button', { name: /^Isolated or pendant/ });
  await expect(isolated).toContainText('Workshop D has no partner.');
  await expect(panel).toContainText('Fewer than 30 actors');
  for (const line of ['Workshop D > Firm B : technology', 'Workshop D > College A : technology'])
    await enter(page, line);
  await expect(isolated).toContainText('No longer found');
});
