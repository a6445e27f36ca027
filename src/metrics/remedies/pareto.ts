/** Something that gains and costs. */
export interface Worth {
  readonly gain: number;
  readonly cost: number;
}

/** Those that nothing beats: nothing costs as little and gains as much. The cheapest first; of equal ones the first given. */
export function paretoFront<T extends Worth>(points: readonly T[]): readonly T[] {
  const front: T[] = [];
  let most = 0;
  for (const point of [...points].sort((a, b) => a.cost - b.cost || b.gain - a.gain)) {
    if (point.gain <= most) continue;
    most = point.gain;
    front.push(point);
  }
  return front;
}
