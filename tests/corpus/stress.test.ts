import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worstRemoval } from '../../src/metrics/mechanisms/worst-removal.ts';
import { largestOf, weakComponents } from '../../src/metrics/structure/components.ts';
import { balanceOf } from '../../src/metrics/resources/balance.ts';
import { cohesionLoss } from '../../src/metrics/stress/cohesion.ts';
import { needsLoss } from '../../src/metrics/stress/needs.ts';
import { withHit } from '../../src/metrics/stress/with-hit.ts';
import { compileNetwork, type Network, type NetworkInput } from '../../src/network/network.ts';
import { AS_IS, finish } from '../metrics/support.ts';
import { readPlanted } from './planted-ecosystem.ts';

const SHARED = resolve('../shared/oracles');

/** The input that the network was made from. */
function inputOf({ ties, ...network }: Network): NetworkInput {
  return {
    ...network,
    tieIds: ties.ids,
    source: ties.source,
    target: ties.target,
    weight: ties.weight,
    mutual: ties.mutual,
    tieTypeIds: ties.typeIds,
    tieTypes: ties.types,
  };
}

describe.skipIf(!existsSync(SHARED))('the planted ecosystem', () => {
  const { network } = existsSync(SHARED) ? readPlanted(SHARED) : { network: undefined };
  const without = (id: string): Network =>
    compileNetwork(withHit(inputOf(network as Network), { actors: new Set([id]), ties: new Set() }), AS_IS);

  it('loses most together by the removal that the guarantee gauge finds to be the worst', () => {
    if (!network) return;
    const worst = finish(worstRemoval(network));
    const outside = (id: string): number => {
      const after = without(id);
      return after.n - largestOf(weakComponents(after));
    };
    const harm = network.actorIds.map(outside);
    expect(Math.max(...harm)).toBe(worst?.outside);
    const id = network.actorIds[worst?.actor ?? 0] ?? '';
    const already = network.n - largestOf(weakComponents(network));
    const { stranded } = cohesionLoss(network, without(id));
    expect(stranded.length).toBe((worst?.outside ?? 0) - already);
    expect(stranded.length).toBeGreaterThan(0);
  });

  it('is left by a monopolist without what that one alone offers, and by no other', () => {
    if (!network) return;
    const { suppliers, demand } = finish(balanceOf(network));
    const { resourceIds, supply } = network.profiles;
    for (const [k, id] of network.actorIds.entries()) {
      const alone = resourceIds.filter(
        (_, r) => suppliers[r] === 1 && (supply[k * resourceIds.length + r] ?? 0) > 0 && (demand[r] ?? 0) > 0,
      );
      const vacated = finish(needsLoss(network, without(id))).resources.flatMap(({ verdict, resource }) =>
        verdict === 'vacant' ? [resource] : [],
      );
      expect(vacated.sort()).toEqual(alone.sort());
    }
  });
});
