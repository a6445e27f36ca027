import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import type { DrawnFigure } from '../figures/network-figure.ts';
import { MapFigures } from '../workers/studio.ts';
import { save } from './downloads.ts';
import { figureFile, imageFile, type Download } from './exporting.ts';
import { figureCautions, type Caution } from './figure-cautions.ts';
import {
  figureOptions,
  pageRules,
  rememberChoices,
  rememberedChoices,
  sized,
  type FigureChoices,
  type Seen,
  type SizeChoice,
} from './figure-choices.ts';
import { estimatedBytes, figureSize, pixelsOf, tooManyPixels, type Size } from './images.ts';
import type { MapState } from './map.svelte.ts';
import { preferences } from './preferences.svelte.ts';

/** The figure of a map as it is being set: the choices, what came of them, and the file. */
export class Studio {
  #choices = $state.raw<FigureChoices>() as FigureChoices;
  #drawn = $state.raw<DrawnFigure>();
  #problem = $state.raw<Problem>();
  /** The image whose size was estimated, and what it came to. */
  #estimate = $state.raw<{ readonly svg: string; readonly dpi: number; readonly bytes: number | null }>();
  /** The share of an image that is drawn; undefined while none is being saved. */
  #saving = $state.raw<number>();
  #saved = $state.raw('');
  #calledOff = new AbortController();
  readonly #figures = new MapFigures();

  readonly size: Size = $derived(figureSize(this.#drawn?.svg ?? ''));
  readonly pixels: Size = $derived(pixelsOf(this.size, this.#choices.dpi));
  readonly rules = $derived(pageRules(this.#choices));
  readonly tooLarge: Problem | undefined = $derived(
    this.#choices.format === 'png' && this.#drawn ? tooManyPixels(this.pixels) : undefined,
  );
  readonly cautions: readonly Caution[] = $derived(
    this.#drawn
      ? figureCautions(
          this.#drawn.facts,
          this.size,
          this.#choices,
          this.rules,
          preferences.t.studio.cautions,
          preferences.language,
        )
      : [],
  );

  constructor(
    private readonly map: MapState,
    readonly seen: Seen,
  ) {
    const remembered = rememberedChoices(map.id);
    // This window may be another size than when it was chosen.
    this.#choices = remembered.size === 'screen' ? sized(remembered, 'screen', seen) : remembered;
  }

  get choices(): FigureChoices {
    return this.#choices;
  }

  /** What is seen of the figure; undefined until it is drawn for the first time. */
  get drawn(): DrawnFigure | undefined {
    return this.#drawn;
  }

  /** Why the figure could not be drawn or saved. */
  get problem(): Problem | undefined {
    return this.tooLarge ?? this.#problem;
  }

  /** About how many bytes the image will have; null while that is not known. */
  get bytes(): number | null {
    const estimate = this.#estimate;
    const ofThis = estimate && estimate.svg === this.#drawn?.svg && estimate.dpi === this.#choices.dpi;
    return ofThis ? estimate.bytes : null;
  }

  get saving(): number | undefined {
    return this.#saving;
  }

  /** The name of the file that was saved last. */
  get saved(): string {
    return this.#saved;
  }

  change(changes: Partial<FigureChoices>): void {
    this.#choices = { ...this.#choices, ...changes };
    this.#saved = '';
    rememberChoices(this.map.id, this.#choices);
  }

  /** Sets the figure on the page of a choice of size. */
  resize(size: SizeChoice): void {
    this.change(sized(this.#choices, size, this.seen));
  }

  /** What a figure is drawn from now. */
  task(): Parameters<MapFigures['draw']> {
    return [this.map.sceneFor('light'), figureOptions(this.#choices, this.map.graph.info.title, this.seen)];
  }

  /** Draws the preview; of several calls the last one is shown. */
  async draw(...task: Parameters<MapFigures['draw']>): Promise<void> {
    const drawn = await this.#figures.draw(...task);
    if (!drawn) return;
    if (drawn.ok) this.#drawn = drawn.value;
    this.#problem = drawn.ok ? undefined : drawn.problem;
  }

  /** Works out how large the image will be. */
  async estimate(svg: string, dpi: number): Promise<void> {
    const bytes = await estimatedBytes(svg, dpi);
    this.#estimate = { svg, dpi, bytes };
  }

  /** Saves what is chosen now: the preview may be a choice behind. */
  async save(): Promise<void> {
    this.#calledOff = new AbortController();
    this.#saving = 0;
    this.#saved = '';
    const file = await this.#file();
    this.#saving = undefined;
    if (!file) return;
    this.#problem = file.ok ? undefined : file.problem;
    if (!file.ok) return;
    save(file.value);
    this.#saved = file.value.name;
  }

  /** Calls off an image that is being drawn. */
  stop(): void {
    this.#calledOff.abort();
  }

  async #file(): Promise<Result<Download> | undefined> {
    const { format, dpi } = this.#choices;
    const name = this.map.graph.info.title;
    const drawn = await this.#figures.draw(...this.task());
    if (!drawn?.ok) return drawn;
    if (format === 'svg') return figureFile(drawn.value.svg, name, 'svg', dpi);
    return imageFile(drawn.value.svg, name, dpi, {
      onProgress: (done) => (this.#saving = done),
      signal: this.#calledOff.signal,
    });
  }

  close(): void {
    this.stop();
    this.#figures.close();
  }
}
