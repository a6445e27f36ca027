import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';

/** What holds the map together at one place alone, direction ignored. Not to be changed. */
interface Cuts {
  /** 1 where the component falls apart without the actor. */
  readonly articulation: Uint8Array;
  /** How many of the actor's component are then outside the largest piece left of it. */
  readonly stranded: Float64Array;
  /** The actor from which a search first came to this one, -1 where it began. */
  readonly parent: Int32Array;
  /** 1 where the pair of the actor and its parent is the only connection between two parts. */
  readonly bridge: Uint8Array;
}

export function cutsOf(network: Network): Computation<Cuts> {
  return once(network, 'cuts', function* () {
    yield 0;
    return search(network);
  });
}

/** One depth-first search (Tarjan 1972; Hopcroft & Tarjan 1973), without recursion. O(n + m). */
function search({ n, either: { offsets, columns } }: Network): Cuts {
  const articulation = new Uint8Array(n);
  const stranded = new Float64Array(n);
  const parent = new Int32Array(n).fill(-1);
  const bridge = new Uint8Array(n);
  /** In which order actors are found, from 1; 0 before. */
  const found = new Uint32Array(n);
  /** The first found actor that the search below this one meets. */
  const low = new Uint32Array(n);
  /** Actors of the search below, oneself included. */
  const below = new Uint32Array(n);
  /** Of the pieces below that hang on this actor alone: all their actors, and those of the largest. */
  const hanging = new Uint32Array(n);
  const largest = new Uint32Array(n);
  const next = new Uint32Array(n);
  /** In the order found. */
  const members = new Uint32Array(n);
  let time = 0;

  const leave = (actor: number, root: number): void => {
    const above = parent[actor]!;
    if (above === -1) return;
    below[above]! += below[actor]!;
    low[above] = Math.min(low[above]!, low[actor]!);
    if (low[actor]! < found[above]!) return;
    if (low[actor]! > found[above]!) bridge[actor] = 1;
    hanging[above]! += below[actor]!;
    largest[above] = Math.max(largest[above]!, below[actor]!);
    if (above !== root) articulation[above] = 1;
  };

  for (let root = 0; root < n; root++) {
    if (found[root] !== 0) continue;
    const first = time;
    let actor = root;
    const enter = (): void => {
      members[time] = actor;
      found[actor] = low[actor] = ++time;
      below[actor] = 1;
      next[actor] = offsets[actor]!;
    };
    enter();
    while (actor !== -1) {
      if (next[actor] === offsets[actor + 1]) {
        leave(actor, root);
        actor = parent[actor]!;
        continue;
      }
      const partner = columns[next[actor]!++]!;
      if (found[partner] === 0) {
        parent[partner] = actor;
        actor = partner;
        enter();
      } else if (partner !== parent[actor]) low[actor] = Math.min(low[actor]!, found[partner]!);
    }
    const others = time - first - 1;
    for (let k = first; k < time; k++) {
      const member = members[k]!;
      const staying = others - hanging[member]!;
      stranded[member] = others - Math.max(staying, largest[member]!);
      if (member === root && largest[member]! < others) articulation[member] = 1;
    }
  }
  return { articulation, stranded, parent, bridge };
}
