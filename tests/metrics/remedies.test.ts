import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPOSERS } from '../../src/metrics/remedies/proposers.ts';
import { consequencesOf } from '../../src/metrics/remedies/consequences.ts';
import { costOf } from '../../src/metrics/remedies/costs.ts';
import { DEFAULT_GOAL, GOALS, JUDGED_BY, type Goal } from '../../src/metrics/remedies/offers.ts';
import { planRemedies } from '../../src/metrics/remedies/plan.ts';
import { byWorth, rankRemedies, type Prospect, type Ranking } from '../../src/metrics/remedies/rank.ts';
import { readingsOf, type Readings } from '../../src/metrics/remedies/read-goal.ts';
import { Survey } from '../../src/metrics/remedies/survey.ts';
import { diagnose } from '../../src/metrics/diagnosis/diagnose.ts';
import { applyRemedy } from '../../src/model/commands/apply-remedy.ts';
import { DEFAULT_DIAGNOSIS, RULE_CODES } from '../../src/model/diagnosis-settings.ts';
import type { Graph } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import type { Edit } from '../../src/model/remedy-edits.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { readPlanted } from '../corpus/planted-ecosystem.ts';
import { editing } from '../model/support.ts';
import { sectorMaps } from './sector-maps.ts';
import { AS_IS, finish, type SmallGraph } from './support.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, permutations: 99, ...AS_IS };
const STEP = { en: 'Remedy', zh: '对策' };
const planted = readPlanted('tests/fixtures/oracles').graph;

function goalOf(id: string): Goal {
  const goal = GOALS.find((each) => each.id === id);
  if (!goal) throw new Error(`no goal ${id}`);
  return goal;
}

function prospectOf(graph: SmallGraph, goal: Goal = DEFAULT_GOAL): Prospect {
  return {
    ground: { input: networkInput(graph), scheme: graph.scheme },
    options: OPTIONS,
    settings: DEFAULT_DIAGNOSIS,
    goal,
  };
}

function rank(prospect: Prospect, most?: number): Ranking {
  return finish(rankRemedies(prospect, most));
}

function open({ actors, ties, scheme }: SmallGraph) {
  const draft = emptyDraft('Test');
  return editing(
    9,
    mapUpdates({
      ...draft,
      actors: [...actors.values()],
      ties: [...ties.values()],
      scheme: { complete: true, ...scheme },
    }),
  );
}

/** What a map amounts to after edits have really been made on it by the command. */
function madeReal(graph: SmallGraph, remedies: readonly (readonly Edit[])[], prospect: Prospect): Readings {
  const { editor, document } = open(graph);
  const done = editor.run(applyRemedy, { remedies, step: STEP });
  if (!done.ok) throw new Error(done.problem.message.en);
  const real: Graph = document.graph;
  return finish(readingsOf(compileNetwork(networkInput(real), OPTIONS), prospect));
}

describe('a ranking', () => {
  const prospect = prospectOf(planted);
  const ranking = rank(prospect);

  it('finds remedies for the planted ecosystem from the rules that fire there, several of which gain', () => {
    const rules = new Set(ranking.ranked.map(({ remedy }) => remedy.rule));
    for (const code of ['D1', 'D5', 'D6', 'D7', 'D8'] as const) expect(rules).toContain(code);
    expect(ranking.ranked.filter(({ gain }) => (gain ?? 0) > 0.1).length).toBeGreaterThan(10);
    expect(new Set(ranking.ranked.map(({ remedy }) => remedy.id)).size).toBe(ranking.ranked.length);
  });

  it('claims of each kind of remedy exactly what is so when it is really carried out', () => {
    const kinds = new Map(ranking.ranked.map((one) => [`${one.remedy.rule} ${one.remedy.kind}`, one]));
    for (const { remedy, after } of kinds.values())
      expect(madeReal(planted, [remedy.edits], prospect)).toEqual(after);
  });

  it('claims so on any small map too, for any goal', () => {
    fc.assert(
      fc.property(sectorMaps({ actors: 7, ties: 12 }), fc.constantFrom(...GOALS), (parts, goal) => {
        const { document } = open({
          actors: new Map(parts.actors.map((one) => [one.id, one])),
          ties: new Map(parts.ties.map((one) => [one.id, one])),
          scheme: planted.scheme,
        });
        const own = prospectOf(document.graph, goal);
        for (const { remedy, after } of rank(own, 8).ranked)
          expect(madeReal(document.graph, [remedy.edits], own)).toEqual(after);
      }),
      { numRuns: 6 },
    );
  });

  it('says which measure gets worst: none loses a larger share of its range', () => {
    for (const { worst, after } of ranking.ranked) {
      if (!worst) continue;
      const { better } = JUDGED_BY[worst.headline] ?? { better: 1 };
      expect(better * (worst.after - worst.before)).toBeLessThan(0);
      expect(after.values[worst.headline]).toBe(worst.after);
    }
    expect(ranking.ranked.some(({ worst }) => worst !== null)).toBe(true);
  });

  it('is the same a second time, and its order depends on the costs alone', () => {
    expect(rank(prospect, 20).ranked).toEqual(ranking.ranked.slice(0, 20));
    const order = (costs: Record<string, number>): readonly string[] =>
      [...ranking.ranked].sort(byWorth(costs)).map(({ remedy }) => remedy.id);
    expect(order({})).toEqual(order({ ...DEFAULT_DIAGNOSIS.costs }));
    const cheap = [...ranking.ranked].sort(byWorth({ 'add-supply': 0.1 }));
    expect(cheap[0]?.remedy.kind).toBe('add-supply');
  });

  it('leaves out what only muted rules propose', () => {
    const muted = Object.fromEntries(RULE_CODES.filter((code) => code !== 'D1').map((code) => [code, '']));
    const some = rank({ ...prospect, settings: { ...DEFAULT_DIAGNOSIS, muted } });
    expect(new Set(some.ranked.map(({ remedy }) => remedy.rule))).toEqual(new Set(['D1']));
  });

  it('has nothing to say of maps without actors, or of two alone', () => {
    const none: SmallGraph = { ...planted, actors: new Map(), ties: new Map() };
    expect(rank(prospectOf(none)).ranked).toEqual([]);
    const two = new Map([...planted.actors].slice(0, 2));
    const few = rank(prospectOf({ ...planted, actors: two, ties: new Map() }));
    expect(few.ranked.length).toBeGreaterThan(0);
  });
});

describe('proposers', () => {
  it('propose sound edits for whatever a rule may find, and say what they do in both languages', () => {
    const input = networkInput(planted);
    const network = compileNetwork(input, OPTIONS);
    const survey = new Survey({ input, scheme: planted.scheme }, network, OPTIONS);
    const [finding] = finish(diagnose(network, OPTIONS, DEFAULT_DIAGNOSIS)).results.flatMap(({ outcome }) =>
      outcome.applies ? outcome.findings : [],
    );
    if (!finding) throw new Error('nothing is found');
    const subject = { actors: [3, 8], sectors: [1, 2], resource: 2 };
    const { editor, document } = open(planted);
    for (const code of RULE_CODES) {
      const drafts = finish(PROPOSERS[code](survey, { ...finding, subject }));
      for (const { edits, says, why } of drafts) {
        expect(edits.length).toBeGreaterThan(0);
        for (const text of [says, why])
          for (const language of ['en', 'zh'] as const) expect(text[language].length).toBeGreaterThan(0);
        expect(editor.run(applyRemedy, { remedies: [edits], step: STEP }).ok).toBe(true);
        document.undo();
      }
    }
  });
});

describe('a plan', () => {
  const prospect = prospectOf(planted);
  const { ranked } = rank(prospect);
  const plan = finish(planRemedies(prospect, ranked, 5));

  it('gains with every step, and what it says of each of its beginnings is so when that is really carried out', () => {
    expect(plan.steps.length).toBe(5);
    for (const [k, step] of plan.steps.entries()) {
      expect(step.gain).toBeGreaterThan(0);
      expect(step.totalGain).toBeGreaterThan(plan.steps[k - 1]?.totalGain ?? 0);
      const edits = plan.steps.slice(0, k + 1).map(({ remedy }) => remedy.edits);
      expect(madeReal(planted, edits, prospect)).toEqual(step.after);
    }
  });

  it('begins with the same steps where it is longer, and with what is asked for', () => {
    const shorter = finish(planRemedies(prospect, ranked, 2));
    expect(plan.steps.slice(0, 2)).toEqual(shorter.steps);
    const [given] = ranked.filter(({ gain }) => gain !== null && gain < 0);
    if (!given) throw new Error('every remedy gains');
    const own = finish(planRemedies(prospect, ranked, 3, [given.remedy]));
    expect(own.steps[0]).toMatchObject({ given: true, gain: given.gain, cost: costOf(given.remedy, {}) });
    expect(own.steps).toHaveLength(3);
  });

  it('ends early where nothing gains any more', () => {
    const robust = prospectOf(planted, goalOf('largest-component-share'));
    const own = finish(planRemedies(robust, rank(robust, 20).ranked, 12));
    expect(own.exhausted).toBe(true);
    expect(own.steps.length).toBeLessThan(12);
  });

  it('tells what would no longer be found, and what only then', () => {
    const { remedy } = ranked.find((one) => one.remedy.rule === 'D7') ?? {};
    if (!remedy) throw new Error('no remedy for a one-way relation');
    const found = finish(consequencesOf(prospect, [remedy.edits]));
    expect(found.resolved.length).toBeGreaterThan(0);
    expect(found.after).toEqual(madeReal(planted, [remedy.edits], prospect));
  });
});
