// Everything that the module exports; each file is one kernel. Lists only: a kernel's text stands in its own file.
export { bucketGraph, bucketRoom, bucketRun, bucketSums } from './paths-buckets';
export { hopGraph, hopRoom, hopRun, hopSums } from './paths-hops';
export { repelFar, repelNear } from './layout-repulsion';
export { majorize } from './layout-stress';
