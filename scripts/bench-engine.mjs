// @ts-check
// The part of `npm run bench` that sets measures and layouts beside those of other programs, and writes
// docs/benchmarks-engine.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { kernelsFile } from './kernels.mjs';
import { root } from './setup.mjs';

const work = path.join(root, '.cache/bench/engine');

/** @typedef {Awaited<ReturnType<typeof import('../tests/bench/engine.bench.ts')['compareMeasures']>>} Measured */
/** @typedef {ReturnType<typeof import('../tests/bench/engine.bench.ts')['compareLayouts']>} LaidOut */

/** @returns {Promise<string>} the page */
export async function benchEngine() {
  const { build } = await import('vite');
  // one at a time: the peers run as processes of their own
  for (const entry of ['engine.bench', 'measure-peer', 'layout-peer']) {
    await build({
      root,
      logLevel: 'error',
      configFile: false,
      build: {
        ssr: `tests/bench/${entry}.ts`,
        outDir: path.join(work, entry),
        emptyOutDir: true,
        minify: false,
        rollupOptions: { output: { entryFileNames: 'program.mjs' } },
      },
      ssr: { noExternal: true },
    });
  }
  const folder = path.join(work, 'values');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const places = {
    folder,
    measurePeer: path.join(work, 'measure-peer/program.mjs'),
    layoutPeer: path.join(work, 'layout-peer/program.mjs'),
    igraphPeer: path.join(root, 'tests/bench/igraph-peer.py'),
    kernels: kernelsFile,
    samples: path.join(root, '../shared/samples'),
  };
  const { compareMeasures, compareLayouts } = await import(
    pathToFileURL(path.join(work, 'engine.bench/program.mjs')).href
  );
  console.log('Layouts beside other programs ...');
  const layouts = compareLayouts(places, console.log);
  console.log('Measures beside other programs ...');
  const measures = await compareMeasures(places, console.log);
  return [
    '# The engine beside other programs',
    'Written by `npm run bench`; times of another machine are others. Nothing here is asserted by a test. All programs run in one go, asked in turn; times are the processor time of each one’s own process, in milliseconds.',
    `${os.availableParallelism()} cores, Node ${process.versions.node}. Load average at the end: ${(os.loadavg()[0] ?? 0).toFixed(1)}; above the number of cores, the machine was doing other things too.`,
    ...measureTables(measures),
    ...layoutTables(layouts),
  ].join('\n\n');
}

/** @param {Measured} measured */
function measureTables({ igraph, rows }) {
  const base = igraph === undefined ? undefined : 'igraph';
  const time = (/** @type {number | undefined} */ value) =>
    value === undefined ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0);
  const ratio = (/** @type {Record<string, number>} */ cpu) => {
    const [ours, theirs] = [cpu.ecotone, base && cpu[base]];
    return ours === undefined || typeof theirs !== 'number' ? '' : `**${(ours / theirs).toFixed(3)}**`;
  };
  const graphs = [...new Set(rows.map(({ graph }) => graph))];
  return [
    '## Measures',
    `Median processor time of the later half of up to 40 runs, when all programs are warm. Ecotone with its kernels on one worker; "twins" is the same without them, in plain TypeScript. igraph: its C core${igraph ? ` ${igraph}, called from Python` : ', not installed here'}. Every measure of shortest paths of ours comes from one sweep, so betweenness alone costs as much as all four. graphology-metrics and cytoscape.js know fewer measures; a blank is one that a program has not, or that would take minutes. Difference: the largest |a − b| / max(1, |b|) between our values and those of igraph, over the actors for which ours is defined (igraph has 0 for isolated ones). Weighted betweenness of graphology is wrong where paths are equally long, so only its time is shown.`,
    '`attachment`: preferential attachment, five ties a newcomer; `blocks`: sectors, four ties of five within one, ten ties an actor.',
    ...graphs.flatMap((graph) => [
      `### ${graph}`,
      table(
        ['Measure', 'Ecotone', 'of igraph', 'igraph', 'twins', 'graphology', 'cytoscape.js', 'Difference'],
        rows
          .filter((row) => row.graph === graph)
          .map(({ measure, cpu, difference }) => [
            measure,
            time(cpu.ecotone),
            ratio(cpu),
            time(cpu.igraph),
            time(cpu.twins),
            time(cpu.graphology),
            time(cpu.cytoscape),
            difference === undefined ? '' : difference === 0 ? '0' : difference.toExponential(0),
          ]),
      ),
    ]),
  ];
}

const LAYOUT_NAMES = /** @type {Record<string, string>} */ ({
  force: 'Ecotone, force',
  tight: 'Ecotone, force, tightness 2',
  stress: 'Ecotone, true distances',
});

/** @param {LaidOut} rows */
function layoutTables(rows) {
  const graphs = [...new Set(rows.map(({ graph }) => graph))];
  return [
    '## Layouts',
    'The largest connected part of each graph. Ours: median of the later half of twelve runs, as in a window that stays open, removal of overlaps and rounding included; the others: one run with their defaults (d3-force 300 ticks, ForceAtlas2 500 rounds with inferred settings, ngraph until it is stable or 1,000 steps). Stress is normalised and the best over all scales, lower is better. Neighbours kept: the mean share (Jaccard) of an actor’s partners among as many nearest marks, higher is better. Variation: of the lengths of ties, standard deviation over mean. Crossings: of two ties, lower is better.',
    '`stakeholders`: a sparse map as people draw it, three or four ties an actor. The networks with names are read where their files are at hand.',
    ...graphs.flatMap((graph) => {
      const own = rows.filter((row) => row.graph === graph);
      const fastest = Math.min(
        ...own.filter(({ layout }) => !(layout in LAYOUT_NAMES)).map(({ cpu }) => cpu),
      );
      return [
        `### ${graph} (${own[0]?.n.toLocaleString('en')} actors, ${own[0]?.m.toLocaleString('en')} ties)`,
        table(
          ['Layout', 'Time', 'of the fastest peer', 'Stress', 'Neighbours kept', 'Variation', 'Crossings'],
          own.map(({ layout, cpu, stress, neighbourhood, variation, crossings }) => [
            LAYOUT_NAMES[layout] ?? layout,
            cpu.toFixed(0),
            layout in LAYOUT_NAMES ? `**${(cpu / fastest).toFixed(3)}**` : (cpu / fastest).toFixed(2),
            stress.toFixed(3),
            neighbourhood.toFixed(3),
            variation.toFixed(2),
            crossings.toLocaleString('en'),
          ]),
        ),
      ];
    }),
  ];
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
