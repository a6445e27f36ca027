import type { Localized } from '../../base/localized.ts';
import { counted, percent } from '../counted.ts';
import type { Phrase, Sentence } from '../detail.ts';
import type { BusyBy, Funded, FundingShock, Hit, RemovalShock, Shock } from './shock.ts';
import { actorsNamed, sentence, words } from './words.ts';

export const BUSY_NAMES: Readonly<Record<BusyBy, Localized>> = {
  degree: { en: 'most partners', zh: '合作方最多' },
  strength: { en: 'largest strength', zh: '强度最大' },
  betweenness: { en: 'highest betweenness', zh: '中介中心性最高' },
};

/** What is supposed: “If X left, ”. */
export function premiseOf(shock: Shock, hit: Hit): Sentence {
  return shock.kind === 'funding' ? fundingPremise(shock) : removalPremise(shock, hit);
}

function removalPremise(shock: RemovalShock, hit: Hit): Sentence {
  const count = hit.actors.size;
  switch (shock.kind) {
    case 'parts':
      return partsPremise(hit);
    case 'sector': {
      const sector: Phrase = { of: 'sector', id: shock.id };
      return {
        en: [count === 1 ? 'If the one actor of ' : `If all ${count} actors of `, sector, ' left, '],
        zh: ['若', sector, `类的 ${count} 个主体全部退出，`],
      };
    }
    case 'tie-type': {
      const type: Phrase = { of: 'tie-type', id: shock.id };
      return {
        en: [
          hit.ties.size === 1 ? 'If the one tie of ' : `If all ${hit.ties.size} ties of `,
          type,
          ' ceased, ',
        ],
        zh: ['若', type, `类的 ${hit.ties.size} 条关系全部中断，`],
      };
    }
    case 'busiest': {
      const { en, zh } = BUSY_NAMES[shock.by];
      return count === 1
        ? {
            en: [`If the actor with the ${en}, `, ...actorsNamed([...hit.actors]).en, ', left, '],
            zh: [`若${zh}的主体（`, ...actorsNamed([...hit.actors]).zh, '）退出，'],
          }
        : words(`If the ${count} actors with the ${en} left, `, `若${zh}的 ${count} 个主体退出，`);
    }
    case 'chance':
      return words(
        `If ${counted(count, 'actor', 'actors')} drawn by chance left (seed ${shock.seed}), `,
        `若随机抽取的 ${count} 个主体退出（种子 ${shock.seed}），`,
      );
  }
}

/** Named while they are few enough to be said. */
const FEW = 3;

function partsPremise({ actors, ties }: Hit): Sentence {
  const [count, cut] = [actors.size, ties.size];
  if (count === 0)
    return words(
      cut === 1 ? 'If this tie ceased, ' : `If these ${cut} ties ceased, `,
      cut === 1 ? '若这条关系中断，' : `若这 ${cut} 条关系中断，`,
    );
  const who = count <= FEW ? actorsNamed([...actors]) : words(`these ${count} actors`, `这 ${count} 个主体`);
  return cut === 0
    ? sentence(words('If ', '若'), who, words(' left, ', '退出，'))
    : sentence(
        words('If ', '若'),
        who,
        words(
          ` left and ${counted(cut, 'more tie', 'more ties')} ceased, `,
          `退出，另有 ${cut} 条关系中断，`,
        ),
      );
}

function fundingPremise({ currency, cut, from, share }: FundingShock): Sentence {
  const { en, zh } = percent(share);
  const what: Phrase = currency === '' || currency === '*' ? '' : { of: 'tie-type', id: currency };
  const flow: Sentence = what === '' ? words('of what flows', '流量') : { en: ['of ', what], zh: [what] };
  const who = fundedNames(from);
  return cut === 'inflow'
    ? {
        en: [`If ${en} `, ...flow.en, ' that comes to ', ...who.en, ' from outside were cut, '],
        zh: ['若从外部流入', ...who.zh, '的', ...flow.zh, `削减 ${zh}，`],
      }
    : {
        en: [`If ${en} `, ...flow.en, ' that ', ...who.en, ' passes on were cut, '],
        zh: ['若', ...who.zh, '给出的', ...flow.zh, `削减 ${zh}，`],
      };
}

function fundedNames(from: Funded): Sentence {
  if (from.of === 'everyone') return words('everyone', '所有主体');
  if (from.of === 'sector') {
    const sector: Phrase = { of: 'sector', id: from.id };
    return { en: [sector], zh: [sector, '类主体'] };
  }
  return actorsNamed(from.ids);
}
