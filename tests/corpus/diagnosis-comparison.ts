import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIAISON, roleCounts } from '../../src/metrics/brokerage/roles.ts';
import { cutsOf } from '../../src/metrics/cohesion/cuts.ts';
import { diagnose, type RuleResult } from '../../src/metrics/diagnosis/diagnose.ts';
import { blocksOf } from '../../src/metrics/diagnosis/missing-links.ts';
import { overlappingPairs } from '../../src/metrics/diagnosis/niche-overlap.ts';
import type { Finding } from '../../src/metrics/diagnosis/rule.ts';
import { sectorDeals } from '../../src/metrics/diagnosis/sector-deals.ts';
import { balanceOf } from '../../src/metrics/resources/balance.ts';
import { strongComponents } from '../../src/metrics/structure/components.ts';
import { DEFAULT_DIAGNOSIS } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { finish } from '../metrics/support.ts';
import { readPlanted } from './planted-ecosystem.ts';

interface SectorPair {
  readonly pair: readonly [string, string];
  readonly ties: number;
  readonly possible: number;
  readonly ratio: number;
}
type Overlap = readonly [one: string, other: string, overlap: number, scarcity: number];

/** What the record says of D1 to D8 on the planted ecosystem. */
export interface RecordedDiagnosis {
  readonly D1_isolated: readonly string[];
  readonly D1_pendant: readonly string[];
  readonly D2_missing_cross_sector: readonly SectorPair[];
  readonly D2_all_pairs: readonly SectorPair[];
  readonly D3_critical: readonly string[];
  readonly D3_warning: readonly string[];
  readonly D3_liaison: Readonly<Record<string, number>>;
  readonly D4_hub: {
    readonly hhi: number;
    readonly top: string;
    readonly top_share: number;
    readonly fires: boolean;
    readonly cut_vertices: readonly string[];
  };
  readonly D5a_demand_rivalry: readonly Overlap[];
  readonly D5b_supply_duplication: readonly Overlap[];
  readonly D6_supply: readonly number[];
  readonly D6_demand: readonly number[];
  readonly D6_coverage: readonly number[];
  readonly D6_vacant: readonly string[];
  readonly D6_short: readonly string[];
  readonly D7_one_way: readonly (readonly [string, string, number])[];
  readonly D7_threshold_weight: number;
  readonly D7_weighted_reciprocity: number;
  readonly D8_feedback: {
    readonly largest_scc: readonly string[];
    readonly scc_share: number;
    readonly enterprise_to_university_weight: number;
    readonly has_cycle_len_le_6_through_all_four_sectors: boolean;
    readonly FCI: number;
  };
}

/** The convention of diet ecology, under which the record lists pairs. */
const RECORDED_OVERLAP = 0.6;
const RECORDED_SCARCITY = 0.25;

/** What the rules find on the planted ecosystem, in the form of the record, beside the record. */
export function plantedDiagnosis(folder: string): {
  readonly recorded: RecordedDiagnosis;
  readonly ours: RecordedDiagnosis;
  readonly fired: readonly string[];
  readonly findings: (code: string) => readonly Finding[];
} {
  const { diagnosis: recorded } = JSON.parse(
    readFileSync(join(folder, 'expected', 'planted.diagnosis.json'), 'utf8'),
  ) as { readonly diagnosis: RecordedDiagnosis };
  const { network } = readPlanted(folder);
  const options = { ...DEFAULT_MEASURE_OPTIONS, currency: '*' };
  const { results } = finish(diagnose(network, options, DEFAULT_DIAGNOSIS));
  const byCode = new Map(results.map((result) => [result.code as string, result]));
  const findings = (code: string): readonly Finding[] => {
    const outcome = byCode.get(code)?.outcome;
    return outcome?.applies === true ? outcome.findings : [];
  };
  const idOf = (index: number | undefined): string => network.actorIds[index ?? -1] ?? '';
  const subjects = (code: string, level: Finding['level']): string[] =>
    findings(code)
      .filter((finding) => finding.level === level)
      .map(({ actors }) => actors[0] ?? '')
      .sort();
  const fact = (code: string, id: string): number => numberOf(byCode.get(code), id);

  const liaisons = finish(roleCounts(network)).counts[LIAISON] ?? [];
  const deals = finish(sectorDeals(network, options));
  const pairOf = ({
    one,
    other,
    ties,
    possible,
    ratio,
  }: ReturnType<typeof blocksOf>[number]): SectorPair => ({
    pair: [network.sectorIds[one] ?? '', network.sectorIds[other] ?? ''],
    ties,
    possible,
    ratio,
  });
  const allPairs = blocksOf(network, deals.pairs).map(pairOf);
  const missing = findings('D2').map(({ subject }) => subject.sectors?.map((k) => network.sectorIds[k]));
  const overlaps = (of: 'supply' | 'demand', scarce: number | null): Overlap[] =>
    finish(overlappingPairs(network, of, RECORDED_OVERLAP, scarce, 1000)).pairs.map(
      ({ one, other, overlap, scarcity }): Overlap => [idOf(one), idOf(other), overlap, scarcity ?? NaN],
    );
  const balance = finish(balanceOf(network));
  const cuts = finish(cutsOf(network));
  const { of, sizes } = strongComponents(network);
  const largest = sizes.indexOf(Math.max(...sizes));
  const inLevel = (offered: boolean): string[] =>
    findings('D6')
      .map(({ subject }) => subject.resource ?? -1)
      .filter((r) => (balance.supply[r] ?? 0) > 0 === offered)
      .sort((a, b) => a - b)
      .map((r) => network.profiles.resourceIds[r] ?? '');
  return {
    recorded,
    fired: results.flatMap(({ code, severity }) => ((severity ?? 0) > 0 ? [code] : [])),
    findings,
    ours: {
      D1_isolated: subjects('D1', 'critical'),
      D1_pendant: subjects('D1', 'warning'),
      D2_missing_cross_sector: allPairs.filter(({ pair }) =>
        missing.some((sectors) => sectors?.join() === pair.join()),
      ),
      D2_all_pairs: allPairs,
      D3_critical: subjects('D3', 'critical'),
      D3_warning: subjects('D3', 'warning'),
      D3_liaison: Object.fromEntries(
        ['I1', 'I2', 'I3'].map((id) => [id, liaisons[network.actorIds.indexOf(id)] ?? NaN]),
      ),
      D4_hub: {
        hhi: fact('D4', 'hhi'),
        top: findings('D4').find(({ id }) => id.startsWith('D4 share'))?.actors[0] ?? '',
        top_share: fact('D4', 'top-share'),
        fires: findings('D4').length > 0,
        cut_vertices: network.actorIds.filter((_, k) => cuts.articulation[k] === 1),
      },
      D5a_demand_rivalry: overlaps('demand', RECORDED_SCARCITY),
      D5b_supply_duplication: overlaps('supply', null),
      D6_supply: [...balance.supply],
      D6_demand: [...balance.demand],
      D6_coverage: [...balance.coverage],
      D6_vacant: inLevel(false),
      D6_short: inLevel(true),
      D7_one_way: findings('D7').map(({ actors, facts }) => [
        actors[0] ?? '',
        actors[1] ?? '',
        facts.find(({ id }) => id === 'given')?.value ?? NaN,
      ]),
      D7_threshold_weight: 2 * fact('D7', 'median'),
      D7_weighted_reciprocity: fact('D7', 'weighted-reciprocity'),
      D8_feedback: {
        largest_scc: network.actorIds.filter((_, k) => of[k] === largest),
        scc_share: fact('D8', 'strong-share'),
        enterprise_to_university_weight: findings('D8').some(({ id }) => id === 'D8 news') ? 0 : NaN,
        has_cycle_len_le_6_through_all_four_sectors: !findings('D8').some(({ id }) => id === 'D8 circle'),
        FCI: fact('D8', 'finn-cycling'),
      },
    },
  };
}

/** A fact of what a rule read of the whole map. */
function numberOf(result: RuleResult | undefined, id: string): number {
  if (result?.outcome.applies !== true) return NaN;
  return result.outcome.facts.find((fact) => fact.id === id)?.value ?? NaN;
}
