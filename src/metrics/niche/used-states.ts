/** The states that each row uses, row after row: those of row i stand from offsets[i] up to offsets[i + 1]. */
export interface UsedStates {
  readonly offsets: Uint32Array;
  readonly states: Uint32Array;
  readonly values: Float64Array;
}

/** @param values rows x count; NaN and 0 are no use */
export function usedStates(values: Float64Array, rows: number, count: number): UsedStates {
  const offsets = new Uint32Array(rows + 1);
  let used = 0;
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let state = 0; state < count; state++, cell++) if (values[cell]! > 0) used++;
    offsets[row + 1] = used;
  }
  const states = new Uint32Array(used);
  const kept = new Float64Array(used);
  for (let row = 0, cell = 0, next = 0; row < rows; row++)
    for (let state = 0; state < count; state++, cell++) {
      if (!(values[cell]! > 0)) continue;
      states[next] = state;
      kept[next++] = values[cell]!;
    }
  return { offsets, states, values: kept };
}
