// @ts-check
// Makes a fresh clone ready: the right Node, the installed packages and, for tests, a browser and a Chinese font.
// npm's own hooks do not run here (ignore-scripts), so `npm start` and `npm test` call this first.
// Only Node's built-ins, in plain syntax: it must run, and explain itself, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A reason to stop that the person at the keyboard can act on. */
export class SetupProblem extends Error {}

/** @param {{ browser?: boolean }} [needs] */
export function setUp(needs = {}) {
  requireNode();
  installPackages();
  if (needs.browser) {
    provideBrowser();
    provideChineseFont();
  }
}

/**
 * Runs a script's main function; a `SetupProblem` ends it with its message alone, without a stack.
 *
 * @param {() => void | Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupProblem(
    `Ecotone needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      'Install a current Node from https://nodejs.org and run the command again.',
  );
}

/** Installs exactly what package-lock.json lists, unless that was already done on this machine. */
function installPackages() {
  const modules = path.join(root, 'node_modules');
  const stamp = path.join(modules, '.ecotone-installed');
  const wanted = [
    createHash('sha256')
      .update(fs.readFileSync(path.join(root, 'package-lock.json')))
      .digest('hex'),
    process.platform,
    process.arch,
  ].join(' ');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

  const version = execute('npm', ['--version'], { quiet: true }).output.trim();
  const major = Number(version.split('.')[0]);
  console.log('Installing packages (once; this takes a minute) ...');
  // npm 10, which Node 20 brings, does not install these packages' platform parts reliably.
  const arguments_ = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const done = major >= 11 ? execute('npm', arguments_) : execute('npx', ['--yes', 'npm@11', ...arguments_]);
  if (!done.ok) {
    throw new SetupProblem(
      'The packages could not be installed. Is the network there, and the npm registry reachable?\n' +
        'npm says above what went wrong; run the command again when it is mended.',
    );
  }
  fs.writeFileSync(stamp, wanted);
}

function provideBrowser() {
  if (findBrowser()) return;
  if (canInstallPackages()) {
    console.log('No Chromium found: installing the one of this distribution ...');
    installFromDistribution('chromium', 'fonts-noto-cjk', 'fontconfig');
    if (findBrowser()) return;
  }
  throw new SetupProblem(
    'The tests drive a real browser, and no Chromium, Chrome or Edge was found.\n' +
      '  Debian:  sudo apt-get install chromium fonts-noto-cjk\n' +
      '  else:    install Google Chrome, Chromium or Edge in its usual place,\n' +
      '           or set CHROMIUM to the full path of the executable.',
  );
}

/** Without one, Chinese labels are measured and drawn as empty boxes, and tests of the pictures mean nothing. */
function provideChineseFont() {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (canInstallPackages()) {
    console.log('No Chinese font found: installing Noto CJK ...');
    installFromDistribution('fonts-noto-cjk', 'fontconfig');
    if (hasChineseFont()) return;
  }
  throw new SetupProblem(
    'The tests draw Chinese labels, and no Chinese font was found.\n' +
      '  Debian, Ubuntu:  sudo apt-get install fonts-noto-cjk fontconfig\n' +
      '  Fedora:          sudo dnf install google-noto-sans-cjk-fonts fontconfig',
  );
}

function hasChineseFont() {
  return execute('fc-list', [':lang=zh', 'family'], { quiet: true }).output.trim() !== '';
}

function canInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

/** @param {string[]} packages */
function installFromDistribution(...packages) {
  execute('apt-get', ['update']);
  execute('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}

/**
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ quiet?: boolean }} [options]
 */
function execute(command, commandArguments, options = {}) {
  const result = spawnSync(command, commandArguments, {
    cwd: root,
    encoding: 'utf8',
    stdio: options.quiet ? 'pipe' : 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // npm and npx are command scripts on Windows, which only its shell can start
    shell: process.platform === 'win32',
  });
  return { ok: result.status === 0, output: result.stdout ?? '' };
}
