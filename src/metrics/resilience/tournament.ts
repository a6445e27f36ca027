/** A list of counts of which the largest is known at any time; of equal ones the first. Changes take O(log n). */
export class Tournament {
  /** Half of the tree: entry k has its parent at (k + leaves) / 2. */
  readonly #leaves: number;
  /** Which entry wins below each inner node. */
  readonly #winner: Int32Array;
  readonly #values: Float64Array;

  constructor(values: ArrayLike<number>) {
    let leaves = 1;
    while (leaves < values.length) leaves *= 2;
    this.#leaves = leaves;
    this.#values = new Float64Array(leaves).fill(-Infinity);
    this.#values.set(values);
    this.#winner = new Int32Array(2 * leaves);
    for (let k = 0; k < leaves; k++) this.#winner[leaves + k] = k;
    for (let node = leaves - 1; node >= 1; node--) this.#play(node);
  }

  /** The first of those with the largest value. */
  get first(): number {
    return this.#winner[1]!;
  }

  /** Takes an entry out. */
  remove(entry: number): void {
    this.#change(entry, -Infinity);
  }

  decrease(entry: number): void {
    this.#change(entry, this.#values[entry]! - 1);
  }

  #change(entry: number, value: number): void {
    this.#values[entry] = value;
    for (let node = (entry + this.#leaves) >> 1; node >= 1; node >>= 1) this.#play(node);
  }

  #play(node: number): void {
    const left = this.#winner[2 * node]!;
    const right = this.#winner[2 * node + 1]!;
    this.#winner[node] = this.#values[right]! > this.#values[left]! ? right : left;
  }
}
