/** How each sign of a name may be read, in small Latin letters without tones. */
type Syllables = readonly (readonly string[])[];

const HAN = /\p{Script=Han}/u;
const SLICE_MS = 8;

/**
 * The sounds of Chinese names, for finding them by Latin letters. The dictionary is fetched the first time that somebody
 * looks for Latin letters among Chinese names; until then no name has sounds.
 */
class Pinyin {
  /** Grows when more names can be looked for. */
  #version = $state(0);
  readonly #names = new Map<string, Syllables>();
  #read: ((name: string) => Syllables) | undefined;
  #asked = false;
  #waiting: string[] = [];
  #working = false;

  /** Sees to it that these names have sounds, soon; a few at a time, so that typing goes on. */
  want(names: Iterable<string>): void {
    for (const name of names) {
      if (this.#names.has(name) || !HAN.test(name)) continue;
      this.#names.set(name, []);
      this.#waiting.push(name);
    }
    if (this.#waiting.length === 0) return;
    if (this.#read) void this.#work();
    else if (!this.#asked) void this.#load();
  }

  /** Undefined for a name without Chinese signs, or whose sounds are not known yet. */
  of(name: string): Syllables | undefined {
    void this.#version;
    return this.#names.get(name);
  }

  async #load(): Promise<void> {
    this.#asked = true;
    try {
      const { pinyin, polyphonic } = await import('pinyin-pro');
      this.#read = (name) => {
        const options = { toneType: 'none', type: 'array', v: true } as const;
        const here = pinyin(name, options);
        const all = polyphonic(name, options);
        return here.map((syllable, at) => spellings(`${syllable} ${all[at] ?? ''}`));
      };
      await this.#work();
    } catch {
      // Without the dictionary names are found as they are written; the next search asks again.
      this.#asked = false;
    }
  }

  async #work(): Promise<void> {
    const read = this.#read;
    if (this.#working || !read) return;
    this.#working = true;
    while (this.#waiting.length > 0) {
      const until = performance.now() + SLICE_MS;
      while (this.#waiting.length > 0 && performance.now() < until) {
        const name = this.#waiting.pop() ?? '';
        this.#names.set(name, read(name));
      }
      if (this.#waiting.length > 0) await new Promise((resolve) => setTimeout(resolve));
    }
    this.#working = false;
    this.#version++;
  }
}

/** Each reading once; that with ü is also written with u. */
function spellings(readings: string): readonly string[] {
  const plain = readings
    .toLowerCase()
    .split(/\s+/u)
    .filter((reading) => /^[a-z0-9]+$/u.test(reading));
  return [...new Set(plain.flatMap((reading) => [reading, reading.replace('v', 'u')]))];
}

export const pinyin = new Pinyin();
