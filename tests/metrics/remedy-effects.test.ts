import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/metrics/diagnosis/diagnose.ts';
import { ruleByCode } from '../../src/metrics/diagnosis/registry.ts';
import type { Finding } from '../../src/metrics/diagnosis/rule.ts';
import { applied } from '../../src/metrics/remedies/applied.ts';
import type { Draft } from '../../src/metrics/remedies/draft.ts';
import { PROPOSERS } from '../../src/metrics/remedies/proposers.ts';
import { Survey } from '../../src/metrics/remedies/survey.ts';
import { balanceOf } from '../../src/metrics/resources/balance.ts';
import type { RuleCode } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { graphOfLines } from './diagnosis/cases.ts';
import { AS_IS, finish, type SmallGraph } from './support.ts';

interface Tried {
  readonly network: Network;
  readonly finding: Finding;
  readonly drafts: readonly Draft[];
  /** Ids of what the rule finds once a draft is carried out, and the network then. */
  readonly then: (draft: Draft) => { readonly ids: readonly string[]; readonly network: Network };
}

function tried(code: RuleCode, id: string, graph: SmallGraph): Tried {
  const rule = ruleByCode(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const ground = { input: networkInput(graph), scheme: graph.scheme };
  const network = compileNetwork(ground.input, AS_IS);
  const found = (of: Network): readonly Finding[] => {
    const [result] = finish(diagnose(of, DEFAULT_MEASURE_OPTIONS, { thresholds: {} }, [rule])).results;
    return result?.outcome.applies ? result.outcome.findings : [];
  };
  const finding = found(network).find((one) => one.id === id);
  if (!finding) throw new Error(`${id} is not found`);
  const survey = new Survey(ground, network, finish(balanceOf(network)));
  return {
    network,
    finding,
    drafts: finish(PROPOSERS[code](survey, finding)),
    then: ({ edits }) => {
      const after = compileNetwork(applied(ground, edits).input, AS_IS);
      return { ids: found(after).map((one) => one.id), network: after };
    },
  };
}

function clique(letter: string): readonly string[] {
  const ids = [1, 2, 3].map((k) => `${letter}${k}`);
  return ids.flatMap((one, k) => ids.slice(k + 1).map((other) => `${one} <> ${other}`));
}

const CIRCLE = ['u1 > e1 : talent', 'e1 > g1 : capital', 'g1 > i1 : policy', 'i1 > u1 : information'];
const NEED = { u1: { demand: { orders: 2 } }, u2: { demand: { orders: 1 } } };
const SMALL = ['e1 > e2', 'e2 > e3', 'e3 > e1', 'u1 > u2'];
const ALIKE = { demand: { funding: 3, talent: 1 } };

/** A finding of each kind on a map made for it. */
const CASES: readonly (readonly [RuleCode, string, SmallGraph])[] = [
  ['D1', 'D1 u2', graphOfLines(['e1 > u1', 'u1 > i1', 'i1 > e1', 'u2 > e1'])],
  [
    'D2',
    'D2 university intermediary',
    graphOfLines(['e1 > u1', 'e2 > u2', 'e1 > u2', 'e2 > u1', 'e1 > i1', 'e2 > i1']),
  ],
  ['D3', 'D3 i1', graphOfLines(['e1 > i1', 'u1 > e1', 'e2 > i2', 'i2 > e3', 'e3 > u1', 'g1 > u1'])],
  ['D4', 'D4 cut e0', graphOfLines(['e0 <> e1', 'e1 <> e2', 'e2 <> e0', 'e0 <> u1', 'u1 <> u2'])],
  ['D5', 'D5 rivalry e1 e2', graphOfLines([], { e1: ALIKE, e2: ALIKE, g1: { supply: { data: 5 } } })],
  ['D6', 'D6 orders', graphOfLines(['e1 > u1'], { ...NEED, e1: { supply: { orders: 1 } } })],
  ['D7', 'D7 u1 e1', graphOfLines([...SMALL, 'u1 > e1 : talent 5'])],
  ['D8', 'D8 news', graphOfLines(CIRCLE)],
  ['D8', 'D8 circle', graphOfLines([...CIRCLE.slice(0, 3), 'e1 > u1 : feedback'])],
  ['D8', 'D8 strong', graphOfLines(['u1 > e1', 'e1 > g1', 'e1 > u1 : feedback', 'u1 > e2', 'u1 > e3'])],
  ['D9', 'D9 modularity', graphOfLines([...clique('e'), ...clique('u'), 'e1 <> u1'])],
  ['D14', 'D14 orders', graphOfLines([], { ...NEED, e1: { supply: { orders: 5 } } })],
  ['D15', 'D15 university', graphOfLines(['g1 > u1 : policy 2', 'e1 > g1'])],
];

describe('the first remedy that a rule proposes', () => {
  for (const [code, id, graph] of CASES)
    it(`resolves ${id}, or makes it less where one edit cannot`, () => {
      const { drafts, then } = tried(code, id, graph);
      const [first] = drafts;
      expect(first && then(first).ids).not.toContain(id);
    });
});

describe('a remedy', () => {
  it('leaves a map of mutual ties undirected, and says of each new tie that it is for both', () => {
    const { network, drafts, then } = tried(
      'D1',
      'D1 u2',
      graphOfLines(['e1 <> u1', 'u1 <> i1', 'i1 <> e1', 'u2 <> e1']),
    );
    expect(network.directed).toBe(false);
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) {
      expect(then(draft).network.directed).toBe(false);
      expect(draft.says.en.at(-2)).toBe(' together: ');
    }
  });

  it('that gives back goes one way, whatever its type', () => {
    const back = graphOfLines([...SMALL, 'u1 > e1 : talent 5', 'e2 > u2 : alliance', 'e3 > u2 : alliance']);
    for (const { edits } of tried('D7', 'D7 u1 e1', back).drafts)
      expect(edits[0]).toMatchObject({ do: 'add-tie', source: 'e1', target: 'u1', direction: 'one-way' });
  });

  it('for an intermediary completes a tie that goes one way only', () => {
    const { drafts } = tried('D3', 'D3 i1', graphOfLines(['i1 > e1', 'i1 > u1', 'e2 > e1', 'u2 > u1']));
    expect(drafts[0]?.edits).toEqual([
      expect.objectContaining({ source: 'e1', target: 'i1', direction: 'one-way' }),
      expect.objectContaining({ source: 'u1', target: 'i1', direction: 'one-way' }),
    ]);
  });

  it('for loose flows strengthens the main ways, and for brittle ones makes others, whatever the options follow', () => {
    const ids = ['e1', 'e2', 'e3', 'u1', 'u2', 'u3', 'g1', 'i1'];
    const all = ids.flatMap((one, k) => ids.slice(k + 1).map((other) => `${one} <> ${other}`));
    expect(tried('D11', 'D11 loose', graphOfLines(all)).drafts.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'strengthen'),
    );
    const line = graphOfLines(['e1 > u1', 'u1 > g1', 'g1 > i1', 'i1 > e2', 'e1 > e3 : talent']);
    for (const { kind } of tried('D11', 'D11 brittle', line).drafts) expect(kind).toBe('add-tie');
  });

  it('past a hub says only of those that fall apart without it that they hang together by it alone', () => {
    const graph = graphOfLines(['e0 <> e1', 'e1 <> e2', 'e2 <> e0', 'e0 <> u1', 'u1 <> u2']);
    const { drafts } = tried('D4', 'D4 cut e0', graph);
    const said = drafts.map(({ kind, why }) => ({ kind, alone: why.en.includes(' alone.') }));
    expect(said).toContainEqual({ kind: 'add-tie', alone: true });
    expect(said).toContainEqual({ kind: 'strengthen', alone: false });
    for (const { kind, alone } of said) expect(alone).toBe(kind !== 'strengthen');
  });

  it('asks nobody to offer what it needs itself', () => {
    const graph = graphOfLines(['u1 <> u2', 'u1 <> e1', 'u2 <> e1', 'u1 <> g1'], {
      ...NEED,
      e1: { supply: { data: 1 } },
    });
    const { drafts } = tried('D6', 'D6 orders', graph);
    const asked = drafts.flatMap(({ kind, edits: [edit] }) =>
      kind === 'add-supply' && edit?.do === 'set-supply' ? [edit.actor] : [],
    );
    expect(asked).toEqual(['e1', 'g1']);
  });
});
