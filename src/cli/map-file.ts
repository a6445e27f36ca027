import fs from 'node:fs';
import path from 'node:path';
import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Choice, Reading, Report } from '../formats/format.ts';
import { readFiles } from '../formats/read.ts';
import type { Draft } from '../model/draft.ts';
import { settingsOf, type DiagnosisSettings } from '../model/diagnosis-settings.ts';
import { actorsInOrder, type Actor, type Graph } from '../model/graph.ts';
import { DEFAULT_SCHEME, type Scheme } from '../model/scheme.ts';
import type { ViewChange } from '../model/view.ts';
import { networkInput, type NetworkInput } from '../network/network.ts';
import { finish } from './finish.ts';
import type { StatedReading } from './map-reading.ts';

/** A map as a file holds it, ready to be measured. */
export interface MapFile {
  readonly file: string;
  readonly format: Localized;
  readonly input: NetworkInput;
  /** In the order of `input.actorIds`. */
  readonly actors: readonly Actor[];
  /** Who and what is named, for sentences. */
  readonly names: Pick<Graph, 'actors' | 'projects' | 'scheme'>;
  /** What a map of the app's own says of its diagnosis. */
  readonly diagnosis: DiagnosisSettings;
  /** And of how it is measured. */
  readonly reading: StatedReading;
  /** What was merged, left out or guessed, and what the app would have asked. */
  readonly notes: readonly Localized[];
}

/** Sectors and types of ties are the words of the file, or what the app takes these words for. */
export type Words = 'as-written' | 'known';

/** Reads any file that the app opens; questions are answered as the app proposes. */
export function readMapFile(file: string, words: Words = 'as-written'): Result<MapFile> {
  const bytes = bytesOf(file);
  return bytes.ok ? mapOf(file, bytes.value, words) : bytes;
}

/** The same of a file whose bytes are at hand. */
export function mapOf(file: string, bytes: Uint8Array, words: Words = 'as-written'): Result<MapFile> {
  const source = { name: path.basename(file), bytes };
  const read = finish(readFiles([source], words === 'known' ? {} : { words }));
  if (!read.ok) return read;
  const { draft, report }: Reading = read.value;
  const graph = graphOf(draft);
  return ok({
    file,
    format: report.format,
    input: networkInput(graph),
    actors: actorsInOrder(graph),
    names: graph,
    diagnosis: settingsOf(draft.view.diagnosis),
    reading: readingOf(draft.view),
    notes: notesOf(report),
  });
}

function readingOf({ ignoreDirection, ignoreWeights, measures = {} }: ViewChange): StatedReading {
  return {
    network: {
      ...(ignoreDirection !== undefined && { ignoreDirection }),
      ...(ignoreWeights !== undefined && { ignoreWeights }),
    },
    options: measures,
  };
}

/** The ids, names and sectors of a map's actors. */
export function peopleOf({ actors }: MapFile): { id: string; name: string; sector: string }[] {
  return actors.map(({ id, name, sector }) => ({ id, name, sector }));
}

export function bytesOf(file: string): Result<Uint8Array> {
  try {
    return ok(fs.readFileSync(file));
  } catch (error) {
    return failed(unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

const NOTHING: Scheme = { sectors: [], tieTypes: [], resources: [], fields: [] };

/** Of the scheme's own sectors those that actors have, so that a file's words stand alone. */
function graphOf({ actors, ties, projects, scheme }: Draft) {
  const used = new Set(actors.map(({ sector }) => sector));
  const base = scheme.complete ? NOTHING : DEFAULT_SCHEME;
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    ties: new Map(ties.map((tie) => [tie.id, tie])),
    projects: new Map(projects.map((project) => [project.id, project])),
    scheme: {
      sectors: [...base.sectors, ...scheme.sectors].filter(({ id }) => used.has(id)),
      tieTypes: [...base.tieTypes, ...scheme.tieTypes],
      resources: [...base.resources, ...scheme.resources],
      fields: [...base.fields, ...scheme.fields],
    },
  };
}

function notesOf({ notes, choices }: Report): Localized[] {
  return [...notes.map(({ message }) => message), ...choices.map(answer)];
}

/** A question of the review and the answer that was taken. */
function answer({ of, label, value, options }: Choice): Localized {
  const chosen = options.find((option) => option.value === value)?.label ?? { en: value, zh: value };
  const about = of === undefined ? { en: '', zh: '' } : { en: ` (${of})`, zh: `（${of}）` };
  return {
    en: `Read as: ${label.en}${about.en}: ${chosen.en}.`,
    zh: `读取方式：${label.zh}${about.zh}：${chosen.zh}。`,
  };
}

export function unreadable(file: string, code: string): Problem {
  const reasons: Readonly<Record<string, Localized>> = {
    ENOENT: { en: 'there is no such file', zh: '没有该文件' },
    EISDIR: { en: 'it is a folder', zh: '这是一个文件夹' },
    EACCES: { en: 'it may not be read', zh: '没有读取权限' },
  };
  const reason = reasons[code] ?? { en: code, zh: code };
  return problem('unreadable', {
    en: `${file} can't be read: ${reason.en}.`,
    zh: `无法读取 ${file}：${reason.zh}。`,
  });
}
