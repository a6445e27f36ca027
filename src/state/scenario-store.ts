import { createScenarios } from '../storage/scenarios.ts';
import { store } from './stores.ts';

/** Apart from the other stores: the first page view does without it. */
export const scenarios = createScenarios(store);
