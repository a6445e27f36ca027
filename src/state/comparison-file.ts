import type { MeasuredChange } from '../formats/comparison-csv.ts';
import type { Download } from './exporting.ts';
import type { Compared, MapState } from './map.svelte.ts';
import { comparedMeasures, movers, networkDeltas } from './measured-changes.ts';
import type { MeasuresState } from './measures.svelte.ts';

/** All that changed between the two states as a table for spreadsheets. */
export async function comparisonFile(
  map: MapState,
  compared: Compared,
  before: MeasuresState,
): Promise<Download> {
  const [{ comparisonCsv }, { fileNameOf }] = await Promise.all([
    import('../formats/comparison-csv.ts'),
    import('../formats/text.ts'),
  ]);
  const actor = (id: string) =>
    map.graph.actors.get(id) ?? compared.before.actors.get(id) ?? { id, name: id };
  const measures: MeasuredChange[] = [
    ...networkDeltas(before, map.measures).map(({ measure, ...values }) => ({
      measure: measure.id,
      ...values,
    })),
    ...comparedMeasures(before, map.measures).flatMap(({ id: measure }) =>
      movers(measure, before, map.measures).map(({ id, ...values }) => ({
        measure,
        actor: actor(id),
        ...values,
      })),
    ),
  ];
  const text = comparisonCsv(compared, measures, (id) => actor(id).name);
  return {
    name: `${fileNameOf(map.graph.info.title)} changes.csv`,
    blob: new Blob([text], { type: 'text/csv' }),
  };
}
