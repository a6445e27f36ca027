import { ecotone } from '../../state/ecotone.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

/** Says that a state of the map was kept as a scenario of this name, and leads to it. */
export function sayKept(title: string): void {
  notices.info(
    { en: `Kept as the scenario “${title}”`, zh: `已存为情景“${title}”` },
    { label: { en: 'Show scenarios', zh: '查看情景' }, run: () => ecotone.show('scenarios') },
  );
}
