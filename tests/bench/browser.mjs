// @ts-check
// Measures the built app in a real browser: the first load, a file opened, edits, panning.
/* global window, document, MutationObserver, addEventListener, CanvasRenderingContext2D, Worker */
import { chromium } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { readProfile } from './attribution.mjs';
import { median, quantile } from './statistics.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {Awaited<ReturnType<typeof openBench>>} Bench */
/** @typedef {{ milliseconds: number, owners: [string, number][], places: [string, number][] }} LongTask */
/**
 * What the page notes: frames in which a visible canvas was drawn on, each with the times of its first stroke and of its
 * end; the times at which measures came back; of the last Enter the time of the key and how long it took to be handled.
 *
 * @typedef {{ frames: { drawn: number, painted: number }[], fresh: number[], pressed: number, handled: number }} Notes
 */

const LONG_TASK = 50;
const REST = 400;

/** @param {string} folder of the built app, with its source maps */
export async function openBench(folder) {
  const server = await serve({ folder, port: 0 });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: browserArguments,
    ...(executablePath ? { executablePath } : {}),
  });
  return {
    version: browser.version(),
    /** A page of a browser profile that has never seen the app. */
    freshPage: async () => {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
      });
      const page = await context.newPage();
      await page.addInitScript(instrument);
      return page;
    },
    /**
     * @template T
     * @param {Page} page
     * @param {() => Promise<T>} work
     */
    longTasks: (page, work) => longTasks(browser, page, folder, work),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page, before the app. */
function instrument() {
  /** @type {Notes} */
  const notes = { frames: [], fresh: [], pressed: 0, handled: 0 };
  Object.assign(window, { notes });
  const { clearRect } = CanvasRenderingContext2D.prototype;
  const channel = new MessageChannel();
  let open = false;
  // a message sent while a frame is made arrives when it has been painted
  channel.port1.onmessage = () => {
    const frame = notes.frames.at(-1);
    if (open && frame) frame.painted = performance.now();
    open = false;
  };
  CanvasRenderingContext2D.prototype.clearRect = function (
    /** @type {[number, number, number, number]} */ ...box
  ) {
    // cytoscape also draws on canvases that are never shown
    if (this.canvas.isConnected && !open) {
      open = true;
      notes.frames.push({ drawn: performance.now(), painted: Infinity });
      channel.port2.postMessage(null);
    }
    clearRect.apply(this, box);
  };

  const Native = Worker;
  window.Worker = class extends Native {
    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      super(address, options);
      if (!String(address).includes('measures')) return;
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'done') notes.fresh.push(performance.now());
      });
    }
  };

  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') notes.pressed = event.timeStamp;
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime, processingEnd } of /** @type {PerformanceEventTiming[]} */ (
      list.getEntries()
    ))
      if (name === 'keydown') notes.handled = processingEnd - startTime;
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

/**
 * What the first visit costs.
 *
 * @param {Page} page
 * @returns {Promise<{ bytes: number, shown: number }>} scripts for the main thread as gzip; milliseconds until the start
 * screen stands
 */
export async function firstLoad(page) {
  /** @type {Promise<number>[]} */
  const sizes = [];
  const weigh = (/** @type {import('@playwright/test').Response} */ response) => {
    const request = response.request();
    if (request.resourceType() !== 'script' || request.serviceWorker()) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on('response', weigh);
  const start = performance.now();
  await page.goto('/');
  await startScreen(page);
  const shown = performance.now() - start;
  await page.waitForLoadState('networkidle');
  page.off('response', weigh);
  return { bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0), shown };
}

/** @param {Page} page */
function startScreen(page) {
  return page.getByRole('button', { name: 'New map', exact: true }).first().waitFor();
}

/**
 * Opens a file through the file chooser and the review.
 *
 * @param {Page} page
 * @param {{ name: string, text: string }} file
 * @returns {Promise<{ read: number, firstPicture: number, saved: number }>} milliseconds until the review is ready, and
 * from its confirmation until the first picture has been painted and until the map is saved
 */
export async function openFile(page, { name, text }) {
  await startScreen(page);
  const start = performance.now();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const confirm = page.getByRole('button', { name: 'Open as new map' });
  await page.locator('button:enabled', { hasText: 'Open as new map' }).waitFor({ timeout: 60_000 });
  const read = performance.now() - start;
  const confirmed = await confirm.evaluate((element) => {
    const now = performance.now();
    /** @type {HTMLElement} */ (element).click();
    return now;
  });
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor({ timeout: 60_000 });
  const saved = await page.evaluate(() => performance.now());
  await quiet(page);
  const { frames } = await notesOf(page);
  return { read, firstPicture: (frames[0]?.painted ?? Number.NaN) - confirmed, saved: saved - confirmed };
}

/**
 * Types lines into quick entry, each with Enter behind it, and waits for rest after each.
 *
 * @param {Page} page with a map open
 * @param {readonly string[]} lines
 * @returns {Promise<{ handled: number[], drawn: number[], painted: number[], fresh: number[] }>} milliseconds from the
 * key: until it is handled, until the first frame with the edit begins to be drawn, until that is painted, until all
 * measures are there
 */
export async function edit(page, lines) {
  const entry = page.getByRole('combobox', { name: 'Quick entry' });
  /** @type {{ handled: number[], drawn: number[], painted: number[], fresh: number[] }} */
  const times = { handled: [], drawn: [], painted: [], fresh: [] };
  for (const line of lines) {
    await entry.fill(line);
    await quiet(page);
    await clearNotes(page);
    await entry.press('Enter');
    await page.waitForFunction(() => {
      const { notes } = /** @type {{ notes: Notes }} */ (/** @type {unknown} */ (window));
      return notes.fresh.length > 0 && (notes.frames[0]?.painted ?? Infinity) < Infinity;
    });
    await quiet(page);
    const { pressed, handled, frames, fresh } = await notesOf(page);
    const first = frames.find(({ drawn }) => drawn >= pressed);
    times.handled.push(handled);
    times.drawn.push((first?.drawn ?? Number.NaN) - pressed);
    times.painted.push((first?.painted ?? Number.NaN) - pressed);
    times.fresh.push((fresh.at(-1) ?? Number.NaN) - pressed);
  }
  return times;
}

/**
 * Drags the map's background to and fro.
 *
 * @param {Page} page with a map open
 * @param {readonly [number, number]} from a point with nothing under it
 * @returns {Promise<{ perSecond: number, median: number, p95: number }>} pictures a second; milliseconds between two
 */
export async function pan(page, [x, y], milliseconds = 3000) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 5, y + 5);
  await clearNotes(page);
  const start = performance.now();
  for (let step = 0; performance.now() - start < milliseconds; step++)
    await page.mouse.move(x + 200 * Math.sin(step / 20), y + 100 * Math.sin(step / 13));
  const { frames } = await notesOf(page);
  await page.mouse.up();
  await quiet(page);
  const painted = frames.map((frame) => frame.painted).filter(Number.isFinite);
  const gaps = painted.slice(1).map((time, k) => time - (painted[k] ?? time));
  const took = (painted.at(-1) ?? 0) - (painted[0] ?? 0);
  return { perSecond: (gaps.length / took) * 1000, median: median(gaps), p95: quantile(gaps, 0.95) };
}

/**
 * Types lines into quick entry while a second window follows.
 *
 * @param {Page} page with a map open
 * @param {readonly string[]} lines
 * @returns {Promise<number[]>} milliseconds from the key until the map of the second window has the edit
 */
export async function follow(page, lines) {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Second window' }).click();
  const second = await opening;
  await second.getByTestId('canvas').waitFor({ timeout: 60_000 });
  const entry = page.getByRole('combobox', { name: 'Quick entry' });
  const times = [];
  for (const line of lines) {
    await entry.fill(line);
    await quiet(page);
    await clearNotes(page);
    const shown = await second.evaluateHandle(timeOfChange);
    await entry.press('Enter');
    const arrived = await shown.evaluate(({ change }) => change);
    const { pressed } = await notesOf(page);
    times.push(arrived - (await page.evaluate((time) => performance.timeOrigin + time, pressed)));
  }
  await second.close();
  return times;
}

/** Runs in the page: watches from now on; `change` is the time at which the canvas says that the map is another. */
function timeOfChange() {
  const canvas = document.querySelector('[data-testid="canvas"]');
  const change = new Promise((/** @type {(time: number) => void} */ resolve) => {
    if (!canvas) return;
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(canvas, { attributeFilter: ['aria-label'] });
  });
  return { change };
}

/** Resolves when nothing has been drawn and no measure has come for a while. */
async function quiet(/** @type {Page} */ page) {
  await page.waitForFunction(
    (rest) => {
      const { notes } = /** @type {{ notes: Notes }} */ (/** @type {unknown} */ (window));
      const last = Math.max(notes.frames.at(-1)?.drawn ?? 0, notes.fresh.at(-1) ?? 0, notes.pressed);
      return performance.now() - last > rest;
    },
    REST,
    { timeout: 60_000, polling: 50 },
  );
}

/** @returns {Promise<Notes>} */
function notesOf(/** @type {Page} */ page) {
  return page.evaluate(() => /** @type {{ notes: Notes }} */ (/** @type {unknown} */ (window)).notes);
}

function clearNotes(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const { notes } = /** @type {{ notes: Notes }} */ (/** @type {unknown} */ (window));
    Object.assign(notes, { frames: [], fresh: [], pressed: performance.now(), handled: 0 });
  });
}

/**
 * Runs some work and finds the tasks of the page's main thread that took long, with whose code they ran.
 *
 * @template T
 * @param {Browser} browser
 * @param {Page} page
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, tasks: LongTask[], owners: [string, number][], places: [string, number][] }>} the
 * longest first, and the whole time
 */
async function longTasks(browser, page, folder, work) {
  const tracing = await browser.newBrowserCDPSession();
  /** @type {any[]} */
  const events = [];
  tracing.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await tracing.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  const profiling = await page.context().newCDPSession(page);
  await profiling.send('Profiler.enable');
  await profiling.send('Profiler.setSamplingInterval', { interval: 200 });
  await profiling.send('Profiler.start');
  const result = await work();
  const { profile } = await profiling.send('Profiler.stop');
  const ended = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve));
  await tracing.send('Tracing.end');
  await ended;
  await profiling.detach();
  await tracing.detach();

  const share = readProfile(profile, folder);
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = events
    .filter(
      ({ name, ts, dur, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' &&
        dur >= LONG_TASK * 1000 &&
        ts >= profile.startTime &&
        mains.some((thread) => thread.pid === pid && thread.tid === tid),
    )
    .map(({ ts, dur }) => ({ start: ts, end: ts + dur }))
    .map(({ start, end }) => ({
      milliseconds: (end - start) / 1000,
      owners: share('owner', start, end),
      places: share('place', start, end),
    }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
  return { result, tasks, owners: share('owner'), places: share('place') };
}

/**
 * The shortest paths of a network as the app's workers find them, and how soon a worker that is in the middle of them
 * turns to something else.
 *
 * @param {Page} page
 * @param {string} folder of the built app
 * @param {unknown} input as JSON: the network, with lists for typed arrays
 * @param {number} cores as many as the browser says there are
 * @returns {Promise<{ exact: number, cancelled: number }>} medians in milliseconds
 */
export async function sweeps(page, folder, input, cores) {
  const file = readdirSync(join(folder, 'assets')).find((name) => /^measures\.worker-.*\.js$/.test(name));
  await page.context().route(`**/${file}`, async (route) => {
    const response = await route.fetch();
    const body = `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${cores} });\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await page.goto('/');
  await page.getByRole('main').waitFor();
  return page.evaluate(sweepsInPage, /** @type {const} */ ([`/assets/${file}`, input]));
}

/**
 * Runs in the page.
 *
 * @param {readonly [address: string, input: any]} given
 */
async function sweepsInPage([address, given]) {
  const typed = (/** @type {any} */ value) => ({
    ...value,
    sectors: Uint16Array.from(value.sectors),
    source: Uint32Array.from(value.source),
    target: Uint32Array.from(value.target),
    weight: Float64Array.from(value.weight),
    mutual: Uint8Array.from(value.mutual),
    tieTypes: Uint16Array.from(value.tieTypes),
  });
  const worker = new Worker(address, { type: 'module' });
  let task = 0;
  const start = (/** @type {string[]} */ ids, options = {}) => {
    const input = { revision: 0, input: typed(given), options: { ignoreWeights: true, ...options }, ids };
    worker.postMessage({ kind: 'run', task: ++task, input });
    return task;
  };
  const done = (/** @type {number} */ wanted) =>
    new Promise((resolve) => {
      worker.addEventListener('message', function hear({ data }) {
        if (data.task !== wanted || (data.kind !== 'done' && data.kind !== 'crashed')) return;
        worker.removeEventListener('message', hear);
        resolve(data);
      });
    });
  const pause = (/** @type {number} */ milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  const middle = (/** @type {number[]} */ times) => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

  const exact = [];
  const cancelled = [];
  for (let round = 0; round < 7; round++) {
    const before = performance.now();
    await done(start(['betweenness']));
    // the first runs are those of a worker that is still being compiled
    if (round >= 2) exact.push(performance.now() - before);
  }
  for (let round = 0; round < 9; round++) {
    const long = start(['betweenness']);
    await pause(40 + 20 * round);
    const before = performance.now();
    worker.postMessage({ kind: 'cancel', task: long });
    const answer = done(start(['actor-count']));
    await answer;
    cancelled.push(performance.now() - before);
  }
  worker.terminate();
  return { exact: middle(exact), cancelled: middle(cancelled) };
}
