import type { Language, Localized } from '../base/localized.ts';
import { TABLE_FORMATS } from '../figures/tables/write.ts';
import { ofText } from './paper-arguments.ts';

const TEXT: Localized = {
  en: `Options of table and methods: --lang en | zh, --direction, --weights, --measures and all options of measures
  table     --of ${ofText()}
            several with commas; --format ${TABLE_FORMATS.join(' | ')}, or as -o OUT is named;
            --anonymous: roles and numbers instead of names; --key OUT.csv says who is who, to be kept apart
  methods   --diagnosis, --bibtex OUT, --ris OUT, --parameters OUT
`,
  zh: `table 与 methods 的选项：--lang en | zh、--direction、--weights、--measures 以及各指标的全部选项
  table     --of ${ofText()}
            多个以逗号分隔；--format ${TABLE_FORMATS.join(' | ')}，或由 -o 输出 的扩展名决定；
            --anonymous：以类型加编号代替名称；--key 输出.csv 写出对照表，请单独保管
  methods   --diagnosis、--bibtex 输出、--ris 输出、--parameters 输出
`,
};

export function paperOptions(language: Language): string {
  return TEXT[language];
}
