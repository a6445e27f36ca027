import { describe, expect, it } from 'vitest';
import { found } from '../../src/metrics/diagnosis/outcome.ts';
import type { Finding } from '../../src/metrics/diagnosis/rule.ts';
import type { RuleResult } from '../../src/metrics/diagnosis/diagnose.ts';
import type { RuleCode } from '../../src/model/diagnosis-settings.ts';
import type { Dimension } from '../../src/model/scheme.ts';
import { goneFindings } from '../../src/state/gone-findings.ts';
import { listed } from '../../src/view/diagnosis/grouping.ts';

function finding(id: string, severity: number, dimension?: Dimension): Finding {
  return {
    id,
    says: { en: [id], zh: [id] },
    severity,
    level: 'warning',
    facts: [],
    actors: [],
    ties: [],
    pairs: [],
    subject: {},
    ...(dimension && { dimension }),
  };
}

function result(code: RuleCode, findings: readonly Finding[] | null): RuleResult {
  return findings
    ? { code, severity: findings[0]?.severity ?? 0, outcome: found(findings, []) }
    : { code, severity: null, outcome: { applies: false, why: { en: 'no', zh: '无' } } };
}

const NONE = new Map<RuleCode, readonly Finding[]>();
const RESULTS = [
  result('D1', [finding('a', 0.4)]),
  result('D6', [finding('b', 0.9, 'talent'), finding('c', 0.3, 'industry')]),
  result('D4', [finding('d', 1)]),
  result('D9', []),
  result('D15', null),
];

/** Ids of the groups with the codes of their cards. */
function codes(results = RESULTS, by: 'mechanism' | 'dimension' = 'mechanism', muted = {}): unknown {
  return listed(results, NONE, muted, by).groups.map(({ id, cards }) => [
    id,
    cards.map(({ rule }) => rule.code),
  ]);
}

describe('what the panel lists', () => {
  it('has the most severe first, among groups and within them', () => {
    expect(codes()).toEqual([
      ['guarantee', ['D4']],
      ['motivation', ['D6', 'D1']],
    ]);
  });

  it('by dimension lists a rule wherever one of its findings belongs, with these alone', () => {
    expect(codes(RESULTS, 'dimension')).toEqual([
      ['economy', ['D4', 'D1']],
      ['talent', ['D6']],
      ['industry', ['D6']],
    ]);
    const { groups } = listed(RESULTS, NONE, {}, 'dimension');
    expect(groups.map(({ cards }) => cards.flatMap(({ findings }) => findings.map(({ id }) => id)))).toEqual([
      ['d', 'a'],
      ['b'],
      ['c'],
    ]);
  });

  it('leaves muted rules out of groups, counts and the worst, and lists them apart', () => {
    const list = listed(RESULTS, NONE, { D4: 'known' }, 'mechanism');
    expect(list.muted.map(({ rule }) => rule.code)).toEqual(['D4']);
    expect([list.worst?.id, list.firing, list.applying]).toEqual(['b', 2, 3]);
  });

  it('lists what was found fine and what does not apply', () => {
    const list = listed(RESULTS, NONE, {}, 'mechanism');
    expect(list.fine.map(({ rule }) => rule.code)).toEqual(['D9']);
    expect(list.silent.map(({ rule }) => rule.code)).toEqual(['D15']);
  });

  it('keeps a card in its place while what an edit resolved is shown', () => {
    const after = [result('D1', []), ...RESULTS.slice(1)];
    const gone = new Map([['D1' as const, [finding('a', 0.95)]]]);
    const { groups, fine, firing } = listed(after, gone, {}, 'mechanism');
    expect(groups[1]?.cards.map(({ rule }) => rule.code)).toEqual(['D1', 'D6']);
    expect(fine.map(({ rule }) => rule.code)).toEqual(['D9']);
    expect(firing).toBe(2);
  });
});

it('a card counts what is not told too, unless it stands for a part of the findings', () => {
  const told = [finding('b', 0.9, 'talent'), finding('c', 0.3, 'industry')];
  const cut: RuleResult = {
    code: 'D6',
    severity: 0.9,
    outcome: {
      applies: true,
      findings: told,
      all: told,
      count: 31,
      facts: [],
    },
  };
  const counts = (by: 'mechanism' | 'dimension'): number[] =>
    listed([cut], NONE, {}, by).groups.flatMap(({ cards }) => cards.map(({ count }) => count));
  expect(counts('mechanism')).toEqual([31]);
  expect(counts('dimension')).toEqual([1, 1]);
});

describe('what an edit has resolved', () => {
  it('is what was found before and is not any more', () => {
    const before = { results: [result('D1', [finding('a', 1), finding('b', 0.5)]), result('D9', [])] };
    const after = { results: [result('D1', [finding('b', 0.5), finding('c', 0.5)]), result('D9', [])] };
    expect([...goneFindings(before, after)].map(([code, gone]) => [code, gone.map(({ id }) => id)])).toEqual([
      ['D1', ['a']],
    ]);
  });

  it('is not what is only not told any more, since worse came before it', () => {
    const many = Array.from({ length: 20 }, (_, k) => finding(`x${k}`, 0.5));
    const before = { results: [result('D1', [finding('a', 0.2), finding('b', 0.2)])] };
    const gone = goneFindings(before, { results: [result('D1', [...many, finding('a', 0.2)])] });
    expect(gone.get('D1')?.map(({ id }) => id)).toEqual(['b']);
  });

  it('is all of a rule that does not apply any more', () => {
    const gone = goneFindings(
      { results: [result('D3', [finding('a', 1)])] },
      { results: [result('D3', null)] },
    );
    expect(gone.get('D3')).toHaveLength(1);
  });
});
