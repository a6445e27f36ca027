import { expect, type Page } from '@playwright/test';

export interface Counts {
  readonly actors: number;
  readonly ties: number;
}

/** Makes a map from the start screen and returns its address. */
export async function newMap(page: Page, home: string): Promise<string> {
  await page.goto(home);
  await page.getByRole('button', { name: 'New map', exact: true }).first().click();
  await expectSaved(page);
  return page.url();
}

export async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectSaved(page);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

/** The numbers of actors and ties, as the canvas tells a screen reader. */
export async function counts(page: Page): Promise<Counts> {
  const label = await page.getByTestId('canvas').getAttribute('aria-label');
  const [actors = Number.NaN, ties = Number.NaN] = (label?.match(/\d+/g) ?? []).map(Number);
  return { actors, ties };
}

export async function expectCounts(page: Page, expected: Counts): Promise<void> {
  await expect.poll(() => counts(page)).toEqual(expected);
}

/** Types lines into quick entry, each with Enter behind it, as fast as the window takes them. */
export async function enter(page: Page, lines: readonly string[]): Promise<void> {
  await page.evaluate(enterAll, lines);
}

/** Runs in the page; each line has a task of its own, as typed ones do. */
async function enterAll(lines: readonly string[]): Promise<void> {
  const input = document.querySelector<HTMLTextAreaElement>('textarea[role="combobox"]');
  if (!input) throw new Error('There is no quick entry.');
  for (const line of lines) {
    input.value = line;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done));
  }
}
