// One program of a comparison: reads lines "FILE MEASURE", answers with the processor time that it took. The values go
// to FILE.MEASURE.PEER.f64, so that the driver can compare them.
import cytoscape from 'cytoscape';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweennessOfGraphology from 'graphology-metrics/centrality/betweenness.js';
import closenessOfGraphology from 'graphology-metrics/centrality/closeness.js';
import eigenvectorOfGraphology from 'graphology-metrics/centrality/eigenvector.js';
import pagerankOfGraphology from 'graphology-metrics/centrality/pagerank.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { installKernels } from '../../src/kernels/kernels.ts';
import type { Detail } from '../../src/metrics/detail.ts';
import { panel } from '../../src/metrics/panel.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork } from '../../src/network/network.ts';
import { inputOf, type TieList } from './graphs.ts';

/** As the program gives them; a list of lists where it was asked for several measures. */
type Values = ArrayLike<number> | readonly ArrayLike<number>[];

interface Peer {
  /** Not timed: every peer keeps graphs in its own form. */
  readonly prepare: (graph: TieList) => (measure: string) => Prepared;
}

/** Undefined where the peer has no such measure. */
type Prepared = (() => Values) | undefined;

// --- Ecotone -----------------------------------------------------------------------------------------------------------

const OPTIONS: MeasureOptions = {
  ...DEFAULT_MEASURE_OPTIONS,
  normalised: false,
  closeness: 'reachable',
  communities: 'louvain',
  runs: 1,
};

const PATHS = ['betweenness', 'closeness', 'harmonic', 'eccentricity'];
const WHOLE = [...PATHS, 'pagerank', 'eigenvector', 'k-core', 'clustering', 'burt-constraint', 'communities'];
interface Asked {
  readonly ids: readonly string[];
  readonly weighted?: true;
}
/** What each name of the comparison stands for. */
const OURS: ReadonlyMap<string, Asked> = new Map<string, Asked>([
  ...WHOLE.map((id): [string, Asked] => [id, { ids: [id] }]),
  ['paths', { ids: PATHS }],
  ['weighted-betweenness', { ids: ['betweenness'], weighted: true }],
  ['weighted-paths', { ids: ['betweenness', 'closeness', 'harmonic'], weighted: true }],
  ['panel', { ids: WHOLE }],
]);

const ecotone: Peer = {
  prepare: (graph) => (measure) => {
    const asked = OURS.get(measure);
    if (!asked) return undefined;
    const input = inputOf(graph);
    const network = { ignoreDirection: false, ignoreWeights: asked.weighted !== true };
    // a network of its own for each run, since what was computed for a network is kept
    const compiled = measure === 'panel' ? undefined : compileNetwork(input, network);
    return () => {
      const values = exhaust(panel(compiled ?? compileNetwork(input, network), asked.ids, OPTIONS));
      return [...values.actor.values(), ...[...values.details.values()].map(modularity)];
    };
  },
};

function modularity(detail: Detail | null): number[] {
  return (detail?.facts ?? []).filter(({ id }) => id === 'modularity').map(({ value }) => value ?? NaN);
}

function exhaust<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

// --- graphology --------------------------------------------------------------------------------------------------------

const graphologyPeer: Peer = {
  prepare: ({ n, source, target, weight }) => {
    const graph = new UndirectedGraph();
    for (let k = 0; k < n; k++) graph.addNode(k);
    for (const [k, from] of source.entries()) graph.addEdge(from, target[k], { weight: weight[k] });
    const listed = (values: Readonly<Record<string, number>>): number[] =>
      Array.from({ length: n }, (_, k) => values[k] ?? NaN);
    const exact = { tolerance: 1e-10, maxIterations: 5000, getEdgeWeight: null };
    const unweighted = { normalized: false, getEdgeWeight: null };
    const betweenness = (): number[] => listed(betweennessOfGraphology(graph, unweighted));
    const closeness = (): number[] => listed(closenessOfGraphology(graph));
    const known: Readonly<Record<string, () => Values>> = {
      betweenness,
      closeness,
      'weighted-betweenness': () =>
        listed(
          betweennessOfGraphology(graph, {
            normalized: false,
            getEdgeWeight: (_: string, { weight: strength }: { weight?: number }) => 1 / (strength ?? 1),
          }),
        ),
      pagerank: () => listed(pagerankOfGraphology(graph, exact)),
      eigenvector: () => {
        const values = listed(eigenvectorOfGraphology(graph, exact));
        const most = values.reduce((a, b) => Math.max(a, b), 0);
        return values.map((value) => value / most);
      },
      communities: () => [louvain.detailed(graph, { getEdgeWeight: null }).modularity],
    };
    return (measure) => known[measure];
  },
};

// --- cytoscape.js ------------------------------------------------------------------------------------------------------

const cytoscapePeer: Peer = {
  prepare: ({ n, source, target }) => {
    const elements = cytoscape({
      headless: true,
      elements: [
        ...Array.from({ length: n }, (_, k) => ({ data: { id: `n${k}` } })),
        ...source.map((from, k) => ({ data: { id: `e${k}`, source: `n${from}`, target: `n${target[k]}` } })),
      ],
    }).elements();
    const nodes = elements.nodes().toArray();
    const known: Readonly<Record<string, () => Values>> = {
      betweenness: () => {
        // it counts each unordered pair twice
        const { betweenness } = elements.betweennessCentrality({});
        return nodes.map((node) => betweenness(node) / 2);
      },
      pagerank: () => {
        const { rank } = elements.pageRank({ dampingFactor: 0.85, precision: 1e-10, iterations: 1000 });
        return nodes.map((node) => rank(node));
      },
    };
    return (measure) => known[measure];
  },
};

// -----------------------------------------------------------------------------------------------------------------------

const PEERS: Readonly<Record<string, Peer>> = {
  ecotone,
  twins: ecotone,
  graphology: graphologyPeer,
  cytoscape: cytoscapePeer,
};

const [name = '', kernels = ''] = process.argv.slice(2);
const peer = PEERS[name];
if (!peer) throw new Error(`no peer ${name}`);
if (name === 'ecotone') installKernels(readFileSync(kernels));

let file = '';
let known: ((measure: string) => Prepared) | undefined;
createInterface({ input: process.stdin }).on('line', (line) => {
  const [wanted = '', measure = ''] = line.split(' ');
  if (wanted !== file) {
    file = wanted;
    known = peer.prepare(JSON.parse(readFileSync(wanted, 'utf8')) as TieList);
  }
  const work = known?.(measure);
  if (!work) {
    console.log(JSON.stringify({ none: true }));
    return;
  }
  const before = process.cpuUsage();
  const values = work();
  const { user, system } = process.cpuUsage(before);
  const flat = Array.from<ArrayLike<number> | number>(values).flatMap((part) =>
    typeof part === 'number' ? part : Array.from(part),
  );
  writeFileSync(`${wanted}.${measure}.${name}.f64`, new Uint8Array(Float64Array.from(flat).buffer));
  console.log(JSON.stringify({ cpu: (user + system) / 1000 }));
});
