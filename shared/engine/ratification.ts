import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { draw } from './chance.ts';
import type { Clause, State } from './state.ts';

/** What a legislature votes on. */
export type Package = {
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly opensAgenda: boolean;
};

/** How one's own legislature would vote: support in percent, price in capital without a swing, and the chance of passing. */
export type RatificationOdds = {
  readonly support: number;
  readonly price: number;
  /** Whether the price, without a swing, is within the cap and one's capital. */
  readonly affordable: boolean;
  /** 0..1, over the swing, with the capital that one would spend. */
  readonly probability: number;
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Only what differs from the snapback counts: nobody votes on what would happen anyway. */
const positionsOf = (book: Book, bloc: string, clauses: readonly Clause[]): number => {
  let sum = 0;
  for (const { lever, level } of clauses) {
    if (book.leverOf(lever).snapback === level) continue;
    sum += book.positionOf(bloc, lever, level);
  }
  return sum;
};

/**
 * A legislature's support for a package in percent, before the swing: blocs' positions weighted by the mandate's
 * shares, less the price of secrecy, of an issue forced on the agenda, and of partners who broke their word
 * (GAME.md section 3). 100 where the scenario has no ratification.
 */
export const supportFor = (
  book: Book,
  seat: Seat,
  mandate: string,
  pack: Package,
  credibility: BySeat<number>,
): number => {
  const { ratification, sealed, offAgenda, credibility: word } = book.scenario.rules;
  if (ratification === null) return 100;
  let support = 0;
  for (const [bloc, share] of Object.entries(book.mandateOf(mandate).blocShares)) {
    const leaning = ratification.base + ratification.perPosition * positionsOf(book, bloc, pack.clauses);
    support += (share / 100) * clamp(leaning, 0, 100);
  }
  if (pack.sealed) support -= sealed.support;
  if (pack.opensAgenda && seat === offAgenda.target) support -= offAgenda.support;
  for (const party of pack.parties) {
    if (party !== seat) support -= (word.supportPer10 * (100 - credibility[party])) / 10;
  }
  return support;
};

/** The capital that the missing support costs; 0 when it passes by itself. */
export const priceOf = (book: Book, support: number): number => {
  const { ratification } = book.scenario.rules;
  if (ratification === null || support >= ratification.pass) return 0;
  // A hair of slack, so that sums like 49.99999999 do not cost a point.
  return Math.ceil((ratification.pass - support) * ratification.price - 1e-9);
};

/** The most that a seat can put into one ratification: the scenario's cap, its capital, and what a seal leaves of it. */
export const mostToSpend = (book: Book, capital: number, sealed: boolean): number => {
  const { ratification, sealed: seal } = book.scenario.rules;
  return ratification === null
    ? 0
    : Math.max(0, Math.min(ratification.cap, capital - (sealed ? seal.capital : 0)));
};

/** The odds of one's own ratification, as a seat may know them: its own mandate, everybody's public credibility. */
export const ratificationOdds = (
  book: Book,
  seat: Seat,
  mandate: string,
  capital: number,
  credibility: BySeat<number>,
  pack: Package & { readonly spend: number },
): RatificationOdds => {
  const { ratification } = book.scenario.rules;
  const support = supportFor(book, seat, mandate, pack, credibility);
  const price = priceOf(book, support);
  const most = mostToSpend(book, capital, pack.sealed);
  if (ratification === null) return { support, price, affordable: true, probability: 1 };
  const budget = Math.min(pack.spend, most);
  const leastSwing = ratification.pass - support - budget / ratification.price;
  const probability =
    ratification.swing === 0
      ? Number(leastSwing <= 0)
      : clamp((ratification.swing - leastSwing) / (2 * ratification.swing), 0, 1);
  return { support, price, affordable: price <= most, probability };
};

/** How a legislature votes in the end: the seeded swing of up to `swing` points decides near the line. */
export const voteOn = (
  book: Book,
  state: State,
  seat: Seat,
  offer: string,
  pack: Package,
): { readonly support: number; readonly price: number; readonly passed: boolean } => {
  const { ratification } = book.scenario.rules;
  const swing = ratification?.swing ?? 0;
  const turn = (2 * draw(state.seed, `swing ${offer} ${seat}`) - 1) * swing;
  const support = supportFor(book, seat, state.mandates[seat], pack, state.credibility) + turn;
  const price = priceOf(book, support);
  const budget = Math.min(
    state.spending[offer]?.[seat] ?? 0,
    mostToSpend(book, state.capital[seat], pack.sealed),
  );
  return { support: Math.round(support * 10) / 10, price, passed: price <= budget };
};
