import type { MeasureOptions, OptionId } from '../../model/measure-options.ts';
import { sourceByKey } from './registry.ts';
import type { Source } from './source.ts';

/** Keys of what a choice rests on where it is of other authors than the measure. */
const OF_CHOICES: Readonly<Record<string, readonly string[]>> = {
  'clustering barrat': ['barrat2004architecture'],
  'clustering onnela': ['onnela2005intensity'],
  'clustering fagiolo': ['fagiolo2007clustering'],
};

/** What an option in force rests on besides the sources of the measure; mostly nothing. */
export function sourcesOfOption(id: OptionId, options: MeasureOptions): readonly Source[] {
  const keys = OF_CHOICES[`${id} ${String(options[id])}`] ?? [];
  return keys.flatMap((key) => sourceByKey(key) ?? []);
}
