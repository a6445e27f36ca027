const bits = new DataView(new ArrayBuffer(8));
/** Two thirds of the bias of exponents, in the upper word, less what makes the guess good on the whole. */
const GUESS = 715_094_163;

/** The cube root of x >= 0, normal or 0, the same bits in every engine; within 1 unit in the last place. */
export function cubeRoot(x: number): number {
  if (x === 0) return 0;
  bits.setFloat64(0, x);
  bits.setInt32(0, Math.floor(bits.getInt32(0) / 3) + GUESS);
  let root = bits.getFloat64(0);
  // Halley's rule triples the digits that are right; the small correction of Newton's then settles the last one.
  for (let round = 0; round < 3; round++) {
    const cube = root * root * root;
    root *= (cube + 2 * x) / (2 * cube + x);
  }
  return root - (root * root * root - x) / (3 * root * root);
}
