import type { Outcome } from '../economy/model.ts';
import type { Book } from '../scenarios/book.ts';
import type { Seat } from '../seats.ts';
import { opensAgenda } from './packages.ts';
import { headlinesOf, payoffOf, payoffTerms } from './payoff.ts';
import { type RatificationOdds, ratificationOdds } from './ratification.ts';
import type { Clause } from './state.ts';
import { bindingOf, clausesInForce, settlementLevels } from './treaties.ts';
import type { View } from './view.ts';

/** One term of a payoff without and with a package, USD bn a year. */
export type TermChange = { readonly component: string; readonly before: number; readonly after: number };

/** What a package would do to a seat in the settlement. `before`, `after`, `change`: USD bn a year, headlines included. */
export type Preview = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly terms: readonly TermChange[];
  readonly headlines: readonly { readonly id: string; readonly before: boolean; readonly after: boolean }[];
};

/** The settlement's levels if nothing but what the viewer knows, and these clauses, were to bind. */
export const levelsAfter = (book: Book, view: View, clauses: readonly Clause[]): readonly number[] =>
  settlementLevels(book, view.levels, [...clausesInForce(view.treaties), ...clauses]);

const reservationGap = (book: Book, mandate: string, signed: boolean, payoff: number): number => {
  const { reservation } = book.mandateOf(mandate);
  return book.scenario.rules.complete && !signed ? reservation : payoff;
};

const worth = (book: Book, mandate: string, levels: readonly number[], outcome: Outcome | null): number =>
  payoffOf(book, mandate, levels, outcome) +
  headlinesOf(book, mandate, levels, outcome).reduce((sum, line) => sum + (line.met ? line.amount : 0), 0);

/**
 * What would this package do to me, term by term? The settlement that the viewer can foresee, without and with the
 * package, under the news so far: the same code in the browser, in a bot and in a report.
 */
export const previewPackage = (
  book: Book,
  view: View,
  mandate: string,
  clauses: readonly Clause[],
): Preview => {
  const without = levelsAfter(book, view, []);
  const withIt = levelsAfter(book, view, clauses);
  const here = book.economyAt(without, view.news);
  const there = book.economyAt(withIt, view.news);
  const signed = clausesInForce(view.treaties).length > 0;
  const before = reservationGap(book, mandate, signed, worth(book, mandate, without, here));
  const after = worth(book, mandate, withIt, there);
  const termsBefore = payoffTerms(book, mandate, without, here);
  const linesAfter = headlinesOf(book, mandate, withIt, there);
  return {
    before,
    after,
    change: after - before,
    terms: payoffTerms(book, mandate, withIt, there).map((term, i) => ({
      component: term.component,
      before: termsBefore[i]?.value ?? 0,
      after: term.value,
    })),
    headlines: headlinesOf(book, mandate, without, here).map((line, i) => ({
      id: line.id,
      before: line.met,
      after: linesAfter[i]?.met ?? false,
    })),
  };
};

/** Where a lever stands, where it would snap back to, and whether a treaty that the viewer knows binds it. */
export const leverOutlook = (
  book: Book,
  view: View,
  lever: string,
): { readonly now: number; readonly settlement: number; readonly boundBy: string | null } => {
  const index = book.leverIndex[lever] as number;
  return {
    now: view.levels[index] as number,
    settlement: levelsAfter(book, view, [])[index] as number,
    boundBy: bindingOf(view.treaties, lever)?.id ?? null,
  };
};

/** Would it ratify? The viewer's own legislature only; null for viewers without a seat. */
export const previewRatification = (
  book: Book,
  view: View,
  pack: { parties: readonly Seat[]; clauses: readonly Clause[]; sealed: boolean; spend: number },
): RatificationOdds | null => {
  const { own } = view;
  if (own === null) return null;
  return ratificationOdds(book, own.seat, own.mandate, own.capital, view.credibility, {
    ...pack,
    opensAgenda: opensAgenda(book, view, pack.clauses),
  });
};
