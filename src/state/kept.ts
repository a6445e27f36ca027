/** What was read of late, by key: of more than a few the one is let go that nobody has asked for longest. */
export class Kept<V extends object> {
  readonly #values = new Map<string, V>();

  constructor(private readonly most = 12) {}

  get(key: string): V | undefined {
    const value = this.#values.get(key);
    if (value) this.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
  }
}
