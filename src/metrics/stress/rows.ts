import type { Network } from '../../network/network.ts';
import type { FindingRow, Phrase, RowsDetail, Sentence } from '../detail.ts';
import type { CohesionLoss } from './cohesion.ts';
import type { FundingLoss } from './funding.ts';
import type { NeedLoss, NeedsLoss, NeedVerdict } from './needs.ts';
import { actorsNamed, sentence, words } from './words.ts';

type Tag = NonNullable<FindingRow['tag']>;

const ALONE: Tag = { name: { en: 'loses all partners', zh: '失去全部合作方' }, tone: 'concern' };
const CUT_OFF: Tag = { name: { en: 'cut off with others', zh: '与他人一同失去联系' }, tone: 'neutral' };

const NEED_TAGS: Readonly<Record<NeedVerdict, Tag>> = {
  vacant: { name: { en: 'nobody offers it any more', zh: '不再有主体供给' }, tone: 'concern' },
  unreached: { name: { en: 'no longer gets there', zh: '不再能到达' }, tone: 'concern' },
  less: { name: { en: 'less gets there', zh: '到达的减少' }, tone: 'neutral' },
};

const HIT: Tag = { name: { en: 'hit at once', zh: '直接受影响' }, tone: 'concern' };

function one(of: 'actor' | 'resource', id: string): Sentence {
  const phrase: Phrase = { of, id };
  return { en: [phrase], zh: [phrase] };
}

/** Who is cut off, or loses all partners: those first who lose all. */
export function cutOffRows({ stranded, alone }: CohesionLoss): RowsDetail {
  const single = new Set(alone);
  const ids = [...alone, ...stranded.filter((id) => !single.has(id))];
  return {
    kind: 'rows',
    columns: [],
    rows: ids.map((id) => ({
      id,
      says: one('actor', id),
      tag: single.has(id) ? ALONE : CUT_OFF,
      values: [],
      actors: [id],
    })),
    none: { en: 'Nobody who stays is cut off.', zh: '留下的主体都不会失去联系。' },
    facts: [],
  };
}

/** Of which resources those who stay get less, and who they are. */
export function needRows({ met: [before], resources }: NeedsLoss): RowsDetail {
  return {
    kind: 'rows',
    columns: [
      { id: 'before', name: { en: 'Needs met', zh: '需求满足率' }, style: 'share', digits: 2, bar: true },
      { id: 'after', name: { en: 'Then', zh: '其后' }, style: 'share', digits: 2, bar: true },
    ],
    rows: resources.map(needRow),
    none:
      before === null
        ? { en: 'Nobody who stays states a need.', zh: '留下的主体均未填写需求。' }
        : { en: 'Every need is met as before.', zh: '各项需求的满足程度不变。' },
    facts: [],
  };
}

function needRow({ resource, verdict, met, without, losers }: NeedLoss): FindingRow {
  const rest = losers.filter((id) => !without.includes(id));
  const lines: Sentence[] = [];
  if (without.length > 0)
    lines.push(sentence(words('Nothing for ', '得不到：'), actorsNamed(without), words('.', '。')));
  if (rest.length > 0)
    lines.push(sentence(words('Less for ', '减少：'), actorsNamed(rest), words('.', '。')));
  if (losers.length === 0)
    lines.push(words('It reached nobody who needs it before either.', '此前它也未到达需要者。'));
  return {
    id: resource,
    says: one('resource', resource),
    tag: NEED_TAGS[verdict],
    why: {
      en: lines.flatMap(({ en }, k) => (k === 0 ? en : [' ', ...en])),
      zh: lines.flatMap(({ zh }) => zh),
    },
    values: met,
    actors: losers,
  };
}

/** Of all throughflow: less than this is rounding. */
const ROUNDING = 1e-9;

/** Through whom less passes, the largest loss first. */
export function fundingRows({ actorIds }: Network, loss: FundingLoss): RowsDetail {
  const [all] = loss.throughflow;
  const hit = Array.from(loss.actors.keys()).filter((k) => loss.lost[k]! > ROUNDING * all);
  hit.sort((a, b) => loss.lost[b]! - loss.lost[a]! || a - b);
  return {
    kind: 'rows',
    columns: [
      { id: 'before', name: { en: 'Passes through', zh: '通流量' }, style: 'number', digits: 3 },
      { id: 'after', name: { en: 'Then', zh: '其后' }, style: 'number', digits: 3 },
      { id: 'lost', name: { en: 'Loss', zh: '减少' }, style: 'share', digits: 2, bar: true },
    ],
    rows: hit.map((k) => {
      const id = actorIds[loss.actors[k]!] ?? '';
      const [before, lost] = [loss.before[k]!, loss.lost[k]!];
      return {
        id,
        says: one('actor', id),
        ...(loss.atOnce[k]! > ROUNDING * all && { tag: HIT }),
        values: [before, Math.max(0, before - lost), Math.min(1, lost / before)],
        actors: [id],
      };
    }),
    none: { en: 'Nobody loses anything.', zh: '没有主体受损。' },
    facts: [],
  };
}
