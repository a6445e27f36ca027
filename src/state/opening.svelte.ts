import type { Localized } from '../base/localized.ts';
import type { Problem } from '../base/problem.ts';
import type { Choice, Choices, Note, Report, SourceFile } from '../formats/format.ts';
import type { Round } from '../model/round.ts';
import { Reader, type Kin } from '../workers/reading.ts';
import { rescueChoices } from './rescue.ts';

export type { Choice as ReviewChoice, Note as ReviewNote };

/** A file between being chosen and landing: read in the worker, reviewed, read again when the user decides otherwise. */
export class OpeningState {
  readonly files: readonly SourceFile[];
  readonly name: string;
  report = $state.raw<Report>();
  problem = $state.raw<Problem>();
  reading = $state(false);
  progress = $state(0);
  choices = $state.raw<Choices>({});
  /** What the user may decide otherwise; those of the reading before when this one failed, so that it can be taken back. */
  offered = $state.raw<readonly Choice[]>([]);

  readonly #reader = new Reader();
  #maps: readonly (readonly Uint8Array[])[] = [];
  #rounds: readonly (readonly Round[])[] = [];
  #kin: readonly Kin[] = [];
  #done: Promise<void>;

  constructor(files: readonly SourceFile[]) {
    this.files = files;
    this.name = files
      .map((file) => file.name)
      .filter((name) => name !== '')
      .join(' + ');
    this.#done = this.#read();
  }

  /** Resolves when the file has been read, or could not be. */
  settled(): Promise<void> {
    return this.#done;
  }

  get title(): Localized {
    return this.name === '' ? { en: 'Pasted data', zh: '粘贴的数据' } : { en: this.name, zh: this.name };
  }

  choose(id: string, value: string): void {
    this.choices = { ...this.choices, [id]: value };
    this.#done = this.#read();
  }

  async #read(): Promise<void> {
    this.reading = true;
    this.progress = 0;
    const result = await this.#reader.read(
      { files: this.files, choices: this.choices, want: 'maps' },
      { onProgress: (done) => (this.progress = done) },
    );
    if (!result) return;
    this.reading = false;
    this.problem = result.ok ? undefined : result.problem;
    this.report = result.ok ? result.value.report : undefined;
    this.#maps = result.ok ? result.value.maps : [];
    this.#rounds = result.ok ? result.value.rounds : [];
    this.#kin = result.ok ? result.value.kin : [];
    if (result.ok) this.offered = result.value.report.choices;
    else if (this.offered.length === 0) this.offered = await rescueChoices(result.problem.code, this.files);
    else
      this.offered = this.offered.map((choice) => ({
        ...choice,
        value: this.choices[choice.id] ?? choice.value,
      }));
  }

  /** Of each new map its bytes, in pieces; empty until the file has been read. A backup holds several maps. */
  get maps(): readonly (readonly Uint8Array[])[] {
    return this.#maps;
  }

  /** Of each new map the rounds that lie beside it. */
  get rounds(): readonly (readonly Round[])[] {
    return this.#rounds;
  }

  /** Of each new map how it belongs together with others. */
  get kin(): readonly Kin[] {
    return this.#kin;
  }

  /** The content as records, to join them to an open map. */
  async draft() {
    const result = await this.#reader.read({ files: this.files, choices: this.choices, want: 'drafts' });
    return result?.ok ? result.value.drafts[0] : undefined;
  }

  close(): void {
    this.#reader.close();
  }
}
