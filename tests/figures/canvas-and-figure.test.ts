import cytoscape, { type Core, type EdgeSingular, type NodeSingular } from 'cytoscape';
import { describe, expect, test } from 'vitest';
import { networkFigure } from '../../src/figures/network-figure.ts';
import type { View } from '../../src/model/view.ts';
import type { ActorMark } from '../../src/scene/marks.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { tiePath } from '../../src/scene/tie-path.ts';
import { CanvasMirror } from '../../src/view/canvas/mirror.ts';
import { showLabels } from '../../src/view/canvas/shown-labels.ts';
import { stylesheet } from '../../src/view/canvas/style.ts';
import { randomMap, sceneOf, tie } from '../scene/maps.ts';
import { elementBox, textBoxes } from './boxes.ts';
import { number, parse, type Element } from './elements.ts';

// The canvas says what it draws by cytoscape's own computed styles, the figure by its elements. With letters of 11
// points on a page that is wide enough, a point of the figure is a unit of the map; it is written to two decimals.

const CLOSE = 0.0151;

interface DrawnActor {
  readonly corners: number;
  readonly box: readonly number[];
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
}

interface DrawnTie {
  readonly width: number;
  readonly colour: string;
  readonly opacity: number;
  readonly dash: readonly number[];
  readonly cap: string;
  readonly heads: number;
  /** From the middle between its actors to its control point, to the right of its way. */
  readonly curve: number;
  /** Of a tie of an actor with itself: its two control points, from the middle of the actor. */
  readonly loop: readonly number[];
}

interface DrawnLabel {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly halo: string;
  readonly haloWidth: number;
  readonly x: number;
  /** Of its first line. */
  readonly top: number;
}

const CORNERS: Readonly<Record<string, number>> = {
  ellipse: 0,
  'round-rectangle': 1,
  triangle: 3,
  diamond: 4,
  pentagon: 5,
  hexagon: 6,
  octagon: 8,
  star: 10,
};

function hex(rgb: string): string {
  const parts = rgb.match(/\d+/gu)?.slice(0, 3).map(Number) ?? [];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function canvasOf(scene: Scene): { readonly core: Core; readonly labels: ReadonlySet<string> } {
  const core = cytoscape({ headless: true, styleEnabled: true, style: stylesheet('#1a5fd0') });
  new CanvasMirror(core).apply(scene, false);
  return { core, labels: showLabels(core, scene, 'auto', 1, new Set()) };
}

/** In the order in which the figure draws them: the larger first. */
function inOrder(scene: Scene): ActorMark[] {
  return [...scene.actors].sort((a, b) => b.diameter - a.diameter);
}

function canvasActor(node: NodeSingular): DrawnActor {
  const { x, y } = node.position();
  const [width, height] = [node.numericStyle('width'), node.numericStyle('height')];
  const shape = String(node.style('shape'));
  return {
    corners: CORNERS[shape] ?? NaN,
    box: [x - width / 2, y - height / 2, x + width / 2, y + height / 2],
    fill: hex(String(node.style('background-color'))),
    stroke: hex(String(node.style('border-color'))),
    strokeWidth: node.numericStyle('border-width'),
  };
}

function figureActor(element: Element, shift: readonly [number, number]): DrawnActor {
  const box = elementBox(element);
  if (!box) throw new Error(`no box of ${element.name}`);
  return {
    corners:
      element.name === 'circle'
        ? 0
        : element.name === 'rect'
          ? 1
          : (element.attributes['points'] ?? '').split(' ').length,
    box: [box.x1 - shift[0], box.y1 - shift[1], box.x2 - shift[0], box.y2 - shift[1]],
    fill: element.attributes['fill'] ?? '',
    stroke: element.attributes['stroke'] ?? '',
    strokeWidth: number(element, 'stroke-width'),
  };
}

function canvasTie(edge: EdgeSingular): DrawnTie {
  const shapes = ['target-arrow-shape', 'source-arrow-shape'].map((name) => String(edge.style(name)));
  const dashed = edge.style('line-style') === 'dashed';
  return {
    width: edge.numericStyle('width'),
    colour: hex(String(edge.style('line-color'))),
    opacity: edge.numericStyle('line-opacity'),
    dash: dashed ? String(edge.style('line-dash-pattern')).split(/[ ,]+/u).map(parseFloat) : [],
    cap: String(edge.style('line-cap')),
    heads: shapes.filter((shape) => shape === 'triangle').length,
    curve:
      edge.isLoop() || edge.style('curve-style') === 'straight'
        ? 0
        : parseFloat(String(edge.style('control-point-distances'))),
    loop: edge.isLoop() ? canvasLoop(edge) : [],
  };
}

/** As cytoscape places them: clockwise from the top, half the sweep to either side, 1.4 steps from the middle. */
function canvasLoop(edge: EdgeSingular): readonly number[] {
  const degrees = (name: string): number => {
    const value = String(edge.style(name));
    return value.endsWith('rad') ? (parseFloat(value) * 180) / Math.PI : parseFloat(value);
  };
  expect(edge.style('curve-style')).toBe('bezier');
  const far = 1.4 * edge.numericStyle('control-point-step-size');
  return [-0.5, 0.5].flatMap((part) => {
    const angle = ((degrees('loop-direction') - 90 + part * degrees('loop-sweep')) * Math.PI) / 180;
    return [far * Math.cos(angle), far * Math.sin(angle)];
  });
}

/** The line of a tie with the heads behind it. */
function figureTies(elements: readonly Element[]): { line: Element; heads: number; opacity: number }[] {
  const found: { line: Element; heads: number; opacity: number }[] = [];
  let opacity = 1;
  for (const element of elements.filter(({ groups }) => groups.includes('ties'))) {
    if (element.name === 'g') opacity = number(element, 'opacity');
    if (element.name === 'path') found.push({ line: element, heads: 0, opacity });
    const last = found.at(-1);
    if (element.name === 'polygon' && last) last.heads++;
  }
  return found;
}

function figureTie(
  { line, heads, opacity }: ReturnType<typeof figureTies>[number],
  source: ActorMark,
  target: ActorMark,
  [left, top]: readonly [number, number],
): DrawnTie {
  const { attributes } = line;
  const controls = (attributes['d'] ?? '').split('Q').slice(1);
  const places = controls.map((control) => {
    const [x = 0, y = 0] = control.split(' ').map(Number);
    return [x - left, y - top] as const;
  });
  const isLoop = source === target;
  const [[x, y] = [0, 0]] = places;
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  const [dx, dy] = [(target.x - source.x) / length, (target.y - source.y) / length];
  const fromMiddle = [x - (source.x + target.x) / 2, y - (source.y + target.y) / 2] as const;
  return {
    width: number(line, 'stroke-width'),
    colour: attributes['stroke'] ?? '',
    opacity,
    dash: attributes['stroke-dasharray']?.split(' ').map(Number) ?? [],
    cap: attributes['stroke-linecap'] ?? 'butt',
    heads,
    curve: isLoop || places.length === 0 ? 0 : -fromMiddle[0] * dy + fromMiddle[1] * dx,
    loop: isLoop ? places.flatMap(([cx, cy]) => [cx - source.x, cy - source.y]) : [],
  };
}

function canvasLabel(node: NodeSingular): DrawnLabel {
  const { x, y } = node.position();
  return {
    text: String(node.style('label')),
    size: node.numericStyle('font-size'),
    colour: hex(String(node.style('color'))),
    halo: hex(String(node.style('text-outline-color'))),
    haloWidth: node.numericStyle('text-outline-width'),
    x,
    top: y + node.numericStyle('height') / 2 + node.numericStyle('text-margin-y'),
  };
}

function figureLabels(elements: readonly Element[], [left, top]: readonly [number, number]): DrawnLabel[] {
  const inside = elements.filter(({ groups }) => groups.includes('labels'));
  const texts = inside.filter(({ name }) => name === 'text');
  return texts.flatMap((text, k) => {
    // A halo stands before the letters that it surrounds.
    const halo = texts[k - 1];
    if (!halo || text.attributes['fill'] === 'none') return [];
    const lines = inside.slice(inside.indexOf(text) + 1);
    const count = lines.findIndex(({ name }) => name !== 'tspan');
    const own = count === -1 ? lines : lines.slice(0, count);
    const size = number(text, 'font-size');
    return [
      {
        text: own.length === 0 ? text.text : own.map((line) => line.text).join('\n'),
        size,
        colour: text.attributes['fill'] ?? '',
        halo: halo.attributes['stroke'] ?? '',
        haloWidth: number(halo, 'stroke-width') / 2,
        x: number(text, 'x') - left,
        top: number(text, 'y') - top - 0.86 * size,
      },
    ];
  });
}

function expectAlike(canvas: object, figure: object): void {
  const [one, two] = [Object.entries(canvas), new Map(Object.entries(figure))];
  for (const [key, value] of one) {
    const other: unknown = two.get(key);
    if (typeof value === 'number') expect(Math.abs(value - Number(other)), key).toBeLessThan(CLOSE);
    else if (Array.isArray(value)) {
      expect(other).toHaveLength(value.length);
      value.forEach((part, k) =>
        expect(Math.abs(Number(part) - ((other as number[])[k] ?? NaN)), key).toBeLessThan(CLOSE),
      );
    } else expect(other, key).toBe(value);
  }
}

const VIEWS: readonly (readonly [string, Partial<View>])[] = [
  ['as it is at first', {}],
  ['with sizes by degree and widths by weight', { size: { kind: 'measure', id: 'degree' }, width: 'weight' }],
  [
    'coloured by a measure, ties by mechanism',
    { colour: { kind: 'measure', id: 'degree' }, tieColour: 'mechanism' },
  ],
];

describe.each(VIEWS)('a map %s', (_, view) => {
  const random = randomMap(36, 110, 21, view);
  const loops = ['a00004', 'a00004', 'a00010'].map((id, k) =>
    tie(`u${k}`, id, id, 'talent', k === 1 ? 'mutual' : 'one-way', k + 1),
  );
  const ties = new Map([...random.ties, ...loops.map((one) => [one.id, one] as const)]);
  const scene = sceneOf({ ...random, ties });
  const { core, labels } = canvasOf(scene);
  const elements = parse(
    networkFigure(scene, {
      ...{ widthMm: 2000, fontPoints: 11, legend: false, labels },
      ...{ minLabelPoints: 0, minLinePoints: 0 },
    }),
  );
  const drawn = elements.filter(({ groups }) => groups.includes('actors'));
  const marks = inOrder(scene);
  const first = drawn[0] && elementBox(drawn[0]);
  const shift = [
    ((first?.x1 ?? 0) + (first?.x2 ?? 0)) / 2 - (marks[0]?.x ?? 0),
    ((first?.y1 ?? 0) + (first?.y2 ?? 0)) / 2 - (marks[0]?.y ?? 0),
  ] as const;

  test('has the same actors on the canvas and in the figure: place, shape, colours, outline', () => {
    expect(drawn).toHaveLength(core.nodes().length);
    marks.forEach(({ id }, k) =>
      expectAlike(canvasActor(core.$id(id)), figureActor(drawn[k] as Element, shift)),
    );
  });

  test('has the same ties: colour, width, dashes, heads, curve and loop', () => {
    const shown = scene.ties.filter((tie) => {
      const [source, target] = [scene.actorById.get(tie.source), scene.actorById.get(tie.target)];
      return source && target && tiePath(tie, source, target);
    });
    const ties = figureTies(elements);
    expect(ties).toHaveLength(shown.length);
    expect(ties.length).toBeGreaterThan(80);
    expect(shown.filter(({ loop }) => loop).length).toBeGreaterThan(3);
    shown.forEach((tie, k) => {
      const [source, target, line] = [
        scene.actorById.get(tie.source),
        scene.actorById.get(tie.target),
        ties[k],
      ];
      if (!source || !target || !line) throw new Error('missing');
      expectAlike(canvasTie(core.$id(`tie:${tie.id}`)), figureTie(line, source, target, shift));
    });
  });

  test('has the same names: letters, size, colours, halo and place', () => {
    const named = marks.filter(({ id }) => labels.has(id));
    const texts = figureLabels(elements, shift);
    expect(named.length).toBeGreaterThan(8);
    expect(texts).toHaveLength(named.length);
    expect(textBoxes(elements, 'labels').length).toBeGreaterThan(0);
    named.forEach(({ id }, k) => expectAlike(canvasLabel(core.$id(id)), texts[k] as DrawnLabel));
  });
});
