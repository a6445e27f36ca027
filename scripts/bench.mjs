// @ts-check
// `npm run bench`: times the library in Node and the built app in a browser, and sets the measures and layouts beside
// those of other programs; prints the tables and writes them to docs/benchmarks.md and docs/benchmarks-engine.md. Nothing
// is asserted: times are of the machine that they were taken on.
// Options: --only app,engine  one part alone
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { benchEngine, table } from './bench-engine.mjs';
import { buildKernels } from './kernels.mjs';
import { root, run, setUp, SetupProblem } from './setup.mjs';

const work = path.join(root, '.cache/bench');
const SIZES = /** @type {const} */ ([
  [300, 1000],
  [1000, 3000],
  [2000, 6000],
]);
const EDITS = 24;
/** Actors of the networks whose shortest paths are found by one worker and by two. */
const SWEPT = [1000, 5000];

const PARTS = ['engine', 'app'];

await run(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? PARTS;
  const unknown = chosen.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0)
    throw new SetupProblem(`There is no part "${unknown.join(', ')}". The parts: ${PARTS.join(', ')}.`);
  setUp({ browser: chosen.includes('app') });
  await buildKernels();
  if (chosen.includes('engine')) await publish('benchmarks-engine.md', await benchEngine());
  if (chosen.includes('app')) await publish('benchmarks.md', await benchApp());
});

/** The built app in a browser, and the library as it serves it. */
async function benchApp() {
  // these need the installed packages
  const { build } = await import('vite');
  const { openBench } = await import('../tests/bench/browser.mjs');
  const quietly = /** @type {const} */ ({ root, logLevel: 'error' });

  console.log('The library in Node ...');
  await build({
    ...quietly,
    configFile: false,
    build: {
      ssr: 'tests/bench/library.bench.ts',
      outDir: path.join(work, 'library'),
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'library.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const { benchLibrary } = await import(pathToFileURL(path.join(work, 'library/library.mjs')).href);
  const library = SIZES.map(([n, m]) => benchLibrary(n, m));

  console.log('The built app in a browser ...');
  const app = path.join(work, 'app');
  await build({ ...quietly, build: { outDir: app, emptyOutDir: true, sourcemap: 'hidden' } });
  const bench = await openBench(app);
  try {
    const workers = await benchWorkers(bench, app);
    const maps = [];
    for (const { times, file } of library) maps.push(await benchMap(bench, times.n, times.m, file));
    const report = [
      '# Benchmarks',
      'Written by `npm run bench`; times of another machine are others. Nothing here is asserted by a test. Times are in milliseconds.',
      `${os.availableParallelism()} cores, no graphics card (the browser draws in software), Chromium ${bench.version}, Node ${process.versions.node}. Load average at the end: ${(os.loadavg()[0] ?? 0).toFixed(1)}; above the number of cores, the machine was doing other things too.`,
      ...(await inBrowser(maps)),
      ...workers,
      ...inNode(library.map(({ times }) => times)),
    ].join('\n\n');
    return report;
  } finally {
    await bench.close();
  }
}

/** @typedef {Awaited<ReturnType<typeof benchMap>>} MapTimes */

/**
 * @param {import('../tests/bench/browser.mjs').Bench} bench
 * @param {number} n
 * @param {number} m
 * @param {string} file
 */
async function benchMap(bench, n, m, file) {
  const { edit, firstLoad, follow, openFile, pan } = await import('../tests/bench/browser.mjs');
  const page = await bench.freshPage();
  const load = await firstLoad(page);
  const opening = await bench.longTasks(page, () => openFile(page, { name: 'bench.json', text: file }));
  const lines = editsOf(file);
  // the first edits warm up what a session has warm
  await edit(page, lines.slice(0, 3));
  const editing = await bench.longTasks(page, () => edit(page, lines.slice(3)));
  // between the top bar and the map, which is round
  const panning = await pan(page, [300, 150]);
  // each adds an actor, which the second window counts
  const following = await follow(
    page,
    lines.slice(3).flatMap((_, k) => (k % 3 === 0 ? [`Follower ${k} > ${lines[0]?.split(' > ')[1]}`] : [])),
  );
  await page.context().close();
  return { n, m, load, opening, editing, panning, following };
}

/**
 * @param {import('../tests/bench/browser.mjs').Bench} bench
 * @param {string} app
 */
async function benchWorkers(bench, app) {
  const { sweeps } = await import('../tests/bench/browser.mjs');
  const { inputOf, preferentialAttachment } = await import(await graphsProgram());
  const rows = [];
  for (const n of SWEPT) {
    // typed arrays would become objects on their way into the page
    const text = JSON.stringify(inputOf(preferentialAttachment(n)), (_, value) =>
      ArrayBuffer.isView(value) ? Array.from(/** @type {any} */ (value)) : value,
    );
    const times = [];
    for (const cores of [1, 2]) {
      const page = await bench.freshPage();
      times.push(await sweeps(page, app, JSON.parse(text), cores));
      await page.context().close();
    }
    const [one, two] = times;
    if (one && two)
      rows.push([
        n.toLocaleString('en'),
        round(one.exact),
        round(two.exact),
        (one.exact / two.exact).toFixed(2),
        round(one.cancelled),
        round(two.cancelled),
      ]);
  }
  return [
    '## Shortest paths in workers',
    'All of them on a network by preferential attachment, ten ties an actor, in one worker and in two; then how soon a worker in the middle of them has answered another request. Wall-clock times: on a busy machine two workers have nothing to gain. Targets: two workers 1.7 times as fast, 50 ms.',
    table(['Actors', 'One worker', 'Two workers', 'Ratio', 'Answers after, one worker', 'two workers'], rows),
  ];
}

/** The graphs of the comparisons, as a program that Node runs. */
async function graphsProgram() {
  const { build } = await import('vite');
  const outDir = path.join(work, 'graphs');
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    build: {
      ssr: 'tests/bench/graphs.ts',
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return pathToFileURL(path.join(outDir, 'program.mjs')).href;
}

/**
 * Lines of quick entry that each change something: an actor with its tie, a tie, a sector.
 *
 * @param {string} file
 */
function editsOf(file) {
  /** @type {{ actors: { name: string, sector: string }[] }} */
  const { actors } = JSON.parse(file);
  const name = (/** @type {number} */ k) => actors[k % actors.length]?.name ?? '';
  const others = actors.filter(({ sector }) => sector !== 'university');
  return Array.from({ length: (EDITS + 3) / 3 }, (_, k) => [
    `Newcomer ${k} > ${name(k * 37)}`,
    `${name(k * 31 + 5)} > ${name(k * 17 + 3)} : talent 2`,
    `${others[k]?.name} @university`,
  ]).flat();
}

/** @param {readonly MapTimes[]} maps */
async function inBrowser(maps) {
  const { oursOf } = await import('../tests/bench/attribution.mjs');
  const { median, quantile } = await import('../tests/bench/statistics.mjs');
  const both = (/** @type {number[]} */ times) => `${round(median(times))} / ${round(quantile(times, 0.95))}`;
  const of = (/** @type {readonly [string, number][]} */ owners, /** @type {string} */ wanted) =>
    owners.find(([owner]) => owner === wanted)?.[1] ?? 0;

  const tasks = maps.flatMap(({ n, opening, editing }) => [
    ...opening.tasks.map((task) => ({ n, doing: 'opening', ...task })),
    ...editing.tasks.slice(0, 3).map((task) => ({ n, doing: 'editing', ...task })),
  ]);
  return [
    '## An edit, from Enter to the screen',
    'Quick entry of an actor with a tie, of a tie, of a sector; median / 95th percentile. Target at 300 actors: on screen after a frame and 16 ms (33), all measures after 100.',
    table(
      ['Actors, ties', 'Key handled', 'Drawing begins', 'On screen', 'All measures fresh'],
      maps.map(({ n, m, editing: { result } }) => [
        size(n, m),
        both(result.handled),
        both(result.drawn),
        both(result.painted),
        both(result.fresh),
      ]),
    ),
    'Main-thread time of an edit, all pictures after it included, by whose code ran:',
    table(
      ['Actors, ties', 'Our own code', 'cytoscape', 'Browser'],
      maps.map(({ n, m, editing: { owners } }) => [
        size(n, m),
        round(oursOf(owners) / EDITS),
        round(of(owners, 'cytoscape') / EDITS),
        round(of(owners, 'browser') / EDITS),
      ]),
    ),
    '## Opening a file',
    'Review ready: from choosing the file. The others: from confirming the review.',
    table(
      [
        'Actors, ties',
        'Review ready',
        'First picture',
        'Saved',
        'Longest task',
        'Most of our own code in a task',
      ],
      maps.map(({ n, m, opening: { result, tasks: all } }) => [
        size(n, m),
        round(result.read),
        round(result.firstPicture),
        round(result.saved),
        round(Math.max(0, ...all.map(({ milliseconds }) => milliseconds))),
        round(Math.max(0, ...all.map(({ owners }) => oursOf(owners)))),
      ]),
    ),
    'Tasks of the main thread over 50 ms (of editing the three longest), and where our own code spent most of its part. Target: none holds 50 ms of our own.',
    table(
      ['Actors', 'While', 'Task', 'Our own code', 'cytoscape', 'Browser', 'Most of ours'],
      tasks.map(({ n, doing, milliseconds, owners, places }) => [
        String(n),
        doing,
        round(milliseconds),
        round(oursOf(owners)),
        round(of(owners, 'cytoscape')),
        round(of(owners, 'browser')),
        places
          .filter(([place, time]) => !/^(cytoscape|browser)/.test(place) && time >= 5)
          .slice(0, 2)
          .map(([place, time]) => `${place} ${round(time)}`)
          .join(', '),
      ]),
    ),
    '## Panning',
    'Dragging the background with the mouse. Target at 2,000 actors: 30 pictures a second.',
    table(
      ['Actors, ties', 'Pictures a second', 'Time between two, median / 95th percentile'],
      maps.map(({ n, m, panning }) => [
        size(n, m),
        round(panning.perSecond),
        `${round(panning.median)} / ${round(panning.p95)}`,
      ]),
    ),
    '## The second window of a presentation',
    'From Enter in the first window until the map of the second has the edit; median / 95th percentile. It does not wait for the edit to be stored.',
    table(
      ['Actors, ties', 'In the second window'],
      maps.map(({ n, m, following }) => [size(n, m), both(following)]),
    ),
    '## First load',
    table(
      ['Scripts on the main thread, gzip', 'Start screen shown'],
      maps.slice(0, 1).map(({ load }) => [`${(load.bytes / 1000).toFixed(1)} kB`, round(load.shown)]),
    ),
  ];
}

/** @param {readonly import('../tests/bench/library.bench.ts').LibraryTimes[]} times */
function inNode(times) {
  return [
    '## The library alone, in Node',
    'Medians. An edit adds an actor with one tie: the line read, a place found, written, a new graph made.',
    table(
      ['Actors, ties', 'All measures', 'Force layout', 'An edit', 'of it the place', 'Scene after it'],
      times.map(({ n, m, panel, layout, edit, place, scene }) => [
        size(n, m),
        round(panel),
        round(layout),
        edit.toFixed(1),
        place.toFixed(1),
        scene.toFixed(1),
      ]),
    ),
  ];
}

/** @param {number} n @param {number} m */
function size(n, m) {
  return `${n.toLocaleString('en')}, ${m.toLocaleString('en')}`;
}

/** @param {number} milliseconds */
function round(milliseconds) {
  return Number.isFinite(milliseconds) ? milliseconds.toFixed(0) : 'none';
}

/** @param {string} name @param {string} report */
async function publish(name, report) {
  const prettier = await import('prettier');
  const file = path.join(root, 'docs', name);
  const options = await prettier.resolveConfig(file);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, await prettier.format(report, { ...options, parser: 'markdown' }));
  console.log(`\n${report}`);
}
