import references from './references.json';

/** Another program's values that ours were compared with and equal, to 1e-9 (spectral measures: to 1e-6). */
interface Equal {
  /** Its name and version, such as `igraph 0.10.2`. */
  readonly software: string;
  /** How many results were compared; those of actors hold one value an actor. */
  readonly records: number;
  /** On how many networks. */
  readonly networks: number;
}

/** A known wrong result, or one of another convention, that ours was made sure to differ from. */
interface Avoided {
  readonly record: string;
  readonly software: string;
  readonly networks: number;
}

export interface References {
  readonly equals: readonly Equal[];
  /** Compared with the formula written down independently, without any package. */
  readonly formula: { readonly records: number; readonly networks: number };
  readonly avoids: readonly Avoided[];
}

const byMeasure = new Map<string, References>(Object.entries(references));

/**
 * What a measure's values were tested against; undefined where nothing outside was there to compare with. The file
 * behind it is written by the comparison itself (`npm run references`) and a test holds it to what was compared.
 */
export function referencesOf(measureId: string): References | undefined {
  return byMeasure.get(measureId);
}
