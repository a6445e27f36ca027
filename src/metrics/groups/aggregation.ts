import type { GroupGraph } from './group-graph.ts';

/** Room for graphs whose nodes are groups of the nodes of another. */
export class Aggregation {
  readonly #rooms: readonly Room[];
  #next = 0;
  /** The nodes, group by group, and where each group begins. */
  readonly #members: Int32Array;
  readonly #starts: Int32Array;
  readonly #weightTo: Float64Array;
  readonly #near: Int32Array;

  constructor(nodes: number, entries: number) {
    // Two, since a graph is made of the one before.
    this.#rooms = [roomFor(nodes, entries), roomFor(nodes, entries)];
    this.#members = new Int32Array(nodes);
    this.#starts = new Int32Array(nodes + 1);
    this.#weightTo = new Float64Array(nodes);
    this.#near = new Int32Array(nodes);
  }

  /**
   * The graph of `count` groups; `group` gives each node one of 0 … count - 1. Yields after about `work` entries. The
   * graph lasts until the second next call.
   */
  *run(graph: GroupGraph, group: Int32Array, count: number, work: number): Generator<void, GroupGraph, void> {
    const room = this.#rooms[this.#next]!;
    this.#next = 1 - this.#next;
    this.#sortByGroup(graph.size, group, count);
    room.offsets[0] = 0;
    const step = Math.max(1, Math.floor((work * count) / (graph.size + graph.neighbours.length)));
    for (let from = 0; from < count; from += step) {
      this.#fill(graph, group, room, from, Math.min(count, from + step));
      yield;
    }
    const entries = room.offsets[count]!;
    return {
      size: count,
      offsets: room.offsets.subarray(0, count + 1),
      neighbours: room.neighbours.subarray(0, entries),
      weights: room.weights.subarray(0, entries),
      strengths: room.strengths.subarray(0, count),
      total: graph.total,
    };
  }

  #sortByGroup(size: number, group: Int32Array, count: number): void {
    const starts = this.#starts;
    starts.fill(0, 0, count + 1);
    for (let node = 0; node < size; node++) starts[group[node]!]!++;
    let end = 0;
    for (let label = 0; label <= count; label++) {
      end += starts[label]!;
      starts[label] = end;
    }
    for (let node = size - 1; node >= 0; node--) this.#members[--starts[group[node]!]!] = node;
  }

  #fill(graph: GroupGraph, group: Int32Array, room: Room, from: number, to: number): void {
    const { offsets, neighbours, weights, strengths } = graph;
    const members = this.#members;
    const weightTo = this.#weightTo;
    const near = this.#near;
    let entry = room.offsets[from]!;
    for (let label = from; label < to; label++) {
      let nearCount = 0;
      let strength = 0;
      for (let k = this.#starts[label]!; k < this.#starts[label + 1]!; k++) {
        const node = members[k]!;
        strength += strengths[node]!;
        for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
          const other = group[neighbours[e]!]!;
          if (other === label) continue;
          if (weightTo[other]! === 0) near[nearCount++] = other;
          weightTo[other]! += weights === null ? 1 : weights[e]!;
        }
      }
      room.strengths[label] = strength;
      for (let k = 0; k < nearCount; k++) {
        const other = near[k]!;
        room.neighbours[entry] = other;
        room.weights[entry++] = weightTo[other]!;
        weightTo[other] = 0;
      }
      room.offsets[label + 1] = entry;
    }
  }
}

interface Room {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
  readonly strengths: Float64Array;
}

function roomFor(nodes: number, entries: number): Room {
  return {
    offsets: new Uint32Array(nodes + 1),
    neighbours: new Uint32Array(entries),
    weights: new Float64Array(entries),
    strengths: new Float64Array(nodes),
  };
}
