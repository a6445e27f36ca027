import { ok } from '../base/result.ts';
import { measuresOfTable, tablesOf } from '../figures/tables/registry.ts';
import type { DataTable } from '../figures/tables/table.ts';
import { computeTables, viewOf } from '../figures/tables/table-source.ts';
import { prepareKernels } from './kernels.ts';
import { serve, type Task } from './serve.ts';
import type { TablesTask } from './tables.ts';

function* work({ wanted, language, ...task }: TablesTask): Task<readonly DataTable[]> {
  const source = yield* computeTables({
    ...task,
    measures: [...new Set(wanted.flatMap(measuresOfTable))],
    diagnosis: wanted.some(({ kind }) => kind === 'diagnosis'),
  });
  const view = viewOf(source, language);
  return ok(wanted.flatMap((each) => tablesOf(view, each)));
}

serve(work, undefined, prepareKernels());
