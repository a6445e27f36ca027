import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The synthetic ecosystem with planted symptoms, as its files have it. */
export interface PlantedTies {
  readonly nodes: readonly { readonly id: string; readonly sector: string }[];
  readonly links: readonly {
    readonly source: string;
    readonly target: string;
    readonly type: string;
    readonly weight: number;
  }[];
}

export interface PlantedProfiles {
  readonly actors: readonly string[];
  readonly resources: readonly string[];
  readonly dimension: Readonly<Record<string, string>>;
  readonly supply: readonly (readonly number[])[];
  readonly demand: readonly (readonly number[])[];
}

export function plantedTies(folder: string): PlantedTies {
  return JSON.parse(readFileSync(join(folder, 'networks', 'planted.json'), 'utf8')) as PlantedTies;
}

export function plantedProfiles(folder: string): PlantedProfiles {
  return JSON.parse(readFileSync(join(folder, 'niche', 'planted_profiles.json'), 'utf8')) as PlantedProfiles;
}

/** What an actor offers or needs, of each resource of which it is more than nothing. */
export function plantedAmounts(
  { actors, resources, ...sides }: PlantedProfiles,
  side: 'supply' | 'demand',
  id: string,
): Record<string, number> {
  const row = sides[side][actors.indexOf(id)] ?? [];
  const stated = resources.map((resource, r) => [resource, row[r] ?? 0] as const);
  return Object.fromEntries(stated.filter(([, amount]) => amount > 0));
}
