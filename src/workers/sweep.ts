import type { MeasureOptions } from '../model/measure-options.ts';
import { stripCount, type StripSums } from '../metrics/paths/strips.ts';
import { joinStrips, knownSweep, rememberSweep } from '../metrics/paths/sweep.ts';
import type { Network } from '../network/network.ts';
import { NO_PROFILES } from '../network/profiles.ts';
import { WorkerClient } from './client.ts';

/** Of all measures' options those that shortest paths depend on. */
export type SweepOptions = Pick<MeasureOptions, 'sources' | 'seed'>;

export interface StripTask {
  /** Null where that of the task before is meant. */
  readonly network: Network | null;
  /** Strips `first` to `end` - 1. */
  readonly first: number;
  readonly end: number;
  readonly options: SweepOptions;
}

interface Sweeper {
  readonly client: WorkerClient<StripTask, StripSums[]>;
  /** The network that its worker is known to hold. */
  held: Network | undefined;
}

/** Spreads the search of all shortest paths over workers. The result is that of one worker to the last bit. */
export class Sweepers {
  readonly #sweepers: readonly Sweeper[];

  constructor(count: number) {
    this.#sweepers = Array.from({ length: count }, () => ({
      client: new WorkerClient<StripTask, StripSums[]>(
        () => new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module' }),
      ),
      held: undefined,
    }));
  }

  /**
   * Lets the next sweep of this network return at once. Yields the share done, and promises to wait for. Where a worker
   * fails nothing is remembered, and the sweep is computed by whoever asks for it.
   */
  *prepare(network: Network, options: SweepOptions): Generator<number | Promise<void>, void, void> {
    if (knownSweep(network, options)) return;
    const strips: StripSums[] = [];
    const count = stripCount(network.n);
    /** Of each task the strips done. */
    const done: number[] = [];
    // Names and profiles are of no use to paths, and long to send.
    const sent: Network = {
      ...network,
      actorIds: [],
      sectorIds: [],
      ties: NO_TIES,
      profiles: NO_PROFILES,
    };
    const stop = new AbortController();
    let next = 0;
    let failed = false;
    let ended = false;
    let wake = (): void => undefined;

    const sweep = async (sweeper: Sweeper): Promise<void> => {
      while (!failed && next < count) {
        const first = next;
        // Much at first, little towards the end, so that all end at about the same time.
        const end = (next += Math.ceil((count - first) / this.#sweepers.length));
        const task = done.push(0) - 1;
        const holds = sweeper.held === network;
        sweeper.held = undefined;
        const result = await sweeper.client.run(
          { network: holds ? null : sent, first, end, options },
          {
            signal: stop.signal,
            onProgress: (share) => {
              done[task] = share * (end - first);
              wake();
            },
          },
        );
        if (result?.ok) {
          for (const [k, sums] of result.value.entries()) strips[first + k] = sums;
          sweeper.held = network;
        } else failed = true;
        done[task] = end - first;
        wake();
      }
    };

    try {
      const all = Promise.all(this.#sweepers.map(sweep));
      // Where no worker can be had the others' strips are of no use.
      void all
        .catch(() => (failed = true))
        .finally(() => {
          ended = true;
          wake();
        });
      while (!ended) {
        yield new Promise<void>((resolve) => (wake = resolve));
        yield done.reduce((sum, strips) => sum + strips, 0) / count;
      }
    } finally {
      stop.abort();
    }
    if (!failed) rememberSweep(network, options, joinStrips(network, strips, options));
  }
}

const NO_TIES: Network['ties'] = {
  ids: [],
  source: new Uint32Array(0),
  target: new Uint32Array(0),
  weight: new Float64Array(0),
  mutual: new Uint8Array(0),
  typeIds: [],
  types: new Uint16Array(0),
};
