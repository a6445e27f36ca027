import type { Random } from './random.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes ids; the shell gives one fed by the browser's random numbers, tests give a seeded one. */
export type NewId = () => string;

/** Ids of 14 letters and digits (83 bits): no two windows or rooms ever make the same one. */
export function idMaker(random: Random): NewId {
  return () => {
    let id = '';
    for (let k = 0; k < 14; k++) id += ALPHABET[Math.floor(random() * ALPHABET.length)];
    return id;
  };
}

/** The one order used wherever order shows in a result: by UTF-16 code unit, the same in every locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
