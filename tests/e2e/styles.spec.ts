import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { canvas, enter, newMap, saved } from './steps.ts';

function legend(page: Page): Locator {
  return page.getByRole('region', { name: 'Legend' });
}

/** How an actor is filled, and how large its name is, on the canvas. */
async function drawn(page: Page, name: string): Promise<{ fill: string; fontSize: number } | undefined> {
  return canvas(page).evaluate((element, wanted) => {
    interface Mark {
      readonly fill: string;
      readonly label: { readonly lines: readonly string[]; readonly fontSize: number };
    }
    interface Node {
      data(key: 'mark'): Mark;
    }
    const { cy } = (element as never as { _cyreg: { cy: { nodes(): { toArray(): Node[] } } } })._cyreg;
    const marks = cy
      .nodes()
      .toArray()
      .map((node) => node.data('mark'));
    const mark = marks.find(({ label }) => label.lines.join(' ') === wanted);
    return mark && { fill: mark.fill, fontSize: mark.label.fontSize };
  }, name);
}

async function fill(page: Page, name: string): Promise<string | undefined> {
  return (await drawn(page, name))?.fill;
}

test('a palette recolours the sectors in one step; colours that look alike are named, and a safe palette parts them', async ({
  page,
}) => {
  await newMap(page);
  await enter(page, 'City @government > College @university : talent');
  await enter(page, 'College > City : feedback');
  await page.getByRole('button', { name: 'Style', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Style' });

  await panel
    .getByRole('group', { name: 'Palette of sectors' })
    .getByRole('button', { name: 'Tol bright' })
    .click();
  await expect.poll(() => fill(page, 'City')).toBe('#4477aa');
  await expect.poll(() => fill(page, 'College')).toBe('#ee6677');
  await expect(legend(page).locator('svg[fill="#4477aa"]')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Colour the sectors with Tol bright' }).click();
  await expect.poll(() => fill(page, 'City')).toBe('#d55e00');

  const ties = panel.getByRole('region', { name: 'Ties' });
  await expect(ties).toContainText(
    'Talent and Feedback look alike with deuteranopia. The dash tells them apart.',
  );
  await ties.getByRole('button', { name: 'Use Okabe–Ito' }).click();
  await expect(ties).not.toContainText('look alike with');

  await panel.getByLabel('Colour of actors').selectOption('measure:degree');
  const numbers = panel.getByRole('group', { name: 'Palette of numbers' });
  await expect(numbers.getByRole('button', { name: 'Ecotone' })).toHaveAttribute('aria-pressed', 'true');
  await numbers.getByRole('button', { name: 'Grey' }).click();
  await expect.poll(() => fill(page, 'City')).toMatch(/^#(..)\1\1$/u);
});

test('a style is kept, found by another map, saved to a file and read back; a deleted one comes back on request', async ({
  page,
}) => {
  await newMap(page);
  await enter(page, 'City @government');
  await page.getByRole('button', { name: 'Style', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Style' });
  const styles = panel.getByRole('region', { name: 'Styles' });
  await styles.getByRole('button', { name: 'Projector' }).click();
  await expect.poll(() => fill(page, 'City')).toBe('#4477aa');
  const { fontSize } = (await drawn(page, 'City')) ?? { fontSize: 0 };
  const slider = panel.getByLabel('Size of names');
  await slider.focus();
  await slider.press('End');
  await expect.poll(async () => (await drawn(page, 'City'))?.fontSize).toBeGreaterThan(fontSize);

  await styles.getByRole('button', { name: 'Keep this look…' }).click();
  await styles.getByRole('textbox', { name: 'Name of the style' }).fill('House');
  await styles.getByRole('button', { name: 'Keep', exact: true }).click();
  const house = styles.getByRole('button', { name: 'House', exact: true });
  await expect(house).toHaveAttribute('aria-pressed', 'true');

  await styles.getByRole('button', { name: 'More for the style “House”' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('House.ecotone-style.json');
  const file = readFileSync(await download.path());
  expect(JSON.parse(file.toString())).toMatchObject({ format: 'ecotone-style', name: 'House', labelSize: 2 });
  await saved(page);

  // Another map of this browser has it, as the first left it.
  await page.goto('/');
  await page.getByRole('button', { name: 'New map' }).click();
  await enter(page, 'Town @government');
  await page.getByRole('button', { name: 'Style', exact: true }).click();
  await expect(house).toHaveAttribute('aria-pressed', 'false');
  await house.click();
  await expect.poll(() => fill(page, 'Town')).toBe('#4477aa');
  await expect(house).toHaveAttribute('aria-pressed', 'true');

  await styles.getByRole('button', { name: 'More for the style “House”' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(house).toBeHidden();
  await expect.poll(() => fill(page, 'Town')).toBe('#4477aa');
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(house).toBeVisible();

  const again = { name: 'x.json', mimeType: 'application/json', buffer: file };
  await panel.locator('input[type="file"]').setInputFiles(again);
  await expect(styles.getByRole('button', { name: 'House 2', exact: true })).toBeVisible();
  await panel
    .locator('input[type="file"]')
    .setInputFiles({ ...again, buffer: Buffer.from('{"format":"ecotone"}') });
  await expect(page.getByTestId('notice')).toContainText('This file is no style of Ecotone');
});
