import type { Localized } from '../../base/localized.ts';

/** How well systems develop together; every value in [0, 1]. */
export interface Coupling {
  /** C, how alike they are. */
  readonly degree: number;
  /** T, their weighted mean. */
  readonly development: number;
  /** D = sqrt(C T), the coupling coordination degree 耦合协调度. */
  readonly coordination: number;
}

/** Classic C is n (prod U)^(1/n) / sum U; modified is that of Wang et al. (2021), which spreads over [0, 1]. */
export type CouplingForm = 'classic' | 'modified';

/**
 * Coupling coordination of two systems or more; C is 0 where one of them is. Wang Shujia et al. (2021), Journal of
 * Natural Resources 36(3).
 *
 * @param systems U_i in [0, 1]
 * @param weights sum to 1; equal without them
 */
export function coupling(
  systems: readonly number[],
  form: CouplingForm,
  weights: readonly number[] = systems.map(() => 1 / systems.length),
): Coupling {
  const development = systems.reduce((sum, u, k) => sum + u * (weights[k] ?? 0), 0);
  const degree = Math.min(1, systems.some((u) => u <= 0) ? 0 : FORMS[form](systems));
  return { degree, development, coordination: Math.sqrt(degree * development) };
}

const FORMS: Readonly<Record<CouplingForm, (systems: readonly number[]) => number>> = {
  classic(systems) {
    const n = systems.length;
    const sum = systems.reduce((total, u) => total + u, 0);
    const product = systems.reduce((total, u) => total * u, 1);
    return (n * root(product, n)) / sum;
  },
  modified(systems) {
    const n = systems.length;
    const largest = Math.max(...systems);
    let apart = 0;
    for (const [k, a] of systems.entries()) for (const b of systems.slice(k + 1)) apart += Math.abs(a - b);
    const pairs = (n * (n - 1)) / 2;
    const ratios = systems.reduce((total, u) => total * (u / largest), 1);
    return Math.sqrt(Math.max(0, 1 - apart / pairs) * root(ratios, n - 1));
  },
};

/** x^(1/n) of x in (0, 1], from above by Newton's method: powers of fractions differ between engines. */
function root(x: number, n: number): number {
  if (n <= 2) return n === 2 ? Math.sqrt(x) : x;
  let y = 1;
  for (;;) {
    let power = 1;
    for (let k = 1; k < n; k++) power *= y;
    const next = ((n - 1) * y + x / power) / n;
    if (!(next < y)) return y;
    y = next;
  }
}

const BANDS: readonly Localized[] = [
  { en: 'extreme maladjustment', zh: '极度失调' },
  { en: 'severe maladjustment', zh: '严重失调' },
  { en: 'moderate maladjustment', zh: '中度失调' },
  { en: 'mild maladjustment', zh: '轻度失调' },
  { en: 'verge of maladjustment', zh: '濒临失调' },
  { en: 'barely coordinated', zh: '勉强协调' },
  { en: 'primary coordination', zh: '初级协调' },
  { en: 'intermediate coordination', zh: '中级协调' },
  { en: 'good coordination', zh: '良好协调' },
  { en: 'quality coordination', zh: '优质协调' },
];

/** The customary name of a coordination degree: ten bands, each 0.1 wide. A convention. */
export function couplingBand(coordination: number): Localized {
  const band = Math.min(BANDS.length - 1, Math.max(0, Math.floor(coordination * BANDS.length + 1e-9)));
  return BANDS[band]!;
}
