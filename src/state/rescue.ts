import type { Choice, SourceFile } from '../formats/format.ts';

/** What can go wrong because a text was taken for something that it is not. */
const OF_DETECTION = new Set([
  'binary',
  'json-broken',
  'no-valid-weight',
  'nothing-found',
  'quote-open',
  'too-many-columns',
]);

const DETECTED = { value: '', label: { en: 'As detected', zh: '自动识别' } };

/** What the user may decide about files of which nothing could be read. */
export async function rescueChoices(code: string, files: readonly SourceFile[]): Promise<readonly Choice[]> {
  if (!OF_DETECTION.has(code)) return [];
  const [{ ENCODINGS }, { DELIMITERS }, { containerOf }] = await Promise.all([
    import('../formats/decode.ts'),
    import('../formats/delimited.ts'),
    import('../formats/detect.ts'),
  ]);
  return files.flatMap(({ name, bytes }, index): readonly Choice[] => {
    if (containerOf(bytes) !== 'text') return [];
    return [
      {
        id: `encoding.${index}`,
        ...(name !== '' && { of: name }),
        label: { en: 'Encoding', zh: '编码' },
        value: '',
        options: [DETECTED, ...ENCODINGS],
      },
      {
        id: `delimiter.${index}`,
        ...(name !== '' && { of: name }),
        label: { en: 'Delimiter', zh: '分隔符' },
        value: '',
        options: [DETECTED, ...DELIMITERS],
      },
    ];
  });
}
