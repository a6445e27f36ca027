import { scaleSqrt } from 'd3-scale';
import { compareIds } from '../base/ids.ts';
import { same } from '../base/localized.ts';
import type { Localized } from '../base/localized.ts';
import { actorsInOrder } from '../model/graph.ts';
import type { Actor, Graph } from '../model/graph.ts';
import { strangerSector } from '../model/scheme.ts';
import type { Field, Sector } from '../model/scheme.ts';
import type { LegendEntry, LegendSection, Swatch } from './legend.ts';
import { colourTitle, LEGEND_TITLES, LEGEND_WORDS, scaleEntry, sizeTitle, smallerGroups } from './legend.ts';
import { sequential } from './number-palettes.ts';
import { numberScale, roundTicks, sizeOrigin, threeTicks, type NumberScale } from './number-scale.ts';
import { categoryColour, groupColour, mix, onTheme, shade, THEMES } from './palette.ts';
import type { Theme } from './palette.ts';

/** Diameters in map units. */
export const SMALLEST = 22;
export const LARGEST = 64;
const USUAL = 34;

export const ACTOR_STROKE = 1.5;

/** Measure id -> actor id -> value; null where the measure is not defined for the actor. */
export type MeasureValues = Pick<ReadonlyMap<string, ReadonlyMap<string, number | null>>, 'get'>;

/** Actors in groups that a measure has found, such as communities. */
export interface Grouping {
  /** What finds the groups. */
  readonly title: Localized;
  /** Actor id -> its group, the largest being 0; negative for actors of none. */
  readonly of: ReadonlyMap<string, number | null>;
  /** What each group is called. */
  readonly names: readonly Localized[];
}

export interface ActorEncodingInput {
  readonly graph: Graph;
  readonly values: MeasureValues;
  /** Where the colour is that of groups; missing while they are being computed. */
  readonly groups?: Grouping | undefined;
  readonly valueNames: (measure: string) => Localized;
  readonly theme: Theme;
  /** Where several pictures share their scales. */
  readonly scales?: Partial<ActorScales> | undefined;
}

/** What the size and the colour of actors reach over; null where they stand for no number. */
export interface ActorScales {
  readonly size: NumberScale | null;
  readonly colour: NumberScale | null;
}

/** What every map can be sized and coloured by, beside measures and the fields that users add. */
const BUILT_IN_NUMBERS: ReadonlyMap<string, { name: Localized; read: (actor: Actor) => number | undefined }> =
  new Map([
    ['size', { name: { en: 'stock', zh: '规模' }, read: (actor) => actor.size }],
    [
      'sizeChange',
      { name: { en: 'yearly change of stock', zh: '规模年变化' }, read: (actor) => actor.sizeChange },
    ],
    ['inflow', { name: { en: 'boundary inflow', zh: '边界流入' }, read: (actor) => actor.inflow }],
    ['outflow', { name: { en: 'boundary outflow', zh: '边界流出' }, read: (actor) => actor.outflow }],
  ]);

/** What a number is called that every actor can have; undefined of other ids. */
export function numberName(id: string): Localized | undefined {
  return BUILT_IN_NUMBERS.get(id)?.name;
}

function actorField(graph: Graph, id: string): Field | undefined {
  return graph.scheme.fields.find((field) => field.on === 'actor' && field.id === id);
}

function fieldValue(actor: Actor, id: string): unknown {
  return Object.hasOwn(actor.fields, id) ? actor.fields[id] : undefined;
}

interface NumberSource {
  readonly name: Localized;
  /** Null where the actor has no such number; undefined where it is still being computed. */
  readonly read: (actor: Actor) => number | null | undefined;
}

/** Null when there is nothing to read: a measure that is not there yet, a field that is not one of numbers. */
function numberSource(
  input: ActorEncodingInput,
  by: { readonly kind: 'measure' | 'field'; readonly id: string },
): NumberSource | null {
  if (by.kind === 'measure') {
    const values = input.values.get(by.id);
    return values ? { name: input.valueNames(by.id), read: (actor) => finite(values.get(actor.id)) } : null;
  }
  const field = actorField(input.graph, by.id);
  if (field) {
    if (field.kind !== 'number') return null;
    const unit = field.unit ? ` (${field.unit})` : '';
    return {
      name: { en: field.name.en + unit, zh: field.name.zh + unit },
      read: (actor) => {
        const value = fieldValue(actor, field.id);
        return typeof value === 'number' && Number.isFinite(value) ? value : null;
      },
    };
  }
  const builtIn = BUILT_IN_NUMBERS.get(by.id);
  return builtIn ? { name: builtIn.name, read: (actor) => finite(builtIn.read(actor) ?? null) } : null;
}

function finite(value: number | null | undefined): number | null | undefined {
  return value === null || value === undefined || Number.isFinite(value) ? value : null;
}

interface Numbers extends NumberSource {
  readonly scale: NumberScale;
  readonly someMissing: boolean;
}

function numbersOf(
  input: ActorEncodingInput,
  source: NumberSource | null,
  shared?: NumberScale | null,
): Numbers | null {
  if (!source) return null;
  const present: number[] = [];
  let someMissing = false;
  for (const actor of input.graph.actors.values()) {
    const value = source.read(actor);
    if (typeof value === 'number') present.push(value);
    else if (value === null) someMissing = true;
  }
  const scale = shared ?? numberScale(present);
  return scale && { ...source, scale, someMissing };
}

/** The scales of one picture on its own. */
export function actorScales(input: ActorEncodingInput): ActorScales {
  const { size, colour } = input.graph.view;
  const scaleOf = (by: typeof size | typeof colour): NumberScale | null =>
    by.kind === 'measure' || by.kind === 'field'
      ? (numbersOf(input, numberSource(input, by))?.scale ?? null)
      : null;
  return { size: scaleOf(size), colour: scaleOf(colour) };
}

/** An empty mark: what is asked for is not defined here. */
export function hollowLook(colour: string | null, theme: Theme): { fill: string; stroke: string } {
  const { paper, hollowStroke } = THEMES[theme];
  return { fill: colour ? mix(colour, paper, 0.9) : paper, stroke: colour ?? hollowStroke };
}

/** A filled mark with an edge of its own hue. */
export function solidLook(colour: string, theme: Theme): { fill: string; stroke: string } {
  return { fill: colour, stroke: shade(colour, theme === 'light' ? 0.1 : 0.16) };
}

export interface SizeEncoding {
  /** Diameter in map units; hollow when the value is not defined. */
  readonly of: (actor: Actor) => { readonly diameter: number; readonly hollow: boolean };
  readonly sections: readonly LegendSection[];
}

/** To a tenth of a map unit. */
function scaled(diameter: number, times: number): number {
  return Math.round(diameter * times * 10) / 10;
}

/** Areas by value. */
export function sizeEncoding(input: ActorEncodingInput): SizeEncoding {
  const { size: by, markSize } = input.graph.view;
  const usual = scaled(USUAL, markSize);
  const numbers = by.kind === 'same' ? null : numbersOf(input, numberSource(input, by), input.scales?.size);
  if (!numbers) return { of: () => ({ diameter: usual, hollow: false }), sections: [] };
  const { scale, read } = numbers;
  const area = scaleSqrt()
    .domain([sizeOrigin(scale), scale.max])
    .range([SMALLEST, LARGEST])
    .clamp(true);
  const diameterOf = (value: number): number => (scale.even ? usual : scaled(area(value), markSize));
  const { neutral } = THEMES[input.theme];
  const swatch = (diameter: number, look: { fill: string; stroke: string }): Swatch => ({
    kind: 'actor',
    shape: 'ellipse',
    diameter,
    ...look,
    strokeWidth: ACTOR_STROKE,
  });
  const entries: LegendEntry[] = threeTicks(scale, diameterOf).map(({ value, text }) =>
    scaleEntry(text, same(text), swatch(diameterOf(value), solidLook(neutral, input.theme))),
  );
  if (numbers.someMissing) {
    const look = hollowLook(null, input.theme);
    entries.push(scaleEntry('none', LEGEND_WORDS.noValue, swatch(scaled(SMALLEST, markSize), look)));
  }
  return {
    of: (actor) => {
      const value = read(actor);
      if (typeof value === 'number') return { diameter: diameterOf(value), hollow: false };
      return { diameter: scaled(SMALLEST, markSize), hollow: value === null };
    },
    sections: [{ kind: 'size', title: sizeTitle(numbers.name), entries }],
  };
}

/** Finds what a sector looks like; ids that the scheme lacks get a look of their own. */
export function sectorLookup(graph: Pick<Graph, 'scheme'>): (id: string) => Sector {
  const sectors = new Map(graph.scheme.sectors.map((sector) => [sector.id, sector]));
  return (id) => {
    let sector = sectors.get(id);
    if (!sector) sectors.set(id, (sector = strangerSector(id)));
    return sector;
  };
}

/** How many actors of one kind there are, and how many of them are drawn. */
export interface Tally {
  count: number;
  total: number;
}

export function tally(tallies: Map<string, Tally>, id: string, drawn: boolean): void {
  const entry = tallies.get(id);
  if (entry) {
    entry.total++;
    if (drawn) entry.count++;
  } else tallies.set(id, { count: drawn ? 1 : 0, total: 1 });
}

/** The listed ids that occur, in the order of the list, then the others by id. */
export function inListOrder(tallies: ReadonlyMap<string, Tally>, listed: readonly string[]): string[] {
  const known = new Set(listed);
  const strangers = [...tallies.keys()].filter((id) => !known.has(id)).sort(compareIds);
  return [...listed.filter((id) => tallies.has(id)), ...strangers];
}

export interface ColourEncoding {
  /** Null when the value is not defined for the actor. */
  readonly of: (actor: Actor) => string | null;
  /** The category of an actor when colours stand for categories; undefined when it has none. */
  readonly categoryOf: ((actor: Actor) => string | undefined) | null;
  /** Needs to know who is drawn. */
  readonly sections: (
    drawn: (actor: Actor) => boolean,
    hiddenCategories: ReadonlySet<string>,
  ) => LegendSection[];
  /** Whether the colour is that of the sector. */
  readonly bySector: boolean;
}

export function colourEncoding(input: ActorEncodingInput, sectorOf: (id: string) => Sector): ColourEncoding {
  const by = input.graph.view.colour;
  if (by.kind === 'measure' || by.kind === 'field') {
    const field = by.kind === 'field' ? actorField(input.graph, by.id) : undefined;
    if (field && (field.kind === 'category' || field.kind === 'text')) return byCategory(input, field);
    const numbers = numbersOf(input, numberSource(input, by), input.scales?.colour);
    if (numbers) return byNumber(input, numbers);
  }
  if (by.kind === 'group' && input.groups) return byGroup(input, input.groups);
  const colours = new Map<string, string>();
  return {
    of: (actor) => {
      let colour = colours.get(actor.sector);
      if (!colour) colours.set(actor.sector, (colour = onTheme(sectorOf(actor.sector).colour, input.theme)));
      return colour;
    },
    categoryOf: null,
    sections: () => [],
    bySector: true,
  };
}

function byCategory(input: ActorEncodingInput, field: Field): ColourEncoding {
  const places = new Map(field.categories?.map((category, place) => [category, place]));
  const colours = new Map<string, string>();
  const colourOf = (category: string): string => {
    let colour = colours.get(category);
    if (!colour) {
      colour = categoryColour(places.get(category) ?? -1, category, input.theme, input.graph.view.palette);
      colours.set(category, colour);
    }
    return colour;
  };
  const categoryOf = (actor: Actor): string | undefined => {
    const value = fieldValue(actor, field.id);
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  return {
    of: (actor) => {
      const category = categoryOf(actor);
      return category === undefined ? null : colourOf(category);
    },
    categoryOf,
    sections: (drawn, hiddenCategories) => {
      const tallies = new Map<string, Tally>();
      const without: Tally = { count: 0, total: 0 };
      for (const actor of actorsInOrder(input.graph)) {
        const category = categoryOf(actor);
        if (category !== undefined) tally(tallies, category, drawn(actor));
        else {
          without.total++;
          if (drawn(actor)) without.count++;
        }
      }
      const entries = inListOrder(tallies, field.categories ?? []).map((category): LegendEntry => ({
        id: category,
        label: same(category),
        swatch: dot(solidLook(colourOf(category), input.theme)),
        count: tallies.get(category)?.count ?? 0,
        total: tallies.get(category)?.total ?? 0,
        hidden: hiddenCategories.has(category),
      }));
      if (without.total > 0) {
        const look = hollowLook(null, input.theme);
        entries.push({ id: '', label: LEGEND_WORDS.noValue, swatch: dot(look), ...without, hidden: false });
      }
      return entries.length === 0 ? [] : [{ kind: 'categories', title: colourTitle(field.name), entries }];
    },
    bySector: false,
  };
}

/** The largest groups have a colour each, the others share grey: more colours could not be told apart. */
function byGroup(input: ActorEncodingInput, { title, of, names }: Grouping): ColourEncoding {
  const { theme } = input;
  const { palette } = input.graph.view;
  const { neutral } = THEMES[theme];
  const groupOf = (actor: Actor): number => of.get(actor.id) ?? -1;
  return {
    of: (actor) => {
      const group = groupOf(actor);
      return group < 0 ? null : (groupColour(group, theme, palette) ?? neutral);
    },
    categoryOf: null,
    sections: (drawn) => {
      const tallies = names.map((): Tally => ({ count: 0, total: 0 }));
      const without: Tally = { count: 0, total: 0 };
      for (const actor of input.graph.actors.values()) {
        const counted = tallies[groupOf(actor)] ?? without;
        counted.total++;
        if (drawn(actor)) counted.count++;
      }
      const entries: LegendEntry[] = [];
      const others: Tally & { groups: number } = { count: 0, total: 0, groups: 0 };
      for (const [group, { count, total }] of tallies.entries()) {
        const colour = groupColour(group, theme, palette);
        const label = names[group];
        if (colour && label) {
          const swatch = dot(solidLook(colour, theme));
          entries.push({ id: String(group), label, swatch, count, total, hidden: false });
        } else {
          others.groups++;
          others.count += count;
          others.total += total;
        }
      }
      if (others.groups > 0) {
        const { count, total } = others;
        const swatch = dot(solidLook(neutral, theme));
        entries.push({
          id: 'others',
          label: smallerGroups(others.groups),
          swatch,
          count,
          total,
          hidden: false,
        });
      }
      if (without.total > 0) {
        const look = hollowLook(null, theme);
        entries.push({ id: '', label: LEGEND_WORDS.noGroup, swatch: dot(look), ...without, hidden: false });
      }
      return [{ kind: 'groups', title: colourTitle(title), entries }];
    },
    bySector: false,
  };
}

function dot(look: { fill: string; stroke: string }): Swatch {
  return { kind: 'actor', shape: 'ellipse', diameter: SMALLEST, ...look, strokeWidth: ACTOR_STROKE };
}

const GRADIENT_STEPS = 32;

function byNumber(input: ActorEncodingInput, { name, read, scale, someMissing }: Numbers): ColourEncoding {
  const { numbers } = input.graph.view;
  const partOf = (value: number): number =>
    scale.even ? 0.5 : (value - scale.min) / (scale.max - scale.min);
  const colourOf = (value: number): string => sequential(partOf(value), input.theme, numbers);
  const entries = roundTicks(scale, 4).map(({ value, text }) =>
    scaleEntry(text, same(text), { kind: 'tick', at: partOf(value), colour: colourOf(value) }),
  );
  if (someMissing) entries.push(scaleEntry('none', LEGEND_WORDS.noValue, dot(hollowLook(null, input.theme))));
  const gradient = scale.even
    ? [colourOf(scale.min), colourOf(scale.min)]
    : Array.from({ length: GRADIENT_STEPS + 1 }, (_, k) =>
        sequential(k / GRADIENT_STEPS, input.theme, numbers),
      );
  return {
    of: (actor) => {
      const value = read(actor);
      return typeof value === 'number' ? colourOf(value) : null;
    },
    categoryOf: null,
    sections: () => [{ kind: 'colour-scale', title: colourTitle(name), entries, gradient }],
    bySector: false,
  };
}

/** Sectors are always told by shape; by colour too unless colour says something else. */
export function sectorSection(
  input: ActorEncodingInput,
  sectorOf: (id: string) => Sector,
  bySector: boolean,
  drawn: (actor: Actor) => boolean,
  hidden: ReadonlySet<string>,
): LegendSection[] {
  const tallies = new Map<string, Tally>();
  for (const actor of input.graph.actors.values()) tally(tallies, actor.sector, drawn(actor));
  const listed = input.graph.scheme.sectors.map((sector) => sector.id);
  const entries = inListOrder(tallies, listed).map((id): LegendEntry => {
    const { name, colour, shape } = sectorOf(id);
    const fill = bySector ? onTheme(colour, input.theme) : THEMES[input.theme].neutral;
    const look = solidLook(fill, input.theme);
    return {
      id,
      label: name,
      swatch: { kind: 'actor', shape, diameter: SMALLEST, ...look, strokeWidth: ACTOR_STROKE },
      count: tallies.get(id)?.count ?? 0,
      total: tallies.get(id)?.total ?? 0,
      hidden: hidden.has(id),
    };
  });
  return entries.length === 0 ? [] : [{ kind: 'sectors', title: LEGEND_TITLES.sectors, entries }];
}
