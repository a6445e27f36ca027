import type { Localized } from '../../base/localized.ts';
import { ecotone } from '../../state/ecotone.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import type { RemediesState, Remedy } from '../../state/remedies.svelte.ts';
import { TEXTS } from './texts.ts';

/** Keeps remedies as a scenario, and offers to open it. */
export async function keep(remedies: RemediesState, what: readonly Remedy[], name: Localized): Promise<void> {
  const id = await remedies.keepAsScenario(what, name);
  if (id === undefined) return;
  notices.info(
    { en: TEXTS.en.kept, zh: TEXTS.zh.kept },
    { label: { en: TEXTS.en.openKept, zh: TEXTS.zh.openKept }, run: () => void ecotone.openStored(id) },
  );
}
