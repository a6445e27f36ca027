import { LAYOUT_OFFERS } from '../../layout/offers.ts';
import { RULES } from '../../metrics/diagnosis/registry.ts';
import { formatValue } from '../../metrics/format.ts';
import { OPTION_TEXTS } from '../../metrics/options.ts';
import { measureById } from '../../metrics/registry.ts';
import { EDIT_KIND_NAMES } from '../../metrics/remedies/offers.ts';
import { COLOUR_KINDS, encodingFrom, SIZE_KINDS } from '../../model/encoding-text.ts';
import { keyParts } from '../../model/field-changes.ts';
import type { Graph } from '../../model/graph.ts';
import type { FlatValue } from '../../model/records.ts';
import type { ColourBy, SizeBy } from '../../model/view.ts';
import { NUMBER_PALETTE_OFFERS, PALETTE_OFFERS } from '../../scene/palette-offers.ts';
import { BUILT_IN_STYLES } from '../../scene/styles.ts';
import { recordText } from './record-text.ts';
import { numberText, type Words } from './words.ts';

// What is stored with the style names measures, options, rules and layouts: these say themselves what they are called.

const options = new Map(Object.entries(OPTION_TEXTS));
const editKinds = new Map(Object.entries(EDIT_KIND_NAMES));
const rules = new Map<string, (typeof RULES)[number]>(RULES.map((rule) => [rule.code, rule]));
const layoutOptions = new Map(LAYOUT_OFFERS.flatMap((offer) => offer.options.map((one) => [one.id, one])));
const thresholds = new Map(
  RULES.flatMap((rule) => rule.thresholds.map((threshold) => [threshold.id, { rule, threshold }])),
);

/** Undefined for what is no such key. */
export function styleKeyText(key: string, { t, say }: Words): string | undefined {
  const { changes, measureOptions } = t;
  const [prefix, id] = keyParts(key);
  switch (prefix) {
    case 'ignoreDirection':
      return changes.of(changes.reading, measureOptions.direction);
    case 'ignoreWeights':
      return changes.of(changes.reading, measureOptions.weights);
    case 'option': {
      const option = options.get(id);
      return option && changes.of(changes.reading, say(option.name));
    }
    case 'layout': {
      const option = layoutOptions.get(id);
      return option && changes.of(t.arranging.layout, say(option.name));
    }
    case 'region':
      return t.arranging.locked;
    case 'threshold': {
      const found = thresholds.get(id);
      return found && changes.of(say(found.rule.name), say(found.threshold.name));
    }
    case 'mute': {
      const rule = rules.get(id);
      return rule && changes.of(changes.muted, say(rule.name));
    }
    case 'cost': {
      const kind = editKinds.get(id);
      return kind && changes.of(changes.cost, say(kind));
    }
    default:
      return undefined;
  }
}

/** Undefined for what says itself what it is. */
export function styleValueText(
  key: string,
  value: FlatValue,
  states: readonly Graph[],
  words: Words,
): string | undefined {
  const { t, language } = words;
  const [prefix, id] = keyParts(key);
  switch (prefix) {
    case 'size':
      return encodingWords(encodingFrom<SizeBy>(value, SIZE_KINDS), states, words);
    case 'colour':
      return encodingWords(encodingFrom<ColourBy>(value, COLOUR_KINDS), states, words);
    case 'width':
      return value === 'same' ? t.style.widthSame : t.style.widthWeight;
    case 'tieColour':
      if (value === 'mechanism') return t.style.tieColourMechanism;
      return value === 'plain' ? t.style.tieColourPlain : t.style.tieColourType;
    case 'labels':
      if (value === 'all') return t.style.labelsAll;
      return value === 'none' ? t.style.labelsNone : t.style.labelsAuto;
    case 'palette':
    case 'numbers': {
      const offer = [...PALETTE_OFFERS, ...NUMBER_PALETTE_OFFERS].find((each) => each.id === value);
      return offer && words.say(offer.name);
    }
    case 'labelSize':
    case 'markSize':
    case 'tieSize':
      return typeof value === 'number' ? t.styles.times(String(Math.round(100 * value))) : undefined;
    case 'style': {
      const [named, name] = Array.isArray(value) ? (value as readonly unknown[]).map(String) : [];
      const builtIn = BUILT_IN_STYLES.find((each) => each.id === named);
      return builtIn ? words.say(builtIn.name) : name;
    }
    case 'ignoreDirection':
      return value === true ? t.measureOptions.undirected : t.measureOptions.directed;
    case 'ignoreWeights':
      return value === true ? t.measureOptions.unweighted : t.measureOptions.weighted;
    case 'layout': {
      const offer = LAYOUT_OFFERS.find((each) => each.id === value);
      return offer && words.say(offer.name);
    }
    case 'option':
      return optionValueText(id, value, states, words);
    case 'region':
      return areaText(value, words);
    case 'threshold': {
      const found = thresholds.get(id);
      return found && typeof value === 'number' ? formatValue(value, found.threshold, language) : undefined;
    }
    case 'mute':
      return value === '' ? t.diagnosis.noReason : undefined;
    default:
      return undefined;
  }
}

function encodingWords(
  by: SizeBy | ColourBy | undefined,
  states: readonly Graph[],
  words: Words,
): string | undefined {
  const { t, say } = words;
  switch (by?.kind) {
    case undefined:
      return undefined;
    case 'same':
      return t.style.sizeSame;
    case 'sector':
      return t.style.colourSector;
    case 'field':
      return by.id === 'size' ? t.style.actorSize : recordText('fields', by.id, states, words);
    case 'measure':
    case 'group': {
      const measure = measureById(by.id);
      return measure ? say(measure.name) : by.id;
    }
  }
}

function optionValueText(
  id: string,
  value: FlatValue,
  states: readonly Graph[],
  words: Words,
): string | undefined {
  const { t, say, language } = words;
  if (id === 'sources' && typeof value === 'number')
    return value === 0
      ? t.measureOptions.allActors
      : t.measureOptions.someActors(numberText(value, language));
  if (typeof value !== 'string' && typeof value !== 'boolean') return undefined;
  const name = new Map(Object.entries(options.get(id)?.values ?? {})).get(String(value));
  if (name) return say(name);
  if (id === 'currency') return recordText('tieTypes', String(value), states, words);
  return id === 'couplingIndicators' ? t.changes.ownIndicators : undefined;
}

function areaText(value: FlatValue, { t, language }: Words): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const [x = '', y = '', width = '', height = ''] = (value as readonly number[]).map((one) =>
    numberText(Math.round(one), language),
  );
  return t.changes.area(width, height, x, y);
}
