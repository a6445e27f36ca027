import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import { SMALL_MAP } from '../measure.ts';

const SCENARIO: Localized = {
  en: 'A scenario, not a prediction: everything else stays as it is; nobody seeks new partners or other sources.',
  zh: '情景推演，非预测：其他一切保持不变，不考虑主体寻找新的合作方或其他来源。',
};

/** How funding is followed: see `funding.ts`. */
const FUNDING_MODEL: Localized = {
  en: 'Everyone passes on the same shares of what it gets as before, so a loss travels on along the ties: T′ = z′ (I − G′)⁻¹. What is withheld leaves the ecosystem. Ties stay, so nobody is cut off and supply is not read.',
  zh: '假定各主体仍按原有份额传递所得，损失沿关系逐级传递：T′ = z′ (I − G′)⁻¹；被削减的部分视为流出系统。关系本身不变，故不涉及失去联系与供给中断。',
};

/** What of a loss does not apply to this network, and what a reader should know. */
export function removalNotes(before: Network, after: Network): readonly Localized[] {
  const notes: Localized[] = [SCENARIO];
  if (before.tieCount === 0)
    notes.push({ en: 'There are no ties: nobody can be cut off.', zh: '地图上没有关系：谈不上失去联系。' });
  if (!before.profiles.demand.some((amount) => amount > 0))
    notes.push({
      en: 'Nobody states a need, so it cannot be said which needs lose supply. State what actors need and offer, and it will be here.',
      zh: '没有主体填写需求，因此无法判断哪些需求会失去供给。填写主体的需求与供给后，这里会显示。',
    });
  if (before.n > 0 && new Set(before.sectors).size === 1)
    notes.push({
      en: 'All actors are of one sector: what is between sectors does not apply.',
      zh: '所有主体同属一个类型：类型之间的指标不适用。',
    });
  if (before.directed && !after.directed && after.tieCount > 0)
    notes.push({
      en: 'Only mutual ties would be left: the rest is measured as undirected, and density is not comparable.',
      zh: '仅剩双向关系：其余部分按无向网络计算，密度前后不可比。',
    });
  return [...notes, ...small(before)];
}

export function fundingNotes(network: Network, found: boolean): readonly Localized[] {
  const notes: Localized[] = [SCENARIO, FUNDING_MODEL];
  if (!found)
    notes.push({
      en: 'Nothing of this kind flows here, or what flows never leaves: the model does not apply.',
      zh: '这里没有此类流动，或流动从不离开系统：模型不适用。',
    });
  return [...notes, ...small(network)];
}

function small({ n }: Network): readonly Localized[] {
  return n > 0 && n < SMALL_MAP
    ? [
        {
          en: `With fewer than ${SMALL_MAP} actors each loss weighs heavily: take shares as hints.`,
          zh: `主体少于 ${SMALL_MAP} 个时，单个主体的影响很大，比例仅供参考。`,
        },
      ]
    : [];
}
