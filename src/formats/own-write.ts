import { compareIds } from '../base/ids.ts';
import type { Draft } from '../model/draft.ts';
import { actorsInOrder, tiesInOrder, type Graph, type Json } from '../model/graph.ts';
import type { Round } from '../model/round.ts';
import type { PortableScenario } from '../model/scenario/portable.ts';
import type { WrittenFile } from './format.ts';
import { FORMAT_VERSION, KNOWN_KEYS } from './own-read.ts';
import { writtenView } from './own-view.ts';
import { fileNameOf } from './text.ts';

/** A state of a map as a draft: what is exported, duplicated and backed up. */
export function graphToDraft(graph: Graph): Draft {
  return {
    info: graph.info,
    actors: actorsInOrder(graph),
    ties: tiesInOrder(graph),
    projects: [...graph.projects.values()].sort((a, b) => compareIds(a.id, b.id)),
    scheme: { complete: true, ...graph.scheme },
    view: graph.view,
  };
}

export function writeOwn(
  graph: Graph,
  rounds: readonly Round[] = [],
  scenario?: PortableScenario,
): readonly WrittenFile[] {
  return [
    {
      name: `${fileNameOf(graph.info.title)}.ecotone.json`,
      mime: 'application/json',
      text: ownText({ ...graphToDraft(graph), rounds, ...(scenario && { scenario }) }),
    },
  ];
}

/** Our own format: everything, one record a line, records by id and keys in a fixed order, so that files compare well. */
export function ownText(draft: Draft): string {
  const { complete: _complete, ...scheme } = draft.scheme;
  const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
    [...records].sort((a, b) => compareIds(a.id, b.id));
  const lines = (records: readonly unknown[]): string =>
    records.length === 0 ? '[]' : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`;
  const parts = [
    ['format', '"ecotone"'],
    ['version', String(FORMAT_VERSION)],
    ['map', JSON.stringify(flat(draft.info, KNOWN_KEYS.info))],
    [
      'scheme',
      `{\n${(['sectors', 'tieTypes', 'resources', 'fields'] as const)
        .map((key) => `"${key}": ${lines(scheme[key])}`)
        .join(',\n')}\n}`,
    ],
    ['actors', lines(byId(draft.actors).map((actor) => flat(actor, KNOWN_KEYS.actor)))],
    ['ties', lines(byId(draft.ties).map((tie) => flat(tie, KNOWN_KEYS.tie)))],
    ['projects', lines(byId(draft.projects).map((project) => flat(project, KNOWN_KEYS.project)))],
    ['view', JSON.stringify(ordered(writtenView(draft.view)))],
    ...(draft.rounds && draft.rounds.length > 0
      ? [['rounds', `[\n${draft.rounds.map(roundText).join(',\n')}\n]`] as const]
      : []),
    ...(draft.scenario ? [['scenario', scenarioText(draft.scenario)] as const] : []),
  ] as const;
  return `{\n${parts.map(([key, value]) => `"${key}": ${value}`).join(',\n')}\n}\n`;
}

/** A round: what it is called, and its map as it was written when it was taken. */
function roundText({ map, name, time, note, unknown }: Round): string {
  const said = { name, time, ...(note !== undefined && { note }), unknown };
  const label = JSON.stringify(flat(said, KNOWN_KEYS.round));
  return `${label.slice(0, -1)},"map":${map.trim()}}`;
}

function scenarioText({ base, colour, points }: PortableScenario): string {
  const written = points.map(({ map, id, kind, number, after }) => {
    const label = JSON.stringify({ id, kind, number, after });
    return `${label.slice(0, -1)},"map":${map.trim()}}`;
  });
  return `{"base":${JSON.stringify(base)},"colour":${JSON.stringify(colour)},"points":[\n${written.join(',\n')}\n]}`;
}

/** What a map says beside its actors and ties, for formats that have no words for it. */
export function frameText(draft: Draft): string {
  const { info, projects, scheme, view } = draft;
  return ownText({ info, projects, scheme, view, actors: [], ties: [] });
}

/** A record with its unknown keys beside the known ones, behind them. Empty objects say nothing and are left out. */
function flat(
  record: { readonly unknown: Readonly<Record<string, Json>> },
  known: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>(Object.entries(record));
  values.delete('unknown');
  const entries: [string, unknown][] = [];
  for (const key of known) {
    const value = values.get(key);
    const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    if (value !== undefined && !(empty && !Array.isArray(value))) entries.push([key, ordered(value)]);
  }
  const others = Object.entries(record.unknown)
    .filter(([key]) => !known.has(key))
    .sort(([a], [b]) => compareIds(a, b));
  return Object.fromEntries([...entries, ...others]);
}

/** Supply, demand and fields by key. */
function ordered(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareIds(a, b)))
    : value;
}
