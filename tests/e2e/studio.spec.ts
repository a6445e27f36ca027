import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { counts, enter, newMap, saved, start } from './steps.ts';

/** The export studio: a page is chosen, the legend is moved, and what is saved is what was seen. */

const TEXTS = {
  en: {
    sample: /Florentine/,
    exportButton: 'Export',
    size: 'Made for',
    grip: /^Legend: drag it/,
    title: 'Title',
    panel: 'Panel',
    saveSvg: 'Save SVG',
    savePng: 'Save PNG',
    resolution: 'Resolution',
    moved: 'Moved by hand',
    small: /asks for at least 5/,
    points: 'Names (pt)',
    legend: 'Sector',
    below: 'Below the map',
    actor: 'Medici',
  },
  zh: {
    sample: /佛罗伦萨/,
    exportButton: '导出',
    size: '用于',
    grip: /^图例：可拖动/,
    title: '标题',
    panel: '分图编号',
    saveSvg: '保存 SVG',
    savePng: '保存 PNG',
    resolution: '分辨率',
    moved: '已手动移动',
    small: /要求不小于 5 磅/,
    points: '名称 (磅)',
    legend: '主体类型',
    below: '地图下方',
    actor: '美第奇',
  },
} as const;

async function download(page: Page, button: Locator): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await waiting).path());
}

function sizeOf(svg: string): number[] {
  return (/width="([\d.]+)mm" height="([\d.]+)mm"/u.exec(svg) ?? []).slice(1).map(Number);
}

/** Where the first words of the legend stand, in points. */
function legendAt(svg: string): number[] {
  const [, legend = ''] = svg.split('<g id="legend">');
  return (/<text x="([\d.]+)" y="([\d.]+)"/u.exec(legend) ?? []).slice(1).map(Number);
}

for (const language of ['en', 'zh'] as const) {
  const t = TEXTS[language];

  test(`a figure for a journal, with its legend moved, as vectors and as pixels (${language})`, async ({
    page,
  }) => {
    await start(page, language);
    await page.getByRole('button', { name: t.sample }).click();
    await expect.poll(() => counts(page)).toEqual([16, 20]);
    await page.getByRole('button', { name: t.exportButton, exact: true }).click();
    const studio = page.getByRole('dialog');

    await studio.getByRole('combobox', { name: t.size }).selectOption('nature-89');
    await studio.getByRole('textbox', { name: t.panel }).fill('b');
    await studio.getByRole('textbox', { name: t.title }).fill('Ties 关系');
    await studio.getByRole('radio', { name: t.below }).check();
    const grip = studio.getByRole('button', { name: t.grip });
    await expect(grip).toBeVisible();
    const before = (await download(page, studio.getByRole('button', { name: t.saveSvg }))).toString();
    expect(sizeOf(before)[0]).toBe(89);
    const text = before.replace(/<[^>]*>/gu, ' ');
    for (const word of ['Ties 关系', t.actor, t.legend, ' b ']) expect(text).toContain(word);

    await test.step('the legend goes where it is dragged, and by arrow keys', async () => {
      const box = await grip.boundingBox();
      if (!box) throw new Error('the legend is not in sight');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 15, box.y - 60, { steps: 4 });
      await page.mouse.up();
      await expect(studio.getByText(t.moved)).toBeVisible();
      const dragged = (await download(page, studio.getByRole('button', { name: t.saveSvg }))).toString();
      expect(legendAt(dragged)[1]).toBeLessThan(legendAt(before)[1] ?? 0);
      await grip.press('Shift+ArrowUp');
      const moved = (await download(page, studio.getByRole('button', { name: t.saveSvg }))).toString();
      expect((legendAt(dragged)[1] ?? 0) - (legendAt(moved)[1] ?? 0)).toBeCloseTo((10 * 72) / 25.4, 0);
    });

    await test.step('text that is too small is said beside what sets it', async () => {
      await studio.getByRole('spinbutton', { name: t.points }).fill('4');
      await studio.getByRole('spinbutton', { name: t.points }).press('Enter');
      await expect(studio.getByText(t.small)).toBeVisible();
      await studio.getByRole('spinbutton', { name: t.points }).fill('');
      await studio.getByRole('spinbutton', { name: t.points }).press('Enter');
      await expect(studio.getByText(t.small)).toBeHidden();
    });

    await test.step('an image says its pixels before, and has them', async () => {
      await studio.getByRole('radio', { name: 'PNG' }).check();
      await studio.getByRole('combobox', { name: t.resolution }).selectOption('600');
      const said = (await studio.getByTestId('pixels').textContent()) ?? '';
      const [width = 0, height = 0] = said.split('×').map((part) => Number(part.replace(/\D/gu, '')));
      expect(width).toBe(Math.round((89 / 25.4) * 600));
      const png = await download(page, studio.getByRole('button', { name: t.savePng }));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    });
  });
}

test('a poster that no canvas holds is drawn in tiles; choices are there the next time', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: TEXTS.en.sample }).click();
  await expect.poll(() => counts(page)).toEqual([16, 20]);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const studio = page.getByRole('dialog');
  // A kind that does not apply to the map says why.
  await studio.getByRole('combobox', { name: 'Kind' }).selectOption('rounds');
  await expect(studio.getByRole('alert')).toContainText(/round/);
  await studio.getByRole('combobox', { name: 'Kind' }).selectOption('network');
  await studio.getByRole('combobox', { name: 'Made for' }).selectOption('a3');
  await studio.getByRole('radio', { name: 'PNG' }).check();
  const png = await download(page, studio.getByRole('button', { name: 'Save PNG' }));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width, height]).toEqual([3508, 4961]);
  // It opens, and is not blank: the same reader as of any picture finds ink on paper.
  const shades = await page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(200, 280);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, 200, 280);
      const { data } = context?.getImageData(0, 0, 200, 280) ?? { data: [] };
      return new Set(Array.from(data).filter((_, k) => k % 4 === 0)).size;
    },
    [...png],
  );
  expect(shades).toBeGreaterThan(20);

  await page.keyboard.press('Escape');
  await expect(studio).toBeHidden();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(studio.getByRole('combobox', { name: 'Made for' })).toHaveValue('a3');
  await expect(studio.getByRole('radio', { name: 'PNG' })).toBeChecked();
});

test('a map beside its scenario, and a ranking below them, are one page with letters', async ({ page }) => {
  await newMap(page);
  await enter(page, 'A @university > B @enterprise : talent 3');
  await page.keyboard.press('Escape');
  await saved(page);
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await page.getByRole('button', { name: 'New scenario' }).click();
  const name = page.getByLabel('Name of the scenario');
  await expect(name).toHaveValue('Scenario A');
  await name.fill('Plan');
  await name.press('Enter');
  await expect(page.locator('[data-testid="scenario-row"][data-name="Plan"]')).toContainText('no changes');
  await enter(page, 'B > C @enterprise : talent');
  await saved(page);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const studio = page.getByRole('dialog');
  await studio.getByRole('combobox', { name: 'Kind' }).selectOption('comparison');
  await expect(studio.getByRole('checkbox', { name: 'Plan' })).toBeChecked();
  await studio.getByRole('button', { name: 'Add a panel' }).click();
  await studio.getByRole('combobox', { name: 'Kind of panel b' }).selectOption('ranking');
  await studio.getByRole('combobox', { name: 'Measure' }).selectOption('in-degree');
  await studio.getByRole('button', { name: 'Move panel b up' }).click();
  await expect(studio.getByRole('button', { name: 'Move panel a down' })).toBeFocused();
  const svg = (await download(page, studio.getByRole('button', { name: 'Save SVG' }))).toString();
  const text = svg.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
  for (const words of ['In-degree', 'Plan', 'Against i (Untitled map):']) expect(text).toContain(words);
  expect(text.indexOf('In-degree')).toBeLessThan(text.indexOf('Plan'));

  // Rounds and scenarios have names: without names they are left out, and it is said.
  await studio.getByRole('checkbox', { name: 'Without names' }).check();
  await expect(studio.getByRole('alert')).toContainText('keep their names');
  await studio.getByRole('button', { name: 'Remove panel b' }).click();
  await expect(studio.getByRole('button', { name: 'Add a panel' })).toBeFocused();
  await expect(studio.getByRole('alert')).toBeHidden();
});
