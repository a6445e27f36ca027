import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { enter, newMap, saved } from './steps.ts';

function comparison(page: Page, name: 'States side by side' | '多状态并排比较'): Locator {
  return page.getByRole('dialog', { name });
}

/** A first round with A > B, a second one with C tied too, and now D that nobody is tied to, with C gone. */
async function threeStates(page: Page): Promise<void> {
  await newMap(page);
  await enter(page, 'A @university > B @enterprise : talent 3');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+s');
  await expect(page.getByTestId('notice')).toContainText('Kept “as is, ');
  await enter(page, 'B <> C @government : capital 2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+s');
  await expect(page.getByRole('group', { name: 'Rounds' }).getByRole('slider')).toHaveAttribute('max', '2');
  await enter(page, '- C');
  await enter(page, 'D @intermediary');
  await page.keyboard.press('Escape');
}

async function save(page: Page, button: Locator): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await downloading).path(), 'utf8');
}

test('rounds lie side by side: maps with what differs lit, measures, mechanisms, diagnosis, figure and table', async ({
  page,
}) => {
  await threeStates(page);
  await page.getByRole('button', { name: 'Rounds', exact: true }).click();
  await page.getByRole('button', { name: 'Compare several' }).click();
  const now = page.getByRole('checkbox', { name: 'Now' });
  await expect(now).toBeChecked();
  await now.uncheck();
  await page.getByRole('checkbox').nth(1).uncheck();
  await expect(page.getByRole('button', { name: 'Compare side by side' })).toBeDisabled();
  await now.check();
  await page.getByRole('checkbox').nth(1).check();
  // The numbers are kept waiting: without them nothing is saved.
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/comparison.worker*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Compare side by side' }).click();

  const window = comparison(page, 'States side by side');
  for (const name of ['Save figure', 'Save table (CSV)'])
    await expect(window.getByRole('button', { name })).toBeDisabled();
  goOn();
  const maps = window.getByTestId('state-map');
  await expect(maps).toHaveCount(3);
  await expect(maps.nth(0).locator('.badge')).toHaveCount(0);
  await expect(maps.nth(1).locator('.badge.added')).toHaveCount(1);
  await expect(maps.nth(1).locator('.tie.added')).toHaveCount(1);
  await expect(maps.nth(2).locator('.badge.added')).toHaveCount(1);

  // A has as many partners in every state: it stands in one place, as large in all.
  const places = await maps.evaluateAll((figures) =>
    figures.map((figure) => {
      const box = figure.querySelector('svg')?.getBoundingClientRect();
      const name = [...figure.querySelectorAll('tspan')].find((line) => line.textContent.trim() === 'A');
      const at = name?.getBoundingClientRect();
      return [Math.round((at?.x ?? NaN) - (box?.x ?? NaN)), Math.round((at?.y ?? NaN) - (box?.y ?? NaN))];
    }),
  );
  expect(places[1]).toEqual(places[0]);
  expect(places[2]).toEqual(places[0]);

  // Whoever is pointed at is found in every state that has it, and what became of it is said.
  await maps.nth(1).getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await expect(window.getByRole('status').first()).toContainText(/^B/u);
  await page.keyboard.press('Enter');
  await expect(window.locator('.found.kept')).toHaveCount(3);

  const measures = window.getByTestId('compared-measures');
  await expect(measures.getByRole('row', { name: /^Actors actors/u })).toContainText(
    /2\s*3\s*\+1\s*3\s*\+1/u,
  );
  await expect(window.getByTestId('compared-gauge')).toHaveCount(4);
  const diagnosis = window.getByTestId('compared-diagnosis');
  await expect(diagnosis).toHaveCount(2);
  await expect(diagnosis.nth(1)).toContainText('D has no partner.');

  // A tap moves no pointer before.
  const niche = window.getByTestId('compared-niches').first();
  const other = niche.locator('.point:not(.strong)').first();
  const [point, shape] = [await other.boundingBox(), (await other.getAttribute('d')) ?? ''];
  const [clientX, clientY] = [
    (point?.x ?? NaN) + (point?.width ?? NaN) / 2,
    (point?.y ?? NaN) + (point?.height ?? NaN) / 2,
  ];
  await niche.getByRole('img').dispatchEvent('pointerup', { clientX, clientY });
  await expect(niche.locator(`.point.strong[d="${shape}"]`)).toHaveCount(1);

  // A press that is let go beside a panel drags nothing once the map is larger than its panel.
  const [picture, heading] = [maps.nth(0).getByRole('button'), window.getByRole('heading').first()];
  await picture.hover();
  await page.mouse.down();
  await heading.hover();
  await page.mouse.up();
  await picture.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  const place = picture.locator('svg > g');
  await expect(picture).toHaveClass(/closer/u);
  const stays = (await place.getAttribute('transform')) ?? '';
  await picture.hover({ position: { x: 20, y: 20 } });
  await expect(place).toHaveAttribute('transform', stays);

  const svg = await save(page, window.getByRole('button', { name: 'Save figure' }));
  expect(svg).toContain('<g id="panel-c">');
  expect(svg).toContain('>new</text>');
  const csv = await save(page, window.getByRole('button', { name: 'Save table (CSV)' }));
  expect(csv).toMatch(/measure,actor-count,Actors,actors,2,3,3,1,1/u);
  await page.keyboard.press('Escape');
  await expect(window).toHaveCount(0);
  await saved(page);
});

test('a map and its scenario lie side by side, and in Chinese on a telephone one state is shown at a time', async ({
  page,
}) => {
  await newMap(page);
  await enter(page, 'A @university > B @enterprise : talent 3');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await page.getByRole('button', { name: 'New scenario' }).click();
  await expect(page.getByTestId('scenario-row')).toHaveCount(2);
  // The base moves on, so that the two differ.
  await enter(page, 'C @government > B : policy');
  await saved(page);
  await page.getByRole('button', { name: 'Compare several' }).click();
  await page.getByRole('button', { name: 'Compare side by side' }).click();
  const window = comparison(page, 'States side by side');
  await expect(window.getByTestId('state-map').nth(1).locator('.badge.removed')).toHaveCount(1);
  await page.keyboard.press('Escape');

  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('ecotone.preferences') ?? '{}') as object;
    localStorage.setItem('ecotone.preferences', JSON.stringify({ ...kept, language: 'zh' }));
  });
  await page.reload();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '情景', exact: true }).click();
  await page.getByRole('button', { name: '比较多个' }).click();
  await page.getByRole('button', { name: '并排比较', exact: true }).click();
  const chinese = comparison(page, '多状态并排比较');
  await expect(chinese.getByTestId('state-map')).toHaveCount(1);
  await expect(chinese.getByTestId('compared-diagnosis')).toContainText('b');
  const chosen = chinese.getByRole('group', { name: '所显示的状态' });
  await expect(chosen.getByRole('button', { pressed: true })).toContainText('b');
  await chosen.getByRole('button').first().click();
  await expect(chinese.getByTestId('state-map')).toContainText('a');
  await expect(chinese.getByTestId('compared-measures')).toContainText('主体数');
  const wide = await chinese.locator('.body').evaluate((body) => body.scrollWidth <= body.clientWidth);
  expect(wide).toBe(true);
});
