// @ts-check
// Finds a Chromium, Chrome or Edge on this machine. Only Node's built-ins here: set-up runs before any installation.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const environmentVariables = ['CHROMIUM', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/**
 * What every Chromium of the tests is started with: no sandbox (containers lack it), no graphics card, nothing in the
 * background that looks up the network or slows a window that is not in front.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/**
 * The executable of an installed browser that the tests can drive: the one an environment variable names
 * (CHROMIUM, CHROME_PATH or PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH), else the first one found; undefined if there is none.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const variable of environmentVariables) {
    const named = process.env[variable];
    if (!named) continue;
    if (!isExecutable(named)) throw new Error(`${variable} names ${named}, which is not an executable file.`);
    return named;
  }
  return [...onThePath(), ...usualPlaces(), ...downloadedByPlaywright()].find(isExecutable);
}

/** @returns {string[]} */
function onThePath() {
  if (process.platform === 'win32') return [];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const programs = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      programs.map((program) => path.join(folder, `${program}.app/Contents/MacOS/${program}`)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    programs.push('Microsoft\\Edge\\Application\\msedge.exe');
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  return [];
}

/**
 * Playwright keeps its own browsers in one folder a version; the newest comes first.
 *
 * @returns {string[]}
 */
function downloadedByPlaywright() {
  const caches = { darwin: 'Library/Caches', win32: 'AppData/Local', linux: '.cache' };
  const cache = caches[/** @type {keyof typeof caches} */ (process.platform)] ?? '.cache';
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(os.homedir(), cache, 'ms-playwright');
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
  ];
  if (!fs.existsSync(folder)) return [];
  const versions = fs.readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  versions.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  return versions.flatMap((version) => programs.map((program) => path.join(folder, version, program)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
