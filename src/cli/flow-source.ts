import type { Localized } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { closureOf, type Closure } from '../metrics/flow/closure.ts';
import { CLOSURE_CAUTION, flowConvention } from '../metrics/flow/convention.ts';
import type { FlowModel } from '../metrics/flow/flow-model.ts';
import { settingOf } from '../metrics/measure.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import { compileNetwork, type Network } from '../network/network.ts';
import type { Sinks } from './ecology-flags.ts';
import { namesText, type Person } from './ecology-result.ts';
import { finish } from './finish.ts';
import { droppedNote, flowTable, isFlowTable, modelOfTable, raisedNote } from './flow-table.ts';
import { bytesOf, mapOf, peopleOf } from './map-file.ts';
import { numberCells, numberTable, type NumberTable } from './number-table.ts';

/** What flows, from a map or a table. */
export interface FlowSource {
  readonly people: readonly Person[];
  /** The types of ties that flow; none of a table. */
  readonly resources: readonly string[];
  /** Null where nothing flows. */
  readonly model: FlowModel | null;
  /** The index in `people` of each actor of the model. */
  readonly actors: Uint32Array;
  readonly options: Readonly<Record<string, unknown>>;
  readonly notes: readonly Localized[];
}

export function flowSource(file: string, options: MeasureOptions, sinks: Sinks): Result<FlowSource> {
  const bytes = bytesOf(file);
  if (!bytes.ok) return bytes;
  const cells = numberCells(file, bytes.value);
  if (
    cells &&
    isFlowTable({ rows: cells.slice(1).map(([name = '']) => name), columns: (cells[0] ?? []).slice(1) })
  ) {
    const table = numberTable(cells);
    return table.ok ? sourceOfTable(table.value, options, sinks) : failed(table.problem);
  }
  const map = mapOf(file, bytes.value);
  if (!map.ok) return map;
  const { input, notes } = map.value;
  const network = compileNetwork(input, { ignoreDirection: false, ignoreWeights: false });
  const closure = finish(closureOf(network, options));
  const { currency, lambda } = options;
  return ok({
    people: peopleOf(map.value),
    resources: closure ? followed(network, closure) : [],
    model: closure?.model ?? null,
    actors: closure?.actors ?? new Uint32Array(0),
    options: { currency, lambda, sinks: 'one' },
    notes: [
      ...notes,
      flowConvention(settingOf(network, options)),
      ...(closure ? closureNotes(network, closure) : [nothingFlows(currency)]),
      CLOSURE_CAUTION,
      ...(sinks === 'two' ? [ONE_SINK] : []),
    ],
  });
}

function followed({ ties: { typeIds, types } }: Network, { currency }: Closure): readonly string[] {
  return typeIds.filter((_, type) => (currency === null ? types.includes(type) : type === currency));
}

function closureNotes(network: Network, closure: Closure): Localized[] {
  const idsOf = (actors: readonly number[]): string[] => actors.map((actor) => network.actorIds[actor] ?? '');
  const { dropped, raised } = closure;
  const type = namesText(followed(network, closure));
  return [
    { en: `What flows: ${type.en}.`, zh: `流动的内容：${type.zh}。` },
    dropped.length > 0 && droppedNote(idsOf(dropped)),
    raisedNote(idsOf(raised)),
  ].filter((note) => note !== false);
}

function nothingFlows(currency: string): Localized {
  return currency === '' || currency === '*'
    ? { en: 'Nothing flows.', zh: '没有流动。' }
    : { en: `Nothing flows by ties of the type ${currency}.`, zh: `没有类型为 ${currency} 的流动。` };
}

const ONE_SINK: Localized = {
  en: 'A map has one sink: it does not tell exports from losses.',
  zh: '地图只有一个汇：不区分输出与损失。',
};

function sourceOfTable(
  numbers: NumberTable,
  { lambda, currency }: MeasureOptions,
  sinks: Sinks,
): Result<FlowSource> {
  const table = flowTable(numbers);
  if (!table.ok) return table;
  const { model, actors, notes } = modelOfTable(table.value, lambda, sinks);
  return ok({
    people: table.value.actors.map((id) => ({ id })),
    resources: [],
    model,
    actors,
    options: { lambda, sinks: model?.sinks.length === 2 ? 'two' : 'one' },
    notes: [...notes, ...(model ? [] : [nothingFlows('')]), ...(currency === '' ? [] : [OF_MAPS])],
  });
}

const OF_MAPS: Localized = {
  en: '--currency chooses among the types of ties of a map; this file has one kind of flow.',
  zh: '--currency 用于在地图的关系类型中选择；该文件只有一种流动。',
};
