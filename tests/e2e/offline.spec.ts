import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { exported } from './driving.ts';
import { expect, test } from './fixtures.ts';
import { canvas, counts, enter, saved } from './steps.ts';

test('with the server gone and the network cut: reload, open, edit, measure, export, come back', async ({
  page,
  context,
  problems,
}) => {
  const server = await serve({ folder: resolve('dist'), port: 0 });
  const { origin } = new URL(server.url);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      problems.push(`left the origin: ${request.url()}`);
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`the policy refused ${violatedDirective} ${blockedURI}`),
    ),
  );
  await page.goto(server.url);
  await expect.poll(() => isControlled(page), { timeout: 30_000 }).toBe(true);
  await server.close();
  await context.setOffline(true);

  await page.reload();
  await page.getByRole('button', { name: /Florentine families/ }).click();
  await saved(page);
  expect(await counts(page)).toEqual([16, 20]);

  await enter(page, 'Newcomers');
  await enter(page, 'Newcomers > Medici');
  await saved(page);
  const address = page.url();

  await test.step('measures are computed, and follow the edit', async () => {
    await openPanel(page, 'Measures');
    await expect(page.getByRole('tabpanel', { name: 'Actors' })).toContainText(/Medici\s*[\d.]+/);
    await page.getByRole('tab', { name: 'Network' }).click();
    const whole = page.getByRole('tabpanel', { name: 'Network' });
    await expect(whole.getByRole('listitem').filter({ hasText: /^Actors\s*17/ })).toBeVisible();
  });

  await test.step('figures and data are exported', async () => {
    expect(await exported(page, 'SVG')).toMatch(/^<\?xml[^]*<svg[^]*Medici[^]*<\/svg>/);
    expect(await exported(page, 'PNG')).toMatch(/^.PNG/);
    const file = JSON.parse(await exported(page, 'Ecotone file')) as { actors: unknown[]; ties: unknown[] };
    expect([file.actors.length, file.ties.length]).toEqual([17, 21]);
  });

  await test.step('everything is found again, in this window and in another', async () => {
    await page.reload();
    await saved(page);
    expect(await counts(page)).toEqual([17, 21]);
    const second = await context.newPage();
    await second.goto(address);
    await saved(second);
    expect(await counts(second)).toEqual([17, 21]);
  });
});

test('a newer version is offered, changes nothing until it is clicked, and finds the map again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'ecotone-versions-'));
  const live = join(folder, 'live');
  cpSync(resolve('dist'), live, { recursive: true });
  const newer = join(folder, 'newer');
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', newer, '--logLevel', 'error'],
    { env: { ...process.env, ECOTONE_BUILD: 'the-newer-version' }, stdio: 'pipe' },
  );
  const server = await serve({ folder: live, port: 0 });
  try {
    await page.goto(server.url);
    await expect.poll(() => isControlled(page), { timeout: 30_000 }).toBe(true);
    await page.getByRole('button', { name: 'New map' }).click();
    await enter(page, 'A > B');
    await saved(page);
    expect(await version(page)).not.toContain('the-newer-version');

    rmSync(live, { recursive: true });
    cpSync(newer, live, { recursive: true });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const update = page.getByRole('button', { name: 'Update', exact: true });
    await expect(update).toBeVisible();

    await test.step('until then the version that runs goes on, whole', async () => {
      await enter(page, 'B > C');
      await saved(page);
      await page.reload();
      await saved(page);
      expect(await counts(page)).toEqual([3, 2]);
      expect(await version(page)).not.toContain('the-newer-version');
    });

    await page.evaluate(() => Object.assign(window, { opened: 'before the update' }));
    await update.click();
    // Outlives the reload, in which a key that is pressed is lost.
    await page.waitForFunction(() => !('opened' in window));
    await saved(page);
    expect(await version(page)).toContain('the-newer-version');
    await expect(update).toBeHidden();
    expect(await counts(page)).toEqual([3, 2]);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function isControlled(page: Page): Promise<boolean> {
  return page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated');
}

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByTitle(name, { exact: true }).click();
  await expect(page.getByRole('complementary', { name })).toBeVisible();
}

/** The version that the help names. */
async function version(page: Page): Promise<string> {
  await canvas(page).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  const text = (await dialog.getByText(/^Version/).textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return text;
}
