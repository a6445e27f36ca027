import type { Localized } from '../base/localized.ts';
import type { Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Graph } from '../model/graph.ts';
import type { Round } from '../model/round.ts';
import type { PortableScenario } from '../model/scenario/portable.ts';

export interface SourceFile {
  /** With its extension; empty for pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the user chose in the review, by the ids of the choices that a reading offered. */
export type Choices = Readonly<Record<string, string>>;

/** What a reader makes of files: a map to be reviewed, and what was done to get it. */
export interface Reading {
  readonly draft: Draft;
  readonly report: Report;
}

export interface Report {
  readonly format: Localized;
  /** Encoding, delimiter, sheets, rows read. */
  readonly facts: readonly Fact[];
  /** Made, as in the draft. */
  readonly actors: number;
  readonly ties: number;
  /** Everything that was merged, left out, renamed, changed or guessed. */
  readonly notes: readonly Note[];
  /** What the user may decide otherwise; the files are then read again. */
  readonly choices: readonly Choice[];
}

export interface Fact {
  readonly id: string;
  readonly label: Localized;
  readonly value: Localized;
}

export interface Note {
  readonly severity: 'info' | 'warning';
  /** Stable, kebab-case. */
  readonly code: string;
  readonly message: Localized;
  /** Line, row or entry of the file, from 1. */
  readonly line?: number;
  /** How many cases the note stands for, when more than one. */
  readonly count?: number;
}

export interface Choice {
  readonly id: string;
  /** The file or table that it is about; absent when it is about the whole reading. */
  readonly of?: string;
  readonly label: Localized;
  /** The option in force: the user's, or what was detected. */
  readonly value: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: Localized;
}

/** Work in steps: yields the share done in [0, 1]. Expected failures are the result. */
export type Steps<T> = Generator<number, Result<T>, void>;

export interface WrittenFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** One line of the registry. */
export interface Format {
  readonly id: string;
  readonly name: Localized;
  /** Without the dot; the first is the one written. */
  readonly extensions: readonly string[];
  readonly mime: string;
  readonly reads: boolean;
  /** Rounds, and what makes a map a scenario, are written where the format has a place for them. */
  readonly write?: (
    graph: Graph,
    rounds?: readonly Round[],
    scenario?: PortableScenario,
  ) => readonly WrittenFile[];
}
