import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { MapInfo } from '../model/graph.ts';
import type { Source } from './build.ts';
import type { NoteBook } from './note-book.ts';
import { isRecord } from './own-values.ts';
import type { Cell, Column, Row, Table } from './table.ts';
import { cleanText, short } from './text.ts';

/** The dialects of JSON that describe a network: each becomes a table of nodes and a table of links. */

export type Network = Pick<Source, 'format' | 'tables' | 'groups' | 'otherwise' | 'info'>;

type JsonObject = Readonly<Record<string, unknown>>;
type Values = ReadonlyMap<string, Cell>;

function get(record: unknown, key: string): unknown {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

function listIn(record: unknown, ...keys: readonly string[]): readonly unknown[] | undefined {
  for (const key of keys) {
    const value = get(record, key);
    if (Array.isArray(value)) return value;
  }
  return undefined;
}

/** Which dialect it is, told by its content. */
export function networkOfJson(value: unknown, notes: NoteBook): Result<Network> {
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    if (value.some((item) => get(item, 'CXVersion') !== undefined))
      return failed(unsupported('CX2 (Cytoscape, NDEx)'));
    if (get(first, 'numberVerification') !== undefined) return failed(unsupported('CX (Cytoscape, NDEx)'));
    if (isRecord(get(first, 'data'))) return ok(cytoscape(value));
    if (isRecord(first)) return ok(plainList(value));
    return failed(unknownDialect(value));
  }
  if (get(value, 'netsJSON') !== undefined) return ok(netsJson(value));
  if (listIn(value, 'elements') && listIn(value, 'connections')) return ok(kumu(value));
  const elements = get(value, 'elements');
  if (Array.isArray(elements)) return ok(cytoscape(elements));
  if (isRecord(elements) && listIn(elements, 'nodes'))
    return ok(cytoscape([...(listIn(elements, 'nodes') ?? []), ...(listIn(elements, 'edges') ?? [])]));
  const graph = get(value, 'graph') ?? listIn(value, 'graphs')?.[0];
  if (isRecord(graph) && get(graph, 'nodes') !== undefined) {
    const others = (listIn(value, 'graphs')?.length ?? 1) - 1;
    notes.total('warning', 'graphs-left-out', others, {
      en: `The file holds ${others} more graphs; the first was read.`,
      zh: `文件中另有 ${others} 个图，只读取了第一个。`,
    });
    return ok(jsonGraph(graph, notes));
  }
  const nodes = listIn(value, 'nodes');
  const chart = listIn(value, 'series')?.find((series) => get(series, 'type') === 'graph');
  if (chart !== undefined) return ok(nodeLink(chart, listIn(chart, 'data', 'nodes') ?? [], notes, 'ECharts'));
  if (nodes && isRecord(get(nodes[0], 'data')))
    return ok(cytoscape([...nodes, ...(listIn(value, 'edges') ?? [])]));
  if (nodes && listIn(value, 'adjacency')) return failed(unsupported('adjacency JSON (networkx)'));
  if (nodes && (listIn(value, 'links', 'edges') || nodes.length > 0))
    return ok(nodeLink(value, nodes, notes));
  if (listIn(value, 'children')) return failed(unsupported('tree JSON (d3-hierarchy)'));
  if (get(value, 'type') === 'FeatureCollection') return failed(unsupported('GeoJSON'));
  if (get(value, 'type') === 'excalidraw') return failed(unsupported('Excalidraw'));
  return failed(unknownDialect(value));
}

function unsupported(dialect: string): Problem {
  return problem('unsupported-format', {
    en: `This is ${dialect}, which Ecotone can't read yet. Export it as GraphML, node-link JSON or CSV instead.`,
    zh: `这是 ${dialect}，Ecotone 暂不支持读取。请改为导出 GraphML、节点-连线 JSON 或 CSV。`,
  });
}

function unknownDialect(value: unknown): Problem {
  const keys = isRecord(value)
    ? Object.keys(value)
        .slice(0, 6)
        .map((key) => short(key, 30))
    : [];
  const shown = keys.length > 0 ? keys.join(', ') : typeof value;
  return problem('unknown-json', {
    en: `This JSON holds no network that Ecotone knows (found: ${shown}). It reads its own files, node-link JSON (“nodes” and “links”), JSON Graph Format, Cytoscape.js and Kumu.`,
    zh: `此 JSON 中没有可识别的网络（含有：${shown}）。可读取本软件文件、节点-连线 JSON（nodes 与 links）、JSON Graph Format、Cytoscape.js 和 Kumu。`,
  });
}

const NODE_LINK: Localized = { en: 'node-link JSON', zh: '节点-连线 JSON' };

/**
 * `nodes` and `links` (d3, networkx, vega, ECharts) or `edges` (networkx 3.4, sigma.js, vis.js, graphology). A link
 * names its ends by id, by name, or by the place of the node in the list.
 */
function nodeLink(value: unknown, nodes: readonly unknown[], notes: NoteBook, program?: string): Network {
  const links = listIn(value, 'links', 'edges') ?? [];
  const categories = listIn(value, 'categories')?.map((entry) => get(entry, 'name'));
  const rows = nodes.map((node) => {
    const values = new Map(flattened(node));
    // ECharts counts its categories.
    const category = values.get('category');
    if (categories && typeof category === 'number') values.set('category', toCell(categories[category]));
    return values;
  });
  const idKey = ['id', 'key', 'name', 'label'].find((key) =>
    rows.some((row) => keyText(row.get(key)) !== ''),
  );
  const ids = rows.map((row, index) => (idKey === undefined ? '' : keyText(row.get(idKey))) || String(index));
  const known = new Set(ids);
  const names = new Set(rows.map((row) => keyText(row.get('name'))).filter((name) => name !== ''));
  const ends = links.map((link) => [endOf(link, 'source', 'from'), endOf(link, 'target', 'to')] as const);
  const areIndexes = (ends: readonly Cell[]): boolean =>
    ends.every((end) => typeof end === 'number' && Number.isInteger(end) && end >= 0 && end < ids.length);
  const flat = ends.flat();
  const byId = flat.every((end) => known.has(keyText(end)) || names.has(keyText(end)));
  const byIndex =
    flat.length > 0 && areIndexes(flat) && (idKey === undefined || !['id', 'key'].includes(idKey) || !byId);
  if (byIndex && (idKey === 'id' || idKey === 'key'))
    notes.total('info', 'links-by-index', links.length, {
      en: 'The links name places in the list of nodes, counted from 0, not ids.',
      zh: '连线以节点在列表中的序号（从 0 起）而非编号指明两端。',
    });
  const linkRows = links.map((link, index) => {
    const values = new Map(flattened(link));
    for (const key of ['source', 'target', 'from', 'to']) values.delete(key);
    const [source, target] = (ends[index] ?? []).map((end) =>
      byIndex && typeof end === 'number' ? (ids[end] ?? keyText(end)) : keyText(end),
    );
    if (get(link, 'undirected') === true) values.set('directed', false).delete('undirected');
    return new Map<string, Cell>([['source', source], ['target', target], ...values]);
  });
  const directed = get(value, 'directed') ?? get(get(value, 'options'), 'type');
  const nodeRows = rows.map((row, index) => {
    const cells = new Map<string, Cell>([['id', ids[index]], ...row]);
    cells.set('id', ids[index]);
    // What d3 computes while it draws, and the index, which is the place in the list.
    for (const key of ['vx', 'vy', 'fx', 'fy', ...(row.get('index') === index ? ['index'] : [])])
      cells.delete(key);
    return cells;
  });
  return {
    format:
      program === undefined
        ? NODE_LINK
        : { en: `${NODE_LINK.en} (${program})`, zh: `${NODE_LINK.zh}（${program}）` },
    tables: [tableOf('nodes', 'actors', nodeRows), tableOf('links', 'ties', linkRows)],
    otherwise: directed === true || directed === 'directed' ? 'one-way' : 'mutual',
    info: infoOf(get(value, 'graph')),
  };
}

/** An end as d3 leaves it after drawing is the node itself. */
function endOf(link: unknown, ...keys: readonly string[]): Cell {
  for (const key of keys) {
    const end = get(link, key);
    if (isRecord(end)) return toCell(get(end, 'id') ?? get(end, 'index') ?? get(end, 'name'));
    if (end !== undefined) return toCell(end);
  }
  return undefined;
}

/** JSON Graph Format, versions 1 and 2: nodes as a list or by id; undirected only when it says so. */
function jsonGraph(graph: JsonObject, notes: NoteBook): Network {
  const raw = get(graph, 'nodes');
  const nodes = (isRecord(raw) ? Object.entries(raw) : []).map(
    ([id, node]) => new Map<string, Cell>([...flattened(node), ['id', id]]),
  );
  const listed = Array.isArray(raw) ? raw.map((node: unknown) => new Map(flattened(node))) : [];
  const edges = (listIn(graph, 'edges') ?? []).map((edge) => new Map(flattened(edge)));
  const groups: { id: string; name: string; members: string[] }[] = [];
  for (const [index, edge] of (listIn(graph, 'hyperedges') ?? []).entries()) {
    const ends = ['source', 'target', 'nodes'].map((key) => {
      const value = get(edge, key);
      return (Array.isArray(value) ? value : [value])
        .map(toCell)
        .map(keyText)
        .filter((end) => end !== '');
    });
    const [sources = [], targets = []] = ends;
    if (sources.length === 1 && targets.length === 1 && ends[2]?.length === 0)
      edges.push(new Map<string, Cell>([...flattened(edge), ['source', sources[0]], ['target', targets[0]]]));
    else {
      const name = textOf(get(edge, 'label')) || textOf(get(edge, 'relation')) || `hyperedge ${index + 1}`;
      groups.push({ id: textOf(get(edge, 'id')) || `hyperedge-${index + 1}`, name, members: ends.flat() });
    }
  }
  const weighted =
    groups.length > 0
      ? (listIn(graph, 'hyperedges') ?? []).filter((edge) => isRecord(get(edge, 'metadata'))).length
      : 0;
  notes.total('warning', 'hyperedge-details', weighted, {
    en: `Hyperedges carry weights or other details (${weighted}); a joint project has no place for them, and those of more than two nodes were left out.`,
    zh: `${weighted} 条超边带有权重等信息；合作项目无法保存，多于两个节点的超边的此类信息已略去。`,
  });
  return {
    format: { en: 'JSON Graph Format', zh: 'JSON Graph Format' },
    tables: [tableOf('nodes', 'actors', [...nodes, ...listed]), tableOf('edges', 'ties', edges)],
    groups,
    otherwise: get(graph, 'directed') === false ? 'mutual' : 'one-way',
    info: infoOf(graph),
  };
}

/** cytoscape.js: elements with `data`; one with a source and a target is an edge. */
function cytoscape(elements: readonly unknown[]): Network {
  const nodes: Values[] = [];
  const edges: Values[] = [];
  for (const element of elements) {
    const data = new Map(flattened(get(element, 'data')));
    if (data.has('source') && data.has('target')) edges.push(data);
    else {
      const position = get(element, 'position');
      for (const axis of ['x', 'y']) {
        const value = get(position, axis);
        if (typeof value === 'number') data.set(axis, value);
      }
      if (get(element, 'locked') === true) data.set('locked', true);
      nodes.push(data);
    }
  }
  return {
    format: { en: 'Cytoscape.js JSON', zh: 'Cytoscape.js JSON' },
    tables: [tableOf('nodes', 'actors', nodes), tableOf('edges', 'ties', edges)],
    otherwise: 'one-way',
  };
}

/** Kumu's project: elements, connections, and where the first map puts them. */
function kumu(project: unknown): Network {
  const places = new Map<string, unknown>();
  for (const map of listIn(project, 'maps') ?? [])
    for (const node of listIn(map, 'elements') ?? []) {
      const element = textOf(get(node, 'element'));
      if (!places.has(element)) places.set(element, node);
    }
  const nodes = (listIn(project, 'elements') ?? []).map((element) => {
    const id = textOf(get(element, '_id'));
    const values = new Map<string, Cell>([['id', id], ...flattened(get(element, 'attributes'))]);
    const place = places.get(id);
    for (const axis of ['x', 'y']) {
      const value = get(get(place, 'position'), axis);
      if (typeof value === 'number') values.set(axis, value);
    }
    if (get(place, 'pinned') === true) values.set('pinned', true);
    return values;
  });
  const links = (listIn(project, 'connections') ?? []).map((connection) => {
    const reversed = get(connection, 'reversed') === true;
    const [from, to] = [toCell(get(connection, 'from')), toCell(get(connection, 'to'))];
    return new Map<string, Cell>([
      ['id', toCell(get(connection, '_id'))],
      ['source', reversed ? to : from],
      ['target', reversed ? from : to],
      ['direction', toCell(get(connection, 'direction'))],
      ...flattened(get(connection, 'attributes')),
    ]);
  });
  return {
    format: { en: 'Kumu project', zh: 'Kumu 项目' },
    tables: [tableOf('elements', 'actors', nodes), tableOf('connections', 'ties', links)],
    otherwise: 'one-way',
    info: infoOf(project),
  };
}

/** netsJSON of Batagelj: links between n1 and n2, of type arc or edge, weight w. */
function netsJson(value: unknown): Network {
  const nodes = (listIn(value, 'nodes') ?? []).map((node) => new Map(flattened(node)));
  const links = (listIn(value, 'links') ?? []).map((link) => {
    const values = new Map(flattened(link));
    const type = values.get('type');
    values.delete('type');
    return new Map<string, Cell>([
      ['source', values.get('n1')],
      ['target', values.get('n2')],
      ['directed', type === 'arc' ? true : type === 'edge' ? false : undefined],
      ...[...values].filter(([key]) => key !== 'n1' && key !== 'n2'),
    ]);
  });
  const info = get(value, 'info');
  return {
    format: { en: 'netsJSON', zh: 'netsJSON' },
    tables: [tableOf('nodes', 'actors', nodes), tableOf('links', 'ties', links)],
    otherwise: get(info, 'directed') === false ? 'mutual' : 'one-way',
    info: infoOf(info),
  };
}

/** A list of objects is a table as a sheet is. */
function plainList(list: readonly unknown[]): Network {
  const { columns, rows } = tableOf(
    'list',
    'actors',
    list.map((item) => new Map(flattened(item))),
  );
  return {
    format: { en: 'JSON list', zh: 'JSON 列表' },
    tables: [{ name: 'list', place: 'entry', columns, rows }],
    otherwise: 'one-way',
  };
}

function infoOf(record: unknown): Partial<MapInfo> {
  const title = cleanText(
    textOf(get(record, 'title')) || textOf(get(record, 'label')) || textOf(get(record, 'name')),
  ).trim();
  const description = cleanText(textOf(get(record, 'description'))).trim();
  return {
    ...(title === '' || title === 'None' ? {} : { title }),
    ...(description === '' ? {} : { description }),
  };
}

function tableOf(name: string, holds: 'actors' | 'ties', records: readonly Values[]): Table {
  const index = new Map<string, number>();
  const columns: Column[] = [];
  const kinds = new Map<string, Set<string>>();
  for (const record of records)
    for (const [key, value] of record) {
      if (!index.has(key)) {
        index.set(key, columns.length);
        columns.push({ name: cleanText(key) });
      }
      if (value === undefined) continue;
      const types = kinds.get(key) ?? new Set<string>();
      kinds.set(key, types.add(typeof value));
    }
  const typed = columns.map((column, at): Column => {
    const key = [...index.keys()][at] ?? '';
    // What JSON keeps as texts stays texts, though all of them be digits.
    const texts = kinds.get(key)?.has('string') && !['source', 'target'].includes(key);
    return texts ? { ...column, kind: 'text' } : column;
  });
  const rows = records.map((record, at): Row => {
    const cells: Cell[] = new Array<Cell>(columns.length).fill(undefined);
    for (const [key, value] of record) cells[index.get(key) ?? 0] = value;
    return { at: at + 1, cells };
  });
  return { name, place: 'entry', holds, columns: typed, rows };
}

/** The values of a record, those of `attributes`, `metadata` and `properties` beside its own. */
function flattened(record: unknown): [string, Cell][] {
  if (!isRecord(record)) return [];
  const found: [string, Cell][] = [];
  for (const [key, value] of Object.entries(record)) {
    const inner = ['attributes', 'metadata', 'properties'].includes(key) && isRecord(value);
    if (inner) {
      for (const [name, item] of Object.entries(value))
        if (!Object.hasOwn(record, name)) found.push([name, toCell(item)]);
    } else found.push([key, toCell(value)]);
  }
  return found;
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value) && value.every((item) => ['string', 'number'].includes(typeof item)))
    return value.map(String);
  return JSON.stringify(value);
}

function keyText(cell: Cell): string {
  return cell === undefined ? '' : String(cell);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
