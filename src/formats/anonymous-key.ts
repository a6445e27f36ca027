import type { Language, Localized } from '../base/localized.ts';
import type { Renamed } from '../model/anonymise.ts';
import { csvText, MARK, type WrittenColumn } from './csv-write.ts';

const KINDS: Readonly<Record<Renamed['kind'], Localized>> = {
  actor: { en: 'Actor', zh: '主体' },
  project: { en: 'Project', zh: '项目' },
  resource: { en: 'Resource', zh: '资源' },
};

/** The key of an anonymised map as a table: kind, new name in both languages, old name, old second name. */
export function keyCsv(key: readonly Renamed[], language: Language): string {
  const column = (header: Localized, cell: (line: Renamed) => string): WrittenColumn<Renamed> => ({
    header: header[language],
    kind: 'text',
    cell,
  });
  return (
    MARK +
    csvText(
      [
        column({ en: 'Kind', zh: '类别' }, ({ kind }) => KINDS[kind][language]),
        column({ en: 'New name', zh: '新名称' }, ({ name }) => name[language]),
        column({ en: 'New name (Chinese)', zh: '新名称（英文）' }, ({ name }) => name[other(language)]),
        column({ en: 'Old name', zh: '原名称' }, ({ was }) => was),
        column({ en: 'Old second name', zh: '原第二名称' }, ({ secondName = '' }) => secondName),
      ],
      key,
    )
  );
}

function other(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}
