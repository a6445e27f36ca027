import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDiagnose } from '../../src/cli/diagnose-arguments.ts';
import { RULES } from '../../src/metrics/diagnosis/registry.ts';
import { buildCommand, ecotone } from './running.ts';

const SAMPLE = 'public/samples/jinhua.json';
const folder = mkdtempSync(join(tmpdir(), 'ecotone-diagnose-'));

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface WrittenRule {
  readonly code: string;
  readonly name: string;
  readonly applies: boolean;
  readonly why?: string;
  readonly muted?: string;
  readonly severity: number | null;
  readonly findings: readonly {
    readonly id: string;
    readonly says: string;
    readonly severity: number;
    readonly actors: readonly { readonly id: string; readonly name: string }[];
    readonly facts: readonly { readonly id: string; readonly value: number | null }[];
  }[];
  readonly thresholds: readonly { readonly id: string; readonly value: number; readonly origin: string }[];
}

async function diagnosis(file: string, ...words: string[]): Promise<readonly WrittenRule[]> {
  const { code, output, error } = await ecotone('diagnose', file, '--json', ...words);
  if (code !== 0) throw new Error(error);
  return (JSON.parse(output) as { readonly rules: readonly WrittenRule[] }).rules;
}

function rule(rules: readonly WrittenRule[], code: string): WrittenRule {
  const found = rules.find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('ecotone diagnose', () => {
  let shortUsually = Infinity;

  it('tells every rule with its findings, who they are about and the thresholds in force', async () => {
    const rules = await diagnosis(SAMPLE);
    shortUsually = rule(rules, 'D6').findings.length;
    expect(rules.map(({ code }) => code)).toEqual(RULES.map(({ code }) => code));
    const isolated = rule(rules, 'D1').findings[0];
    expect(isolated?.says).toBe('Hand-embroidery workshop Z has no partner.');
    expect(isolated?.actors.map(({ name }) => name)).toEqual(['Hand-embroidery workshop Z']);
    expect(isolated?.facts).toContainEqual(expect.objectContaining({ id: 'partners', value: 0 }));
    expect(rule(rules, 'D6').thresholds).toEqual([
      expect.objectContaining({ id: 'short-coverage', value: 0.5, origin: 'Ours' }),
    ]);
  });

  it('takes thresholds, which come before those of the file, and keeps what the file mutes', async () => {
    const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { view?: Record<string, unknown> };
    const diagnosisOfFile = {
      thresholds: { 'short-coverage': 0.05, 'hub-stranded': 5 },
      muted: { D5: 'Competition is wanted here' },
    };
    const own = file(
      'own.json',
      JSON.stringify({ ...sample, view: { ...sample.view, diagnosis: diagnosisOfFile } }),
    );
    const rules = await diagnosis(own, '--threshold', 'short-coverage=1');
    expect(rule(rules, 'D6').thresholds[0]?.value).toBe(1);
    expect(rule(rules, 'D4').thresholds.find(({ id }) => id === 'hub-stranded')?.value).toBe(5);
    expect(rule(rules, 'D5').muted).toBe('Competition is wanted here');
    expect(rule(rules, 'D6').findings.length).toBeGreaterThan(shortUsually);
  });

  it('reads a map as its file says, and as the command says before that', async () => {
    const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { view?: Record<string, unknown> };
    const view = { ...sample.view, ignoreDirection: true, measures: { seed: 7, lambda: 0.5 } };
    const own = file('reading.json', JSON.stringify({ ...sample, view }));
    const optionsOf = async (...words: string[]): Promise<Readonly<Record<string, unknown>>> => {
      const { output } = await ecotone('--json', '--lang', 'en', 'diagnose', own, ...words);
      return (JSON.parse(output) as { readonly options: Readonly<Record<string, unknown>> }).options;
    };
    expect(await optionsOf()).toMatchObject({
      direction: 'ignore',
      directed: false,
      weights: 'strength',
      seed: 7,
      lambda: 0.5,
    });
    expect(await optionsOf('--direction', 'as-is', '--seed=2')).toMatchObject({
      direction: 'as-is',
      directed: true,
      seed: 2,
      lambda: 0.5,
    });
  });

  it('knows the sectors of a table by its words, and says what does not apply', async () => {
    const csv = file('ties.csv', 'source,target,source sector,target sector\nA,B,University,Enterprise\n');
    const rules = await diagnosis(csv);
    expect(rule(rules, 'D3')).toMatchObject({ applies: false, severity: null, findings: [] });
    expect(rule(rules, 'D3').why).toBe('There is no intermediary on the map.');
    expect(rule(rules, 'D6').why).toBe('Nobody states a need.');
  });

  it('prints the most severe first for reading, in Chinese where asked to', async () => {
    const { output, code } = await ecotone('diagnose', SAMPLE, '--lang', 'zh');
    expect(code).toBe(0);
    expect(output).toMatch(
      /^适用的 15 条规则中，有 \d+ 条发现了问题。\n\nD1 {2}孤立或悬挂主体\n.*没有任何合作方。\n/,
    );
    expect(output).toContain('已检验且未见异常');
  });

  it('fails in one line, with nothing on standard output', async () => {
    const { code, output, error } = await ecotone('diagnose', 'absent.json');
    expect([code, output]).toEqual([1, '']);
    expect(error).toMatch(/absent\.json can't be read/);
  });

  it.each([
    [[], /Name the file to read: ecotone diagnose FILE/],
    [[SAMPLE, 'another.json'], /"another.json" is one word too many/],
    [[SAMPLE, '--threshold', 'short-coverage=3'], /takes a number from 0.05 to 1, not "3"/],
    [[SAMPLE, '--threshold', 'nothing=1'], /no threshold "nothing"/],
    [[SAMPLE, '--threshold'], /--threshold needs a value/],
    [[SAMPLE, '--csv'], /no option --csv/],
    [[SAMPLE, '--lambda', 'much'], /--lambda takes a number from 0.001 to 10, not "much"/],
    [[SAMPLE, '--lang=fr'], /--lang takes en, zh, not "fr"/],
  ])('%j is answered by what to write instead', (words, message) => {
    const asked = parseDiagnose(words);
    expect(asked.ok ? '' : asked.problem.message.en).toMatch(message);
  });
});
