import type { Language } from '../base/localized.ts';
import { csvText, type WrittenColumn } from '../formats/csv-write.ts';
import type { Detail } from '../metrics/detail.ts';
import { columnFormat, formatValue } from '../metrics/format.ts';
import { GROUP_NAMES, type Group, type Measure } from '../metrics/measure.ts';
import { panel, type PanelValues } from '../metrics/panel.ts';
import { measureById } from '../metrics/registry.ts';
import type { Actor } from '../model/graph.ts';
import { compileNetwork } from '../network/network.ts';
import type { Command } from './arguments.ts';
import { detailText } from './detail-text.ts';
import { finish } from './finish.ts';
import type { MapFile } from './map-file.ts';
import { textTable } from './text-table.ts';

type Asked = Extract<Command, { readonly command: 'measures' }>;
type Values = readonly (number | null)[];

/** The values that were asked for, as the JSON output has them: null where undefined, every digit that a double has. */
export interface MeasuresResult {
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The file's ids, in the order of all values of actors. */
  readonly actors: readonly string[];
  readonly actorMeasures: Readonly<Record<string, Values>>;
  readonly networkMeasures: Readonly<Record<string, number | null>>;
  readonly notes: readonly string[];
  readonly ties?: readonly { readonly id: string; readonly source: string; readonly target: string }[];
  readonly tieMeasures?: Readonly<Record<string, Values>>;
  readonly sectors?: readonly string[];
  readonly sectorMeasures?: Readonly<Record<string, Values>>;
  readonly details?: Readonly<Record<string, Detail | null>>;
}

export function measuresOf(map: MapFile, asked: Asked, language: Language): MeasuresResult {
  const network = compileNetwork(map.input, asked.network);
  const values = finish(panel(network, asked.measures, asked.options));
  const { source, target } = map.input;
  return {
    file: map.file,
    options: {
      direction: asked.network.ignoreDirection ? 'ignore' : 'as-is',
      weights: asked.network.ignoreWeights ? 'ignore' : 'strength',
      directed: network.directed,
      ...asked.options,
    },
    actors: values.actorIds,
    actorMeasures: lists(values.actor),
    networkMeasures: Object.fromEntries(values.network),
    notes: notesOf(map, values, language),
    ...(values.tie.size > 0
      ? {
          ties: values.tieIds.map((id, tie) => ({
            id,
            source: values.actorIds[source[tie] ?? -1] ?? '',
            target: values.actorIds[target[tie] ?? -1] ?? '',
          })),
          tieMeasures: lists(values.tie),
        }
      : {}),
    ...(values.sector.size > 0 ? { sectors: values.sectorIds, sectorMeasures: lists(values.sector) } : {}),
    ...(values.details.size > 0 ? { details: Object.fromEntries(values.details) } : {}),
  };
}

function lists(values: ReadonlyMap<string, Float64Array>): Record<string, Values> {
  return Object.fromEntries([...values].map(([id, list]) => [id, listOf(list)]));
}

function listOf(values: ArrayLike<number>): Values {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}

function notesOf(map: MapFile, values: PanelValues, language: Language): string[] {
  return [...map.notes, ...values.notes].map((note) => note[language]);
}

export function measuresJson(result: MeasuresResult): string {
  const plain = (_key: string, value: unknown): unknown =>
    ArrayBuffer.isView(value) ? listOf(value as Float64Array) : value;
  return `${JSON.stringify(result, plain, 2)}\n`;
}

/** One row an actor: id, name, sector and the measures of actors. */
export function measuresCsv({ actors, actorMeasures }: MeasuresResult, map: MapFile): string {
  const text = (header: string, cell: (actor: Actor) => string): WrittenColumn<number> => ({
    header,
    kind: 'text',
    cell: (index) => {
      const actor = map.actors[index];
      return actor ? cell(actor) : '';
    },
  });
  const columns: WrittenColumn<number>[] = [
    text('id', ({ id }) => id),
    text('name', ({ name }) => name),
    text('sector', ({ sector }) => sector),
    ...Object.entries(actorMeasures).map(([header, values]): WrittenColumn<number> => ({
      header,
      kind: 'number',
      cell: (index) => String(values[index] ?? ''),
    })),
  ];
  return csvText(
    columns,
    actors.map((_, index) => index),
  );
}

/** For reading in a terminal: the network's values, then a table of actors for each group of measures, then the notes. */
export function measuresText(result: MeasuresResult, map: MapFile, language: Language): string {
  const parts: string[] = [];
  const whole = Object.entries(result.networkMeasures).flatMap(([id, value]) => {
    const measure = measureById(id);
    return measure ? [[measure.name[language], formatValue(value, measure, language), id]] : [];
  });
  if (whole.length > 0) parts.push(textTable(whole, ['left', 'right', 'left']));
  const named = map.actors.map(({ id, name }) => inOneLine(name === id ? id : `${name} (${id})`));
  parts.push(...groupTables(result.actorMeasures, named, language));
  const ends = (result.ties ?? []).map(({ source, target }) => inOneLine(`${source} > ${target}`));
  parts.push(...groupTables(result.tieMeasures ?? {}, ends, language));
  parts.push(...groupTables(result.sectorMeasures ?? {}, result.sectors ?? [], language));
  for (const [id, detail] of Object.entries(result.details ?? {}))
    parts.push(
      `${measureById(id)?.name[language] ?? id} (${id})\n${detailText(detail, language, result.actors)}`,
    );
  if (result.notes.length > 0) parts.push(result.notes.map((note) => `${note}\n`).join(''));
  return parts.join('\n');
}

/** An id is as the file has it, which may be over several lines. */
function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** One table a group, so that lines stay short. */
function groupTables(
  values: Readonly<Record<string, Values>>,
  rows: readonly string[],
  language: Language,
): string[] {
  const groups = new Map<Group, Measure[]>();
  for (const id of Object.keys(values)) {
    const measure = measureById(id);
    if (measure) groups.set(measure.group, [...(groups.get(measure.group) ?? []), measure]);
  }
  return [...groups].map(([group, measures]) => {
    const columns = measures.map((measure) => {
      const list = values[measure.id] ?? [];
      const format = columnFormat(list, measure, language);
      return [measure.id, ...list.map(format)];
    });
    const lines = ['', ...rows].map((first, row) => [first, ...columns.map((column) => column[row] ?? '')]);
    const sides = ['left' as const, ...measures.map(() => 'right' as const)];
    return `${GROUP_NAMES[group][language]}\n${textTable(lines, sides)}`;
  });
}
