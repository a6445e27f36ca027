import type { Localized } from '../base/localized.ts';
import type { ApplyStyleArgs } from '../model/commands/apply-style.ts';
import type { Graph } from '../model/graph.ts';
import type { Appearance } from '../model/appearance.ts';
import type { Look } from '../model/view.ts';
import { DEFAULT_SCHEME } from '../model/scheme.ts';
import { DEFAULT_SETTINGS, settingsOf, type Style, type StyleColour } from '../model/style.ts';
import { paletteColours, recoloured } from './recolouring.ts';

function ownColours(
  entries: readonly { readonly id: string; readonly colour: string }[],
): readonly StyleColour[] {
  return entries.map(({ id, colour }) => ({ id, colour }));
}

/** Styles that are always there. Their ids begin as no made id does. */
export const BUILT_IN_STYLES: readonly Style[] = [
  {
    id: 'built-in:standard',
    name: { en: 'Standard', zh: '标准' },
    settings: DEFAULT_SETTINGS,
    // Entries of one's own take what the published palettes have besides.
    sectors: [...ownColours(DEFAULT_SCHEME.sectors), ...further('okabe-ito', DEFAULT_SCHEME.sectors)],
    tieTypes: [...ownColours(DEFAULT_SCHEME.tieTypes), ...further('tol-muted', DEFAULT_SCHEME.tieTypes)],
  },
  {
    id: 'built-in:projector',
    name: { en: 'Projector', zh: '投影' },
    settings: { ...DEFAULT_SETTINGS, palette: 'tol-bright', labelSize: 1.4, markSize: 1.15, tieSize: 1.5 },
    sectors: paletteColours('tol-bright'),
    tieTypes: paletteColours('tol-muted'),
  },
  {
    id: 'built-in:muted',
    name: { en: 'Muted', zh: '柔和' },
    settings: { ...DEFAULT_SETTINGS, palette: 'tol-muted', numbers: 'viridis', tieColour: 'plain' },
    sectors: paletteColours('tol-muted'),
    tieTypes: paletteColours('tol-muted'),
  },
  {
    id: 'built-in:print',
    name: { en: 'Grey print', zh: '灰度印刷' },
    settings: { ...DEFAULT_SETTINGS, palette: 'viridis-steps', numbers: 'grey', tieColour: 'plain' },
    sectors: paletteColours('viridis-steps'),
    tieTypes: paletteColours('tol-muted'),
  },
];

/** Colours of a palette that these entries do not have. */
function further(
  palette: Parameters<typeof paletteColours>[0],
  entries: readonly { readonly colour: string }[],
): readonly StyleColour[] {
  const taken = new Set(entries.map(({ colour }) => colour.toLowerCase()));
  return paletteColours(palette).filter(
    ({ id, colour }) => id === undefined && !taken.has(colour.toLowerCase()),
  );
}

export function isBuiltIn({ id }: Pick<Style, 'id'>): boolean {
  return id.startsWith('built-in:');
}

/** What the map looks like, as a style. */
export function styleOf(
  { scheme, view }: Pick<Graph, 'scheme' | 'view'>,
  id: string,
  name: Localized,
): Style {
  return {
    id,
    name,
    settings: settingsOf(view),
    sectors: ownColours(scheme.sectors),
    tieTypes: ownColours(scheme.tieTypes),
  };
}

/** What gives a map other colours and sizes. */
interface NewLook extends Omit<ApplyStyleArgs, 'step' | 'view'> {
  readonly view?: Partial<Appearance & Look>;
}

/** What gives the map this style, in one step. */
export function styleChanges(
  { scheme }: Pick<Graph, 'scheme'>,
  style: Style,
): NewLook & Pick<ApplyStyleArgs, 'step'> {
  return {
    step: {
      en: `Apply the style “${style.name.en}”`,
      zh: `应用样式“${style.name.zh}”`,
    },
    view: { ...style.settings, style: { id: style.id, name: style.name.en } },
    sectors: recoloured(scheme.sectors, style.sectors),
    tieTypes: recoloured(scheme.tieTypes, style.tieTypes),
  };
}

/** The map as `applyStyle` would make it, without a document: to be drawn. */
export function dressed(
  graph: Graph,
  { view = {}, sectors = new Map(), tieTypes = new Map() }: NewLook,
): Graph {
  const coloured = <Entry extends { readonly id: string; readonly colour: string }>(
    entries: readonly Entry[],
    colours: ReadonlyMap<string, string>,
  ): readonly Entry[] =>
    entries.map((entry) => ({ ...entry, colour: colours.get(entry.id) ?? entry.colour }));
  const { scheme } = graph;
  return {
    ...graph,
    scheme: {
      ...scheme,
      sectors: coloured(scheme.sectors, sectors),
      tieTypes: coloured(scheme.tieTypes, tieTypes),
    },
    view: { ...graph.view, ...view },
  };
}

/** Whether the map looks just as this style would make it. */
export function isInStyle({ scheme, view }: Pick<Graph, 'scheme' | 'view'>, style: Style): boolean {
  const own = new Map<string, unknown>(Object.entries(settingsOf(view)));
  return (
    Object.entries(style.settings).every(([key, value]) => own.get(key) === value) &&
    recoloured(scheme.sectors, style.sectors).size === 0 &&
    recoloured(scheme.tieTypes, style.tieTypes).size === 0
  );
}
