import { RULES } from '../../metrics/diagnosis/registry.ts';
import type { Rule } from '../../metrics/diagnosis/rule.ts';
import { sourcesOfOption } from '../../metrics/sources/option-sources.ts';
import { sourceByKey, sourcesNamed } from '../../metrics/sources/registry.ts';
import { citationKey, type Source } from '../../metrics/sources/source.ts';
import type { Measure } from '../../metrics/measure.ts';
import { compareIds } from '../../base/ids.ts';
import { DEFAULT_SCHEME } from '../../model/scheme.ts';
import type { MethodsFacts } from './facts.ts';

/** What a measure rests on, in the form in which it was read. */
export function sourcesOfMeasure(
  { source, options = [] }: Pick<Measure, 'source' | 'options'>,
  { options: inForce }: Pick<MethodsFacts, 'options'>,
): readonly Source[] {
  return once([...sourcesNamed(source).sources, ...options.flatMap((id) => sourcesOfOption(id, inForce))]);
}

const OF_LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  force: ['brandes2006eigensolver', 'jacomy2014forceatlas2', 'zhong2023force'],
  stress: ['brandes2006eigensolver', 'gansner2004graph'],
  niche: ['gower1966distance'],
};

export function sourcesOfLayout({ view }: Pick<MethodsFacts, 'view'>): readonly Source[] {
  return ofKeys(OF_LAYOUTS[view.layout.id] ?? []);
}

/** The colours of sectors are Okabe and Ito's as long as nobody has chosen others. */
export function sourcesOfColours({
  view,
  sectors,
}: Pick<MethodsFacts, 'view' | 'sectors'>): readonly Source[] {
  const given = new Map(DEFAULT_SCHEME.sectors.map(({ id, colour }) => [id, colour]));
  const isStandard = sectors.every(({ id, colour }) => given.get(id) === colour);
  return view.colour.kind === 'sector' && isStandard ? ofKeys(['okabe2008color']) : [];
}

export function rulesHeard({ settings }: Pick<MethodsFacts, 'settings'>): readonly Rule[] {
  return RULES.filter(({ code }) => !Object.hasOwn(settings.muted, code));
}

export function sourcesOfRules(facts: Pick<MethodsFacts, 'settings'>): readonly Source[] {
  return once(rulesHeard(facts).flatMap(({ source }) => sourcesNamed(source).sources));
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
