import type { Layout, Sheet } from '../bots/sheet.ts';

/** A table over some levers: one value per combination of their choices, the last lever changing fastest. */
type Factor = { readonly levers: readonly number[]; readonly values: Float64Array };

type Choices = readonly (readonly number[])[];

/** Larger tables are split, which keeps the result a bound but no longer the exact maximum. */
const MOST_CELLS = 60_000;

const cellsOf = (levers: readonly number[], choices: Choices): number =>
  levers.reduce((product, lever) => product * (choices[lever]?.length ?? 1), 1);

const factorsOf = ({ terms }: Layout, sheet: Sheet, choices: Choices): Factor[] =>
  terms.map(({ levers, strides, offset }) => {
    const values = new Float64Array(cellsOf(levers, choices));
    for (let cell = 0; cell < values.length; cell++) {
      let rest = cell;
      let at = offset;
      for (let i = levers.length - 1; i >= 0; i--) {
        const options = choices[levers[i] as number] as readonly number[];
        at += (options[rest % options.length] as number) * (strides[i] as number);
        rest = Math.floor(rest / options.length);
      }
      values[cell] = sheet[at] as number;
    }
    return { levers, values };
  });

/** For every cell of a table over `levers` the cell of a table over some of them. */
const projection = (levers: readonly number[], part: readonly number[], choices: Choices): Int32Array => {
  const size = (lever: number): number => choices[lever]?.length ?? 1;
  const strides = part.map((_, i) => cellsOf(part.slice(i + 1), choices));
  const cells = new Int32Array(cellsOf(levers, choices));
  for (let cell = 0; cell < cells.length; cell++) {
    let rest = cell;
    let at = 0;
    for (let i = levers.length - 1; i >= 0; i--) {
      const lever = levers[i] as number;
      const place = part.indexOf(lever);
      if (place >= 0) at += (rest % size(lever)) * (strides[place] as number);
      rest = Math.floor(rest / size(lever));
    }
    cells[cell] = at;
  }
  return cells;
};

const addUp = (factors: readonly Factor[], levers: readonly number[], choices: Choices): Factor => {
  const values = new Float64Array(cellsOf(levers, choices));
  for (const factor of factors) {
    const cells = projection(levers, factor.levers, choices);
    for (let cell = 0; cell < values.length; cell++)
      values[cell] += factor.values[cells[cell] as number] as number;
  }
  return { levers, values };
};

/** The table without a lever: the best of its levels for every combination of the others. */
const without = (factor: Factor, lever: number, choices: Choices): Factor => {
  const levers = factor.levers.filter((other) => other !== lever);
  const values = new Float64Array(cellsOf(levers, choices)).fill(Number.NEGATIVE_INFINITY);
  const cells = projection(factor.levers, levers, choices);
  for (let cell = 0; cell < cells.length; cell++) {
    const at = cells[cell] as number;
    values[at] = Math.max(values[at] as number, factor.values[cell] as number);
  }
  return { levers, values };
};

const unionOf = (factors: readonly Factor[]): readonly number[] => [
  ...new Set(factors.flatMap(({ levers }) => levers)),
];

/** Groups factors so that no group's table gets too large. */
const bucketsOf = (factors: readonly Factor[], choices: Choices): readonly (readonly Factor[])[] => {
  const buckets: Factor[][] = [];
  for (const factor of factors.toSorted((one, other) => other.values.length - one.values.length)) {
    const home = buckets.find((bucket) => cellsOf(unionOf([...bucket, factor]), choices) <= MOST_CELLS);
    if (home === undefined) buckets.push([factor]);
    else home.push(factor);
  }
  return buckets;
};

/** The lever whose removal makes the smallest table. */
const cheapest = (left: readonly number[], factors: readonly Factor[], choices: Choices): number => {
  const cost = (lever: number): number =>
    cellsOf(unionOf(factors.filter(({ levers }) => levers.includes(lever))), choices);
  return left.reduce((best, lever) => (cost(lever) < cost(best) ? lever : best), left[0] as number);
};

/**
 * The most that any levels are worth on a sheet, among the given choices: levers are maximised out one after the other
 * (bucket elimination; Dechter 1999). Exact as long as no table grows too large; else an upper bound (mini-buckets,
 * Dechter and Rish 2003).
 */
export const mostOn = (layout: Layout, sheet: Sheet, choices: Choices): number => {
  let factors = factorsOf(layout, sheet, choices);
  let left: readonly number[] = choices.map((_, lever) => lever);
  while (left.length > 0) {
    const lever = cheapest(left, factors, choices);
    const touched = factors.filter(({ levers }) => levers.includes(lever));
    const made = bucketsOf(touched, choices).map((bucket) =>
      without(addUp(bucket, unionOf(bucket), choices), lever, choices),
    );
    factors = [...factors.filter(({ levers }) => !levers.includes(lever)), ...made];
    left = left.filter((other) => other !== lever);
  }
  return factors.reduce((total, { values }) => total + (values[0] ?? 0), 0);
};
