import type { Rule } from '../../metrics/diagnosis/rule.ts';
import { sourcesOfOption } from '../../metrics/sources/option-sources.ts';
import { sourceByKey, sourcesNamed } from '../../metrics/sources/registry.ts';
import { citationKey, type Source } from '../../metrics/sources/source.ts';
import type { Measure } from '../../metrics/measure.ts';
import { compareIds } from '../../base/ids.ts';
import { PALETTE_IDS, type NumberPaletteId, type PaletteId } from '../../model/appearance.ts';
import { PALETTES } from '../../scene/palettes.ts';
import type { MethodsFacts } from './facts.ts';

/** What a measure rests on, in the form in which it was read. */
export function sourcesOfMeasure(
  { source, options = [] }: Pick<Measure, 'source' | 'options'>,
  { options: inForce }: Pick<MethodsFacts, 'options'>,
): readonly Source[] {
  return once([...sourcesNamed(source).sources, ...options.flatMap((id) => sourcesOfOption(id, inForce))]);
}

const OF_LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  force: ['brandes2007eigensolver', 'jacomy2014forceatlas2', 'zhong2023force'],
  stress: ['brandes2007eigensolver', 'gansner2005graph'],
  niche: ['gower1966distance'],
};

export function sourcesOfLayout({ view }: Pick<MethodsFacts, 'view'>): readonly Source[] {
  return ofKeys(OF_LAYOUTS[view.layout.id] ?? []);
}

const OF_PALETTES: Readonly<Record<PaletteId, string>> = {
  'okabe-ito': 'okabe2008color',
  'tol-bright': 'tol2021colour',
  'tol-muted': 'tol2021colour',
  'viridis-steps': 'vanderwalt2015better',
};
/** The others are ours. */
const OF_NUMBER_PALETTES: Readonly<Partial<Record<NumberPaletteId, string>>> = {
  viridis: 'vanderwalt2015better',
  cividis: 'nunez2018optimizing',
};

/** Of the palette that actors are coloured by; none where colours were chosen by hand, or are ours. */
export function sourcesOfColours({
  view,
  sectors,
  graph,
}: Pick<MethodsFacts, 'view' | 'sectors' | 'graph'>): readonly Source[] {
  const { colour, palette, numbers } = view;
  if (colour.kind === 'sector') {
    const own = PALETTE_IDS.find((id) => areIn(id, sectors));
    return ofKeys(own === undefined ? [] : [OF_PALETTES[own]]);
  }
  const isNumber =
    colour.kind === 'measure' ||
    (colour.kind === 'field' && graph.scheme.fields.find(({ id }) => id === colour.id)?.kind === 'number');
  return ofKeys([isNumber ? (OF_NUMBER_PALETTES[numbers] ?? '') : OF_PALETTES[palette]]);
}

/** Whether colours are of a palette; what has none is grey in each. */
function areIn(palette: PaletteId, entries: readonly { readonly colour: string }[]): boolean {
  const own = new Set(PALETTES[palette].colours.map((colour) => colour.toLowerCase()));
  const coloured = entries.map(({ colour }) => colour.toLowerCase()).filter((colour) => !isGrey(colour));
  return coloured.length > 0 && coloured.every((colour) => own.has(colour));
}

function isGrey(colour: string): boolean {
  return /^#(\w\w)\1\1$/u.test(colour);
}

export function sourcesOfRules({ rules }: { readonly rules: readonly Rule[] }): readonly Source[] {
  return once(rules.flatMap(({ source }) => sourcesNamed(source).sources));
}

/** Every source that the methods name, by key. */
export function bibliography(facts: MethodsFacts): readonly Source[] {
  const all = once([
    ...facts.measures.flatMap((measure) => sourcesOfMeasure(measure, facts)),
    ...(facts.diagnosis ? sourcesOfRules(facts) : []),
    ...(facts.drawn ? [...sourcesOfLayout(facts), ...sourcesOfColours(facts)] : []),
  ]);
  return [...all].sort((a, b) => compareIds(citationKey(a), citationKey(b)));
}

function ofKeys(keys: readonly string[]): readonly Source[] {
  return keys.flatMap((key) => sourceByKey(key) ?? []);
}

function once(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}
