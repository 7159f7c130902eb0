import { payoffOf } from '../engine/payoff.ts';
import { previewPackage } from '../engine/preview.ts';
import type { Clause } from '../engine/state.ts';
import { withClauses } from '../engine/treaties.ts';
import type { Lesson, Worth } from './advice.ts';

/** The flow of a round under some levels, within the bounds in which it counts. USD bn a year. */
const flowAt = ({ book, view, own }: Lesson, levels: readonly number[]): number => {
  const { flow } = book.scenario.rules;
  const { ideal } = book.mandateOf(own.mandate);
  const payoff = (at: readonly number[]) => payoffOf(book, own.mandate, at, book.economyAt(at, view.news));
  const value = payoff(levels) - payoff(book.pause);
  return Math.min((flow.ceiling * ideal) / 100, Math.max((flow.floor * ideal) / 100, value));
};

/** What clauses change in the flows of the rounds that are left, each from its round on, as their share of the mean of all. */
const flowChange = (lesson: Lesson, clauses: readonly Clause[]): number => {
  const { book, view } = lesson;
  const { rounds } = book.scenario.rules;
  const now = flowAt(lesson, view.levels);
  let sum = 0;
  for (let round = view.round; round <= rounds; round++) {
    const begun = clauses.filter(({ from }) => from <= round);
    sum += flowAt(lesson, withClauses(book, view.levels, begun)) - now;
  }
  return sum / rounds;
};

/** What a package is worth to the learner as a treaty, exactly: beyond no deal, under the news so far. */
export const worthOfClauses = (lesson: Lesson, clauses: readonly Clause[]): Worth => {
  const { book, view, own } = lesson;
  const { weight } = book.scenario.rules.flow;
  const bn = previewPackage(book, view, own.mandate, clauses).change;
  const result = (1 - weight) * bn + (weight === 0 ? 0 : weight * flowChange(lesson, clauses));
  return { bn, points: (100 * result) / book.mandateOf(own.mandate).ideal };
};

/** What a gain in the settlement alone comes to in points of the score. `bn`: USD bn a year. */
export const pointsOf = ({ book, own }: Lesson, bn: number): number =>
  (100 * (1 - book.scenario.rules.flow.weight) * bn) / book.mandateOf(own.mandate).ideal;

/** The clause of a package that costs the learner most points, and how many; null: none costs anything. */
export const costliest = (
  lesson: Lesson,
  clauses: readonly Clause[],
): { readonly lever: string; readonly points: number } | null => {
  const whole = worthOfClauses(lesson, clauses).points;
  const costs = clauses.map((clause) => ({
    lever: clause.lever,
    points:
      whole -
      worthOfClauses(
        lesson,
        clauses.filter((other) => other !== clause),
      ).points,
  }));
  const worst = costs.reduce((low, cost) => (cost.points < low.points ? cost : low), {
    lever: '',
    points: -0.05,
  });
  return worst.lever === '' ? null : worst;
};
