import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { buildCommandLine } from '../../scripts/build.mjs';
import { commandLineFolder, isBuilt } from '../../scripts/sources.mjs';

const ROOT = resolve('.');

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

/** The command as it is now: built first where it is not. */
export async function buildCommand(): Promise<void> {
  const wrong = isBuilt(ROOT, commandLineFolder) ? undefined : await buildCommandLine();
  if (wrong !== undefined) throw new Error(wrong);
}

/** Runs the real command, as a shell would. */
export function ecotone(...words: string[]): Promise<Run> {
  return new Promise((done) => {
    const environment = { ...process.env, LC_ALL: 'en_US.UTF-8' };
    execFile(
      process.execPath,
      ['bin/ecotone.mjs', ...words],
      { cwd: ROOT, env: environment, maxBuffer: 2 ** 28 },
      (failure, output, error) => done({ code: failure === null ? 0 : Number(failure.code), output, error }),
    );
  });
}

export interface MeasuresJson {
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly actors: readonly string[];
  readonly actorMeasures: Readonly<Record<string, readonly (number | null)[]>>;
  readonly networkMeasures: Readonly<Record<string, number | null>>;
  readonly notes: readonly string[];
  readonly tieMeasures?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly sectorMeasures?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly details?: Readonly<Record<string, unknown>>;
}

export async function measuresJson(file: string, ...words: string[]): Promise<MeasuresJson> {
  const { code, output, error } = await ecotone('measures', file, '--json', ...words);
  if (code !== 0) throw new Error(error);
  return JSON.parse(output) as MeasuresJson;
}

/** The values of a measure by the actors' ids. */
export function byActor({ actors, actorMeasures }: MeasuresJson, id: string): Map<string, number | null> {
  return new Map(actors.map((actor, index) => [actor, actorMeasures[id]?.[index] ?? null]));
}
