// @ts-check
// `npm run references`: compares every measure with the reference values of other packages and writes what was compared
// to src/metrics/references.json, which the interface shows beside each measure; and the table of measures in README.md.
import { run, setUp, SetupProblem } from './setup.mjs';
import { runTool } from './tools.mjs';

await run(async () => {
  setUp();
  const { ok } = await runTool(
    { packageName: 'vitest', arguments: ['run', 'tests/corpus/oracles.test.ts', 'tests/cli/readme.test.ts'] },
    { show: true, environment: { ECOTONE_WRITE_REFERENCES: '1' } },
  );
  if (!ok) throw new SetupProblem('Some values differ from their references; they stand above.');
});
