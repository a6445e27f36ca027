import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { fold, short } from '../formats/text.ts';
import { closed, isRaised } from '../metrics/flow/boundary.ts';
import { flowModel, type FlowModel } from '../metrics/flow/flow-model.ts';
import { csrOf, rowSums, transpose, type Csr } from '../network/csr.ts';
import type { Sinks } from './ecology-flags.ts';
import { namesText } from './ecology-result.ts';
import type { NumberTable } from './number-table.ts';

/** Flows as a table has them, rows giving; what crosses the boundary is null where the table does not say. */
interface FlowTable {
  readonly actors: readonly string[];
  readonly flows: Csr;
  readonly inflow: Float64Array | null;
  /** What is exported and what is lost, those of them that the table has. */
  readonly sinks: readonly Float64Array[];
  /** How many flow to themselves, which is left out. */
  readonly loops: number;
}

const IMPORT = ['import', 'imports', 'inflow', '输入', '流入', '外部流入'];
const SINK_NAMES = [
  ['export', 'exports', 'outflow', '输出', '流出', '外部流出'],
  ['respiration', 'losses', 'loss', 'dissipation', '呼吸', '损失', '耗散'],
];

/** Whether a table of numbers is one of flows: with a row or column of the boundary, or the same names both ways. */
export function isFlowTable({ rows, columns }: Pick<NumberTable, 'rows' | 'columns'>): boolean {
  return (
    rows.some((name) => IMPORT.includes(fold(name))) ||
    columns.some((name) => SINK_NAMES.flat().includes(fold(name)) || rows.includes(name))
  );
}

export function flowTable({ rows, columns, values }: NumberTable): Result<FlowTable> {
  const importRow = rows.findIndex((name) => IMPORT.includes(fold(name)));
  const sinkColumns = SINK_NAMES.map((names) => columns.findIndex((name) => names.includes(fold(name))));
  const actors = rows.filter((_, row) => row !== importRow);
  const columnOf = new Map(columns.map((name, column) => [name, column]));
  const stray = columns.find((name, column) => !sinkColumns.includes(column) && !actors.includes(name));
  const lacking = actors.find((name) => !columnOf.has(name));
  if (stray !== undefined) return failed(withoutPartner(stray, 'row'));
  if (lacking !== undefined) return failed(withoutPartner(lacking, 'column'));
  const rowOf = new Map(rows.map((name, row) => [name, row]));
  const at = (row: number | undefined, column: number | undefined): number =>
    values[(row ?? 0) * columns.length + (column ?? 0)] ?? 0;
  const entries = actors.flatMap((giver, from) =>
    actors
      .map((receiver, to) => ({ from, to, flow: at(rowOf.get(giver), columnOf.get(receiver)) }))
      .filter(({ flow }) => flow > 0),
  );
  const between = entries.filter(({ from, to }) => from !== to);
  return ok({
    actors,
    flows: csrOf(
      actors.length,
      Uint32Array.from(between, ({ from }) => from),
      Uint32Array.from(between, ({ to }) => to),
      Float64Array.from(between, ({ flow }) => flow),
    ),
    inflow: importRow < 0 ? null : Float64Array.from(actors, (name) => at(importRow, columnOf.get(name))),
    sinks: sinkColumns
      .filter((column) => column >= 0)
      .map((column) => Float64Array.from(actors, (name) => at(rowOf.get(name), column))),
    loops: entries.length - between.length,
  });
}

/** A model of the actors that something passes through, and what was assumed for it. */
export interface TableModel {
  readonly model: FlowModel | null;
  readonly actors: Uint32Array;
  readonly notes: readonly Localized[];
}

/** Of T: published tables are rounded. */
const BALANCED = 1e-9;

/**
 * Flows as they stand where the table has a row of imports and a column of exports or losses, T being what enters; else
 * closed with lambda as a map's are.
 */
export function modelOfTable(table: FlowTable, lambda: number, sinks: Sinks): TableModel {
  const { actors, flows, inflow, sinks: columns } = table;
  const given = rowSums(flows);
  const received = rowSums(transpose(flows));
  const all = actors.map((_, actor) => columns.reduce((sum, sink) => sum + (sink[actor] ?? 0), 0));
  const entering = received.map((flow, actor) => flow + (inflow?.[actor] ?? 0));
  const leaving = given.map((flow, actor) => flow + (all[actor] ?? 0));
  // what gives though nothing enters it has no throughflow to give from
  const asIs =
    inflow !== null && columns.length > 0 && entering.every((flow, k) => flow > 0 || leaving[k] === 0);
  const stated = (values: ArrayLike<number> | null, actor: number): number => values?.[actor] ?? NaN;
  const outflow = columns.length > 0 ? all : null;
  const boundaries = actors.map((_, k) =>
    closed(received[k] ?? 0, given[k] ?? 0, stated(inflow, k), stated(outflow, k), lambda),
  );
  const through = asIs ? entering : boundaries.map(({ throughflow }) => throughflow);
  const kept = Uint32Array.from(actors.keys()).filter((actor) => (through[actor] ?? 0) > 0);
  const dropped = actors.filter((_, actor) => !kept.includes(actor));
  const two = sinks === 'two' && asIs && columns.length === 2;
  const of = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(kept, (actor) => values[actor] ?? 0);
  const notes: (Localized | false)[] = [
    asIs ? AS_IT_STANDS : closedNote(lambda),
    columns.length === 2 && (two ? TWO_SINKS : ONE_SINK),
    sinks === 'two' && !two && NOT_TWO,
    table.loops > 0 && LOOPS,
    dropped.length > 0 && droppedNote(dropped),
    asIs
      ? unbalancedNote(
          actors.filter(
            (_, k) => Math.abs((entering[k] ?? 0) - (leaving[k] ?? 0)) > BALANCED * (entering[k] ?? 0),
          ),
        )
      : raisedNote(
          actors.filter(
            (_, k) => boundaries[k] && isRaised(boundaries[k], stated(inflow, k), stated(outflow, k)),
          ),
        ),
  ];
  return {
    model:
      kept.length === 0
        ? null
        : flowModel(
            among(flows, kept),
            of(asIs ? inflow : boundaries.map((boundary) => boundary.inflow)),
            two ? columns.map(of) : [of(asIs ? all : boundaries.map((boundary) => boundary.outflow))],
          ),
    actors: kept,
    notes: notes.filter((note) => note !== false),
  };
}

/** Only actors without any flow are left out, so that every flow is kept. */
function among(flows: Csr, kept: Uint32Array): Csr {
  const place = new Map(Array.from(kept, (actor, k) => [actor, k]));
  const rows = Array.from(kept).flatMap((actor, k) =>
    Array.from(flows.columns.subarray(flows.offsets[actor], flows.offsets[actor + 1]), () => k),
  );
  const columns = Uint32Array.from(flows.columns, (actor) => place.get(actor) ?? 0);
  return csrOf(kept.length, Uint32Array.from(rows), columns, flows.weights);
}

const AS_IT_STANDS: Localized = {
  en: 'Flows, imports and exports are those of the file; T is what enters: from others and from outside.',
  zh: '流量、输入与输出均取自文件；T 为从其他主体与外部进入的总量。',
};
const ONE_SINK: Localized = {
  en: 'Exports and losses are added up: one sink, as in the app (--sinks two keeps them apart).',
  zh: '输出与损失合并为一个汇，与应用一致（--sinks two 则分开）。',
};
const TWO_SINKS: Localized = {
  en: 'Exports and losses are two sinks, which changes ascendency and capacity.',
  zh: '输出与损失为两个汇，这会改变上升性与发展能力。',
};
const NOT_TWO: Localized = {
  en: 'There is one sink: the file does not have an import row and both an export and a respiration column to keep apart.',
  zh: '只有一个汇：文件没有同时给出 import 行以及可分开的 export 列与 respiration 列。',
};
const LOOPS: Localized = {
  en: 'What flows from an actor to itself is left out.',
  zh: '主体流向自身的流量不计。',
};

function closedNote(lambda: number): Localized {
  return {
    en: `Closed with λ = ${lambda} where the file does not say what crosses the boundary: (1 + λ) times the larger side of an actor’s flows passes through it; what is stated is raised only where the sides do not balance.`,
    zh: `文件未写明跨越边界的流量处以 λ = ${lambda} 闭合：主体的通过量为其收支较大一侧的 (1 + λ) 倍；填写值仅在两侧不平衡时上调。`,
  };
}

export function droppedNote(ids: readonly string[]): Localized {
  return {
    en: `Nothing flows to or from, and so without values: ${namesText(ids).en}.`,
    zh: `没有流入与流出、故无值：${namesText(ids).zh}。`,
  };
}

export function raisedNote(ids: readonly string[]): Localized | false {
  return (
    ids.length > 0 && {
      en: `Whose inflow or outflow had to be raised to balance: ${namesText(ids).en}.`,
      zh: `为使收支平衡而上调了流入或流出量：${namesText(ids).zh}。`,
    }
  );
}

function unbalancedNote(ids: readonly string[]): Localized | false {
  return (
    ids.length > 0 && {
      en: `Not as much leaves as enters, so that ascendency and what is like it are approximate: ${namesText(ids).en}.`,
      zh: `流出与流入不等，上升性等数值因此为近似值：${namesText(ids).zh}。`,
    }
  );
}

function withoutPartner(name: string, lacking: 'row' | 'column'): Problem {
  const has = lacking === 'row' ? 'column' : 'row';
  return problem('not-square', {
    en: `"${short(name)}" has a ${has} but no ${lacking}: a matrix of flows has the same actors both ways, beside a row import and columns export and respiration.`,
    zh: `“${short(name)}”有${has === 'row' ? '行' : '列'}而没有${lacking === 'row' ? '行' : '列'}：流量矩阵的行与列应为相同的主体，另可有 import 行与 export、respiration 列。`,
  });
}
