import { formatValue } from '../../metrics/format.ts';
import { preferences } from '../../state/preferences.svelte.ts';

/** A severity as the diagnosis shows it. */
export function severityText(severity: number): string {
  return formatValue(severity, { style: 'share', digits: 2 }, preferences.language);
}
