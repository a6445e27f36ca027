export const diagnosis = {
  tabs: { findings: 'Findings', remedies: 'Remedies', stress: 'Stress tests' },
  nothing: 'Nothing to diagnose yet: add actors, what they offer and need, and their ties.',
  testing: 'Testing the rules…',
  updating: 'Following your edit…',
  firing: (count: number, all: number) =>
    all === 0
      ? 'None of the rules applies to this map yet.'
      : count === 0
        ? `None of the ${all} rules that apply here found anything.`
        : `${count} of ${all} rules that apply here found something.`,
  worst: 'The worst: ',
  small: 'Fewer than 30 actors: take tests against chance and thresholds with caution.',
  visibleOnly: 'Of the visible part of the map.',
  showAll: 'Show all',
  groupBy: 'Group by',
  by: { mechanism: 'Mechanism', dimension: 'Dimension' },
  level: { critical: 'Critical', warning: 'Warning' },
  severity: (percent: string) => `Severity ${percent}`,
  findings: (count: number) => (count === 1 ? '1 finding' : `${count} findings`),
  numbers: 'Numbers',
  numbersOf: (sentence: string) => `Numbers behind: ${sentence}`,
  select: 'Select on the map',
  hint: 'Point at a finding to see it on the map; click to select what it is about.',
  gone: 'No longer found',
  why: 'Why is this a problem?',
  sure: 'How sure are we?',
  unsure: 'On a map this small it is easily chance.',
  tested: 'How it is tested',
  readOnMap: 'What it read',
  thresholds: 'Thresholds',
  origin: (text: string) => `Origin: ${text}`,
  yours: 'your value',
  standard: (value: string) => `, usually ${value}`,
  reset: 'Back to the usual value',
  source: (text: string) => `Source: ${text}`,
  mute: 'Mute this rule',
  muteReason: 'Why it is muted (so that others understand)',
  muteNow: 'Mute',
  cancel: 'Cancel',
  unmute: 'Unmute',
  noReason: 'No reason given',
  fineRules: (count: number) =>
    count === 1 ? 'Checked and found fine (1)' : `Checked and found fine (${count})`,
  mutedRules: (count: number) => `Muted (${count})`,
  silentRules: (count: number) => (count === 1 ? 'Does not apply here (1)' : `Do not apply here (${count})`),
  honest:
    'The rules and thresholds are mostly our own. They point at relations worth a talk, not at anybody’s fault. Severity is 20% at the threshold and 100% at the worst that could be.',
};
