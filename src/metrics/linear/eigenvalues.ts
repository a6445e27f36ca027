/** A complex number. */
export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

/** Rounds of one eigenvalue before a shift of another kind is tried, and before it is given up. */
const ROUNDS = 12;
const MOST_ROUNDS = 300;

/**
 * All eigenvalues of a real square matrix, those with the largest real part first: Hessenberg form, then QR steps with
 * Wilkinson's shift (Francis 1961, Wilkinson 1965), in complex numbers. O(n³): meant for up to a hundred rows. Null if
 * it does not settle, or for a matrix with an entry that is no number.
 *
 * @param matrix row by row
 */
export function eigenvalues(matrix: Float64Array, size: number): readonly Eigenvalue[] | null {
  if (matrix.some((entry) => !Number.isFinite(entry))) return null;
  const re = hessenberg(matrix, size);
  const im = new Float64Array(size * size);
  let last = size - 1;
  let rounds = 0;
  while (last > 0) {
    const first = blockStart(re, im, size, last);
    if (first === last) {
      last--;
      rounds = 0;
      continue;
    }
    if (++rounds > MOST_ROUNDS) return null;
    const shift =
      rounds % ROUNDS === 0
        ? { re: modulus(re[last * size + last - 1]!, im[last * size + last - 1]!), im: 0 }
        : wilkinsonShift(re, im, size, last);
    qrStep(re, im, size, first, last, shift);
  }
  return Array.from({ length: size }, (_, k) => ({
    re: re[k * size + k]!,
    im: im[k * size + k]!,
  })).sort((a, b) => b.re - a.re || b.im - a.im);
}

/** The largest modulus; null where the eigenvalues are not known. */
export function spectralRadius(matrix: Float64Array, size: number): number | null {
  const all = eigenvalues(matrix, size);
  return all && all.reduce((largest, { re, im }) => Math.max(largest, modulus(re, im)), 0);
}

/** A similar matrix with zeros below the subdiagonal, by elimination with pivots. */
function hessenberg(matrix: Float64Array, size: number): Float64Array {
  const h = matrix.slice();
  for (let k = 1; k < size - 1; k++) {
    let pivot = k;
    for (let row = k + 1; row < size; row++)
      if (Math.abs(h[row * size + k - 1]!) > Math.abs(h[pivot * size + k - 1]!)) pivot = row;
    if (h[pivot * size + k - 1] === 0) continue;
    if (pivot !== k) swap(h, size, k, pivot);
    for (let row = k + 1; row < size; row++) {
      const factor = h[row * size + k - 1]! / h[k * size + k - 1]!;
      if (factor === 0) continue;
      for (let j = k - 1; j < size; j++) h[row * size + j]! -= factor * h[k * size + j]!;
      for (let j = 0; j < size; j++) h[j * size + k]! += factor * h[j * size + row]!;
      h[row * size + k - 1] = 0;
    }
  }
  return h;
}

/** Two rows and the same two columns. */
function swap(h: Float64Array, size: number, a: number, b: number): void {
  for (let j = 0; j < size; j++) {
    const kept = h[a * size + j]!;
    h[a * size + j] = h[b * size + j]!;
    h[b * size + j] = kept;
  }
  for (let j = 0; j < size; j++) {
    const kept = h[j * size + a]!;
    h[j * size + a] = h[j * size + b]!;
    h[j * size + b] = kept;
  }
}

/** Where the undivided block that ends at `last` starts; what separates it becomes exactly 0. */
function blockStart(re: Float64Array, im: Float64Array, size: number, last: number): number {
  for (let k = last; k > 0; k--) {
    const below = k * size + k - 1;
    const at = k * size + k;
    const before = (k - 1) * size + k - 1;
    const scale = modulus(re[at]!, im[at]!) + modulus(re[before]!, im[before]!);
    if (modulus(re[below]!, im[below]!) > Number.EPSILON * (scale || 1)) continue;
    re[below] = 0;
    im[below] = 0;
    return k;
  }
  return 0;
}

/** The eigenvalue of the last two rows and columns that is nearer to the last entry. */
function wilkinsonShift(re: Float64Array, im: Float64Array, size: number, last: number): Eigenvalue {
  const a = (last - 1) * size + last - 1;
  const d = last * size + last;
  const half = { re: (re[a]! - re[d]!) / 2, im: (im[a]! - im[d]!) / 2 };
  const product = times({ re: re[a + 1]!, im: im[a + 1]! }, { re: re[d - 1]!, im: im[d - 1]! });
  const square = times(half, half);
  const root = squareRoot({ re: square.re + product.re, im: square.im + product.im });
  const sign = half.re * root.re + half.im * root.im > 0 ? -1 : 1;
  return { re: re[d]! + half.re + sign * root.re, im: im[d]! + half.im + sign * root.im };
}

function times(a: Eigenvalue, b: Eigenvalue): Eigenvalue {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** Of a + bi; not Math.hypot, whose last bit is left to the engine. */
function modulus(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

function squareRoot({ re, im }: Eigenvalue): Eigenvalue {
  const size = modulus(re, im);
  const real = Math.sqrt(Math.max(0, (size + re) / 2));
  const imaginary = Math.sqrt(Math.max(0, (size - re) / 2));
  return { re: real, im: im < 0 ? -imaginary : imaginary };
}

/** H - shift = Q R by plane rotations, then R Q + shift, within one block. */
function qrStep(
  re: Float64Array,
  im: Float64Array,
  size: number,
  first: number,
  last: number,
  shift: Eigenvalue,
): void {
  for (let k = first; k <= last; k++) {
    re[k * size + k]! -= shift.re;
    im[k * size + k]! -= shift.im;
  }
  const rotations: (readonly [cRe: number, cIm: number, sRe: number, sIm: number])[] = [];
  for (let k = first; k < last; k++) {
    const top = k * size;
    const low = top + size;
    const length = modulus(modulus(re[top + k]!, im[top + k]!), modulus(re[low + k]!, im[low + k]!));
    const [cRe, cIm, sRe, sIm] =
      length === 0
        ? [1, 0, 0, 0]
        : [re[top + k]! / length, im[top + k]! / length, re[low + k]! / length, im[low + k]! / length];
    rotations.push([cRe, cIm, sRe, sIm]);
    for (let j = k; j <= last; j++) {
      const [aRe, aIm, bRe, bIm] = [re[top + j]!, im[top + j]!, re[low + j]!, im[low + j]!];
      re[top + j] = cRe * aRe + cIm * aIm + sRe * bRe + sIm * bIm;
      im[top + j] = cRe * aIm - cIm * aRe + sRe * bIm - sIm * bRe;
      re[low + j] = cRe * bRe - cIm * bIm - sRe * aRe + sIm * aIm;
      im[low + j] = cRe * bIm + cIm * bRe - sRe * aIm - sIm * aRe;
    }
  }
  for (const [step, [cRe, cIm, sRe, sIm]] of rotations.entries()) {
    const k = first + step;
    for (let row = first; row <= Math.min(k + 1, last); row++) {
      const at = row * size + k;
      const [aRe, aIm, bRe, bIm] = [re[at]!, im[at]!, re[at + 1]!, im[at + 1]!];
      re[at] = aRe * cRe - aIm * cIm + bRe * sRe - bIm * sIm;
      im[at] = aRe * cIm + aIm * cRe + bRe * sIm + bIm * sRe;
      re[at + 1] = bRe * cRe + bIm * cIm - aRe * sRe - aIm * sIm;
      im[at + 1] = bIm * cRe - bRe * cIm - aIm * sRe + aRe * sIm;
    }
  }
  for (let k = first; k <= last; k++) {
    re[k * size + k]! += shift.re;
    im[k * size + k]! += shift.im;
  }
}
