import type { Language } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import type { ComparisonPicture } from '../figures/comparison.ts';
import { statesTable } from '../figures/states-table.ts';
import type { StatesRow } from '../formats/states-csv.ts';
import { RULES } from '../metrics/diagnosis/registry.ts';
import type { StatesComparison } from '../metrics/scenarios/compare-states.ts';
import { Figures } from '../workers/figures.ts';
import type { ComparisonState } from './comparison.svelte.ts';
import { save } from './downloads.ts';
import { figureFile } from './exporting.ts';
import { preferences } from './preferences.svelte.ts';
import { isHeadline, statesMeasures } from './states-measures.ts';

/** The width of a page of most journals, and what slides and posters take. */
const WIDTH_MM = 183;
const PNG_DPI = 300;

interface FigureTexts {
  /** Of the figure, and of its file. */
  readonly title: string;
  readonly table: string;
  readonly caption: string;
}

/** Draws the states side by side as on light paper, and hands the figure to the browser to be saved. @returns why it could not */
export async function saveComparisonFigure(
  comparison: ComparisonState,
  kind: 'svg' | 'png',
  { title, table, caption }: FigureTexts,
): Promise<Problem | undefined> {
  const { language } = preferences;
  const figures = new Figures();
  const svg = await figures.drawComparison(pictureOf(comparison, table, language), {
    title,
    ...(caption !== '' && { caption }),
    language,
    widthMm: WIDTH_MM,
  });
  figures.close();
  if (!svg) return undefined;
  const file = svg.ok ? await figureFile(svg.value, title, kind, PNG_DPI) : svg;
  if (!file.ok) return file.problem;
  save(file.value);
  return undefined;
}

/** All numbers of the states as a table for spreadsheets. */
export async function saveComparisonTable(comparison: ComparisonState, title: string): Promise<void> {
  const { states, result } = comparison;
  if (!result) return;
  const [{ statesCsv }, { fileNameOf }] = await Promise.all([
    import('../formats/states-csv.ts'),
    import('../formats/text.ts'),
  ]);
  const text = statesCsv(
    states.map(({ name }) => name),
    rowsOf(result, preferences.language),
  );
  save({ name: `${fileNameOf(title)}.csv`, blob: new Blob([text], { type: 'text/csv' }) });
}

function pictureOf(comparison: ComparisonState, table: string, language: Language): ComparisonPicture {
  const pictures = comparison.picturesFor('light');
  const lit = comparison.litIn(pictures);
  const shown = comparison.result
    ? statesMeasures(comparison.result).filter(
        ({ measure: { id } }) => isHeadline(id) || id.startsWith('gauge-') || comparison.added.includes(id),
      )
    : [];
  const drawn = statesTable(shown, table, language);
  return {
    legend: pictures.legend,
    panels: comparison.states.flatMap(({ name, colour }, k) => {
      const [scene, own] = [pictures.scenes[k], lit[k]];
      return scene && own ? [{ name, colour, scene, lit: own }] : [];
    }),
    ...(drawn && { table: drawn }),
  };
}

function rowsOf(result: StatesComparison, language: Language): readonly StatesRow[] {
  const { readings } = result;
  const [first] = readings;
  return [
    ...statesMeasures(result).map(({ measure: { id, name, unit }, values }): StatesRow => ({
      what: 'measure',
      id,
      name: name[language],
      unit: unit[language],
      values,
    })),
    ...(first?.gauges?.rows ?? []).flatMap(({ id, says, partOf }): StatesRow[] => {
      if (partOf === undefined) return [];
      const values = readings.map(
        ({ gauges }) => gauges?.rows.find((row) => row.id === id)?.values[0] ?? null,
      );
      return [{ what: 'gauge part', id, name: says[language].join(''), unit: '/100', values }];
    }),
    ...RULES.map(({ code, name }): StatesRow => ({
      what: 'findings',
      id: code,
      name: name[language],
      unit: '',
      values: readings.map(({ diagnosis }) => {
        const outcome = diagnosis.results.find((result) => result.code === code)?.outcome;
        return outcome?.applies ? outcome.findings.length : null;
      }),
    })),
  ];
}
