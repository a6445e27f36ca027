import type { EditKind } from '../../model/diagnosis-settings.ts';
import type { Localized } from '../../base/localized.ts';
import type { Direction } from '../../model/scheme.ts';
import type { Phrase, Sentence } from '../detail.ts';
import { actorPhrase, idOf, resourcePhrase } from '../diagnosis/evidence.ts';
import type { Edit, Remedy } from './remedy.ts';
import type { ChosenType, Match, Survey } from './survey.ts';

/** A remedy before it is known which findings it is for. */
export type Draft = Pick<Remedy, 'kind' | 'edits' | 'says' | 'why'>;

const typePhrase = (id: string): Phrase => ({ of: 'tie-type', id });

/** A new tie between two actors. */
export function newTie(
  survey: Survey,
  { from, to }: Pick<Match, 'from' | 'to'>,
  { type }: ChosenType,
  why: Sentence,
  more: { readonly kind?: EditKind; readonly weight?: number; readonly direction?: Direction } = {},
): Draft {
  const direction = more.direction ?? directionOf(survey, type, more.kind);
  const weight = more.weight ?? survey.usualWeight(type.id);
  const [one, other, of] = [
    actorPhrase(survey.network, from),
    actorPhrase(survey.network, to),
    typePhrase(type.id),
  ];
  return {
    kind: more.kind ?? 'add-tie',
    edits: [tieEdit(idOf(survey.network, from), idOf(survey.network, to), type, weight, direction)],
    says:
      more.kind === 'return-tie'
        ? {
            en: ['Let ', one, ' give back to ', other, ': ', of],
            zh: ['由', one, '向', other, '回馈：', of],
          }
        : direction === 'mutual'
          ? {
              en: ['Tie ', one, ' and ', other, ' together: ', of],
              zh: ['建立', one, '与', other, '之间的关系：', of],
            }
          : { en: ['Tie ', one, ' to ', other, ': ', of], zh: ['建立', one, '到', other, '的关系：', of] },
    why,
  };
}

/**
 * What is given back goes back alone. On a map of mutual ties only, one that is one-way would make the whole network
 * directed, and every number another.
 */
function directionOf(
  { network: { ties } }: Survey,
  type: ChosenType['type'],
  kind: EditKind | undefined,
): Direction {
  if (kind === 'return-tie') return 'one-way';
  return ties.mutual.length > 0 && ties.mutual.every((mutual) => mutual === 1) ? 'mutual' : type.direction;
}

function tieEdit(
  source: string,
  target: string,
  type: ChosenType['type'],
  weight: number,
  direction: Direction,
): Edit {
  return { do: 'add-tie', source, target, type: type.id, weight, direction };
}

/** A tie that is there, with twice its weight. */
export function strengthened(survey: Survey, tie: number, why: Sentence): Draft {
  const { ties } = survey.network;
  const weight = survey.statedWeight(tie);
  const [one, other] = [
    actorPhrase(survey.network, ties.source[tie]!),
    actorPhrase(survey.network, ties.target[tie]!),
  ];
  const of = typePhrase(ties.typeIds[ties.types[tie]!] ?? '');
  const [was, is] = [plain(weight), plain(2 * weight)];
  return {
    kind: 'strengthen',
    edits: [{ do: 'set-weight', tie: ties.ids[tie] ?? '', weight: 2 * weight }],
    says: {
      en: ['Strengthen the tie from ', one, ' to ', other, ` from ${was} to ${is}: `, of],
      zh: ['将', one, '到', other, `的关系由 ${was} 加强到 ${is}：`, of],
    },
    why,
  };
}

/** An actor offers something, or more of it. @param amount what it offers then */
export function newSupply(
  survey: Survey,
  actor: number,
  resource: number,
  amount: number,
  why: Sentence,
): Draft {
  const id = survey.network.profiles.resourceIds[resource] ?? '';
  const [who, what] = [actorPhrase(survey.network, actor), resourcePhrase(survey.network, resource)];
  return {
    kind: 'add-supply',
    edits: [{ do: 'set-supply', actor: idOf(survey.network, actor), resource: id, amount }],
    says: {
      en: ['Let ', who, ' offer ', what, `: ${plain(amount)}`],
      zh: ['由', who, '供给', what, `：${plain(amount)}`],
    },
    why,
  };
}

const NEW = 'new';
const INTERMEDIARY = 'intermediary';

/** A new intermediary that is tied to each of these both ways, and may offer something. */
export function newIntermediary(
  survey: Survey,
  between: readonly number[],
  why: Sentence,
  offering?: { readonly resource: number; readonly amount: number; readonly name: Localized },
): Draft {
  const resource = offering ? survey.network.profiles.resourceIds[offering.resource] : undefined;
  const names = between.map((actor) => actorPhrase(survey.network, actor));
  return {
    kind: 'add-intermediary',
    edits: [
      {
        do: 'add-actor',
        id: NEW,
        sector: INTERMEDIARY,
        name: offering
          ? { en: `New provider of ${offering.name.en}`, zh: `新的${offering.name.zh}提供方` }
          : { en: 'New intermediary', zh: '新中介组织' },
      },
      ...(offering && resource !== undefined
        ? [{ do: 'set-supply', actor: NEW, resource, amount: offering.amount } as const]
        : []),
      ...between.map((actor): Edit => {
        const { type } = survey.typeBetween(INTERMEDIARY, survey.sectorOf(actor), offering?.resource);
        return tieEdit(NEW, idOf(survey.network, actor), type, survey.usualWeight(type.id), 'mutual');
      }),
    ],
    says:
      offering && resource !== undefined
        ? {
            en: [
              'Bring in a provider of ',
              { of: 'resource', id: resource },
              ' for ',
              ...listed(names, ' and '),
            ],
            zh: ['引入', { of: 'resource', id: resource }, '提供方，服务于', ...listed(names, '和')],
          }
        : {
            en: ['Set up an intermediary between ', ...listed(names, ' and ')],
            zh: ['在', ...listed(names, '与'), '之间设立中介组织'],
          },
    why,
  };
}

function listed(names: readonly Phrase[], and: string): readonly Phrase[] {
  return names.flatMap((name, k) => (k === 0 ? [name] : [and, name]));
}

/** Half of what an actor offers (or needs) of one resource becomes another. */
export function differentiated(
  survey: Survey,
  actor: number,
  side: 'supply' | 'demand',
  { from, to }: { readonly from: number; readonly to: number },
  why: Sentence,
): Draft {
  const { profiles, actorIds } = survey.network;
  const width = profiles.resourceIds.length;
  const amounts = profiles[side];
  const half = amounts[actor * width + from]! / 2;
  const edit = (resource: number, amount: number): Edit => ({
    do: side === 'supply' ? 'set-supply' : 'set-demand',
    actor: actorIds[actor] ?? '',
    resource: profiles.resourceIds[resource] ?? '',
    amount,
  });
  const who = actorPhrase(survey.network, actor);
  const [was, is] = [resourcePhrase(survey.network, from), resourcePhrase(survey.network, to)];
  return {
    kind: 'differentiate',
    edits: [edit(from, half), edit(to, amounts[actor * width + to]! + half)],
    says:
      side === 'supply'
        ? {
            en: ['Let ', who, ' turn half of its ', was, ' to ', is],
            zh: ['将', who, '对', was, '的供给一半转向', is],
          }
        : {
            en: ['Let ', who, ' meet half of its need of ', was, ' by ', is],
            zh: ['将', who, '对', was, '的需求一半改由', is, '满足'],
          },
    why,
  };
}

/** As it is written in a sentence of either language. */
function plain(value: number): string {
  return String(Number(value.toPrecision(6)));
}
