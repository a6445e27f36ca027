/** What crosses the boundary at one actor, and what passes through it. */
export interface Boundary {
  readonly throughflow: number;
  readonly inflow: number;
  readonly outflow: number;
}

/** Of T; a smaller difference between the two sides of an actor is rounding. */
const ROUNDING = 1e-12;

/**
 * Closes the flows of one actor, whose ties never balance. A side is what its ties carry and what is stated to cross the
 * boundary there; where nothing is stated, (1 + lambda) times what its ties carry. T is the larger side, and what the
 * other one lacks crosses the boundary there. So whoever states nothing has T = (1 + lambda) max(in, out); what is stated
 * is kept where it balances, and never lowered.
 *
 * @param received what the actor's ties bring, `given` what they take, both >= 0
 * @param inflow z and y as stated; NaN where not
 */
export function closed(
  received: number,
  given: number,
  inflow: number,
  outflow: number,
  lambda: number,
): Boundary {
  const before = Number.isNaN(inflow) ? (1 + lambda) * received : received + inflow;
  const after = Number.isNaN(outflow) ? (1 + lambda) * given : given + outflow;
  const throughflow = Math.max(before, after);
  const crossing = (side: number, ties: number, stated: number): number => {
    if (throughflow - side <= ROUNDING * throughflow && !Number.isNaN(stated)) return stated;
    const rest = throughflow - ties;
    return rest > ROUNDING * throughflow ? rest : 0;
  };
  return {
    throughflow,
    inflow: crossing(before, received, inflow),
    outflow: crossing(after, given, outflow),
  };
}

/** Whether what an actor states of its boundary had to be raised. */
export function isRaised(
  { inflow, outflow }: Boundary,
  statedInflow: number,
  statedOutflow: number,
): boolean {
  const raised = (now: number, stated: number): boolean => now > stated * (1 + ROUNDING);
  return raised(inflow, statedInflow) || raised(outflow, statedOutflow);
}
