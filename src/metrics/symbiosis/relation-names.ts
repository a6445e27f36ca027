import type { Localized } from '../../base/localized.ts';
import type { Relation } from './relations.ts';

/** What relations of two are called, and what they mean. */
export const RELATION_TEXTS: Readonly<
  Record<Relation, { readonly name: Localized; readonly says: Localized }>
> = {
  mutualism: {
    name: { en: 'Mutualism (+, +)', zh: '互利共生（+，+）' },
    says: { en: 'Both gain.', zh: '双方都获益。' },
  },
  exploitation: {
    name: { en: 'Exploitation (+, −)', zh: '寄生/捕食（+，−）' },
    says: { en: 'One gains, the other loses.', zh: '一方获益，另一方受损。' },
  },
  competition: {
    name: { en: 'Competition (−, −)', zh: '竞争（−，−）' },
    says: { en: 'Both lose.', zh: '双方都受损。' },
  },
  commensalism: {
    name: { en: 'Commensalism (+, 0)', zh: '偏利（+，0）' },
    says: { en: 'One gains, the other neither gains nor loses.', zh: '一方获益，另一方无得失。' },
  },
  amensalism: {
    name: { en: 'Amensalism (−, 0)', zh: '偏害（−，0）' },
    says: { en: 'One loses, the other neither gains nor loses.', zh: '一方受损，另一方无得失。' },
  },
  neutralism: {
    name: { en: 'Neutralism (0, 0)', zh: '中性（0，0）' },
    says: { en: 'Neither gains or loses.', zh: '双方均无得失。' },
  },
};
