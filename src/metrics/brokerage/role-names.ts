import type { Localized } from '../../base/localized.ts';

interface RoleTexts {
  readonly id: string;
  readonly name: Localized;
  /** As in Gould & Fernandez (1989). */
  readonly symbol: readonly [string, string];
  /** Which sectors are the same, a giving to v and v to c. */
  readonly sectors: string;
  readonly says: Localized;
}

/** In the order of the counts. */
export const ROLES: readonly RoleTexts[] = [
  {
    id: 'coordinator',
    name: { en: 'Coordinator', zh: '协调者' },
    symbol: ['w', 'I'],
    sectors: 'sₐ = sᵥ = s_c',
    says: {
      en: 'How often this actor links two others of its own sector that are not tied.',
      zh: '该主体有多少次连接同一类型中彼此没有关系的另外两个主体。',
    },
  },
  {
    id: 'itinerant',
    name: { en: 'Itinerant broker', zh: '外来顾问' },
    symbol: ['w', 'O'],
    sectors: 'sₐ = s_c ≠ sᵥ',
    says: {
      en: 'How often this actor links two untied actors of one other sector, as a consultant does.',
      zh: '该主体有多少次像顾问那样，连接另一类型内部彼此没有关系的两个主体。',
    },
  },
  {
    id: 'representative',
    name: { en: 'Representative', zh: '代言人' },
    symbol: ['b', 'IO'],
    sectors: 'sₐ = sᵥ ≠ s_c',
    says: {
      en: 'How often this actor passes on, to another sector, what an actor of its own sector gives.',
      zh: '该主体有多少次把本类型主体提供的资源传给其他类型。',
    },
  },
  {
    id: 'gatekeeper',
    name: { en: 'Gatekeeper', zh: '守门人' },
    symbol: ['b', 'OI'],
    sectors: 'sₐ ≠ sᵥ = s_c',
    says: {
      en: 'How often this actor lets in what another sector gives to an actor of its own.',
      zh: '该主体有多少次把其他类型提供的资源引入本类型。',
    },
  },
  {
    id: 'liaison',
    name: { en: 'Liaison', zh: '联络人' },
    symbol: ['b', 'O'],
    sectors: 'sₐ ≠ sᵥ ≠ s_c ≠ sₐ',
    says: {
      en: 'How often this actor links two other sectors, belonging to neither.',
      zh: '该主体有多少次连接自己不属于的两个不同类型。',
    },
  },
];
