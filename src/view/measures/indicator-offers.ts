import type { Language } from '../../base/localized.ts';
import { GROUP_NAMES, type Setting } from '../../metrics/measure.ts';
import { INDICATORS, indicatorSentence, measureById } from '../../metrics/registry.ts';
import { goalpostsAround, shorterSide, startingIndicator } from '../../metrics/synergy/indicator-list.ts';
import { fieldIndicator, fieldIndicatorId } from '../../metrics/synergy/indicator-names.ts';
import type { IndicatorChoice, Side } from '../../metrics/synergy/indicator-text.ts';
import { foldName } from '../../model/commands/checks.ts';
import type { Graph } from '../../model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../model/measure-options.ts';
import { sentenceText } from './sentence.ts';

type Source = Pick<Graph, 'actors' | 'projects' | 'scheme'>;

/** Sectors that tell of one of the two systems. */
const SIDE_OF_SECTOR: ReadonlyMap<string, Side> = new Map([
  ['enterprise', 'industry'],
  ['university', 'education'],
]);

/**
 * Ids of the indicators that the list lacks and that a text means, by any words of their names in either language: those
 * of Ecotone's own, means of number fields where somebody has a value, measures of the network.
 */
export function offeredIndicators(
  graph: Source,
  list: readonly IndicatorChoice[],
  typed: string,
): readonly string[] {
  const words = foldName(typed)
    .split(' ')
    .filter((word) => word !== '');
  const own = INDICATORS.filter((id) => !measureById(id));
  const measures = INDICATORS.filter((id) => measureById(id));
  return [...own, ...fieldMeans(graph), ...measures].filter((id) => {
    if (list.some((one) => one.id === id)) return false;
    const sentence = indicatorSentence(id);
    const names = foldName(`${sentenceText(sentence, graph, 'en')} ${sentenceText(sentence, graph, 'zh')}`);
    return words.every((word) => names.includes(word));
  });
}

function fieldMeans({ actors, scheme }: Source): string[] {
  return scheme.fields
    .filter(({ on, kind }) => on === 'actor' && kind === 'number')
    .flatMap(({ id: field }) => {
      const sectors = new Set(
        [...actors.values()].filter(({ fields }) => hasNumber(fields, field)).map(({ sector }) => sector),
      );
      if (sectors.size === 0) return [];
      const named = scheme.sectors.flatMap(({ id }) => (sectors.has(id) ? [{ field, sector: id }] : []));
      return [{ field }, ...named].map(fieldIndicatorId);
    });
}

function hasNumber(fields: Readonly<Record<string, unknown>>, id: string): boolean {
  return Object.hasOwn(fields, id) && typeof fields[id] === 'number';
}

/** Where an indicator comes from, as its group; undefined for those of Ecotone's own and fields. */
export function indicatorGroup(id: string, language: Language): string | undefined {
  const measure = measureById(id);
  return measure && GROUP_NAMES[measure.group][language];
}

/**
 * An indicator as it joins the list. Goalposts are the bounds that its measure has; round numbers about what the actors
 * have of a field; and twice what is measured now where there is no bound.
 *
 * @param setting and `value` of a measure, as far as they are known
 */
export function joiningIndicator(
  graph: Source,
  list: readonly IndicatorChoice[],
  id: string,
  setting: Setting | undefined,
  value: number | null | undefined,
): IndicatorChoice {
  const mean = fieldIndicator(id);
  const side = SIDE_OF_SECTOR.get(mean?.sector ?? '') ?? shorterSide(list);
  if (mean) {
    const numbers = [...graph.actors.values()].flatMap(({ fields }) => {
      const stated = Object.hasOwn(fields, mean.field) ? fields[mean.field] : undefined;
      return typeof stated === 'number' ? [stated] : [];
    });
    return startingIndicator(id, side, goalpostsAround(numbers));
  }
  // Measures are read under the usual options, whatever the map has.
  const [low, high] = (setting && measureById(id)?.range({ ...setting, ...DEFAULT_MEASURE_OPTIONS })) ?? [
    0,
    Infinity,
  ];
  return startingIndicator(
    id,
    side,
    Number.isFinite(low) && Number.isFinite(high) ? [low, high] : goalpostsAround([2 * (value ?? 0)]),
  );
}
