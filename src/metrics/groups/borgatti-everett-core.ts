import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { actorsByDegree } from '../structure/by-degree.ts';
import { shuffle } from '../shuffle.ts';
import type { Core } from './core.ts';
import { lipCore } from './lip-core.ts';

interface CorrelatedCore extends Core {
  /** r, in [-1, 1]. */
  readonly correlation: number;
}

/** All 2^n cores are tried up to so many actors. */
export const MOST_TRIED = 16;

/** Starts drawn by chance, beside two by degree. */
const RANDOM_STARTS = 20;

/** Correlations nearer than this are equal. */
const EQUAL = 1e-12;

/** Entries scanned, or cores tried, between two steps. */
const STEP_WORK = 30_000;

/**
 * The core whose ideal pattern correlates best with U: ties all over the core, none in the periphery, and between them
 * what `cells` says. Of equal ones the smallest, then the one with the first actors. Null where no core has a
 * correlation, as where all or no pairs are tied. Every core is tried up to 16 actors; else the best of seeded climbs.
 * Borgatti & Everett (2000).
 */
export function borgattiEverettCore(
  network: Network,
  cells: MeasureOptions['coreCells'],
  seed: number,
): Computation<CorrelatedCore | null> {
  return network.n <= MOST_TRIED ? tryAll(network, cells) : climb(network, cells, seed);
}

/** The core in hand, and what its correlation needs, kept as actors join and leave. */
class Candidate {
  readonly #pattern: Csr;
  readonly #cells: MeasureOptions['coreCells'];
  readonly #n: number;
  readonly #ties: number;
  readonly members: Uint8Array;
  size = 0;
  /** How many partners of each actor are in the core. */
  readonly #coreTies: Int32Array;
  #within = 0;
  #between = 0;

  constructor({ n, either }: Network, cells: MeasureOptions['coreCells']) {
    this.#pattern = either;
    this.#cells = cells;
    this.#n = n;
    this.#ties = either.columns.length / 2;
    this.members = new Uint8Array(n);
    this.#coreTies = new Int32Array(n);
  }

  /** Its r; -Infinity where it has none. */
  get correlation(): number {
    return this.#correlation(this.size, this.#within, this.#between);
  }

  /** What r would be if the actor changed sides. */
  correlationAfter(actor: number): number {
    const sign = this.members[actor] === 1 ? -1 : 1;
    const inward = this.#coreTies[actor]!;
    return this.#correlation(
      this.size + sign,
      this.#within + sign * inward,
      this.#between + sign * (this.#degree(actor) - 2 * inward),
    );
  }

  flip(actor: number): void {
    const sign = this.members[actor] === 1 ? -1 : 1;
    const inward = this.#coreTies[actor]!;
    this.members[actor] = 1 - this.members[actor]!;
    this.size += sign;
    this.#within += sign * inward;
    this.#between += sign * (this.#degree(actor) - 2 * inward);
    const { offsets, columns } = this.#pattern;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) this.#coreTies[columns[e]!]! += sign;
  }

  #degree(actor: number): number {
    return this.#pattern.offsets[actor + 1]! - this.#pattern.offsets[actor]!;
  }

  /** Pearson's over the pairs compared; x is the ideal and y the map, both 0 or 1. */
  #correlation(size: number, within: number, between: number): number {
    const periphery = this.#n - size;
    const corePairs = (size * (size - 1)) / 2;
    const peripheryPairs = (periphery * (periphery - 1)) / 2;
    let pairs = (this.#n * (this.#n - 1)) / 2;
    let ideal = corePairs;
    let tied = this.#ties;
    let both = within;
    if (this.#cells === 'missing') {
      pairs = corePairs + peripheryPairs;
      tied -= between;
    } else if (this.#cells === 'one') {
      ideal = pairs - peripheryPairs;
      both += between;
    }
    const spread = ideal * (pairs - ideal) * tied * (pairs - tied);
    return spread > 0 ? (pairs * both - ideal * tied) / Math.sqrt(spread) : -Infinity;
  }
}

/** Through all cores in the order of a Gray code, in which one actor at a time changes sides. O(2^n k). */
function* tryAll(network: Network, cells: MeasureOptions['coreCells']): Computation<CorrelatedCore | null> {
  const { n } = network;
  const candidate = new Candidate(network, cells);
  const count = 2 ** n;
  let best = -Infinity;
  let bestSize = 0;
  let bestCode = 0;
  for (let k = 1; k < count; k++) {
    const bit = 31 - Math.clz32(k & -k);
    // The first actor is the highest bit, so that of equal cores the one with the first actors has the larger code.
    candidate.flip(n - 1 - bit);
    const value = candidate.correlation;
    if (value > best - EQUAL && value > -Infinity) {
      const code = k ^ (k >>> 1);
      const better =
        value > best + EQUAL || candidate.size < bestSize || (candidate.size === bestSize && code > bestCode);
      if (better) {
        best = Math.max(best, value);
        bestSize = candidate.size;
        bestCode = code;
      }
    }
    if (k % STEP_WORK === 0) yield k / count;
  }
  if (best === -Infinity) return null;
  const members = new Uint8Array(n);
  for (let actor = 0; actor < n; actor++) members[actor] = (bestCode >>> (n - 1 - actor)) & 1;
  return { members, size: bestSize, correlation: best };
}

/** From several starts, actor by actor in an order drawn by chance, changing sides wherever r rises. */
function* climb(
  network: Network,
  cells: MeasureOptions['coreCells'],
  seed: number,
): Computation<CorrelatedCore | null> {
  const { n, either } = network;
  const random = seededRandom(seed);
  const byDegree = actorsByDegree(network);
  const candidate = new Candidate(network, cells);
  const order = Uint32Array.from({ length: n }, (_, actor) => actor);
  const share = (either.columns.length / 2 + n) / n;
  let work = 0;
  let best: CorrelatedCore | null = null;
  for (let start = 0; start < RANDOM_STARTS + 2; start++) {
    if (start === 0) become(candidate, lipCore(network).members);
    else if (start === 1) become(candidate, bestByDegree(candidate, byDegree));
    else {
      const size = 1 + Math.floor(random() * (n - 1));
      shuffle(order, n, random);
      const members = new Uint8Array(n);
      for (let k = 0; k < size; k++) members[order[k]!] = 1;
      become(candidate, members);
    }
    for (let risen = true; risen;) {
      risen = false;
      shuffle(order, n, random);
      for (let k = 0; k < n; k++) {
        const actor = order[k]!;
        if (candidate.correlationAfter(actor) > candidate.correlation + EQUAL) {
          candidate.flip(actor);
          risen = true;
        }
        work += share;
        if (work < STEP_WORK) continue;
        work = 0;
        yield start / (RANDOM_STARTS + 2);
      }
    }
    const { correlation, size } = candidate;
    if (correlation > (best ? best.correlation + EQUAL : -Infinity))
      best = { members: candidate.members.slice(), size, correlation };
  }
  return best;
}

/** The best core that consists of the actors with the most partners; leaves the candidate with all actors. */
function bestByDegree(candidate: Candidate, byDegree: Uint32Array): Uint8Array {
  become(candidate, new Uint8Array(byDegree.length));
  let size = 0;
  let correlation = -Infinity;
  for (const actor of byDegree) {
    candidate.flip(actor);
    if (candidate.correlation <= correlation + EQUAL) continue;
    correlation = candidate.correlation;
    size = candidate.size;
  }
  const members = new Uint8Array(byDegree.length);
  for (let k = 0; k < size; k++) members[byDegree[k]!] = 1;
  return members;
}

function become(candidate: Candidate, members: Uint8Array): void {
  for (let actor = 0; actor < members.length; actor++)
    if (candidate.members[actor] !== members[actor]) candidate.flip(actor);
}
