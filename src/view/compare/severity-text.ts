import { formatValue } from '../../metrics/format.ts';
import { preferences } from '../../state/preferences.svelte.ts';

/** A severity with the digits that mean something. */
export function severityText(severity: number): string {
  return formatValue(Math.round(severity * 100) / 100, { style: 'number', digits: 2 }, preferences.language);
}
