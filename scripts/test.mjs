// @ts-check
// `npm test`: sets everything up, a browser included, and runs every check; one failing does not stop the others.
// The last line is the count, each static check counting as one.
// Options: --long  more random cases and more kills of the browser
//          --only unit,e2e  some stages alone, for work in progress; the names are those below
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFonts } from './fonts.mjs';
import { buildKernels } from './kernels.mjs';
import { root, run, setUp, SetupProblem } from './setup.mjs';
import { isBuilt } from './sources.mjs';
import { runTool } from './tools.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, names?: string[] }} Count `names`: what failed */
/** @typedef {{ name: string, says: string, tool: Parameters<typeof runTool>[0] }} Stage */

const reports = path.join(root, '.cache/reports');
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'e2e.json');

/** @type {Stage[]} What needs no other stage; two of these run at a time. */
const staticStages = [
  { name: 'format', says: 'format', tool: { packageName: 'prettier', arguments: ['--check', '.'] } },
  {
    name: 'lint',
    says: 'lint, with the borders of the rooms',
    tool: { packageName: 'eslint', arguments: ['.'] },
  },
  {
    name: 'cycles',
    says: 'import cycles',
    tool: { packageName: 'dependency-cruiser', command: 'depcruise', arguments: ['src'] },
  },
  {
    name: 'unused',
    says: 'unused files, exports and packages',
    tool: { packageName: 'knip', arguments: [] },
  },
  {
    name: 'types',
    says: 'types',
    tool: { packageName: 'svelte-check', arguments: ['--tsconfig', './tsconfig.json', '--fail-on-warnings'] },
  },
  {
    name: 'library',
    says: 'types of the library, without a DOM',
    tool: { packageName: 'typescript', command: 'tsc', arguments: ['-p', 'tsconfig.library.json'] },
  },
  { name: 'build', says: 'build', tool: { file: 'scripts/build.mjs', arguments: [] } },
];
const stageNames = [...staticStages.map((stage) => stage.name), 'size', 'unit', 'e2e'];

await run(async () => {
  const { values } = parseArgs({
    options: { long: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const chosen = values.only?.split(',') ?? stageNames;
  const unknown = chosen.filter((name) => !stageNames.includes(name));
  if (unknown.length > 0) {
    throw new SetupProblem(
      `There is no stage "${unknown.join(', ')}". The stages: ${stageNames.join(', ')}.`,
    );
  }
  if (values.long) process.env.ECOTONE_LONG = '1';

  setUp({ browser: chosen.includes('e2e') });
  // every check below may resolve what is built of these
  await buildKernels();
  buildFonts();
  fs.rmSync(reports, { recursive: true, force: true });
  fs.mkdirSync(reports, { recursive: true });

  /** @type {{ says: string, count: Count }[]} */
  const results = [];
  const note = (/** @type {string} */ says, /** @type {Count} */ count) => results.push({ says, count });

  const waiting = staticStages.filter((stage) => chosen.includes(stage.name));
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) note(stage.says, await check(stage));
  };
  await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, lane));

  // a build that was a stage of this run has had its chance
  const mayBuild = !chosen.includes('build');
  if (chosen.includes('unit')) note('unit and property tests', await unitTests());
  if (chosen.includes('size')) note('size of the first load', await builtApp(sizeCheck, mayBuild));
  if (chosen.includes('e2e')) note('end-to-end tests', await builtApp(endToEndTests, mayBuild));

  report(results);
});

/**
 * @param {Stage} stage
 * @returns {Promise<Count>}
 */
async function check({ says, tool }) {
  const started = Date.now();
  const { ok, output } = await runTool(tool, {
    environment: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });
  console.log(`${ok ? 'passed' : 'FAILED'}  ${says} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * Runs a stage on dist/, if that is (or may now become) the build of these sources.
 *
 * @param {() => Promise<Count>} stage
 * @param {boolean} mayBuild
 */
async function builtApp(stage, mayBuild) {
  if (mayBuild && !isBuilt(root)) await runTool({ file: 'scripts/build.mjs', arguments: ['--only', 'app'] });
  if (isBuilt(root)) return stage();
  console.log('There is no build of these sources, so this stage did not run.');
  return { passed: 0, failed: 1, skipped: 0 };
}

async function sizeCheck() {
  const { ok, output } = await runTool({ file: 'scripts/size.mjs', arguments: [] });
  console.log(`${ok ? 'passed' : 'FAILED'}  size of the first load\n${output}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** @returns {Promise<Count>} */
async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const { ok } = await runTool({ packageName: 'vitest', arguments: ['run', ...reporters] }, { show: true });
  const report = readReport(unitReport);
  const files = report?.testResults ?? [];
  // a file that could not be loaded has failed and holds no test
  const broken = files.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return completed(ok, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + broken.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    names: files.flatMap(failuresIn),
  });
}

/** @returns {Promise<Count>} */
async function endToEndTests() {
  const { ok } = await runTool(
    { packageName: '@playwright/test', command: 'playwright', arguments: ['test', '--reporter=list,json'] },
    { show: true, environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport } },
  );
  const report = readReport(browserReport);
  return completed(ok, {
    passed: (report?.stats?.expected ?? 0) + (report?.stats?.flaky ?? 0),
    failed: (report?.stats?.unexpected ?? 0) + (report?.errors?.length ?? 0),
    skipped: report?.stats?.skipped ?? 0,
    names: (report?.suites ?? []).flatMap(failedSpecs),
  });
}

/** @param {any} file of vitest's report */
function failuresIn(file) {
  const name = path.relative(root, file.name);
  if (file.status === 'failed' && file.assertionResults.length === 0) return [`${name}: not loaded`];
  return file.assertionResults
    .filter((/** @type {any} */ test) => test.status === 'failed')
    .map((/** @type {any} */ test) => `${name}: ${test.fullName}\n${firstLines(test.failureMessages[0])}`);
}

/**
 * @param {any} suite of Playwright's report
 * @returns {string[]}
 */
function failedSpecs(suite) {
  const own = (suite.specs ?? [])
    .filter((/** @type {any} */ spec) => !spec.ok)
    .map(
      (/** @type {any} */ spec) =>
        `${spec.file}:${spec.line}: ${spec.title}\n${firstLines(spec.tests[0]?.results[0]?.error?.message)}`,
    );
  return [...own, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

/** @param {string | undefined} message */
function firstLines(message = '') {
  return message
    .split('\n')
    .slice(0, 8)
    .map((text) => `      ${text}`)
    .join('\n');
}

/**
 * A runner that says it failed is believed, even when no test of it did: it may have crashed, or found no tests.
 *
 * @param {boolean} ok
 * @param {Count} count
 */
function completed(ok, count) {
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** @param {string} file */
function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/** @param {{ says: string, count: Count }[]} results */
function report(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log('');
  for (const { says, count } of results) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    console.log(`  ${count.failed > 0 ? 'FAILED' : 'passed'}  ${says}: ${line(count)}`);
    for (const name of count.names ?? []) console.log(`    ${name}`);
  }
  if (total.failed > 0) process.exitCode = 1;
  console.log('');
  console.log(line(total));
}

/** @param {Count} count */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
