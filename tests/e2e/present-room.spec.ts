import type { Page } from '@playwright/test';
import { enterFast, expectCounts } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { counts, openSecondWindow, saved, start } from './steps.ts';

/** What the people in the room see of a map, and what they do not. */

const MAP = {
  format: 'ecotone',
  version: 1,
  map: { title: 'Valley' },
  scheme: {
    fields: [{ id: 'perceived-influence', on: 'actor', name: 'Perceived influence', kind: 'number' }],
  },
  actors: ['College A', 'Firm B', 'Bank C'].map((name, k) => ({
    id: `n${k}`,
    name,
    sector: ['university', 'enterprise', 'intermediary'][k],
    position: [k * 160, (k % 2) * 120],
    fields: { 'perceived-influence': 5 - k },
  })),
  ties: [{ id: 't0', source: 'n0', target: 'n1', type: 'talent' }],
  view: { size: { kind: 'field', id: 'perceived-influence' } },
};

async function openSecond(page: Page): Promise<Page> {
  await start(page);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'valley.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(MAP)),
    });
  await page.getByRole('button', { name: 'Open as new map' }).click();
  await saved(page);
  return openSecondWindow(page);
}

test('the back of the room can read all of it, on light and on dark ground', async ({ page }) => {
  const second = await openSecond(page);
  await second.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(() => second.evaluate(texts)).toContainEqual(expect.objectContaining({ text: 'Valley' }));
  for (const theme of ['light', 'dark']) {
    await expect(second.locator('html')).toHaveAttribute('data-theme', theme);
    await expect.poll(async () => (await second.evaluate(names)).length).toBe(3);
    for (const { text, pixels, contrast } of await second.evaluate(names)) {
      expect(pixels, `letters of ${text}`).toBeGreaterThanOrEqual(24);
      expect(contrast, `${text} on ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const { text, contrast } of await second.evaluate(texts))
      expect(contrast, `${text} on ${theme}`).toBeGreaterThanOrEqual(4.5);
    if (theme === 'light') await page.getByRole('button', { name: /^Theme/u }).click();
  }
});

test('votes are shown only when that is chosen', async ({ page }) => {
  const second = await openSecond(page);
  const legend = second.getByRole('region', { name: 'Legend' });
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Perceived influence');
  await expect(legend).toContainText('Degree');
  await expect(legend).not.toContainText('influence');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Show votes on influence' }).check();
  await expect(legend).toContainText('Perceived influence');
});

test('nothing can be changed in the second window', async ({ page }) => {
  const second = await openSecond(page);
  await expect(second.locator('input, textarea, [contenteditable]')).toHaveCount(0);
  await second.keyboard.type('New D');
  await second.keyboard.press('Enter');
  await second.keyboard.press('Control+a');
  await second.keyboard.press('Delete');
  await second.keyboard.press('Control+z');
  const box = await second.getByTestId('canvas').boundingBox();
  await second.mouse.dblclick((box?.width ?? 0) / 2, 60);
  await second.mouse.click((box?.width ?? 0) / 2, 60, { button: 'right' });
  await expect(second.getByRole('menu')).toHaveCount(0);
  await expect(second.locator('input, textarea')).toHaveCount(0);
  expect(await counts(second)).toEqual([3, 1]);
  expect(await counts(page)).toEqual([3, 1]);
});

test('it goes along into a round, and back to the present', async ({ page }) => {
  const second = await openSecond(page);
  await page.bringToFront();
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Alt+s');
  await expect(page.getByRole('group', { name: 'Rounds' })).toBeVisible();
  await enterFast(page, ['Lake D @government']);
  await expectCounts(second, { actors: 4, ties: 1 });
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Alt+PageUp');
  await expect(second.getByTestId('present-standing')).toContainText('as is');
  await expectCounts(second, { actors: 3, ties: 1 });
  await page.keyboard.press('Alt+PageDown');
  await expectCounts(second, { actors: 4, ties: 1 });
  await expect(second.getByTestId('present-standing')).toHaveCount(0);
});

interface Read {
  readonly text: string;
  /** Height of the letters on the screen. */
  readonly pixels: number;
  /** To what lies behind, as WCAG 2 counts it. */
  readonly contrast: number;
}

/** Runs in the page: the names on the map. */
function names(): Read[] {
  interface Drawn {
    hasClass(name: string): boolean;
    style(name: string): string;
    data(key: 'mark'): { readonly label: { readonly lines: readonly string[] } };
  }
  const element = document.querySelector('[data-testid="canvas"]');
  const { cy } = (element as never as { _cyreg: { cy: { zoom(): number; nodes(): { toArray(): Drawn[] } } } })
    ._cyreg;
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/gu) ?? [])
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(element?.parentElement ?? document.body).backgroundColor);
  return cy
    .nodes()
    .toArray()
    .filter((node) => !node.hasClass('quiet'))
    .map((node) => {
      const ink = light(node.style('color'));
      return {
        text: node.data('mark').label.lines.join(' '),
        pixels: parseFloat(node.style('font-size')) * cy.zoom(),
        contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05),
      };
    });
}

/** Runs in the page: all texts beside the map that are seen. */
function texts(): Read[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  /** Paints colours over each other, as the browser mixes them. */
  const painted = (colours: readonly string[]): number => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found: Read[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-testid="present-window"] *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    if (text === '' || element.closest('.visually-hidden, [hidden], [role="toolbar"]')) continue;
    if (!element.checkVisibility()) continue;
    const behind: string[] = [];
    for (let each: HTMLElement | null = element; each; each = each.parentElement)
      behind.unshift(getComputedStyle(each).backgroundColor);
    const style = getComputedStyle(element);
    const [ink, ground] = [painted([...behind, style.color]), painted(behind)];
    found.push({
      text,
      pixels: parseFloat(style.fontSize),
      contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05),
    });
  }
  return found;
}
