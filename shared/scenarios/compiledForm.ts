import { SECTORS, type Sector } from '../economy/calibration.ts';
import type { Outcome } from '../economy/model.ts';
import { balanceOf, realIncomeOf, valueAddedOf } from '../economy/outcome.ts';
import type { Form, Lever } from './schema.ts';

/**
 * A form with its levers looked up, so that reading it is a few array accesses.
 * `table`: values row by row over the levels of up to three levers (by position in the scenario).
 * `sum`: knots of a piecewise linear function of a weighted sum; `amounts` hold weight x amount per level.
 */
export type CompiledForm =
  | {
      readonly kind: 'table';
      readonly levers: readonly number[];
      readonly counts: readonly number[];
      readonly values: readonly number[];
    }
  | {
      readonly kind: 'sum';
      readonly levers: readonly number[];
      readonly amounts: readonly (readonly number[])[];
      readonly knots: readonly (readonly [number, number])[];
    }
  | { readonly kind: 'economy'; readonly read: (outcome: Outcome) => number };

type EconomyForm = Extract<Form, { form: 'economy' }>;

const isSector = (name: string): name is Sector => (SECTORS as readonly string[]).includes(name);

const compileOutput = ({ output, region, sectors, partner }: EconomyForm): CompiledForm => {
  if (output === 'realIncome') return { kind: 'economy', read: (outcome) => realIncomeOf(outcome, region) };
  if (output === 'balance')
    return { kind: 'economy', read: (outcome) => balanceOf(outcome, region, partner ?? region) };
  const meant = sectors?.filter(isSector) ?? SECTORS;
  return { kind: 'economy', read: (outcome) => valueAddedOf(outcome, region, meant) };
};

/** Looks up the levers of a form that fits its scenario (see `findFault`). */
export const compileForm = (
  form: Form,
  levers: readonly Lever[],
  leverIndex: Readonly<Record<string, number>>,
): CompiledForm => {
  if (form.form === 'economy') return compileOutput(form);
  if (form.form === 'sum') {
    const indices = form.of.map(({ lever }) => leverIndex[lever]);
    const amounts = form.of.map(({ weight }, i) =>
      levers[indices[i]].levels.map((level) => weight * level.amount),
    );
    return { kind: 'sum', levers: indices, amounts, knots: form.knots };
  }
  const indices = (form.form === 'points' ? [form.lever] : form.levers).map((lever) => leverIndex[lever]);
  return {
    kind: 'table',
    levers: indices,
    counts: indices.map((index) => levers[index].levels.length),
    values: form.values,
  };
};

/** Piecewise linear between the knots, flat outside. */
const interpolate = (knots: readonly (readonly [number, number])[], at: number): number => {
  let [left, low] = knots[0];
  if (at <= left) return low;
  for (const [right, high] of knots) {
    if (at <= right) return right === left ? high : low + ((high - low) * (at - left)) / (right - left);
    left = right;
    low = high;
  }
  return low;
};

/** A form's value for level indices in force (in the scenario's order); forms of the economy are 0 without an outcome. */
export const valueOfForm = (
  form: CompiledForm,
  levels: readonly number[],
  outcome: Outcome | null,
): number => {
  if (form.kind === 'economy') return outcome === null ? 0 : form.read(outcome);
  if (form.kind === 'sum') {
    let sum = 0;
    for (let i = 0; i < form.levers.length; i++) sum += form.amounts[i][levels[form.levers[i]]];
    return interpolate(form.knots, sum);
  }
  let at = 0;
  for (let i = 0; i < form.levers.length; i++) at = at * form.counts[i] + levels[form.levers[i]];
  return form.values[at];
};
