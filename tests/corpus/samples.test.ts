import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes, file, read, readOne, refusal } from '../formats/reading.ts';
import type { Choices, Reading } from '../../src/formats/format.ts';

const folder = resolve('../shared/samples');
const present = existsSync(folder);
if (!present) console.warn('Skipped: the real network files (../shared/samples) are not there.');

function bytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(folder, name)));
}

function open(name: string, choices: Choices = {}): Reading {
  return readOne(name, bytes(name), choices);
}

/** Ties as pairs of names with weights, whichever way round: what twins of different dialects have in common. */
function pairs({ draft }: Reading): string[] {
  const names = new Map(draft.actors.map((actor) => [actor.id, actor.name]));
  return draft.ties
    .map(({ source, target, weight }) => [[names.get(source), names.get(target)].sort(), weight])
    .map((pair) => JSON.stringify(pair))
    .sort();
}

describe.skipIf(!present)('real files open with the counts that an independent reader found', () => {
  const counts: readonly (readonly [string, number, number])[] = [
    ['gd03_social_network.graphml.xml', 26, 64],
    ['yed_sample.graphml.xml', 3, 2],
    ['graphml_namespace_prefix.xml', 3, 2],
    ['gephi_football.graphml', 115, 613],
    ['graphology_mixed_multigraph.graphml', 6, 8],
    ['graphology_miserables.graphml', 77, 254],
    ['gephi_utf8_bom.csv', 3, 0],
    ['gephi_edges_timeset_intervals.csv', 3, 5],
    ['hongloumeng_edges_utf8.csv', 179, 3950],
    ['hongloumeng_edges_gbk_DERIVED.csv', 179, 3950],
    ['hongloumeng_edges_utf8bom_DERIVED.csv', 179, 3950],
    ['hongloumeng_nodes_utf8.csv', 180, 0],
    ['batagelj_bibLinks.csv', 16, 19],
    ['batagelj_bibNodes.csv', 16, 0],
    ['kumu_paypal_mafia.xlsx', 34, 49],
    ['d3_miserables_index.json', 77, 254],
    ['jgf_les_miserables.json', 77, 254],
    ['padgett_marriage.netsJSON.json', 16, 20],
    ['kumu_tutorial_project.json', 51, 113],
    ['cyjs_compound.json', 28, 35],
  ];
  test.each(counts)('%s: %i actors, %i ties', (name, actors, ties) => {
    const { report } = open(name);
    expect([report.actors, report.ties]).toEqual([actors, ties]);
  });
});
