import type { FieldKind } from '../model/scheme.ts';
import { build, type Frame, type Source } from './build.ts';
import type { Choice, Choices, Fact, Reading, Steps } from './format.ts';
import { readFrame } from './own-read.ts';
import { NoteBook } from './note-book.ts';
import { within } from './steps.ts';
import type { Cell, Row, Table } from './table.ts';
import { cleanText } from './text.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** The key of the graph's data element that holds what GraphML has no words for, as JSON. */
export const FRAME_KEY = 'ecotone';

interface Key {
  readonly id: string;
  readonly name: string;
  readonly on: string;
  readonly kind: FieldKind | undefined;
  /** Of yEd, the value is drawing instructions in elements of their own. */
  readonly drawn: boolean;
  standard: string | undefined;
}

interface Element {
  readonly at: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** Attributes of our own making: label, x, y, parent. */
  readonly data: Map<string, string>;
}

const KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ['int', 'number'],
  ['integer', 'number'],
  ['long', 'number'],
  ['float', 'number'],
  ['double', 'number'],
  ['string', 'text'],
  ['boolean', 'category'],
]);

/** Names of columns that the elements of yEd fill. */
const LABEL = 'label';
const DESCRIPTION = 'description';

/** Collects nodes, edges, keys and data; nested graphs are read flat, a node then names its group. */
class Collector implements XmlHandler {
  readonly keys = new Map<string, Key>();
  readonly nodes: Element[] = [];
  readonly edges: Element[] = [];
  readonly hyperedges: { readonly id: string; readonly members: string[] }[] = [];
  readonly graphData = new Map<string, string>();
  readonly counts = { graphs: 0, nested: 0, ports: 0, drawn: 0 };
  directed: boolean | undefined;
  graphName = '';
  description = '';
  readonly #path: string[] = [];
  readonly #owners: { readonly kind: 'node' | 'edge' | 'hyperedge'; readonly element: Element }[] = [];
  #key: Key | undefined;
  #data: Key | undefined;
  #text = '';

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    this.#path.push(name);
    this.#text = '';
    const inside = this.#data !== undefined;
    if (inside) {
      this.#drawing(name, attributes);
      return;
    }
    if (name === 'key') this.#openKey(attributes);
    else if (name === 'data')
      this.#data = this.keys.get(attributes.get('key') ?? '') ?? strangerKey(attributes);
    else if (name === 'graph') {
      this.counts.graphs++;
      if (this.#owners.length > 0) this.counts.nested++;
      const mode = attributes.get('edgedefault');
      if (mode !== undefined) this.directed ??= mode === 'directed';
      if (this.graphName === '') this.graphName = attributes.get('id') ?? '';
    } else if (name === 'node' || name === 'edge' || name === 'hyperedge') {
      const element: Element = { at: line, attributes, data: new Map() };
      const parent = this.#owners.findLast((owner) => owner.kind === 'node');
      if (name === 'node') {
        if (parent) element.data.set('group', parent.element.attributes.get('id') ?? '');
        this.nodes.push(element);
      } else if (name === 'edge') this.edges.push(element);
      else this.hyperedges.push({ id: attributes.get('id') ?? '', members: [] });
      this.#owners.push({ kind: name, element });
    } else if (name === 'endpoint') this.hyperedges.at(-1)?.members.push(attributes.get('node') ?? '');
    else if (name === 'port') this.counts.ports++;
  }

  close(name: string): void {
    this.#path.pop();
    const owner = this.#owners.at(-1);
    if (name === 'data' && !this.#path.includes('data')) {
      if (this.#data) this.#closeData(this.#data);
      this.#data = undefined;
    } else if (this.#data) {
      // yEd puts labels into elements of its own, inside data.
      const label = /^(?:NodeLabel|EdgeLabel|Label\.Text)$/u.test(name);
      if (label && owner && !owner.element.data.has(LABEL) && this.#text.trim() !== '')
        owner.element.data.set(LABEL, this.#text.trim());
    } else if (name === 'default' && this.#key) {
      if (this.#path.at(-1) === 'key') this.#key.standard = this.#text;
    } else if (name === 'desc') {
      if (owner) owner.element.data.set(DESCRIPTION, this.#text.trim());
      else if (this.#path.at(-1) !== 'key' && this.description === '') this.description = this.#text.trim();
    } else if (name === 'key') this.#key = undefined;
    else if ((name === 'node' || name === 'edge' || name === 'hyperedge') && owner?.kind === name)
      this.#owners.pop();
    this.#text = '';
  }

  text(text: string): void {
    this.#text += text;
  }

  #openKey(attributes: ReadonlyMap<string, string>): void {
    const id = attributes.get('id') ?? '';
    const type = attributes.get('attr.type') ?? attributes.get('type');
    this.#key = {
      id,
      name: cleanText(attributes.get('attr.name') ?? attributes.get('name') ?? id),
      on: attributes.get('for') ?? 'all',
      kind: KINDS.get((type ?? '').toLowerCase()),
      drawn: attributes.has('yfiles.type') || attributes.has('attr.uri'),
      standard: undefined,
    };
    this.keys.set(id, this.#key);
  }

  /** Geometry inside the data of yEd: the centre of the box is the position. */
  #drawing(name: string, attributes: ReadonlyMap<string, string>): void {
    const owner = this.#owners.at(-1);
    if (owner?.kind !== 'node' || (name !== 'Geometry' && name !== 'RectD')) return;
    const value = (key: string): number =>
      Number(attributes.get(key) ?? attributes.get(key[0]?.toUpperCase() + key.slice(1)));
    const [x, y] = [value('x') + value('width') / 2, value('y') + value('height') / 2];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    owner.element.data.set('x', String(x));
    owner.element.data.set('y', String(y));
  }

  #closeData(key: Key): void {
    const owner = this.#owners.at(-1);
    const target = owner ? owner.element.data : this.graphData;
    if (key.drawn) this.counts.drawn++;
    else if (owner?.kind !== 'hyperedge') target.set(key.id, this.#text);
  }
}

/** Data whose key was never declared is kept under its id. */
function strangerKey(attributes: ReadonlyMap<string, string>): Key {
  const id = attributes.get('key') ?? '';
  return { id, name: id, on: 'all', kind: undefined, drawn: false, standard: undefined };
}

/** Reads GraphML (Brandes et al. 2002) as Gephi, yEd, igraph, networkx, Cytoscape and we ourselves write it. */
export function* readGraphml(
  text: string,
  title: string,
  choices: Choices,
  facts: readonly Fact[],
  offered: readonly Choice[],
): Steps<Reading> {
  const notes = new NoteBook();
  const found = new Collector();
  const read = yield* within(readXml(text, found), 0, 0.6);
  if (!read.ok) return read;
  const own = [...found.keys.values()].find((key) => key.id === FRAME_KEY && key.on === 'graph');
  let frame: Frame | undefined;
  if (own) {
    const inside = readFrame(found.graphData.get(own.id) ?? '', title, notes);
    if (!inside.ok) return inside;
    frame = inside.value;
  }
  notes.total('info', 'nested', found.counts.nested, {
    en: `${found.counts.nested} nested graphs were read flat; their nodes name the group in a field.`,
    zh: `${found.counts.nested} 个嵌套子图已展平，所属组保留在字段中。`,
  });
  notes.total('info', 'drawing-left-out', found.counts.drawn, {
    en: `${found.counts.drawn} drawing instructions (shapes, fonts, lines) were not read; names and places were.`,
    zh: `${found.counts.drawn} 项绘图设置（形状、字体、线型）未读取；名称和位置已读取。`,
  });
  const source: Source = {
    format: { en: frame ? 'GraphML of Ecotone' : 'GraphML', zh: frame ? 'Ecotone 的 GraphML' : 'GraphML' },
    title,
    ...(found.description === '' ? {} : { info: { description: cleanText(found.description) } }),
    facts,
    tables: [
      tableOf('nodes', 'actors', found.nodes, found, frame !== undefined),
      tableOf('edges', 'ties', found.edges, found, frame !== undefined),
    ],
    groups: found.hyperedges.map(({ id, members }, index) => ({
      id: id || `hyperedge-${index + 1}`,
      name: id || `hyperedge ${index + 1}`,
      members,
    })),
    ...(frame ? { frame } : {}),
    otherwise: found.directed === true ? 'one-way' : 'mutual',
    offered,
  };
  return yield* within(build(source, choices, notes), 0.6, 1);
}

function tableOf(
  name: string,
  holds: 'actors' | 'ties',
  elements: readonly Element[],
  { keys, directed }: Collector,
  own: boolean,
): Table {
  const on = holds === 'actors' ? 'node' : 'edge';
  // Every column that some element fills, in the order of declaration, and defaults of declared keys.
  const filled = new Set(elements.flatMap((element) => [...element.data.keys()]));
  const declared = [...keys.values()].filter(
    (key) =>
      !key.drawn && (key.on === on || key.on === 'all') && (filled.has(key.id) || key.standard !== undefined),
  );
  const built = ['label', 'description', 'x', 'y', 'group'].filter((id) => filled.has(id) && !keys.has(id));
  const strangers = [...filled].filter((id) => !keys.has(id) && !built.includes(id));
  const fixed = holds === 'actors' ? ['id'] : ['id', 'source', 'target', 'directed'];
  const columns = [
    ...fixed.map((column) => ({ name: column })),
    ...declared.map(({ name: column, kind }) => ({ name: column, ...(kind ? { kind } : {}) })),
    ...[...built, ...strangers].map((column) => ({ name: column })),
  ];
  const rows = elements.map(({ at, attributes, data }): Row => {
    const cells: Cell[] = fixed.map((column) =>
      column === 'directed' ? directedOf(attributes, directed, own) : attributes.get(column),
    );
    for (const { id, standard } of declared) cells.push(data.get(id) ?? standard);
    for (const id of [...built, ...strangers]) cells.push(data.get(id));
    return { at, cells };
  });
  return { name, place: 'line', holds, columns, rows };
}

function directedOf(
  attributes: ReadonlyMap<string, string>,
  directed: boolean | undefined,
  own: boolean,
): string | undefined {
  const said = attributes.get('directed');
  if (said !== undefined) return said;
  return own || directed === undefined ? undefined : directed ? 'true' : 'false';
}
