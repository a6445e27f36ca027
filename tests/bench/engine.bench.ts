// The measures and layouts of the library beside those of other programs, in one run: every program is a long-lived
// process asked in turn, and what counts is the processor time of its own process, which a busy neighbour hardly changes.
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { preferentialAttachment, sectorBlocks, stakeholderMap, type TieList } from './graphs.ts';
import { layoutQuality, type LayoutQuality } from './layout-quality.ts';
import { median } from './statistics.mjs';

export interface Places {
  /** For graphs and values that come and go. */
  readonly folder: string;
  readonly measurePeer: string;
  readonly layoutPeer: string;
  readonly igraphPeer: string;
  readonly kernels: string;
  /** Where files of real networks may be. */
  readonly samples: string;
}

type Say = (says: string) => void;

// --- Measures ----------------------------------------------------------------------------------------------------------

const MEASURES: readonly (readonly [string, string])[] = [
  ['betweenness', 'Betweenness'],
  ['paths', 'Betweenness, closeness, harmonic, eccentricity'],
  ['weighted-betweenness', 'Weighted betweenness'],
  ['weighted-paths', 'Weighted betweenness, closeness, harmonic'],
  ['pagerank', 'PageRank'],
  ['eigenvector', 'Eigenvector'],
  ['k-core', 'k-core'],
  ['clustering', 'Clustering'],
  ['burt-constraint', 'Constraint'],
  ['communities', 'Communities (one Louvain run)'],
  ['panel', 'All ten, from the list of ties'],
];

const SIZES = (process.env['ECOTONE_BENCH_SIZES'] ?? '100,1000,5000,10000').split(',').map(Number);
/** Beyond these numbers of actors a program would take minutes. */
const MOST_ACTORS: Readonly<Record<string, number>> = {
  ecotone: Infinity,
  twins: 5_000,
  igraph: Infinity,
  graphology: 5_000,
  cytoscape: 1_000,
};
/** A program has no more time than this for one measure of one graph. */
const ENOUGH_MS = 20_000;
/** Each program is asked so often, in turn, unless all of them together take longer than this; twice in any case. */
const ROUNDS = 40;
const ROUNDS_MS = 6_000;

interface Answer {
  /** Processor time in milliseconds. */
  readonly cpu?: number;
}

/** A program that answers one line for each line. */
class Program {
  readonly #waiting: ((answer: Answer) => void)[] = [];
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;

  constructor(command: string, options: readonly string[]) {
    this.#child = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#child.stdout }).on('line', (line) =>
      this.#waiting.shift()?.(JSON.parse(line) as Answer),
    );
    this.#child.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) resolve({});
    });
  }

  /** Without a line, waits for one that comes unasked. */
  ask(line?: string): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (line !== undefined) this.#child.stdin.write(`${line}\n`);
    });
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** The Python that has igraph, and its version; undefined where none is installed. */
function pythonWithIgraph(): { readonly python: string; readonly version: string } | undefined {
  for (const python of ['python3', '/usr/bin/python3', 'python']) {
    const found = spawnSync(python, ['-c', 'import igraph; print(igraph.__version__)'], { encoding: 'utf8' });
    if (found.status === 0) return { python, version: found.stdout.trim() };
  }
  return undefined;
}

export interface MeasureRow {
  readonly graph: string;
  readonly measure: string;
  /** Program -> median processor time in milliseconds. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Between our values and those of igraph. */
  readonly difference: number | undefined;
}

export async function compareMeasures(
  places: Places,
  say: Say,
): Promise<{ readonly igraph: string | undefined; readonly rows: readonly MeasureRow[] }> {
  const igraph = pythonWithIgraph();
  const programs: Record<string, Program> = {};
  for (const name of ['ecotone', 'twins', 'graphology', 'cytoscape'])
    programs[name] = new Program(process.execPath, [places.measurePeer, name, places.kernels]);
  if (igraph) {
    const program = (programs['igraph'] = new Program(igraph.python, [places.igraphPeer]));
    await program.ask();
  }
  const rows: MeasureRow[] = [];
  for (const n of SIZES) {
    for (const graph of [preferentialAttachment(n), sectorBlocks(n)]) {
      say(`  ${graph.name} ...`);
      const file = path.join(places.folder, `${graph.name}.json`);
      fs.writeFileSync(file, JSON.stringify(graph));
      for (const [measure, title] of MEASURES) {
        const cpu = await timesOf(programs, `${file} ${measure}`, n);
        const difference = largestDifference(file, measure);
        rows.push({ graph: graph.name, measure: title, cpu, difference });
      }
    }
  }
  for (const program of Object.values(programs)) program.close();
  return { igraph: igraph?.version, rows };
}

/** Median of the later half: by then the engine has compiled what it runs. */
function whenWarm(times: readonly number[]): number {
  return median(times.slice(Math.floor(times.length / 2)));
}

/** Processor time of each program when it is warm. */
async function timesOf(
  programs: Readonly<Record<string, Program>>,
  question: string,
  n: number,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  const out = new Set(Object.keys(programs).filter((name) => n > (MOST_ACTORS[name] ?? Infinity)));
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    if (round >= 2 && performance.now() - start > ROUNDS_MS) break;
    for (const [name, program] of Object.entries(programs)) {
      if (out.has(name)) continue;
      const { cpu } = await program.ask(question);
      if (cpu === undefined) {
        out.add(name);
        continue;
      }
      const list = (times[name] ??= []);
      list.push(cpu);
      if (list.reduce((sum, time) => sum + time, 0) > ENOUGH_MS) out.add(name);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, whenWarm(list)]));
}

/**
 * The largest |a - b| / max(1, |b|) over the actors for which ours is defined: for isolated ones, and those outside the
 * largest part, igraph has zeros where ours is undefined. Undefined where one has no values, or not the same kind.
 */
function largestDifference(file: string, measure: string): number | undefined {
  // partitions are found by chance
  if (measure === 'communities' || measure === 'panel') return undefined;
  const [a, b] = ['ecotone', 'igraph'].map((name) => valuesIn(`${file}.${measure}.${name}.f64`));
  if (!a || !b || a.length !== b.length) return undefined;
  let most = 0;
  for (const [k, value] of a.entries()) {
    const other = b[k] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    most = Math.max(most, Math.abs(value - other) / Math.max(1, Math.abs(other)));
  }
  return most;
}

function valuesIn(file: string): Float64Array | undefined {
  if (!fs.existsSync(file)) return undefined;
  const bytes = fs.readFileSync(file);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

// --- Layouts -----------------------------------------------------------------------------------------------------------

const LAYOUTS = ['force', 'tight', 'stress', 'd3-force', 'ForceAtlas2', 'ngraph', 'fcose'];
/** fcose needs minutes beyond. */
const FCOSE_TIES = 3_000;
/** Dense distances grow with the square. */
const STRESS_ACTORS = 1_000;

export interface LayoutRow extends LayoutQuality {
  readonly graph: string;
  readonly n: number;
  readonly m: number;
  readonly layout: string;
  /** Processor time in milliseconds: of our own as of `whenWarm`, of the others one run. */
  readonly cpu: number;
  readonly first: number;
}

export function compareLayouts(places: Places, say: Say): readonly LayoutRow[] {
  const graphs = [
    ...[100, 1_000].flatMap((n) => [stakeholderMap(n), sectorBlocks(n)]),
    stakeholderMap(5_000),
    ...realGraphs(places.samples),
  ].map(connected);
  const rows: LayoutRow[] = [];
  for (const graph of graphs) {
    say(`  ${graph.name} ...`);
    const file = path.join(places.folder, `${graph.name}.json`);
    fs.writeFileSync(file, JSON.stringify(graph));
    for (const layout of LAYOUTS) {
      if (layout === 'fcose' && graph.source.length > FCOSE_TIES) continue;
      if (layout === 'stress' && graph.n > STRESS_ACTORS) continue;
      // our own kernels are warm after a first run, as in a window that stays open; the peers' defaults run once
      const own = LAYOUTS.indexOf(layout) < 3;
      const { stdout, status } = spawnSync(
        process.execPath,
        [places.layoutPeer, layout, file, own ? '12' : '1', places.kernels],
        { encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      if (status !== 0) continue;
      const { times } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { times: number[] };
      const positions = JSON.parse(fs.readFileSync(`${file}.${layout}.positions`, 'utf8')) as {
        x: number[];
        y: number[];
      };
      rows.push({
        graph: graph.name,
        n: graph.n,
        m: graph.source.length,
        layout,
        cpu: whenWarm(times),
        first: times[0] ?? Number.NaN,
        ...layoutQuality(graph, positions),
      });
    }
  }
  return rows;
}

/** The largest connected part, since not every peer places several. */
function connected(graph: TieList): TieList {
  const partners: number[][] = Array.from({ length: graph.n }, () => []);
  for (const [k, source] of graph.source.entries()) {
    const target = graph.target[k] ?? 0;
    partners[source]?.push(target);
    partners[target]?.push(source);
  }
  const part = new Array<number>(graph.n).fill(-1);
  let largest: number[] = [];
  for (let start = 0; start < graph.n; start++) {
    if (part[start] !== -1) continue;
    const members = [start];
    part[start] = start;
    for (let k = 0; k < members.length; k++) {
      for (const partner of partners[members[k] ?? 0] ?? []) {
        if (part[partner] !== -1) continue;
        part[partner] = start;
        members.push(partner);
      }
    }
    if (members.length > largest.length) largest = members;
  }
  const index = new Map(largest.sort((a, b) => a - b).map((actor, k) => [actor, k]));
  const kept = graph.source.map((_, k) => k).filter((k) => index.has(graph.source[k] ?? -1));
  return {
    name: graph.name,
    n: largest.length,
    source: kept.map((k) => index.get(graph.source[k] ?? -1) ?? 0),
    target: kept.map((k) => index.get(graph.target[k] ?? -1) ?? 0),
    weight: kept.map(() => 1),
  };
}

/**
 * Three networks of the literature, where their files are at hand: none of them may be copied into this project. Read
 * by their edge elements alone.
 */
function realGraphs(folder: string): TieList[] {
  return [
    ['Les Misérables', 'graphology_miserables.graphml'],
    ['American football', 'gephi_football.graphml'],
    ['C. elegans', 'graphology_celegans.gexf'],
  ].flatMap(([name = '', file = '']) => {
    const at = path.join(folder, file);
    if (!fs.existsSync(at)) return [];
    const ids = new Map<string, number>();
    const number = (id: string): number => {
      const known = ids.get(id) ?? ids.size;
      ids.set(id, known);
      return known;
    };
    const pairs = new Map<string, readonly [number, number]>();
    for (const [element] of fs.readFileSync(at, 'utf8').matchAll(/<edge\b[^>]*>/g)) {
      const source = number(/\bsource="([^"]*)"/.exec(element)?.[1] ?? '');
      const target = number(/\btarget="([^"]*)"/.exec(element)?.[1] ?? '');
      const [low, high] = [Math.min(source, target), Math.max(source, target)];
      if (low !== high) pairs.set(`${low} ${high}`, [low, high]);
    }
    const list = [...pairs.values()];
    return [
      {
        name,
        n: ids.size,
        source: list.map(([source]) => source),
        target: list.map(([, target]) => target),
        weight: list.map(() => 1),
      },
    ];
  });
}
