import { readFiles, readText } from '../../src/formats/read.ts';
import type { Choices, Reading, SourceFile, Steps } from '../../src/formats/format.ts';
import { parseJson } from '../../src/formats/json-text.ts';
import { NoteBook } from '../../src/formats/note-book.ts';
import { readWithRounds } from '../../src/formats/own-rounds.ts';
import { isRecord } from '../../src/formats/own-values.ts';
import type { Problem } from '../../src/base/problem.ts';
import type { Result } from '../../src/base/result.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Graph } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { settingsOf } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';

export function finish<T>(steps: Steps<T>): Result<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export function file(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

export function read(files: readonly SourceFile[], choices: Choices = {}): Reading {
  return value(finish(readFiles(files, choices)));
}

export function readOne(name: string, content: string | Uint8Array, choices: Choices = {}): Reading {
  return read([file(name, content)], choices);
}

export function paste(text: string, choices: Choices = {}): Reading {
  return value(finish(readText(text, choices)));
}

export function refusal(files: readonly SourceFile[], choices: Choices = {}): Problem {
  const result = finish(readFiles(files, choices));
  if (result.ok) throw new Error('expected the files to be refused');
  return result.problem;
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message.en}`);
  return result.value;
}

/** The file of a map of our own as it is read back, rounds and scenario with it, and the codes of all notes. */
export function readOwnText(text: string): { readonly draft: Draft; readonly codes: readonly string[] } {
  const parsed = value(parseJson(text));
  if (!isRecord(parsed)) throw new Error('expected a record');
  const notes = new NoteBook();
  const draft = value(finish(readWithRounds(parsed, 'title', notes)));
  return { draft, codes: notes.list().map(({ code }) => code) };
}

export function codes(reading: Reading): string[] {
  return [...new Set(reading.report.notes.map((note) => note.code))];
}

/** A graph of a draft, as a document would show it. */
export function graphOf(draft: Draft): Graph {
  const { complete, ...scheme } = draft.scheme;
  const whole = complete
    ? scheme
    : {
        sectors: [...DEFAULT_SCHEME.sectors, ...scheme.sectors],
        tieTypes: [...DEFAULT_SCHEME.tieTypes, ...scheme.tieTypes],
        resources: [...DEFAULT_SCHEME.resources, ...scheme.resources],
        fields: [...DEFAULT_SCHEME.fields, ...scheme.fields],
      };
  const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> =>
    new Map(records.map((record) => [record.id, record]));
  return {
    revision: 1,
    info: draft.info,
    actors: byId(draft.actors),
    ties: byId(draft.ties),
    projects: byId(draft.projects),
    scheme: whole,
    view: {
      ...DEFAULT_VIEW,
      ...draft.view,
      measures: { ...DEFAULT_VIEW.measures, ...draft.view.measures },
      layout: { ...DEFAULT_VIEW.layout, ...draft.view.layout },
      diagnosis: settingsOf(draft.view.diagnosis),
    },
  };
}
