import type { diagnosis as source } from '../en/diagnosis.ts';

export const diagnosis: typeof source = {
  tabs: { findings: '诊断结果', remedies: '对策', stress: '压力测试' },
};
