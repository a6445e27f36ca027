import { preferences } from './preferences.svelte.ts';

/** A workshop in the steps of Net-Map (Schiffer & Hauck 2010): each can be passed over, and come back to. */
export const SESSION_STEPS = ['who', 'links', 'goals', 'influence', 'discuss'] as const;
export type SessionStep = (typeof SESSION_STEPS)[number];

/** Where the session on this map stands: what has been said is in the map, only the place is remembered here. */
export function sessionStep(mapId: string): SessionStep {
  return SESSION_STEPS.find((step) => preferences.has(flag(mapId, step))) ?? 'who';
}

export function goToStep(mapId: string, to: SessionStep): void {
  for (const step of SESSION_STEPS)
    if (step !== to && preferences.has(flag(mapId, step))) preferences.forget(flag(mapId, step));
  preferences.remember(flag(mapId, to));
}

function flag(mapId: string, step: SessionStep): string {
  return `session:${mapId}:${step}`;
}
