import type { Language, Localized } from '../base/localized.ts';
import { GOALS } from '../metrics/remedies/offers.ts';
import { MOST_STEPS, USUAL_STEPS } from './plan-arguments.ts';
import { textTable } from './text-table.ts';

const HEAD: Localized = {
  en: `Options of plan: those of diagnose, --steps K (${USUAL_STEPS}, at most ${MOST_STEPS}), and --goal ID, what is to get better, one of`,
  zh: `plan 的选项：diagnose 的全部选项、--steps K（默认 ${USUAL_STEPS}，最多 ${MOST_STEPS}），以及 --goal 标识（改进目标），标识为下列之一`,
};

export function planOptions(language: Language): string {
  const rows = GOALS.map(({ id, name }) => [`  ${id}`, name[language]]);
  return `${HEAD[language]}\n${textTable(rows, ['left', 'left'])}`;
}
