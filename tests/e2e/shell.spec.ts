import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const app = (page: Page) => page.locator('#app > *').first();

test('the page opens under its policy, with a title, and draws the app', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Ecotone/);
  await expect(app(page)).toBeVisible();
  const policies = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policies).toHaveAttribute('content', /default-src 'none'.*require-trusted-types-for 'script'/);
});

test('the server sends the policy with every file, and refuses to be framed', async ({ request }) => {
  for (const file of ['/', '/sw.js', '/manifest.webmanifest']) {
    const headers = (await request.get(file)).headers();
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers['cache-control']).toBe('no-cache');
  }
});

test('text never becomes HTML, script or style, and no other origin is reached', async ({
  page,
  problems,
}) => {
  await page.goto('/');
  await expect(app(page)).toBeVisible();
  const outcomes = await page.evaluate(async () => {
    const attempt = async (action: () => unknown): Promise<string> => {
      try {
        await action();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    return {
      html: await attempt(() => (document.createElement('div').innerHTML = '<b>bold</b>')),
      // from a timer, because what a test evaluates directly is exempt
      evaluated: await new Promise((tell) =>
        setTimeout(() => tell(attempt(() => new Function('return 1')()))),
      ),
      foreignWorker: await attempt(() => new Worker('https://example.org/worker.js')),
      blobWorker: await attempt(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      foreignFetch: await attempt(() => fetch('https://example.org/')),
    };
  });
  expect(outcomes).toEqual({
    html: 'TypeError',
    evaluated: 'EvalError',
    foreignWorker: 'TypeError',
    blobWorker: 'TypeError',
    foreignFetch: 'TypeError',
  });
  expect(problems.length).toBeGreaterThan(0);
  problems.length = 0;
});

test('the web-app manifest is complete and its icons have the sizes they state', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = (await (await request.get(`/${address}`)).json()) as {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; type: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Ecotone', start_url: './', display: 'standalone' });
  expect(manifest.icons.some((icon) => icon.purpose === 'maskable')).toBe(true);
  for (const icon of manifest.icons) {
    const response = await request.get(`/${icon.src}`);
    expect(response.headers()['content-type']).toContain(icon.type);
    if (icon.type !== 'image/png') continue;
    const bytes = await response.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(icon.sizes);
  }
});

test('the scripts that the first page view really runs stay under 350 kB as gzip', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.resourceType() !== 'script' || request.serviceWorker()) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(app(page)).toBeVisible();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(350_000);
});

test('a browser killed at once keeps its profile for the next start', async ({ launchKillable, baseURL }) => {
  const first = await launchKillable();
  await first.page.goto(baseURL ?? '');
  await first.page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('survives');
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
        opening.onerror = () => failed(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('kept', 'readwrite', { durability: 'strict' });
          writing.objectStore('kept').put('here', 'key');
          writing.oncomplete = () => done();
        };
      }),
  );
  await first.kill();

  const second = await launchKillable();
  await second.page.goto(baseURL ?? '');
  const value = await second.page.evaluate(
    () =>
      new Promise<unknown>((done) => {
        const opening = indexedDB.open('survives');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kept').objectStore('kept').get('key');
          reading.onsuccess = () => done(reading.result);
        };
      }),
  );
  expect(value).toBe('here');
});
