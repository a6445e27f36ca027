import type { Language, Localized } from '../base/localized.ts';
import { RULES } from '../metrics/diagnosis/registry.ts';
import { DIAGNOSE_OPTIONS } from './diagnose-arguments.ts';
import { textTable } from './text-table.ts';

const HEAD: Localized = {
  en: `Options of diagnose: --json, --lang en | zh, --direction, --weights, ${DIAGNOSE_OPTIONS.map((id) => `--${id}`).join(', ')} and
--threshold ID=VALUE, as often as you like. What is not said is as a map of the app’s own says. Thresholds are`,
  zh: `diagnose 的选项：--json、--lang en | zh、--direction、--weights、${DIAGNOSE_OPTIONS.map((id) => `--${id}`).join('、')} 以及
可多次使用的 --threshold 标识=数值。未指明的选项以本软件地图文件中的设置为准。阈值标识为下列之一`,
};

/** The flags of the diagnosis, with every threshold and its usual value. */
export function diagnoseOptions(language: Language): string {
  const rows = RULES.flatMap(({ code, thresholds }) =>
    thresholds.map(({ id, standard, min, max, name }) => [
      `  ${id}`,
      `${standard} (${min} … ${max})`,
      `${code}: ${name[language]}`,
    ]),
  );
  return `${HEAD[language]}\n${textTable(rows, ['left', 'left', 'left'])}`;
}
