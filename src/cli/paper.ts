import fs from 'node:fs';
import type { Language, Localized } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { drawnBy } from '../figures/graph-scene.ts';
import { bibtex } from '../figures/methods/bibtex.ts';
import { methodsOf } from '../figures/methods/methods.ts';
import { ris } from '../figures/methods/ris.ts';
import { layoutOf } from '../figures/placed-graph.ts';
import { measuresOfTable, tablesOf } from '../figures/tables/registry.ts';
import { computeTables, viewOf } from '../figures/tables/table-source.ts';
import { writeTables } from '../figures/tables/write.ts';
import { networkInput } from '../network/network.ts';
import { unwritable } from './figure.ts';
import { finish } from './finish.ts';
import { anonymousFile, readGraphFile } from './graph-file.ts';
import { readAs, readingOf } from './map-reading.ts';
import type { MethodsAsked, TableAsked } from './paper-arguments.ts';

/** What goes to standard output, and what the person at the terminal should know. */
export interface Told {
  readonly output: string;
  readonly notes: readonly Localized[];
}

/** Tables of a file, written or as what goes to standard output. */
export function tableOutput(asked: TableAsked, language: Language): Result<Told> {
  const map = readGraphFile(asked.file);
  if (!map.ok) return map;
  const { file, key } = asked.anonymous
    ? anonymousFile(map.value, language)
    : { file: map.value, key: undefined };
  const graph = readAs(file.graph, asked);
  const source = finish(
    computeTables({
      graph,
      input: networkInput(graph),
      options: readingOf(graph),
      settings: graph.view.diagnosis,
      measures: [...new Set(asked.wanted.flatMap(measuresOfTable))],
      diagnosis: asked.wanted.some(({ kind }) => kind === 'diagnosis'),
    }),
  );
  const view = viewOf(source, language);
  const tables = asked.wanted.flatMap((wanted) => tablesOf(view, wanted));
  // A CSV holds one table: of a matrix with several layers the one to show.
  const held = asked.format === 'csv' ? tables.slice(0, 1) : tables;
  const written = writeTables(held, asked.format, file.name);
  if (!written.ok) return written;
  const notes = [
    ...map.value.notes,
    ...(held.length < tables.length ? [leftOut(tables.slice(1).map(({ title }) => title))] : []),
  ];
  const content = written.value[0]?.content ?? '';
  const done = saved([
    ...(asked.out === undefined ? [] : [[asked.out, content] as const]),
    ...(asked.key === undefined || key === undefined ? [] : [[asked.key, key] as const]),
  ]);
  if (!done.ok) return done;
  return ok({ output: asked.out === undefined && typeof content === 'string' ? content : '', notes });
}

function leftOut(titles: readonly string[]): Localized {
  return {
    en: `A CSV holds one table; left out: ${titles.join(', ')}. --format xlsx holds all.`,
    zh: `一个 CSV 只含一个表，未写出：${titles.join('、')}。--format xlsx 可含全部。`,
  };
}

/** How a map is measured, as a paragraph; its sources and parameters go into files. */
export function methodsOutput(asked: MethodsAsked, language: Language): Result<Told> {
  const map = readGraphFile(asked.file);
  if (!map.ok) return map;
  const graph = readAs(map.value.graph, asked);
  const methods = methodsOf({
    graph,
    input: networkInput(graph),
    options: readingOf(graph),
    view: { ...graph.view, layout: layoutOf(graph) },
    measures: asked.measures ?? drawnBy(graph.view),
    diagnosis: asked.diagnosis,
    drawn: [...graph.actors.values()].some(({ position }) => position !== undefined),
    filter: [],
    version: __BUILD__,
  });
  const files = [
    [asked.bibtex, bibtex(methods.sources)],
    [asked.ris, ris(methods.sources)],
    [asked.parameters, methods.parameters],
  ] as const;
  const done = saved(files.flatMap(([file, text]) => (file === undefined ? [] : [[file, text] as const])));
  return done.ok ? ok({ output: `${methods.text[language]}\n`, notes: map.value.notes }) : done;
}

function saved(files: readonly (readonly [file: string, content: string | Uint8Array])[]): Result<undefined> {
  for (const [file, content] of files)
    try {
      fs.writeFileSync(file, content);
    } catch (error) {
      return failed(unwritable(file, error));
    }
  return ok(undefined);
}
