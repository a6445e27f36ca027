import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isUsual } from '../../src/cli/arguments.ts';
import type { Measure, Setting } from '../../src/metrics/measure.ts';
import { MEASURES } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';

const BEGIN = '<!-- measures: written by npm run references -->\n<!-- prettier-ignore-start -->\n';
const END = '<!-- prettier-ignore-end -->\n<!-- end of measures -->\n';

/** What the command computes unless told otherwise, on a directed map. */
const SETTING: Setting = {
  ...DEFAULT_MEASURE_OPTIONS,
  normalised: false,
  directed: true,
  directionIgnored: false,
  weighted: true,
  n: 30,
  sectorCount: 4,
};

/** What holds for all measures stands above the table. */
function brief(text: string): string {
  return text
    .replace(/(directed): a mutual tie counts both ways/i, '$1')
    .replace(/, self-loops (are )?left out/, '');
}

function row(measure: Measure): string {
  const { id, level, name, convention } = measure;
  const cells = [`\`${id}\`${isUsual(measure) ? '' : ' °'}`, name.en, level, brief(convention(SETTING).en)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

it('the README states the default convention of every measure', () => {
  const head = '| id | measure | of | convention |\n| --- | --- | --- | --- |\n';
  const table = `\n${head}${MEASURES.map(row).join('')}\n`;
  const text = readFileSync('README.md', 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [inside, after = ''] = rest.split(END);
  if (process.env.ECOTONE_WRITE_REFERENCES) writeFileSync('README.md', before + BEGIN + table + END + after);
  else expect(inside === table, 'run npm run references').toBe(true);
});
