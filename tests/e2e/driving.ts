import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect } from './fixtures.ts';
import { counts, saved } from './steps.ts';

/** What tests of saving do: maps opened by their address, edits as fast as the window takes them. */

export interface Counts {
  readonly actors: number;
  readonly ties: number;
}

/** Makes a map from the start screen and returns its address. */
export async function newMapAt(page: Page, home: string): Promise<string> {
  await page.goto(home);
  await page.getByRole('button', { name: 'New map' }).click();
  await saved(page);
  return page.url();
}

export async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await saved(page);
}

export async function expectCounts(page: Page, { actors, ties }: Counts): Promise<void> {
  await expect.poll(() => counts(page)).toEqual([actors, ties]);
}

/** Types lines into quick entry, each with Enter behind it, as fast as the window takes them. */
export async function enterFast(page: Page, lines: readonly string[]): Promise<void> {
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

/** The content of an exported file. */
export async function exported(page: Page, kind: string): Promise<string> {
  await page.getByTitle(/^Export/).click();
  const dialog = page.getByRole('dialog');
  const tab = ['SVG', 'PDF', 'PNG'].includes(kind) ? 'Figure' : 'Data';
  await dialog.getByRole('tab', { name: tab }).click();
  await dialog.getByRole('radio', { name: kind }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: `Save ${kind}` }).click();
  const download = await downloading;
  const text = readFileSync(await download.path(), kind === 'PNG' ? 'latin1' : 'utf8');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return text;
}
