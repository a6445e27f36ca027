import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What users do and see, by the names that they see. */

/** Opens the start screen in English. */
export async function start(page: Page, language: 'en' | 'zh' = 'en'): Promise<void> {
  await page.addInitScript((chosen) => {
    if (localStorage.getItem('ecotone.preferences') === null)
      localStorage.setItem(
        'ecotone.preferences',
        JSON.stringify({ language: chosen, theme: 'light', flags: [] }),
      );
  }, language);
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
}

export async function newMap(page: Page): Promise<void> {
  await start(page);
  await page.getByRole('button', { name: 'New map' }).click();
  await expect(canvas(page)).toBeVisible();
}

export function canvas(page: Page): Locator {
  return page.getByTestId('canvas');
}

/** Actors and ties of the map, as the canvas says them to a screen reader. */
export async function counts(page: Page): Promise<[number, number]> {
  const label = (await canvas(page).getAttribute('aria-label')) ?? '';
  const [actors = '-1', ties = '-1'] = label.match(/\d+/gu) ?? [];
  return [Number(actors), Number(ties)];
}

/** Types a line of quick entry and confirms it. */
export async function enter(page: Page, line: string): Promise<void> {
  const field = page.getByRole('combobox').and(page.locator('textarea'));
  await field.click();
  await field.fill(line);
  await expect(page.getByTestId('entry-preview')).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

/** Where an actor is drawn: on the page in pixels, or with `position` in map units. */
export async function placeOf(
  page: Page,
  name: string,
  how: 'renderedPosition' | 'position' = 'renderedPosition',
): Promise<{ x: number; y: number }> {
  const place = await canvas(page).evaluate(
    (element, [wanted, kind]) => {
      interface Node {
        data(key: 'mark'): { readonly label: { readonly lines: readonly string[] } };
        position(): { x: number; y: number };
        renderedPosition(): { x: number; y: number };
      }
      const { cy } = (element as never as { _cyreg: { cy: { nodes(): { toArray(): Node[] } } } })._cyreg;
      const node = cy
        .nodes()
        .toArray()
        .find((candidate) => candidate.data('mark').label.lines.join(' ') === wanted);
      if (!node) return undefined;
      const { x, y } = kind === 'position' ? node.position() : node.renderedPosition();
      const box = kind === 'position' ? { left: 0, top: 0 } : element.getBoundingClientRect();
      return { x: x + box.left, y: y + box.top };
    },
    [name, how] as const,
  );
  if (!place) throw new Error(`${name} is not drawn`);
  return place;
}

/** The page of a measure, from the panel of measures. */
export async function openMeasure(page: Page, text: string, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Find a measure' });
  await search.fill(text);
  await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible();
  await search.press('Enter');
  await expect(page.getByRole('article', { name })).toBeVisible();
}

/** The window for the projector. */
export async function openSecondWindow(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Second window' }).click();
  const second = await opening;
  await expect(second.getByTestId('present-window')).toBeVisible();
  await expect(page.getByTestId('present-bar')).toBeVisible();
  return second;
}
