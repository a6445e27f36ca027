// One layout of one graph in a process of its own: "LAYOUT FILE RUNS" as arguments; prints the processor time of each run
// and writes the positions of the last to FILE.LAYOUT.positions.
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import createForceLayout from 'ngraph.forcelayout';
import createGraph from 'ngraph.graph';
import { readFileSync, writeFileSync } from 'node:fs';
import { seededRandom } from '../../src/base/random.ts';
import { installKernels } from '../../src/kernels/kernels.ts';
import { finish, type LayoutInput } from '../../src/layout/layout.ts';
import { layoutById } from '../../src/layout/registry.ts';
import type { TieList } from './graphs.ts';

interface Positions {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

type Arrange = (graph: TieList) => Positions | Promise<Positions>;

/** Marks without labels, as the peers draw them. */
function inputOf({ n, source, target }: TieList): LayoutInput {
  return {
    ids: Array.from({ length: n }, (_, k) => `a${String(k).padStart(6, '0')}`),
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: new Float64Array(source.length).fill(1),
    x: new Float64Array(n).fill(NaN),
    y: new Float64Array(n).fill(NaN),
    pinned: new Uint8Array(n),
    radius: new Float64Array(n).fill(8),
    labelWidth: new Float64Array(n),
    labelHeight: new Float64Array(n),
    seed: 1,
  };
}

const ours =
  (id: string, options: Readonly<Record<string, number>> = {}): Arrange =>
  (graph) => {
    const layout = layoutById(id);
    if (!layout) throw new Error(`no layout ${id}`);
    return finish(layout.run(inputOf(graph), options));
  };

/** In a square by chance, from the same seed for every peer that needs a start. */
function scattered(n: number): { x: number; y: number }[] {
  const random = seededRandom(7);
  return Array.from({ length: n }, () => ({ x: 1000 * random(), y: 1000 * random() }));
}

const LAYOUTS: Readonly<Record<string, Arrange>> = {
  force: ours('force'),
  tight: ours('force', { tightness: 2 }),
  stress: ours('stress'),
  'd3-force': ({ n, source, target }) => {
    const nodes = Array.from({ length: n }, () => ({ x: NaN, y: NaN }));
    const links = source.map((from, k) => ({ source: from, target: target[k] ?? 0 }));
    const simulation = forceSimulation(nodes)
      .force('link', forceLink(links))
      .force('charge', forceManyBody())
      .force('center', forceCenter())
      .stop();
    simulation.tick(300);
    return { x: nodes.map(({ x }) => x), y: nodes.map(({ y }) => y) };
  },
  ForceAtlas2: ({ n, source, target }) => {
    const graph = new UndirectedGraph();
    for (const [k, place] of scattered(n).entries()) graph.addNode(k, place);
    for (const [k, from] of source.entries()) graph.addEdge(from, target[k]);
    const places = forceAtlas2(graph, { iterations: 500, settings: forceAtlas2.inferSettings(graph) });
    const all = Array.from({ length: n }, (_, k) => places[k] ?? { x: 0, y: 0 });
    return { x: all.map((place) => place['x'] ?? 0), y: all.map((place) => place['y'] ?? 0) };
  },
  ngraph: ({ n, source, target }) => {
    const graph = createGraph();
    for (let k = 0; k < n; k++) graph.addNode(k);
    for (const [k, from] of source.entries()) graph.addLink(from, target[k] ?? 0);
    const layout = createForceLayout(graph);
    for (let step = 0; step < 1000; step++) if (layout.step()) break;
    const all = Array.from({ length: n }, (_, k) => layout.getNodePosition(k));
    return { x: all.map(({ x }) => x), y: all.map(({ y }) => y) };
  },
  fcose: ({ n, source, target }) => {
    cytoscape.use(fcose);
    const graph = cytoscape({
      headless: true,
      styleEnabled: true,
      style: [{ selector: 'node', style: { width: 16, height: 16 } }],
      elements: [
        ...scattered(n).map((position, k) => ({ data: { id: `n${k}` }, position })),
        ...source.map((from, k) => ({ data: { id: `e${k}`, source: `n${from}`, target: `n${target[k]}` } })),
      ],
    });
    return new Promise((resolve) => {
      const layout = graph.layout({ name: 'fcose', animate: false } as cytoscape.LayoutOptions);
      layout.one('layoutstop', () => {
        const all = graph.nodes().map((node) => node.position());
        resolve({ x: all.map(({ x }) => x), y: all.map(({ y }) => y) });
      });
      layout.run();
    });
  },
};

const [name = '', file = '', runs = '1', kernels = ''] = process.argv.slice(2);
const arrange = LAYOUTS[name];
if (!arrange) throw new Error(`no layout ${name}`);
installKernels(readFileSync(kernels));
const graph = JSON.parse(readFileSync(file, 'utf8')) as TieList;
const times: number[] = [];
let positions: Positions = { x: [], y: [] };
for (let run = 0; run < Number(runs); run++) {
  const before = process.cpuUsage();
  positions = await arrange(graph);
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
writeFileSync(
  `${file}.${name}.positions`,
  JSON.stringify({ x: [...Array.from(positions.x)], y: [...Array.from(positions.y)] }),
);
console.log(JSON.stringify({ times }));
// fcose leaves a timer running
process.exit();
