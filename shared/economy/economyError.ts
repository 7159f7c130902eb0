/**
 * Why the economy could not be computed, as a value.
 * - `economy.badWorld`: the figures describe no solvable world.
 * - `economy.badWedge`: a tariff of -100 % or less, a number that is none, transfers that do not sum to zero ...
 * - `economy.insolvent`: a region could not pay for its subsidies and transfers (`region`, `income`).
 * - `economy.noConvergence`: the solver stopped short of its tolerance (`residual`, `passes`).
 * - `economy.badModel`: a lever's table does not fit its levels, or names a lever nobody declared.
 */
export type EconomyError = {
  readonly code:
    | 'economy.badWorld'
    | 'economy.badWedge'
    | 'economy.insolvent'
    | 'economy.noConvergence'
    | 'economy.badModel';
  readonly params: Readonly<Record<string, string | number>>;
};

/** Tells a failure from a result. */
export const isEconomyError = (result: object): result is EconomyError =>
  'code' in result && typeof result.code === 'string' && result.code.startsWith('economy.');
