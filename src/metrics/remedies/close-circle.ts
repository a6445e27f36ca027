import { partiesOf, sectorPhrase } from '../diagnosis/evidence.ts';
import { LONGEST, WIDE } from '../flow/loops.ts';
import type { Phrase } from '../detail.ts';
import { newTie, type Draft } from './draft.ts';
import type { Survey } from './survey.ts';

/** Steps of the search, of which there can be exponentially many. */
const MOST_STEPS = 200_000;

/** Actors one after the other, each giving to the next, through all sectors that a circle is wanted through. */
interface Way {
  readonly actors: readonly number[];
  /** The smallest W on it. */
  readonly carried: number;
}

/** D8: ties back from the end of a way through all sectors to its beginning; those first that close the shortest ways. */
export function closedCircles(survey: Survey, most: number): readonly Draft[] {
  const { network } = survey;
  const taken = new Set<number>();
  const drafts: Draft[] = [];
  for (const { actors } of waysThroughAll(survey)) {
    const [first, last] = [actors[0], actors.at(-1)];
    if (first === undefined || last === undefined || taken.has(first) || taken.has(last)) continue;
    taken.add(first).add(last);
    const sectors = actors.map((actor): Phrase => sectorPhrase(network, network.sectors[actor]!));
    const chain = sectors.flatMap((sector, k) => (k === 0 ? [sector] : [' → ', sector]));
    drafts.push(
      newTie(
        survey,
        { from: last, to: first },
        survey.closing,
        {
          en: ['It closes a circle through all sectors: ', ...chain, '.'],
          zh: ['由此形成贯通各类主体的循环：', ...chain, '。'],
        },
        { kind: 'return-tie' },
      ),
    );
    if (drafts.length === most) break;
  }
  return drafts;
}

function waysThroughAll({ network }: Survey): readonly Way[] {
  const { n, sectors, outgoing } = network;
  const parties = partiesOf(network);
  const wanted = Math.min(WIDE, parties.length);
  const counted = new Set(parties);
  const ways: Way[] = [];
  let steps = 0;
  const extend = (actors: number[], carried: number): void => {
    const met = new Set(actors.flatMap((actor) => (counted.has(sectors[actor]!) ? [sectors[actor]!] : [])))
      .size;
    if (met === wanted) ways.push({ actors: [...actors], carried });
    if (met === wanted || actors.length + wanted - met > LONGEST) return;
    const last = actors.at(-1) ?? 0;
    for (let e = outgoing.offsets[last]!; e < outgoing.offsets[last + 1]!; e++) {
      const next = outgoing.columns[e]!;
      if (steps++ > MOST_STEPS) return;
      if (actors.includes(next)) continue;
      actors.push(next);
      extend(actors, Math.min(carried, outgoing.weights[e]!));
      actors.pop();
    }
  };
  for (let start = 0; start < n; start++) if (counted.has(sectors[start]!)) extend([start], Infinity);
  return ways.sort(
    (a, b) => a.actors.length - b.actors.length || b.carried - a.carried || compare(a.actors, b.actors),
  );

  function compare(a: readonly number[], b: readonly number[]): number {
    const k = a.findIndex((actor, place) => actor !== b[place]);
    return k === -1 ? 0 : a[k]! - b[k]!;
  }
}
