import { ecotone } from '../../state/ecotone.svelte.ts';
import type { MapState } from '../../state/map.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { preferences } from '../../state/preferences.svelte.ts';
import { clockText } from './moment-text.ts';

/** Keeps the present state as a round, named by the clock; its name and note can be changed in the panel. */
export async function keepRound(map: MapState): Promise<void> {
  const at = new Date();
  const { t, language } = preferences;
  const round = await map.rounds.take(map.now, t.rounds.asIs(clockText(at, language)), at);
  if (!round) return;
  const { name } = round;
  notices.info(
    { en: `Kept “${name}”`, zh: `已保存“${name}”` },
    ecotone.panel === 'rounds'
      ? undefined
      : { label: { en: 'Show rounds', zh: '查看轮次' }, run: () => ecotone.show('rounds') },
  );
}
