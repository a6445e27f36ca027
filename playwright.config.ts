import os from 'node:os';
import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();

// The built app is served by a fixture (tests/e2e/fixtures.ts), on a free port, so that a test can stop the server.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each has its own server and browser profile, and waits for states, not for times.
  workers: Math.min(2, os.availableParallelism()),
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // A click that waits for ever would only say that the whole test took too long.
    actionTimeout: 45_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
  },
});
