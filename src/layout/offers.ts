import { MOST_PLACED } from '../metrics/niche/most-placed.ts';
import type { LayoutOffer, LayoutOption } from './layout.ts';

// Apart from the engines: the page offers layouts, and workers alone run them.

const SPACING: LayoutOption = {
  id: 'spacing',
  name: { en: 'Spacing', zh: '间距' },
  min: 0.6,
  max: 2.5,
  step: 0.1,
  standard: 1,
};

export const TIGHTNESS = 0.5;

/** Distances of all pairs take memory and time with the square of the number of actors. */
const MOST_BY_DISTANCE = 4000;

export const FORCE_OFFER: LayoutOffer = {
  id: 'force',
  name: { en: 'Force-directed', zh: '力导向' },
  says: {
    en: 'Ties pull their two ends together, all actors push each other apart: groups that work together end up side by side.',
    zh: '关系把两端拉近，所有主体又彼此推开：往来密切的主体自然聚在一起。',
  },
  options: [
    SPACING,
    {
      id: 'tightness',
      name: { en: 'Cluster tightness', zh: '聚团程度' },
      min: 0,
      max: 4,
      step: 0.1,
      standard: TIGHTNESS,
    },
  ],
};

export const STRESS_OFFER: LayoutOffer = {
  id: 'stress',
  name: { en: 'True distances', zh: '真实距离' },
  says: {
    en: 'The farther apart two actors are on the map, the more steps lie between them: shows who is central and who is remote.',
    zh: '图上相距越远，两个主体之间相隔的步数就越多：谁居于中心、谁处在边缘，一目了然。',
  },
  options: [SPACING],
  limit: MOST_BY_DISTANCE,
};

export const NICHE_OFFER: LayoutOffer = {
  id: 'niche',
  name: { en: 'Niche map', zh: '生态位图' },
  says: {
    en: 'Actors that live on the same things stand together, whether or not they are tied; actors without a niche stand below.',
    zh: '利用相似资源的主体相邻，无论彼此有无关系；没有生态位的主体排在下方。',
  },
  options: [SPACING],
  limit: MOST_PLACED,
  readsNiches: true,
};

/** All layouts, in the order in which they are offered. */
export const LAYOUT_OFFERS: readonly LayoutOffer[] = [FORCE_OFFER, STRESS_OFFER, NICHE_OFFER];
