import {
  test as base,
  chromium,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';

export { expect };

export type RunningServer = Awaited<ReturnType<typeof serve>>;

/** A browser of its own process group, which can be killed as a power cut would. */
export interface KillableBrowser {
  readonly page: Page;
  /** The folder in which it keeps everything. */
  readonly profile: string;
  /** Kills every process of this browser at once, and returns when they are gone. */
  kill(): Promise<void>;
}

interface TestFixtures {
  /**
   * What went wrong in any page of the test: errors on the console (violations of the content security policy are such),
   * uncaught exceptions, requests that left the machine. The test fails if any is left at its end; a test that provokes
   * one checks it and empties the list.
   */
  problems: string[];
  /** Opens a page in a browser profile that has never seen the app. */
  openFreshProfile: () => Promise<Page>;
  /** Starts a killable browser; within one test every launch has the same profile, so the second sees what survived. */
  launchKillable: () => Promise<KillableBrowser>;
}

interface WorkerFixtures {
  /** Serves the built app on a free port; `baseURL` is its address. */
  server: RunningServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see what a fixture needs
    async ({}, use) => {
      const server = await serve({ folder: resolve('dist'), port: 0 });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  problems: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const problems: string[] = [];
      await use(problems);
      expect(problems, 'errors, refused actions and requests that left the machine').toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, problems }, use) => {
    watch(context, problems);
    await use(context);
  },

  openFreshProfile: async ({ browser, contextOptions, baseURL, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}) });
      contexts.push(context);
      watch(context, problems);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  launchKillable: async ({ problems }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'ecotone-profile-'));
    const running = new Set<KillableBrowser>();
    await use(async () => {
      const { browser, process: child } = await startBrowser(profile);
      const context = browser.contexts()[0] ?? (await browser.newContext());
      watch(context, problems);
      const page = context.pages()[0] ?? (await context.newPage());
      const killable: KillableBrowser = {
        page,
        profile,
        kill: async () => {
          running.delete(killable);
          await killGroup(child);
          await browser.close();
        },
      };
      running.add(killable);
      return killable;
    });
    for (const killable of running) await killable.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

function watch(context: BrowserContext, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) =>
    problems.push(`exception: ${error.error().stack ?? String(error.error())}`),
  );
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const within = protocol === 'blob:' || protocol === 'data:' || protocol === 'about:';
    if (!within && hostname !== 'localhost') problems.push(`request left the machine: ${request.url()}`);
  });
}

async function startBrowser(profile: string): Promise<{ browser: Browser; process: ChildProcess }> {
  const executable = findBrowser();
  if (!executable) throw new Error('No Chromium, Chrome or Edge was found.');
  const child = spawn(
    executable,
    [
      '--headless',
      ...browserArguments,
      '--disable-crash-reporter',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    // detached: it leads a process group of its own
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match?.[1]) found(match[1]);
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`The browser ended at its start: ${said.slice(-500)}`)));
  });
  return { browser: await chromium.connectOverCDP(address), process: child };
}

async function killGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const group = process.platform === 'win32' ? pid : -pid;
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? Promise.resolve() : new Promise((done) => child.once('exit', done));
  signal(group, 'SIGKILL');
  await exit;
  await expect.poll(() => signal(group, 0), { intervals: [10, 20, 50] }).toBe(false);
}

/** Whether the process or group was there to be signalled; signal 0 only asks. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(group, name);
    return true;
  } catch {
    return false;
  }
}
