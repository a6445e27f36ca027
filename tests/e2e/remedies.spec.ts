import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { counts, saved, start } from './steps.ts';

function tab(page: Page): Locator {
  return page.getByTestId('remedies');
}

/** The sample with the remedies for it, all simulated. */
async function remedies(page: Page, language: 'en' | 'zh'): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page, language);
  await page.getByRole('button', { name: language === 'en' ? /Jinhua/ : /金华/ }).click();
  await saved(page);
  await page.getByRole('button', { name: language === 'en' ? 'Diagnosis' : '诊断', exact: true }).click();
  await page.getByRole('tab', { name: language === 'en' ? 'Remedies' : '对策' }).click();
  await simulated(page);
  return tab(page).getByRole('list', { name: language === 'en' ? /^Remedies, the most/ : /^对策，/ });
}

async function simulated(page: Page): Promise<void> {
  await expect(tab(page).locator('[data-busy]')).toHaveAttribute('data-busy', 'false', { timeout: 30_000 });
  await expect(tab(page).getByRole('listitem').first()).toBeVisible();
}

test('a remedy is simulated, shown on the map, done as one step that gains what was said, and undone', async ({
  page,
}) => {
  const list = await remedies(page, 'en');
  const before = await counts(page);
  const first = list.getByRole('listitem').first();
  const gain = await first.locator('.gain').innerText();
  expect(gain).toMatch(/^\+\d/);
  await first.getByRole('button', { name: /^What it would change/ }).click();
  await expect(page.locator('path.pair.proposed')).not.toHaveCount(0);
  const goal = first.getByRole('row', { name: /^Mean of the four gauges/ });
  await expect(goal).toContainText(gain);
  const after = await goal.getByRole('cell').nth(1).innerText();
  await expect(first.getByText(/No longer found|Newly found|The same is found/).first()).toBeVisible();

  await first.getByRole('button', { name: 'Do it' }).click();
  await expect.poll(() => counts(page)).toEqual([before[0], before[1] + 1]);
  await simulated(page);
  const next = list.getByRole('listitem').first();
  await next.getByRole('button', { name: /^What it would change/ }).click();
  await expect(
    next
      .getByRole('row', { name: /^Mean of the four gauges/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(after);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo: Tie / }).click();
  await expect.poll(() => counts(page)).toEqual(before);
});

test('costs change the order; a plan is made step by step, kept as a scenario, and carried out, in Chinese too', async ({
  page,
}) => {
  const list = await remedies(page, 'zh');
  const before = await counts(page);
  const top = list.getByRole('listitem').first();
  const first = await top.innerText();
  await tab(page).getByRole('button', { name: '各类改动的成本' }).click();
  await page.getByLabel('成本：增加供给').fill('0.1');
  await page.getByLabel('成本：增加供给').press('Enter');
  await expect.poll(() => top.innerText()).not.toBe(first);
  await expect(top).toContainText('供给', { timeout: 30_000 });
  await page.keyboard.press('Escape');

  await tab(page).locator('label', { hasText: '方案' }).click();
  const steps = tab(page).getByTestId('plan-steps').getByRole('listitem');
  await expect(steps).toHaveCount(4);
  await tab(page).getByRole('button', { name: '减少一步' }).click();
  await expect(steps).toHaveCount(3);
  await tab(page).getByRole('button', { name: '存为情景' }).click();
  await expect(page.getByTestId('notice')).toContainText('已存为本地图的情景');
  expect(await counts(page)).toEqual(before);
  await tab(page).getByRole('button', { name: '实施全部 3 步' }).click();
  const undo = page.getByRole('button', { name: /3 步方案/ }).first();
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect.poll(() => counts(page)).toEqual(before);
  await expect(tab(page)).toContainText('情景推演，非预测');
});
