import { expect, it } from 'vitest';
import type { StrategyNumbers } from '../../src/figures/strategy/numbers.ts';
import type { Finding } from '../../src/metrics/diagnosis/rule.ts';
import { settingsOf } from '../../src/model/diagnosis-settings.ts';
import { firstChoices, languagesOf, ticksOf } from '../../src/state/strategy-choices.ts';

function finding(id: string, severity: number): Finding {
  return {
    ...{ id, severity, level: 'warning', facts: [], actors: [], ties: [], pairs: [], subject: {} },
    says: { en: [id], zh: [id] },
  };
}

const found = (code: 'D1' | 'D5', severities: readonly number[]) => ({
  code,
  severity: severities[0] ?? 0,
  outcome: {
    applies: true as const,
    facts: [],
    findings: severities.map((severity, k) => finding(`${code} ${k}`, severity)),
  },
});
const numbers = {
  diagnosis: { results: [found('D1', [0.5, 0.5, 0.5, 0.4]), found('D5', [0.9, 0.2])] },
} as unknown as StrategyNumbers;
const choices = firstChoices({ title: '', author: 'A', unknown: {} }, 'zh', new Date(2026, 0, 5));

it('starts with everything on the page, in the language shown, on the day of the window', () => {
  expect(choices).toMatchObject({ language: 'zh', author: 'A', date: '2026-01-05', since: undefined });
  expect(choices.sections.size).toBe(6);
});

it('tells the worst few findings of each rule until someone ticks others', () => {
  const told = (findings: ReadonlyMap<string, boolean>): string[] =>
    ticksOf(numbers, settingsOf(), { findings }).flatMap((tick) => (tick.told ? [tick.finding.id] : []));
  expect(told(new Map())).toEqual(['D5 0', 'D1 0', 'D1 1', 'D1 2', 'D5 1']);
  const changed = new Map([
    ['D5 0', false],
    ['D1 3', true],
  ]);
  expect(told(changed)).toEqual(['D1 0', 'D1 1', 'D1 2', 'D1 3', 'D5 1']);
});

it('offers nothing of a rule that is muted', () => {
  const ticks = ticksOf(numbers, settingsOf({ muted: { D1: 'known' } }), choices);
  expect(ticks.map(({ finding: { id } }) => id)).toEqual(['D5 0', 'D5 1']);
});

it('puts the language shown first where both are wanted', () => {
  expect(languagesOf('both', 'zh')).toEqual(['zh', 'en']);
  expect(languagesOf('both', 'en')).toEqual(['en', 'zh']);
  expect(languagesOf('en', 'zh')).toEqual(['en']);
});
