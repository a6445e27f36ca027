import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './fixtures.ts';
import { canvas, enter, newMap, saved, start } from './steps.ts';

/** Niches, flows and symbiosis, as a workshop meets them. */

test('a room states supply and demand by typing, and sees what nobody provides and who could', async ({
  page,
}) => {
  await newMap(page);
  for (const line of [
    'College A @university',
    'Firm B @enterprise',
    'Institute C @university',
    'Firm B needs Skilled talent 4, Pilot-scale platform 2',
    'Institute C offers Skilled talent 3',
    'College A > Firm B : knowledge 2',
  ])
    await enter(page, line);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Ecology' });
  await expect(panel.getByRole('button', { name: /50.*Coverage of needs/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^1 Vacant niches/ })).toBeVisible();

  await panel.getByRole('button', { name: /^Vacant-niche board/ }).click();
  const board = page.getByRole('article', { name: 'Vacant-niche board' });
  await expect(board).toContainText('One actor needs it and nobody offers it');
  await expect(board).toContainText('does not get there');
  await page.getByRole('button', { name: 'Back', exact: true }).click();

  await panel.getByRole('button', { name: /^Proposed ties/ }).click();
  const proposals = page.getByRole('article', { name: 'Proposed ties' });
  await expect(proposals).toContainText('Institute C');
  await expect(proposals).toContainText('Skilled talent');
});

test('the matrix that niches are read from is shown, switched, kept, and undone', async ({ page }) => {
  await sample(page, 'en');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  const mode = page.getByRole('combobox', { name: /^Niche read from/ });
  await mode.selectOption({ label: 'what is needed' });
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await expect(mode).toHaveValue('role');
  await page.getByRole('button', { name: /^Redo:/ }).click();
  await expect(mode).toHaveValue('demand');
  await page.getByRole('button', { name: /^Niche breadth/ }).click();
  await page.getByRole('button', { name: 'More about this' }).click();
  await expect(page.getByRole('region', { name: 'Definition' })).toContainText(/need/i);
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  await expect(mode).toHaveValue('demand');
});

test('niches of the map are compared with a file of it as it was, and the arrows follow', async ({
  page,
}) => {
  await sample(page, 'en');
  await enter(page, 'Battery maker B needs Skilled talent 5, Orders and markets 4');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  await page.getByRole('combobox', { name: /^Niche read from/ }).selectOption({ label: 'what is needed' });
  await page.getByRole('button', { name: 'Compare with another state of the map' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'A file', exact: true }).click();
  await (
    await chooser
  ).setFiles({
    name: 'as-it-was.json',
    mimeType: 'application/json',
    buffer: readFileSync(resolve('public/samples/jinhua.json')),
  });
  const moves = page.getByRole('article', { name: 'How niches moved' });
  await expect(moves).toContainText('From as-it-was.json to this map', { timeout: 20_000 });
  await expect(moves.getByRole('listitem').first()).toContainText('Battery maker B');
  await moves.getByRole('button', { name: 'Other way round' }).click();
  await expect(moves).toContainText('From this map to as-it-was.json');
});

test('an actor’s card says who presses on its niche and whom it could complement', async ({ page }) => {
  await sample(page, 'en');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Battery maker');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  const niche = page.getByRole('region', { name: 'Niche', exact: true });
  await expect(niche).toContainText('Presses on it');
  await expect(niche).toContainText('Could get what it needs from');
  await niche.getByRole('button', { name: 'School of pharmacy F' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('School of pharmacy F');
});

test('a pair that the network changes is drawn on the map while it is looked at', async ({ page }) => {
  await sample(page, 'en');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  await page.getByRole('button', { name: /^Relations that the network changes/ }).click();
  const pairs = page.getByRole('article', { name: 'Relations that the network changes' });
  await expect(pairs).toContainText('through the network');
  await pairs.getByRole('listitem').first().hover();
  await expect(page.getByTestId('highlight')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('highlight')).toBeHidden();
});

test('the simulation follows its sliders and says that it is a scenario', async ({ page }) => {
  await sample(page, 'zh');
  await page.getByRole('button', { name: '生态', exact: true }).click();
  await page.getByRole('button', { name: /^共生演化情景/ }).click();
  const article = page.getByRole('article', { name: '共生演化情景' });
  await expect(article).toContainText('不是预测');
  const outcome = article.getByText('情景的结局').locator('..');
  const before = await outcome.textContent();
  const benefit = article.getByRole('spinbutton', { name: /收益/ }).first();
  await benefit.fill('3');
  await benefit.press('Enter');
  await expect(outcome).not.toHaveText(before ?? '');
});

test('among the curves of many actors the one pointed at says whose it is, and a click selects it', async ({
  page,
}) => {
  await sample(page, 'en');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  await page.getByRole('button', { name: /^Symbiosis simulated/ }).click();
  const article = page.getByRole('article', { name: 'Symbiosis simulated' });
  await article.getByRole('combobox', { name: /^Symbiosis of/ }).selectOption('actors');
  const chart = article.getByRole('button', { name: /^Curves of Symbiosis simulated/ });
  await chart.focus();
  await page.keyboard.press('ArrowUp');
  const readout = article.getByRole('status').filter({ hasText: 'Years 100' });
  const named = readout.locator('dt');
  await expect(named).toHaveCount(1);
  const lowest = (await named.textContent())?.trim() ?? '';
  await page.keyboard.press('ArrowUp');
  await expect(named).not.toHaveText(lowest);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(lowest);
});

test('a map where nothing is stated says what to enter, and offers the niche that its ties hold', async ({
  page,
}) => {
  await newMap(page);
  await enter(page, 'A > B');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ecology', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Ecology' });
  await expect(panel).toContainText('Nobody has stated yet what they offer and need');
  const mode = page.getByRole('combobox', { name: /^Niche read from/ });
  await mode.selectOption({ label: 'what is needed' });
  await expect(panel).not.toContainText(/NaN|Infinity/);
  await panel.getByRole('button', { name: 'Read niches from ties instead' }).click();
  await expect(mode).toHaveValue('role');
  await enter(page, 'B needs Skilled talent 2');
  await expect(panel).toContainText('Nobody has stated yet what they offer:');
  await enter(page, 'A offers Skilled talent 2');
  await expect(panel).not.toContainText('Nobody has stated yet');
  await expect(panel.getByRole('button', { name: /^100.*Coverage of needs/ })).toBeVisible();
});

test('the niche map as the map’s own layout is one step, and is seen whole', async ({ page }) => {
  await sample(page, 'en');
  await page.getByRole('button', { name: 'How to arrange' }).click();
  await page.getByRole('combobox', { name: 'Layout' }).selectOption('Niche map');
  const before = await extent(page);
  await page.getByRole('button', { name: 'Arrange now' }).click();
  await expect(page.getByTestId('notice')).toContainText('Arrange');
  await expect.poll(() => extent(page)).not.toEqual(before);
  await expect.poll(async () => (await extent(page)).outside).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await extent(page)).places).toEqual(before.places);
});

/** Where actors are on the map, and how many of them are out of sight. */
function extent(page: Page): Promise<{ readonly places: readonly string[][]; readonly outside: number }> {
  return canvas(page).evaluate((element) => {
    interface Node {
      position(): { x: number; y: number };
      renderedPosition(): { x: number; y: number };
    }
    const { cy } = (element as never as { _cyreg: { cy: { nodes(): { toArray(): Node[] } } } })._cyreg;
    const nodes = cy.nodes().toArray();
    const { clientWidth, clientHeight } = element;
    const isOutside = (node: Node): boolean => {
      const { x, y } = node.renderedPosition();
      return x < 0 || y < 0 || x > clientWidth || y > clientHeight;
    };
    return {
      places: nodes.map((node) => [node.position().x.toFixed(1), node.position().y.toFixed(1)]),
      outside: nodes.filter(isOutside).length,
    };
  });
}

async function sample(page: Page, language: 'en' | 'zh'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page, language);
  await page.getByRole('button', { name: language === 'en' ? /Jinhua/ : /金华/ }).click();
  await saved(page);
}
