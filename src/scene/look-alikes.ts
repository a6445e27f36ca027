import { DEFICIENCIES, greyOf, seenAs, type Deficiency } from './colour-vision.ts';
import { labDistance, toOklab } from './oklch.ts';
import { onTheme, type Theme } from './palette.ts';
import type { ShownColour } from './shown-colours.ts';

/**
 * Colours nearer to each other than this (straight in Oklab) are taken for the same on a map, where they lie apart. Ours:
 * half as far again as what is just seen side by side. Every palette keeps its colours farther apart.
 */
export const ALIKE = 0.03;

type Sight = Deficiency | 'everyone' | 'grey';

export interface LookAlikes {
  /** Of the pair that is nearest to each other: who takes them for the same. */
  readonly sight: Sight;
  readonly first: ShownColour;
  readonly second: ShownColour;
  /** Whether nothing but colour tells them apart. */
  readonly byColourAlone: boolean;
  /** How many other pairs there are. */
  readonly others: number;
}

interface Pair extends Omit<LookAlikes, 'others'> {
  readonly distance: number;
}

/** What looks alike to some reader; null where all is told apart. Those that nothing else tells apart come first. */
export function lookAlikes(colours: readonly ShownColour[], theme: Theme): LookAlikes | null {
  const drawn = colours.map((one) => ({ one, colour: onTheme(one.colour, theme) }));
  return worst([
    ...pairsOf(drawn, 'everyone', (colour) => colour),
    ...DEFICIENCIES.flatMap((kind) => pairsOf(drawn, kind, (colour) => seenAs(colour, kind))),
  ]);
}

/** What looks alike when it is printed in grey, on paper. */
export function greyAlikes(colours: readonly ShownColour[]): LookAlikes | null {
  return worst(
    pairsOf(
      colours.map((one) => ({ one, colour: one.colour })),
      'grey',
      greyOf,
    ),
  );
}

function pairsOf(
  drawn: readonly { readonly one: ShownColour; readonly colour: string }[],
  sight: Sight,
  seen: (colour: string) => string,
): readonly Pair[] {
  const looks = drawn.map(({ one, colour }) => ({ one, look: toOklab(seen(colour)) }));
  return looks.flatMap(({ one: first, look }, k) =>
    looks.slice(k + 1).flatMap(({ one: second, look: other }): readonly Pair[] => {
      const distance = labDistance(look, other);
      const byColourAlone = first.sign === second.sign;
      return distance < ALIKE ? [{ sight, first, second, byColourAlone, distance }] : [];
    }),
  );
}

/** Each pair counts once, however many readers take it for the same. */
function worst(pairs: readonly Pair[]): LookAlikes | null {
  const [pair] = [...pairs].sort(
    (a, b) =>
      Number(b.sight === 'everyone') - Number(a.sight === 'everyone') ||
      Number(b.byColourAlone) - Number(a.byColourAlone) ||
      a.distance - b.distance,
  );
  if (!pair) return null;
  const { distance: _, ...told } = pair;
  const different = new Set(pairs.map(({ first, second }) => JSON.stringify([first.id, second.id])));
  return { ...told, others: different.size - 1 };
}
