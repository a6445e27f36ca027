import type { Graph, Tie } from '../model/graph.ts';
import { actorsInOrder, tiesInOrder } from '../model/graph.ts';
import { actorColumns, tieColumns, type WrittenColumn } from './csv-write.ts';
import type { WrittenFile } from './format.ts';
import { FRAME_KEY } from './graphml-read.ts';
import { frameText, graphToDraft } from './own-write.ts';
import { cleanText, fileNameOf } from './text.ts';

/**
 * GraphML with everything: actors and ties with a key for each of their columns, which Gephi, yEd, igraph and networkx
 * read, and what they have no words for (map, scheme, projects, look) as JSON in one data element of the graph.
 */
export function writeGraphml(graph: Graph): readonly WrittenFile[] {
  // Ids and ends are attributes of their elements, and ids of the scheme are needed as they are.
  const nodeKeys = actorColumns(graph, true).filter(({ header }) => header !== 'Id');
  const edgeKeys = tieColumns(graph, true).filter(
    ({ header }) => !['Id', 'Source', 'Target', 'Type'].includes(header),
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<key id="${FRAME_KEY}" for="graph" attr.name="ecotone" attr.type="string"/>`,
    ...nodeKeys.map((column, index) => key(`n${index}`, 'node', column)),
    ...edgeKeys.map((column, index) => key(`e${index}`, 'edge', column)),
    '<graph id="G" edgedefault="directed">',
    data(FRAME_KEY, frameText(graphToDraft(graph))),
    ...actorsInOrder(graph).map(
      (actor) => `<node id="${escaped(actor.id)}">${dataOf(actor, nodeKeys, 'n')}</node>`,
    ),
    ...tiesInOrder(graph).map((tie) => edge(tie, edgeKeys)),
    '</graph>',
    '</graphml>',
    '',
  ];
  return [
    {
      name: `${fileNameOf(graph.info.title)}.graphml`,
      mime: 'application/graphml+xml',
      text: lines.join('\n'),
    },
  ];
}

function edge(tie: Tie, keys: readonly WrittenColumn<Tie>[]): string {
  const ends = `id="${escaped(tie.id)}" source="${escaped(tie.source)}" target="${escaped(tie.target)}"`;
  const directed = tie.direction === 'one-way';
  return `<edge ${ends} directed="${directed}">${dataOf(tie, keys, 'e')}</edge>`;
}

function key<T>(id: string, on: 'node' | 'edge', { header, kind }: WrittenColumn<T>): string {
  const type = kind === 'number' ? 'double' : 'string';
  const name = ['Label', 'Weight', 'Size'].includes(header) ? header.toLowerCase() : header;
  return `<key id="${id}" for="${on}" attr.name="${escaped(name)}" attr.type="${type}"/>`;
}

function dataOf<T>(record: T, columns: readonly WrittenColumn<T>[], prefix: string): string {
  return columns
    .map(({ cell }, index) => {
      const value = cell(record);
      return value === '' ? '' : data(`${prefix}${index}`, value);
    })
    .join('');
}

function data(id: string, value: string): string {
  return `<data key="${id}">${escaped(value)}</data>`;
}

/** Line ends as references: readers turn bare ones into spaces in attributes. */
function escaped(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}
