import type { MeasureOptions } from '../../model/measure-options.ts';

/**
 * What is followed where a rule reads flows: what the map's options name, else all kinds of tie added up, since money
 * may come back as talent.
 */
export function readingOfFlows(options: MeasureOptions): MeasureOptions {
  return options.currency === '' ? { ...options, currency: '*' } : options;
}
