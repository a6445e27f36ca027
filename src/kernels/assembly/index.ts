// Everything that the module exports; each file is one kernel. Lists only: a kernel's text stands in its own file.
export { f64At } from './memory';
