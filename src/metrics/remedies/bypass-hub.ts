import type { Sentence } from '../detail.ts';
import { actorPhrase, partnersOf } from '../diagnosis/evidence.ts';
import { piecesOf } from '../structure/components.ts';
import { newIntermediary, newTie, strengthened, type Draft } from './draft.ts';
import { atOncePropose } from './proposer.ts';
import type { Match, Survey } from './survey.ts';

const MOST_TIES = 4;
const MOST_STRENGTHENED = 2;
/** Partners of a hub that are looked at: of more, those with the fewest other partners. */
const MOST_PARTNERS = 60;

/** D4 and D12: ties between what hangs on one actor, stronger ones past it, or a second go-between. */
export const bypassHub = atOncePropose((survey, { subject }) => {
  const hub = subject.actors?.[0] ?? busiest(survey);
  if (hub === undefined) return [];
  const pieces = piecesOf(survey.network.either, hub);
  const partners = [...partnersOf(survey.network, hub)]
    .sort((a, b) => survey.partners[a]! - survey.partners[b]! || a - b)
    .slice(0, MOST_PARTNERS);
  const pairs = bridging(survey, partners, pieces);
  const who = actorPhrase(survey.network, hub);
  const past: Sentence = {
    en: ['So that less goes through ', who, '.'],
    zh: ['使经由', who, '的往来减少。'],
  };
  const whyOf = ({ from, to }: Match): Sentence =>
    pieces[from] === pieces[to]
      ? past
      : { en: ['They hang together by ', who, ' alone.'], zh: ['二者仅靠', who, '相连。'] };
  const drafts: Draft[] = pairs
    .slice(0, MOST_TIES)
    .map((match) =>
      newTie(survey, match, survey.typeFor(match.from, match.to, match.resource), whyOf(match)),
    );
  drafts.push(...pastHub(survey, hub, partners, past));
  const [pair] = pairs;
  if (pair) drafts.push(newIntermediary(survey, [pair.from, pair.to], whyOf(pair)));
  return drafts;
});

function busiest({ network, partners }: Survey): number | undefined {
  let best: number | undefined;
  for (let actor = 0; actor < network.n; actor++)
    if (best === undefined || partners[actor]! > partners[best]!) best = actor;
  return best;
}

/** Pairs of its partners that are not tied: first those that fall apart without it, then by fit. */
function bridging(survey: Survey, partners: readonly number[], pieces: Int32Array): readonly Match[] {
  const found: Match[] = [];
  for (const [k, one] of partners.entries())
    for (const other of partners.slice(k + 1)) {
      if (survey.tied(one, other)) continue;
      const [there, back] = [survey.match(one, other), survey.match(other, one)];
      found.push(back.fit > there.fit ? back : there);
    }
  const apart = ({ from, to }: Match): number => (pieces[from] === pieces[to] ? 0 : 1);
  found.sort((a, b) => apart(b) - apart(a) || b.fit - a.fit || a.from - b.from || a.to - b.to);
  const seen = new Set<number>();
  // One tie into each piece tells more than many into one.
  return found.filter(({ from, to }) => {
    const fresh = !seen.has(from) || !seen.has(to);
    seen.add(from).add(to);
    return fresh;
  });
}

/** The weakest ties among its partners, which are the ways past it. */
function pastHub(survey: Survey, hub: number, partners: readonly number[], why: Sentence): readonly Draft[] {
  const { ties } = survey.network;
  const near = new Set(partners);
  const found: number[] = [];
  for (let tie = 0; tie < ties.ids.length; tie++) {
    const [from, to] = [ties.source[tie]!, ties.target[tie]!];
    if (from !== to && from !== hub && to !== hub && near.has(from) && near.has(to)) found.push(tie);
  }
  return found
    .sort((a, b) => ties.weight[a]! - ties.weight[b]! || a - b)
    .slice(0, MOST_STRENGTHENED)
    .map((tie) => strengthened(survey, tie, why));
}
