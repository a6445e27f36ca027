import type { Language, Localized } from '../base/localized.ts';
import type { Appearance } from '../model/appearance.ts';
import { actorsInOrder, tiesInOrder } from '../model/graph.ts';
import type { Actor, Graph, Tie } from '../model/graph.ts';
import type { TieType } from '../model/scheme.ts';
import { ACTOR_STROKE, colourEncoding, hollowLook, LARGEST, sectorLookup } from './actor-encoding.ts';
import { sectorSection, sizeEncoding, SMALLEST, solidLook } from './actor-encoding.ts';
import type { ActorScales, Grouping, MeasureValues } from './actor-encoding.ts';
import { labelBox } from './labels.ts';
import type { Legend } from './legend.ts';
import type { ActorMark, Bounds, LabelMark, Loop, TieMark } from './marks.ts';
import { THEMES } from './palette.ts';
import type { Theme } from './palette.ts';
import { bundlesOf, courses } from './parallel-ties.ts';
import { shapeBox } from './shapes.ts';
import { shownName } from '../model/shown-name.ts';
import { textWidth, wrapLabel } from './text.ts';
import { tieEncoding } from './tie-encoding.ts';
import type { TieScales } from './tie-encoding.ts';
import { pathBounds, tiePath } from './tie-path.ts';

/** What is switched off: ids. A tie is drawn only when both its actors are. */
export interface Visibility {
  readonly sectors: ReadonlySet<string>;
  readonly tieTypes: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  /** Values of the field that sets the colour. */
  readonly categories?: ReadonlySet<string>;
}

export const NOTHING_HIDDEN: Visibility = {
  sectors: new Set(),
  tieTypes: new Set(),
  actors: new Set(),
  ties: new Set(),
};

export interface SceneInput {
  /** Its `view` says what stands for what. */
  readonly graph: Graph;
  /** A measure that is missing here is still being computed: marks have their usual size and the legend is silent. */
  readonly values: MeasureValues;
  /** Where actors are coloured by group; missing while the groups are being computed. */
  readonly groups?: Grouping | undefined;
  /** What a legend calls a measure. */
  readonly valueNames: (measure: string) => Localized;
  readonly language: Language;
  readonly theme: Theme;
  readonly hidden: Visibility;
  /** Where several pictures are drawn alike; each has its own unless told. */
  readonly scales?: (ActorScales & TieScales) | undefined;
}

/** What is drawn, in map units: the canvas and the figures both read it, so that what is seen is what is exported. */
export interface Scene {
  /** Ordered by id. A mark that looks the same as in the scene before is the same object. */
  readonly actors: readonly ActorMark[];
  /** Ordered by id; both actors of each are in the scene. Drawn below the actors. */
  readonly ties: readonly TieMark[];
  readonly actorById: ReadonlyMap<string, ActorMark>;
  readonly legend: Legend;
  /** Everything that is drawn, labels included. */
  readonly bounds: Bounds;
  readonly theme: Theme;
  readonly language: Language;
}

const LABEL_EM = 9;
const LABEL_LINES = 3;
const LINE_HEIGHT = 1.2;
/** Where letters stand in a line as high as the font's size: what browsers and cytoscape.js come to. */
const ASCENT = 0.86;
const LABEL_GAP = 4.5;

interface WrappedName {
  readonly lines: readonly string[];
  /** Of the widest line, in em. */
  readonly em: number;
}

/** Ties by the pair that they join, and what that was worked out from. */
interface Bundled {
  readonly drawn: readonly Tie[];
  readonly types: readonly TieType[];
  readonly bundles: readonly (readonly Tie[])[];
}

/** Makes the scene of one state after another; whatever looks the same stays the same object. */
export class SceneBuilder {
  #names: Map<string, WrappedName> = new Map();
  #actors: ReadonlyMap<string, ActorMark> = new Map();
  #ties: ReadonlyMap<string, TieMark> = new Map();
  #bundled: Bundled | undefined;

  /**
   * Wraps the names of these actors ahead of the first build, which would take long on a large map: called for some
   * actors at a time, with pauses between.
   */
  prepare(actors: Iterable<Actor>, language: Language): void {
    for (const actor of actors) {
      const name = shownName(actor, language);
      if (!this.#names.has(name)) this.#names.set(name, wrapName(name));
    }
  }

  /** The same as last time while the ties drawn are the same: measures and moves change none. */
  #bundles(
    drawn: readonly Tie[],
    types: Bundled['types'],
    rank: (type: string) => number,
  ): Bundled['bundles'] {
    if (this.#bundled?.types !== types || !sameList(this.#bundled.drawn, drawn))
      this.#bundled = { drawn, types, bundles: bundlesOf(drawn, rank) };
    return this.#bundled.bundles;
  }

  build(input: SceneInput): Scene {
    const { graph, theme, hidden, language } = input;
    const sectorOf = sectorLookup(graph);
    const size = sizeEncoding(input);
    const colour = colourEncoding(input, sectorOf);
    const ties = tieEncoding(graph, theme, input.scales);
    const hiddenCategories = hidden.categories ?? new Set<string>();

    const drawsActor = (actor: Actor): boolean => {
      if (hidden.actors.has(actor.id) || hidden.sectors.has(actor.sector)) return false;
      if (hiddenCategories.size === 0 || !colour.categoryOf) return true;
      return !hiddenCategories.has(colour.categoryOf(actor) ?? '');
    };
    const drawnActors = new Set<string>();
    for (const actor of graph.actors.values()) if (drawsActor(actor)) drawnActors.add(actor.id);
    const isDrawn = ({ id }: Actor): boolean => drawnActors.has(id);
    const drawsTie = (tie: Tie): boolean =>
      !hidden.ties.has(tie.id) &&
      !hidden.tieTypes.has(tie.type) &&
      drawnActors.has(tie.source) &&
      drawnActors.has(tie.target);
    const drawnTies = tiesInOrder(graph).filter(drawsTie);

    const degree = new Map<string, number>();
    for (const tie of graph.ties.values()) {
      degree.set(tie.source, (degree.get(tie.source) ?? 0) + 1);
      degree.set(tie.target, (degree.get(tie.target) ?? 0) + 1);
    }

    const names = new Map<string, WrappedName>();
    const actorById = new Map<string, ActorMark>();
    const looks = new Map<string, { fill: string; stroke: string }>();
    for (const actor of actorsInOrder(graph)) {
      if (!isDrawn(actor)) continue;
      const { diameter, hollow: unsized } = size.of(actor);
      const ownColour = colour.of(actor);
      const hollow = unsized || ownColour === null;
      const lookKey = `${ownColour ?? ''} ${hollow}`;
      let look = looks.get(lookKey);
      if (!look) {
        look = hollow || ownColour === null ? hollowLook(ownColour, theme) : solidLook(ownColour, theme);
        looks.set(lookKey, look);
      }
      const { shape } = sectorOf(actor.sector);
      const box = shapeBox(shape, diameter);
      const name = shownName(actor, language);
      const wrapped = this.#names.get(name) ?? wrapName(name);
      names.set(name, wrapped);
      const mark: ActorMark = {
        id: actor.id,
        sector: actor.sector,
        x: place(actor.position?.[0]),
        y: place(actor.position?.[1]),
        shape,
        diameter,
        width: box.width,
        height: box.height,
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: ACTOR_STROKE,
        opacity: 1,
        hollow,
        pinned: actor.pinned ?? false,
        label: labelMark(wrapped, diameter, box.height, degree.get(actor.id) ?? 0, theme, graph.view),
      };
      actorById.set(actor.id, reuse(this.#actors.get(actor.id), mark, sameActor));
    }

    const tieById = new Map<string, TieMark>();
    const course = courses(
      this.#bundles(drawnTies, graph.scheme.tieTypes, ties.rank),
      (tie) => ties.of(tie).width,
      (id) => actorById.get(id)?.diameter ?? 0,
    );
    const opacity = tieOpacity(input.scales?.drawn ?? drawnTies.length);
    for (const tie of drawnTies) {
      const { curve = 0, loop = null } = course.get(tie.id) ?? {};
      const { width, colour: tieColour, dash, cap, arrows, arrowSize } = ties.of(tie);
      const mark: TieMark = {
        id: tie.id,
        source: tie.source,
        target: tie.target,
        type: tie.type,
        width,
        colour: tieColour,
        opacity,
        dash,
        cap,
        arrows,
        arrowSize,
        curve,
        loop,
      };
      tieById.set(tie.id, reuse(this.#ties.get(tie.id), mark, sameTie));
    }

    this.#names = names;
    this.#actors = actorById;
    this.#ties = tieById;
    const marks = [...actorById.values()];
    const tieMarks = [...tieById.values()];
    const drawnTieIds = tieById;
    return {
      actors: marks,
      ties: tieMarks,
      actorById,
      legend: [
        ...sectorSection(input, sectorOf, colour.bySector, isDrawn, hidden.sectors),
        ...colour.sections(isDrawn, hiddenCategories),
        ...size.sections,
        ...ties.sections((tie) => drawnTieIds.has(tie.id), hidden.tieTypes),
      ],
      bounds: sceneBounds(marks, tieMarks, actorById),
      theme,
      language,
    };
  }
}

/** The scene of one state on its own. */
export function buildScene(input: SceneInput): Scene {
  return new SceneBuilder().build(input);
}

export interface MarkChanges<Mark> {
  readonly added: readonly Mark[];
  readonly removed: readonly Mark[];
  readonly changed: readonly { readonly before: Mark; readonly after: Mark }[];
}

export interface SceneChanges {
  readonly actors: MarkChanges<ActorMark>;
  readonly ties: MarkChanges<TieMark>;
}

/** What to redraw between two scenes, of one builder or of two. */
export function diffScenes(
  previous: Pick<Scene, 'actors' | 'ties'>,
  next: Pick<Scene, 'actors' | 'ties'>,
): SceneChanges {
  return {
    actors: diffMarks(previous.actors, next.actors, sameActor),
    ties: diffMarks(previous.ties, next.ties, sameTie),
  };
}

function diffMarks<Mark extends { readonly id: string }>(
  previous: readonly Mark[],
  next: readonly Mark[],
  same: (a: Mark, b: Mark) => boolean,
): MarkChanges<Mark> {
  const added: Mark[] = [];
  const removed: Mark[] = [];
  const changed: { before: Mark; after: Mark }[] = [];
  // Both are ordered by id: one walk along the two finds everything.
  let [k, j] = [0, 0];
  for (;;) {
    const before = previous[k];
    const after = next[j];
    if (!before && !after) break;
    if (before && (!after || before.id < after.id)) {
      removed.push(before);
      k++;
    } else if (after && (!before || after.id < before.id)) {
      added.push(after);
      j++;
    } else if (before && after) {
      if (before !== after && !same(before, after)) changed.push({ before, after });
      k++;
      j++;
    }
  }
  return { added, removed, changed };
}

function reuse<Mark>(before: Mark | undefined, mark: Mark, same: (a: Mark, b: Mark) => boolean): Mark {
  return before && same(before, mark) ? before : mark;
}

function sameActor(a: ActorMark, b: ActorMark): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.shape === b.shape &&
    a.diameter === b.diameter &&
    a.fill === b.fill &&
    a.stroke === b.stroke &&
    a.strokeWidth === b.strokeWidth &&
    a.opacity === b.opacity &&
    a.hollow === b.hollow &&
    a.pinned === b.pinned &&
    a.sector === b.sector &&
    sameLabel(a.label, b.label)
  );
}

function sameLabel(a: LabelMark, b: LabelMark): boolean {
  return (
    a.fontSize === b.fontSize &&
    a.top === b.top &&
    a.colour === b.colour &&
    a.halo === b.halo &&
    a.priority === b.priority &&
    sameList(a.lines, b.lines)
  );
}

function sameTie(a: TieMark, b: TieMark): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.type === b.type &&
    a.width === b.width &&
    a.colour === b.colour &&
    a.opacity === b.opacity &&
    a.arrows === b.arrows &&
    a.cap === b.cap &&
    a.curve === b.curve &&
    sameLoop(a.loop, b.loop) &&
    sameList(a.dash, b.dash)
  );
}

function sameLoop(a: Loop | null, b: Loop | null): boolean {
  if (a === b) return true;
  return !!a && !!b && a.direction === b.direction && a.sweep === b.sweep && a.distance === b.distance;
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, k) => item === b[k]));
}

/** Where ties are many they are drawn fainter, or nothing could be seen through them; in steps, so that one more changes none. */
function tieOpacity(count: number): number {
  return Math.max(0.25, Math.min(1, Math.round(20 * Math.sqrt(500 / Math.max(1, count))) / 20));
}

/** An actor that no layout has placed yet, or whose place cannot be read, is at the origin. */
function place(coordinate: number | undefined): number {
  return coordinate !== undefined && Number.isFinite(coordinate) ? coordinate : 0;
}

function wrapName(name: string): WrappedName {
  const lines = wrapLabel(name, LABEL_EM, LABEL_LINES);
  return { lines, em: Math.max(0, ...lines.map((line) => textWidth(line, 1))) };
}

function labelMark(
  { lines, em }: WrappedName,
  diameter: number,
  height: number,
  degree: number,
  theme: Theme,
  { markSize, labelSize }: Appearance,
): LabelMark {
  const { ink, paper } = THEMES[theme];
  const part = (diameter / markSize - SMALLEST) / (LARGEST - SMALLEST);
  const fontSize = Math.round((11 + 5 * part) * labelSize * 2) / 2;
  const lineHeight = fontSize * LINE_HEIGHT;
  return {
    lines,
    fontSize,
    lineHeight,
    top: height / 2 + LABEL_GAP,
    ascent: fontSize * ASCENT,
    width: em * fontSize,
    height: lines.length === 0 ? 0 : (lines.length - 1) * lineHeight + fontSize,
    colour: ink,
    halo: paper,
    haloWidth: fontSize * 0.2,
    // The larger first; among equals the one with more ties.
    priority: diameter + degree / (degree + 10),
  };
}

function sceneBounds(
  actors: readonly ActorMark[],
  ties: readonly TieMark[],
  actorById: ReadonlyMap<string, ActorMark>,
): Bounds {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (box: Bounds, margin: number): void => {
    x1 = Math.min(x1, box.x1 - margin);
    y1 = Math.min(y1, box.y1 - margin);
    x2 = Math.max(x2, box.x2 + margin);
    y2 = Math.max(y2, box.y2 + margin);
  };
  for (const actor of actors) {
    take(markBox(actor), 0);
    if (actor.label.lines.length > 0) take(labelBox(actor), 0);
  }
  for (const tie of ties) {
    // A straight tie stays between its actors.
    if (tie.curve === 0 && !tie.loop) continue;
    const source = actorById.get(tie.source);
    const target = actorById.get(tie.target);
    const path = source && target && tiePath(tie, source, target);
    if (path) take(pathBounds(path), tie.width / 2);
  }
  return x1 > x2 ? { x1: 0, y1: 0, x2: 0, y2: 0 } : { x1, y1, x2, y2 };
}

/** The box of an actor's shape, its stroke included. */
export function markBox(actor: ActorMark): Bounds {
  const halfWidth = (actor.width + actor.strokeWidth) / 2;
  const halfHeight = (actor.height + actor.strokeWidth) / 2;
  return {
    x1: actor.x - halfWidth,
    y1: actor.y - halfHeight,
    x2: actor.x + halfWidth,
    y2: actor.y + halfHeight,
  };
}
