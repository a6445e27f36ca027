import type { Localized } from '../../base/localized.ts';
import type { Phrase, Sentence } from '../detail.ts';

/** What the indicators that are no measures are called, by id. */
const BUILT_IN_NAMES: ReadonlyMap<string, Localized> = new Map([
  ['enterprise-coverage', { en: 'Share of enterprises’ needs that somebody offers', zh: '企业需求的覆盖率' }],
  [
    'enterprise-partners',
    {
      en: 'Share of enterprises that have a university or an intermediary as partner',
      zh: '与高校或中介组织有合作的企业占比',
    },
  ],
  [
    'industry-education-reciprocity',
    {
      en: 'Reciprocity between enterprises and universities, 0 where nothing passes between them',
      zh: '企业与高校之间的加权互惠性，两者之间无往来时为 0',
    },
  ],
  [
    'university-coverage',
    { en: 'Share of universities’ needs that somebody offers', zh: '高校需求的覆盖率' },
  ],
  [
    'university-partners',
    {
      en: 'Share of universities that have an enterprise or an intermediary as partner',
      zh: '与企业或中介组织有合作的高校占比',
    },
  ],
  [
    'talent-coverage',
    {
      en: 'Share of all needs for the training of talent that somebody offers',
      zh: '人才培养维度需求的覆盖率',
    },
  ],
]);

/** Ids of the indicators that are no measures. */
export const BUILT_IN_INDICATORS: readonly string[] = [...BUILT_IN_NAMES.keys()];

const FIELD = 'field:';

/** The mean of a number field over the actors of a sector, or of all. */
export interface FieldIndicator {
  readonly field: string;
  readonly sector?: string;
}

/** Of an id `field:F@S` or `field:F`; undefined where it is no such id. */
export function fieldIndicator(id: string): FieldIndicator | undefined {
  if (!id.startsWith(FIELD)) return undefined;
  const text = id.slice(FIELD.length);
  const at = text.lastIndexOf('@');
  return at < 0 ? { field: text } : { field: text.slice(0, at), sector: text.slice(at + 1) };
}

export function fieldIndicatorId({ field, sector }: FieldIndicator): string {
  return FIELD + (sector === undefined ? field : `${field}@${sector}`);
}

/** What an indicator is called; null where no indicator has this id. Whether a map has the field is not asked. */
export function indicatorName(
  id: string,
  find: (id: string) => { readonly name: Localized } | undefined,
): Sentence | null {
  const known = BUILT_IN_NAMES.get(id) ?? find(id)?.name;
  if (known) return { en: [known.en], zh: [known.zh] };
  const mean = fieldIndicator(id);
  if (!mean) return null;
  const field: Phrase = { of: 'field', id: mean.field };
  if (mean.sector === undefined) return { en: ['Mean of ', field], zh: [field, '均值'] };
  const sector: Phrase = { of: 'sector', id: mean.sector };
  return { en: ['Mean of ', field, ' (', sector, ')'], zh: [sector, '的', field, '均值'] };
}

export function unknownIndicator(id: string): Sentence {
  return { en: [`Not known: ${id}`], zh: [`未知指标：${id}`] };
}
