export const arranging = {
  how: 'How to arrange',
  layout: 'Layout',
  tooLarge: (layout: string, limit: string) => `${layout} (up to ${limit} actors)`,
  now: 'Arrange now',
  standard: 'Back to the standard',
  obeyed: 'Pinned actors and locked areas stay as they are.',
  lockArea: 'Lock area',
  lockAreaHint: 'Whoever is in a locked area stays in place when the map is arranged',
  locked: 'Locked area',
  unlock: 'Unlock this area',
  unlockHint: 'Actors in this area stay in place when the map is arranged. Press to unlock it.',
};
