import type { Localized } from '../base/localized.ts';
import { indicesOf, relationOf, RELATIONS } from '../metrics/symbiosis/relations.ts';
import { utilityOf, utilityRadius, type Utility } from '../metrics/symbiosis/utility.ts';
import { namesText, valueOf, type EcologyResult, type Person } from './ecology-result.ts';
import { finish } from './finish.ts';
import type { FlowSource } from './flow-source.ts';
import { MOST_PAIRED, spread, spreadPairs, TOO_MANY_PAIRS } from './pair-values.ts';

/** Who gains from whom, directly and over all ways. */
export function symbiosisResult(file: string, source: FlowSource): EcologyResult {
  const { people, resources, model, actors, options, notes } = source;
  const n = people.length;
  const utility = model && finish(utilityOf(model));
  const radius = model && finish(utilityRadius(model));
  const through = model?.throughflow ?? null;
  const indices = utility && indicesOf(utility);
  const changed = utility ? signChanges(utility) : [];
  return {
    file,
    options,
    people,
    resources,
    actorMeasures: {
      throughflow: spread(n, actors, through),
      'net-utility': spread(n, actors, utility && netUtilities(utility)),
    },
    pairMeasures: n <= MOST_PAIRED ? pairs(n, actors, utility, through) : {},
    networkMeasures: {
      mutualism: indices?.mutualism ?? null,
      synergism: indices?.synergism ?? null,
      'utility-radius': radius,
      'sign-changes': utility && changed.length,
      ...relationCounts(utility),
    },
    notes: [
      ...notes,
      ...(radius !== null && radius >= 1 ? [DIVERGES] : []),
      ...(changed.length > 0 ? [changedNote(changed, people, actors)] : []),
      ...(n <= MOST_PAIRED ? [] : [TOO_MANY_PAIRS]),
    ],
  };
}

/** D, U = (I - D)^-1 and Y = diag(T) U, with the signs of D and Y: the row's gain from the column. */
function pairs(
  n: number,
  actors: Uint32Array,
  utility: Utility | null,
  through: Float64Array | null,
): EcologyResult['pairMeasures'] {
  const size = utility?.size ?? 0;
  const of = (value: (cell: number, row: number) => number | undefined): ReturnType<typeof spreadPairs> =>
    spreadPairs(n, actors, (row, column) => (utility ? valueOf(value(row * size + column, row)) : null));
  return {
    'direct-utility': of((cell) => utility?.direct[cell]),
    'integral-utility': of((cell, row) => (utility?.integral[cell] ?? NaN) / (through?.[row] ?? NaN)),
    utility: of((cell) => utility?.integral[cell]),
    'direct-sign': of((cell) => signOf(utility?.direct[cell])),
    'integral-sign': of((cell) => signOf(utility?.integral[cell])),
  };
}

/** Never -0. */
function signOf(value: number | undefined): number {
  if (value === undefined) return NaN;
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

function netUtilities({ size, integral }: Utility): Float64Array {
  return Float64Array.from({ length: size }, (_, row) => {
    let gained = 0;
    for (const [other, gain] of integral.subarray(row * size, (row + 1) * size).entries())
      if (other !== row) gained += gain;
    return gained;
  });
}

/** The signs of each unordered pair, direct and integral. */
function* relationsOf({ size, direct, integral }: Utility) {
  for (let one = 0; one < size; one++)
    for (let other = one + 1; other < size; other++) {
      const there = one * size + other;
      const back = other * size + one;
      yield {
        one,
        other,
        direct: [signOf(direct[there]), signOf(direct[back])] as const,
        integral: [signOf(integral[there]), signOf(integral[back])] as const,
      };
    }
}

/** Pairs tied directly whose relation is another through the network. */
function signChanges(utility: Utility): { readonly one: number; readonly other: number }[] {
  return [...relationsOf(utility)].filter(
    ({ direct, integral }) =>
      (direct[0] !== 0 || direct[1] !== 0) && (direct[0] !== integral[0] || direct[1] !== integral[1]),
  );
}

/** Of unordered pairs, through the network. */
function relationCounts(utility: Utility | null): Record<string, number | null> {
  const counts = new Map<string, number>(RELATIONS.map((relation) => [relation, 0]));
  if (utility)
    for (const { integral } of relationsOf(utility)) {
      const relation = relationOf(...integral);
      counts.set(relation, (counts.get(relation) ?? 0) + 1);
    }
  return Object.fromEntries(
    [...counts].map(([relation, count]) => [`${relation}-pairs`, utility ? count : null]),
  );
}

const DIVERGES: Localized = {
  en: 'The series of indirect utilities does not converge (utility-radius is 1 or more): the inverse alone stands for it, which is contested.',
  zh: '间接效用的级数不收敛（utility-radius 不小于 1）：只能以逆矩阵代替，有争议。',
};

function changedNote(
  changed: readonly { readonly one: number; readonly other: number }[],
  people: readonly Person[],
  actors: Uint32Array,
): Localized {
  const idOf = (k: number): string => people[actors[k] ?? -1]?.id ?? '';
  const names = namesText(changed.map(({ one, other }) => `${idOf(one)} – ${idOf(other)}`));
  return {
    en: `Otherwise through the network than directly: ${names.en}.`,
    zh: `经由网络后关系性质改变：${names.zh}。`,
  };
}
