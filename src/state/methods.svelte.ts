import { untrack } from 'svelte';
import type { Methods } from '../figures/methods/methods.ts';
import { measureById, MEASURES } from '../metrics/registry.ts';
import type { MapState } from './map.svelte.ts';
import { drawnMeasures, methodsText, referenceLines, type Used } from './methods-text.ts';

/** What a methods section tells of an open map: what it is drawn by and what was saved in this window, unless chosen otherwise. */
export class MethodsState {
  methods = $state.raw<Methods>();
  /** The sources as a list of references has them. */
  references = $state.raw<readonly string[]>([]);
  /** Whether the map itself, and the diagnosis, are told. */
  drawn = $state(true);
  diagnosis = $state(false);

  readonly #map: MapState;
  /** Measures of what was saved. */
  #saved = $state.raw<ReadonlySet<string>>(new Set());
  /** Measures that were taken in or out by hand. */
  #chosen = $state.raw<ReadonlyMap<string, boolean>>(new Map());
  #run = 0;

  constructor(map: MapState) {
    this.#map = map;
  }

  /** In the order of the registry. */
  readonly measures: readonly string[] = $derived.by(() => {
    const usual = new Set([...(this.drawn ? drawnMeasures(this.#map.view) : []), ...this.#saved]);
    return MEASURES.map(({ id }) => id).filter((id) => this.#chosen.get(id) ?? usual.has(id));
  });

  readonly used: Used = $derived({
    measures: this.measures,
    diagnosis: this.diagnosis,
    drawn: this.drawn,
  });

  /** Something with these measures was saved: it is told from now on. */
  note(measures: readonly string[], diagnosis: boolean): void {
    untrack(() => {
      const known = measures.filter((id) => measureById(id) !== undefined);
      if (known.some((id) => !this.#saved.has(id))) this.#saved = new Set([...this.#saved, ...known]);
      if (diagnosis) this.diagnosis = true;
    });
  }

  tell(id: string, told: boolean): void {
    this.#chosen = new Map([...this.#chosen, [id, told]]);
  }

  /** Writes what is told of the map as it is now. */
  async write(used: Used): Promise<void> {
    const run = ++this.#run;
    const methods = await methodsText(this.#map, used);
    const references = await referenceLines(methods);
    // Something else was chosen meanwhile.
    if (run !== this.#run) return;
    this.methods = methods;
    this.references = references;
  }
}

const states = new WeakMap<MapState, MethodsState>();

/** The one of an open map, made when it is first asked for. */
export function methodsStateOf(map: MapState): MethodsState {
  let state = states.get(map);
  if (!state) states.set(map, (state = untrack(() => new MethodsState(map))));
  return state;
}
