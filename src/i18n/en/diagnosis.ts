export const diagnosis = {
  tabs: { findings: 'Findings', remedies: 'Remedies', stress: 'Stress tests' },
};
