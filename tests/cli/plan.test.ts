import { beforeAll, describe, expect, it } from 'vitest';
import { parsePlan, USUAL_STEPS } from '../../src/cli/plan-arguments.ts';
import { buildCommand, ecotone } from './running.ts';

const SAMPLE = 'public/samples/jinhua.json';

beforeAll(buildCommand, 120_000);

interface WrittenPlan {
  readonly goal: { readonly id: string; readonly better: string };
  readonly before: number;
  readonly steps: readonly {
    readonly says: string;
    readonly gain: number;
    readonly cost: number;
    readonly totalGain: number;
    readonly goal: number;
    readonly edits: readonly unknown[];
  }[];
  readonly notes: readonly string[];
}

describe('ecotone plan', () => {
  it('plans steps that gain, adds them up, and says that this is a scenario', async () => {
    const { code, output } = await ecotone('plan', SAMPLE, '--steps', '3', '--json');
    expect(code).toBe(0);
    const { goal, before, steps, notes } = JSON.parse(output) as WrittenPlan;
    expect(goal).toMatchObject({ id: 'gauges', better: 'higher' });
    expect(steps).toHaveLength(3);
    for (const [k, step] of steps.entries()) {
      expect(step.gain).toBeGreaterThan(0);
      expect(step.edits.length).toBeGreaterThan(0);
      expect(step.totalGain).toBeCloseTo((steps[k - 1]?.totalGain ?? 0) + step.gain, 9);
      expect(step.goal - before).toBeCloseTo(step.totalGain, 9);
    }
    expect(notes.join(' ')).toContain('Scenario, not prediction');
  });

  it('speaks Chinese, and plans for the goal that is named', async () => {
    const { code, output } = await ecotone('plan', SAMPLE, '--goal=robustness', '--steps=1', '--lang', 'zh');
    expect(code).toBe(0);
    expect(output).toMatch(/^鲁棒性: 0\.\d+/);
    expect(output).toContain('情景推演，非预测');
  });

  it('says in one line what is wrong with what was asked', () => {
    const wrong = (...words: string[]): string => {
      const asked = parsePlan(words);
      return asked.ok ? 'nothing' : asked.problem.message.en;
    };
    expect(wrong('x.json', '--steps', '0')).toContain('--steps takes a whole number from 1');
    expect(wrong('x.json', '--steps', 'two')).toContain('not "two"');
    expect(wrong('x.json', '--goal', 'luck')).toContain('--goal takes gauges, burden');
    expect(wrong('x.json', '--goal')).toContain('--goal needs a value');
    expect(wrong('--steps', '2')).toContain('ecotone plan FILE');
    const asked = parsePlan(['x.json']);
    expect(asked).toMatchObject({ ok: true, value: { steps: USUAL_STEPS, goal: { id: 'gauges' } } });
  });
});
