import { foldName } from './commands/checks.ts';
import type { Resource } from './scheme.ts';

/** Words that people write for the resources of the default scheme, beside their names. */
export const RESOURCE_WORDS: Readonly<Record<string, string>> = {
  talent: 'talent talents people graduates 人才 技术人才 毕业生',
  internships: 'internship internships placements 实习 实习岗位 岗位',
  courses: 'course courses curriculum curricula 课程 教材',
  research: 'research results patents 成果 科研 专利',
  equipment: 'equipment laboratory laboratories lab labs 设备 实验室',
  'pilot-platform': 'pilotplatform pilot 中试 平台',
  funding: 'funding funds money capital finance 资金 经费 资本',
  orders: 'orders market markets sales 订单 市场',
  policy: 'policy policies support 政策',
  data: 'data information 数据 信息',
};

const IDS: ReadonlyMap<string, string> = new Map(
  Object.entries(RESOURCE_WORDS).flatMap(([id, words]) =>
    words.split(' ').map((word) => [foldName(word), id] as const),
  ),
);

/** The resource of exactly this id or name, whatever its case and width. */
export function resourceCalled(resources: readonly Resource[], text: string): Resource | undefined {
  const wanted = foldName(text);
  return resources.find(({ id, name }) => [id, name.en, name.zh].some((known) => foldName(known) === wanted));
}

/** The resource that is meant: by id or name, by another word for it, or by the beginning of only one. */
export function resourceNamed(resources: readonly Resource[], text: string): Resource | undefined {
  const wanted = foldName(text);
  if (wanted === '') return undefined;
  const known = resourceCalled(resources, text) ?? resources.find(({ id }) => id === IDS.get(wanted));
  if (known) return known;
  const beginning = resources.filter(({ id, name }) =>
    [id, name.en, name.zh].some((entry) => foldName(entry).startsWith(wanted)),
  );
  return beginning.length === 1 ? beginning[0] : undefined;
}
