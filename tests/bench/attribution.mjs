// @ts-check
// Says whose code the main thread was running: a CPU profile, read by the source maps of the built scripts.
import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/** @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} Frame */
/** @typedef {{ id: number, callFrame: Frame, children?: number[] }} ProfileNode */
/**
 * @typedef {{ nodes: ProfileNode[], startTime: number, endTime: number, samples?: number[], timeDeltas?: number[] }}
 * Profile times in microseconds of the browser's clock
 */
/**
 * Whose a function is: `cytoscape` or another package, `src/scene` or another room of ours, `browser` outside of all
 * scripts. `place` is the function itself or, of a package, the place in our code that called it.
 *
 * @typedef {{ owner: string, place: string }} Whose
 */

/** @type {Whose} */
const BROWSER = { owner: 'browser', place: 'browser' };
/** @type {Whose} */
const IDLE = { owner: 'idle', place: 'idle' };

/**
 * @param {Profile} profile
 * @param {string} folder of the built app, with its source maps
 */
export function readProfile(profile, folder) {
  const sourceOf = sources(folder);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  /** @type {Map<number, Whose>} */
  const whose = new Map();

  /** What the browser does counts for the script that asked for it. */
  const visit = (/** @type {number} */ id, /** @type {Whose} */ caller, /** @type {string} */ asker) => {
    const node = nodes.get(id);
    if (!node) return;
    const source = sourceOf(node.callFrame);
    const room = /^src\/[^/]+/.exec(source ?? '')?.[0];
    const owner = room ?? /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source ?? '')?.[1];
    const place = room && source ? source : asker;
    const own =
      node.callFrame.functionName === '(idle)'
        ? IDLE
        : owner === undefined
          ? caller
          : { owner, place: room ? place : `${owner}, asked by ${place}` };
    whose.set(id, own);
    for (const child of node.children ?? []) visit(child, own, place);
  };
  const [top] = profile.nodes;
  if (top) visit(top.id, BROWSER, 'nobody');

  let now = profile.startTime;
  const deltas = profile.timeDeltas ?? [];
  const samples = (profile.samples ?? []).map((id, k) => {
    now += deltas[k] ?? 0;
    return { at: now, milliseconds: (deltas[k + 1] ?? 0) / 1000, ...(whose.get(id) ?? BROWSER) };
  });

  /**
   * Milliseconds by owner, or by place, between two moments; most first.
   *
   * @param {'owner' | 'place'} by
   * @param {number} start
   * @param {number} end
   */
  return (by, start = profile.startTime, end = profile.endTime) => {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const sample of samples)
      if (sample.at >= start && sample.at < end && sample.owner !== 'idle')
        sums.set(sample[by], (sums.get(sample[by]) ?? 0) + sample.milliseconds);
    return [...sums].sort(([, a], [, b]) => b - a);
  };
}

/**
 * Milliseconds of our own code, the packages that it stands on included: all but cytoscape and the browser.
 *
 * @param {readonly (readonly [string, number])[]} byOwner
 */
export function oursOf(byOwner) {
  return byOwner.reduce(
    (sum, [owner, milliseconds]) => (owner === 'cytoscape' || owner === 'browser' ? sum : sum + milliseconds),
    0,
  );
}

/**
 * Where a function of a built script was written: `src/scene/scene.ts:120` or `node_modules/...`.
 *
 * @param {string} folder
 * @returns {(frame: Frame) => string | undefined}
 */
function sources(folder) {
  /** @type {Map<string, SourceMap | undefined>} */
  const maps = new Map();
  const mapOf = (/** @type {string} */ url) => {
    const name = new URL(url).pathname;
    if (!maps.has(name)) {
      const file = path.join(folder, `${name}.map`);
      maps.set(
        name,
        fs.existsSync(file) ? new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined,
      );
    }
    return maps.get(name);
  };
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('http')) return undefined;
    const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
    // what the bundler wrote itself has no source
    if (!entry || !('originalSource' in entry) || !entry.originalSource) return undefined;
    const source = entry.originalSource.replace(/^.*?(?=node_modules\/|src\/)/, '');
    return source.startsWith('src/') ? `${source}:${entry.originalLine + 1}` : source;
  };
}
