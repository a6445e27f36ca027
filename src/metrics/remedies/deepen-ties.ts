import { newTie, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import type { Survey } from './survey.ts';

const MOST = 6;

/** D13: a second type of tie for pairs that have one, those first of whom both share no more with any partner. */
export const deepenTies = atOncePropose((survey, { subject }) => {
  const about = subject.actors ? new Set(subject.actors) : undefined;
  const thin = typesHeld(survey).filter(
    ({ types, from, to }) => types.size === 1 && (!about || about.has(from) || about.has(to)),
  );
  const thinness = ({ from, to }: Pair): number => [from, to].filter((actor) => about?.has(actor)).length;
  thin.sort((a, b) => thinness(b) - thinness(a) || b.weight - a.weight || a.from - b.from || a.to - b.to);
  return thin.slice(0, MOST).flatMap(({ from, to, types }): Draft[] => {
    const type = survey.otherTypeFor(from, to, types);
    if (!type) return [];
    return [
      newTie(survey, { from, to }, type, {
        en: ['They are tied by one type alone: a second one keeps them together when that one ends.'],
        zh: ['二者仅有一种类型的关系：增加第二种后，前者终止时仍有联系。'],
      }),
    ];
  });
});

interface Pair {
  /** Ends of its heaviest tie. */
  from: number;
  to: number;
  weight: number;
  readonly types: Set<string>;
}

function typesHeld({ network: { ties } }: Survey): readonly Pair[] {
  const byPair = new Map<string, Pair>();
  for (let tie = 0; tie < ties.ids.length; tie++) {
    const [from, to, weight] = [ties.source[tie]!, ties.target[tie]!, ties.weight[tie]!];
    if (from === to) continue;
    const type = ties.typeIds[ties.types[tie]!] ?? '';
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const pair = byPair.get(key);
    if (!pair) byPair.set(key, { from, to, weight, types: new Set([type]) });
    else {
      pair.types.add(type);
      if (weight > pair.weight) Object.assign(pair, { from, to, weight });
    }
  }
  return [...byPair.values()];
}
