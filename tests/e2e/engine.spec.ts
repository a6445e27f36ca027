import { build } from 'vite';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { bits } from './programs/bits.ts';
import type { Page } from '@playwright/test';
import type { Language } from '../../src/base/localized.ts';
import type { Measure } from '../../src/metrics/measure.ts';
import { MEASURES } from '../../src/metrics/registry.ts';
import { expect, test } from './fixtures.ts';
import { canvas, enter, newMap, openMeasure, placeOf, saved, start } from './steps.ts';

/** The engine as the built app runs it: the same numbers as anywhere, options kept, nothing long without being asked. */

type Bits = ReturnType<typeof bits>;

test('layouts and measures give in Chromium the bits that they give in Node, with kernels and without', async ({
  page,
}) => {
  const program = await bundled('tests/e2e/programs/bits.ts');
  const kernels = [...readFileSync(resolve('src/kernels/build/kernels.wasm'))];
  await page.goto('/');
  for (const bytes of [kernels, []]) {
    const inNode = run(program, bytes);
    // In the page itself, whose policy of content security the module has to pass.
    const inBrowser = (await page.evaluate(
      ([code, given]) => (0, eval)(`${code}; program.bits(${JSON.stringify(given)})`) as unknown,
      [program, bytes] as const,
    )) as Bits;
    expect(inNode['compiled kernels']).toBe(String(bytes.length > 0));
    expect(Object.keys(inNode).length).toBeGreaterThan(150);
    expect(inBrowser).toEqual(inNode);
  }
});

test('the app fetches its kernels, and its policy lets them run', async ({ page }) => {
  const fetched = page.waitForResponse((response) => /kernels-[\w-]+\.wasm$/.test(response.url()));
  await newMap(page);
  await enter(page, 'A > B');
  expect((await fetched).status()).toBe(200);
  // A refusal would stand among the problems that end a test.
});

test('which reading of a measure is meant is chosen at its page, printed beside it, undone, and kept', async ({
  page,
}) => {
  await newMap(page);
  for (const line of ['A > B', 'B > C', 'D > E']) await enter(page, line);
  await page.getByRole('button', { name: 'Measures', exact: true }).click();
  await openMeasure(page, 'closeness', 'Closeness');
  const definition = page.getByRole('region', { name: 'Definition' });
  await expect(definition).toContainText('Wasserman-Faust');
  const reading = page.getByRole('combobox', { name: /^Closeness/ });
  await reading.selectOption('reachable');
  await expect(definition).not.toContainText('Wasserman-Faust');
  // A reaches B in one step and C in two: mean distance 3/2.
  const ranking = page.getByRole('region', { name: 'Ranking' }).getByRole('listitem');
  await expect(ranking.filter({ hasText: 'A' }).first()).toContainText('0.67');

  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Measures', exact: true }).click();
  await openMeasure(page, 'closeness', 'Closeness');
  await expect(reading).toHaveValue('reachable');
  await reading.selectOption('wasserman-faust');
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await expect(reading).toHaveValue('reachable');
});

test('whoever is in a locked area stays in place when the map is arranged, until it is unlocked', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await newMap(page);
  await enter(page, 'A > B, C, D, E');
  await enter(page, 'B > C');
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo: Arrange the map' })).toBeVisible();
  await saved(page);
  await page.getByRole('button', { name: 'Selection', exact: true }).click();
  // A and B, by clicks on their marks: again if the map was still moving into sight.
  const lock = page.getByRole('button', { name: 'Lock area' });
  await expect(async () => {
    const [a, b] = [await placeOf(page, 'A'), await placeOf(page, 'B')];
    await page.mouse.click(a.x, a.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(b.x, b.y);
    await page.keyboard.up('Shift');
    await expect(lock).toBeVisible({ timeout: 2000 });
  }).toPass();
  await lock.click();
  const unlock = page.getByRole('button', { name: 'Unlock this area' });
  await expect(unlock).toBeVisible();
  const placesOf = (...names: string[]) => Promise.all(names.map((name) => placeOf(page, name, 'position')));
  const locked = await placesOf('A', 'B');
  for (const line of ['F > C', 'G > D', 'H > G']) await enter(page, line);
  await page.keyboard.press('Escape');
  const free = await placesOf('F', 'G', 'H');

  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect.poll(() => placesOf('F', 'G', 'H')).not.toEqual(free);
  expect(await placesOf('A', 'B')).toEqual(locked);

  await saved(page);
  await page.reload();
  await unlock.click();
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect.poll(() => placesOf('A', 'B')).not.toEqual(locked);
});

test('shortest paths that take long wait for a choice; estimates state their error, exact values can be stopped', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await start(page);
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (
    await dialog
  ).setFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(largeMap()) });
  await page.getByRole('button', { name: 'Open as new map' }).click({ timeout: 60_000 });
  await expect(canvas(page)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Measures', exact: true }).click({ timeout: 100_000 });
  const exact = page.getByRole('button', { name: 'Compute exactly', exact: true });
  await expect(exact).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('complementary')).toContainText('would take about');

  await exact.evaluate(clickAndStop);
  await expect(exact).toBeVisible({ timeout: 20_000 });

  await page.getByRole('button', { name: 'Estimate from 512 actors' }).click();
  await expect(page.getByRole('complementary')).toContainText('estimated from 512 of', { timeout: 60_000 });
  await expect(page.getByRole('complementary')).toContainText('95 % interval', { timeout: 60_000 });
  await openMeasure(page, 'betw', 'Betweenness');
  await expect(page.getByRole('region', { name: 'Definition' })).toContainText('estimated from 512 of');
  await expect(page.getByRole('region', { name: 'Ranking' })).toContainText('±');
});

test('every measure has a page that is whole, in both languages, in a panel narrower than a telephone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page);
  await page.getByRole('button', { name: /Jinhua/ }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Measures', exact: true }).click();
  let language: Language = 'en';
  for (const measure of MEASURES) {
    const search = page.getByRole('searchbox', { name: TEXTS[language].find });
    await search.fill(measure.id);
    await search.press('Enter');
    await expectWholePage(page, measure, language);
    language = await switchLanguage(page, language);
    await expectWholePage(page, measure, language);
    await page.getByRole('button', { name: TEXTS[language].back, exact: true }).click();
  }
});

/** Stops what a button begins as soon as it can be stopped: a fast machine may be done before a second call arrives. */
function clickAndStop(button: Element): Promise<void> {
  return new Promise((stopped) => {
    const stop = (): void => {
      const offered = [...document.querySelectorAll<HTMLButtonElement>('aside button')];
      const found = offered.find(({ textContent }) => textContent.trim() === 'Stop');
      if (!found) return;
      observer.disconnect();
      found.click();
      stopped();
    };
    const observer = new MutationObserver(stop);
    observer.observe(document.body, { childList: true, subtree: true });
    (button as HTMLButtonElement).click();
  });
}

const TEXTS = {
  en: { find: 'Find a measure', back: 'Back', other: '中文' },
  zh: { find: '查找指标', back: '返回', other: 'English' },
};

/** The page on screen changes its language where it is. */
async function switchLanguage(page: Page, from: Language): Promise<Language> {
  await page.getByRole('button', { name: TEXTS[from].other, exact: true }).click();
  return from === 'en' ? 'zh' : 'en';
}

async function expectWholePage(page: Page, { id, name }: Measure, language: Language): Promise<void> {
  const article = page.getByRole('article', { name: name[language], exact: true });
  await expect(article, id).toBeVisible();
  await expect(article.getByRole('progressbar'), id).toHaveCount(0, { timeout: 30_000 });
  await expect(article, id).not.toContainText(/NaN|Infinity|\[object/);
  if (language === 'en') await expect(article, id).not.toContainText(/\p{Script=Han}/u);
  expect(
    await article.evaluate(({ parentElement }) =>
      parentElement ? parentElement.scrollWidth - parentElement.clientWidth : NaN,
    ),
    `${id} is wider than the panel`,
  ).toBeLessThanOrEqual(0);
}

/** So many actors, and ties of lengths so different, that all shortest paths take seconds in up to four workers. */
function largeMap(): string {
  const n = 10_800;
  const m = 10_800;
  const side = 104;
  return JSON.stringify({
    format: 'ecotone',
    version: 1,
    map: { title: 'Large' },
    // Places of their own: no layout is under way while we look.
    actors: Array.from({ length: n }, (_, k) => ({
      id: `a${k}`,
      name: `a${k}`,
      sector: 'other',
      position: [60 * (k % side), 60 * Math.floor(k / side)],
    })),
    ties: Array.from({ length: m }, (_, k) => ({
      id: `t${k}`,
      source: `a${k % n}`,
      target: `a${(k * 7_919 + (k >> 3) + 1) % n}`,
      type: 'knowledge',
      direction: 'one-way',
      weight: 1 + ((k * 31) % 9973) * 1.7,
    })),
  });
}

/** A program as one script, which leaves what it exports under the name `program`. */
async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { lib: { entry, formats: ['iife'], name: 'program' }, write: false, minify: false },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error('The program was not built.');
  const [chunk] = output.output;
  return chunk.code;
}

function run(program: string, kernels: readonly number[]): Bits {
  const made = new Function(`${program}; return program;`) as () => { readonly bits: typeof bits };
  return made().bits(kernels);
}
