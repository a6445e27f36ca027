const bits = new DataView(new ArrayBuffer(8));
const EXPONENT = 0x7ff00000;
const ONE = 0x3ff00000;
const BIAS = 1023;
/** 2^54: makes a number that is below the normal ones one of them. */
const UP = 18014398509481984;
/** ln 2 in two parts; the first has so few digits that its products with exponents are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** x > 0 as m 2^exponent, with m from 1 to 2, or from half that where the logarithm of m is then smaller. */
function parted(x: number): { readonly m: number; readonly exponent: number } {
  bits.setFloat64(0, x);
  let exponent = ((bits.getInt32(0) & EXPONENT) >>> 20) - BIAS;
  if (exponent === -BIAS) {
    bits.setFloat64(0, x * UP);
    exponent = ((bits.getInt32(0) & EXPONENT) >>> 20) - BIAS - 54;
  }
  bits.setInt32(0, (bits.getInt32(0) & ~EXPONENT) | ONE);
  const m = bits.getFloat64(0);
  return m > Math.SQRT2 ? { m: m / 2, exponent: exponent + 1 } : { m, exponent };
}

/** ln (m 2^exponent). */
function lnOf(m: number, exponent: number): number {
  // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...), and s <= 0.172; written as f - (f^2/2 - s (f^2/2 + rest)),
  // with f = m - 1 exact, so that near 1 no digit is lost
  const f = m - 1;
  const s = f / (2 + f);
  const q = s * s;
  let rest = 0;
  for (let k = 23; k >= 3; k -= 2) rest = q * (2 / k + rest);
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + rest) + exponent * LN2_LOW) - f);
}

/**
 * The natural logarithm, made of additions, multiplications and divisions alone: Math.log may differ in its last bit
 * from one JavaScript engine to another, and the same map must give the same bits everywhere. Within 1 unit in the last
 * place; NaN below 0, -Infinity at 0.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const { m, exponent } = parted(x);
  return lnOf(m, exponent);
}

/** The logarithm to base 2, likewise; exact for powers of 2. */
export function log2(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const { m, exponent } = parted(x);
  return exponent + lnOf(m, 0) / Math.LN2;
}
