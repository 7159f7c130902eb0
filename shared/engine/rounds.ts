import type { Outcome } from '../economy/model.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import { NO_RESULT } from './noResult.ts';
import { headlinesOf, payoffOf, stanceOf } from './payoff.ts';
import type { SeatResult, State } from './state.ts';
import { bindingOf, clausesInForce, inForce, settlementLevels } from './treaties.ts';
import type { Turn } from './turn.ts';

const MILLION = 1000;

/** USD bn, rounded to whole millions: what is recorded must not depend on the last bits of a sum, nor be -0. */
const rounded = (value: number): number => Math.round(value * MILLION) / MILLION + 0;

/** A closing phase: a fifth of the round, at least ten seconds; five when everybody was ready early. */
export const CLOSING = { share: 0.2, leastMs: 10_000, earlyMs: 5_000 } as const;

/** The length of the closing phase of a round of `roundMs`. */
export const closingMs = (roundMs: number): number => Math.max(CLOSING.leastMs, CLOSING.share * roundMs);

/** Begins a round: the clock runs, capital comes in (not in the first round: a seat starts with it). */
export const beginRound = (turn: Turn, round: number): void => {
  const { roundMs } = turn.state.setup;
  const endsAt = roundMs === null ? null : turn.now + Math.max(0, roundMs - closingMs(roundMs));
  turn.add({ kind: 'roundBegan', round, endsAt });
};

/** Begins the closing phase; `early`: all seats were ready. */
export const beginClosing = (turn: Turn, early: boolean): void => {
  const { roundMs } = turn.state.setup;
  const length = early || roundMs === null ? CLOSING.earlyMs : closingMs(roundMs);
  turn.add({ kind: 'closingBegan', endsAt: turn.now + length });
};

const dropTreaties = (turn: Turn): void => {
  for (const treaty of turn.state.treaties) {
    if (!treaty.fallen && treaty.fallsIn !== null && treaty.fallsIn <= turn.state.round)
      turn.add({ kind: 'treatyFell', treaty: treaty.id });
  }
};

const moveLever = (turn: Turn, lever: string, to: number, cause: 'treaty' | 'snapback'): void => {
  const from = turn.state.levels[turn.book.leverIndex[lever] as number] as number;
  if (from !== to) turn.add({ kind: 'leverMoved', lever, from, to, cause });
};

const applyTreaties = (turn: Turn): void => {
  for (const treaty of inForce(turn.state.treaties)) {
    for (const clause of treaty.clauses) {
      if (clause.from <= turn.state.round) moveLever(turn, clause.lever, clause.level, 'treaty');
    }
  }
};

const takeMeasures = (turn: Turn, seat: Seat): void => {
  for (const { lever, level } of turn.state.measures[seat]) {
    if (bindingOf(turn.state.treaties, lever) !== null) {
      turn.add({ kind: 'measureCancelled', seat, lever, bound: true });
      const { capital } = turn.book.scenario.rules.measures;
      turn.add({ kind: 'capitalChanged', seat, change: capital, cause: 'measureCancelled' });
    } else {
      const from = turn.state.levels[turn.book.leverIndex[lever] as number] as number;
      turn.add({ kind: 'measureTaken', seat, lever, from, to: level });
    }
  }
};

/** Puts a news card on the table: capital moves at once, the economy when it is next solved. */
export const revealNews = (turn: Turn, id: string): void => {
  const card = turn.book.newsOf(id);
  turn.add({ kind: 'newsRevealed', card: id });
  for (const seat of turn.book.scenario.seats) {
    const change = card.capital[seat];
    if (change !== 0) turn.add({ kind: 'capitalChanged', seat, change, cause: 'news' });
  }
  for (const lever of card.agenda) turn.add({ kind: 'agendaOpened', lever, to: 'all' });
};

const solve = (turn: Turn, reference: readonly number[]): { here: Outcome | null; there: Outcome | null } => {
  const here = turn.book.economyAt(turn.state.levels, turn.state.news);
  const there = turn.book.economyAt(reference, turn.state.news);
  if (here !== null && there !== null) turn.add({ kind: 'economySolved', outcome: here, reference: there });
  return { here, there };
};

const bookFlows = (turn: Turn): void => {
  const { book, state } = turn;
  const { pause } = book;
  const { here, there } = solve(turn, pause);
  if (book.scenario.rules.flow.weight === 0) return;
  for (const seat of book.scenario.seats) {
    const mandate = state.mandates[seat];
    const value = payoffOf(book, mandate, state.levels, here) - payoffOf(book, mandate, pause, there);
    turn.add({ kind: 'flowBooked', seat, value: rounded(value) });
  }
};

const expireOffers = (turn: Turn, last: boolean): void => {
  for (const offer of turn.state.offers) {
    if (offer.state === 'open' && (last || offer.round < turn.state.round))
      turn.add({ kind: 'offerExpired', offer: offer.id });
  }
};

const judgePledges = (turn: Turn, by: number): void => {
  for (const pledge of turn.state.pledges) {
    if (pledge.kept !== null || pledge.by !== by) continue;
    const level = turn.state.levels[turn.book.leverIndex[pledge.lever] as number] as number;
    const kept = pledge.bound === 'atLeast' ? level >= pledge.level : level <= pledge.level;
    const { id, seat, to, lever } = pledge;
    turn.add({ kind: 'pledgeJudged', id, by: seat, to, lever, kept });
    const { brokenPledge } = turn.book.scenario.rules.credibility;
    if (!kept && to === 'all')
      turn.add({ kind: 'credibilityChanged', seat, change: -brokenPledge, cause: 'pledge' });
  }
};

const clipped = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const meanFlow = (book: Book, mandate: string, flows: readonly number[]): number => {
  const { flow } = book.scenario.rules;
  const { ideal } = book.mandateOf(mandate);
  const sum = flows.reduce(
    (total, value) => total + clipped(value, (flow.floor * ideal) / 100, (flow.ceiling * ideal) / 100),
    0,
  );
  return flows.length === 0 ? 0 : sum / flows.length;
};

const settlementOf = (
  book: Book,
  state: State,
  seat: Seat,
  outcomes: { here: Outcome | null; there: Outcome | null },
  snapback: readonly number[],
): number => {
  const mandate = state.mandates[seat];
  const { levels } = state;
  const reached = payoffOf(book, mandate, levels, outcomes.here);
  if (book.scenario.rules.complete) {
    const signed = inForce(state.treaties).length > 0;
    return signed ? reached - book.mandateOf(mandate).reservation : 0;
  }
  const headlines = headlinesOf(book, mandate, levels, outcomes.here)
    .filter((headline) => headline.met)
    .reduce((total, headline) => total + headline.amount, 0);
  return reached - payoffOf(book, mandate, snapback, outcomes.there) + headlines;
};

/** A seat's result in USD bn and its score: 100 x result / the mandate's ideal. No treaty and no measure give exactly 0. */
const resultOf = (book: Book, state: State, seat: Seat, settlement: number): SeatResult => {
  const { rules } = book.scenario;
  const mandate = state.mandates[seat];
  const flow = meanFlow(book, mandate, state.flows[seat]);
  const capital = rules.capital.value * (state.capital[seat] - state.idleCapital[seat]);
  const penalty = -state.penalties[seat];
  const result = rules.flow.weight * flow + (1 - rules.flow.weight) * settlement + capital + penalty;
  return {
    flow: rounded(flow),
    settlement: rounded(settlement),
    capital: rounded(capital),
    penalty: rounded(penalty),
    result: rounded(result),
    score: Math.round((1000 * result) / book.mandateOf(mandate).ideal) / 10 + 0,
  };
};

/** What each seat would get if the game ended now: the settlement of what is in force, with the flows so far. */
export const resultsNow = (book: Book, state: State): BySeat<SeatResult> | null => {
  if (state.phase === 'waiting' || state.results !== null) return state.results;
  const levels = settlementLevels(book, state.levels, clausesInForce(state.treaties));
  const here = book.economyAt(levels, state.news);
  const there = book.economyAt(book.snapback, state.news);
  const last = { ...state, levels };
  return bySeat((seat) =>
    book.scenario.seats.includes(seat)
      ? resultOf(book, last, seat, settlementOf(book, last, seat, { here, there }, book.snapback))
      : NO_RESULT,
  );
};

/** After the last round: what no treaty binds snaps back, the economy is solved for good, and every seat is settled. */
const settle = (turn: Turn): void => {
  const { book } = turn;
  const levels = settlementLevels(book, turn.state.levels, clausesInForce(turn.state.treaties));
  const { snapback } = book;
  book.scenario.levers.forEach((lever, i) => {
    moveLever(
      turn,
      lever.id,
      levels[i] as number,
      bindingOf(turn.state.treaties, lever.id) === null ? 'snapback' : 'treaty',
    );
  });
  const outcomes = solve(turn, snapback);
  judgePledges(turn, book.scenario.rules.rounds + 1);
  for (const seat of book.scenario.seats) {
    const settlement = settlementOf(book, turn.state, seat, outcomes, snapback);
    turn.add({ kind: 'seatSettled', seat, result: resultOf(book, turn.state, seat, settlement) });
  }
  turn.add({ kind: 'gameEnded', stance: stanceOf(book, turn.state.levels) });
  if (turn.state.setup.reveal === 'end') openMandates(turn);
};

/** Opens the drawn mandates and the results to all. */
export const openMandates = (turn: Turn): void => {
  const { mandates, results } = turn.state;
  if (results !== null) turn.add({ kind: 'mandatesOpened', mandates, results });
};

/** Resolves a round in the order of GAME.md section 2, and begins the next one or settles the game. */
export const resolveRound = (turn: Turn): void => {
  const { round, deck } = turn.state;
  const last = round === turn.book.scenario.rules.rounds;
  dropTreaties(turn);
  applyTreaties(turn);
  for (const seat of turn.book.scenario.seats) takeMeasures(turn, seat);
  turn.add({ kind: 'seatsMet', pairs: turn.state.meeting });
  const card = deck[round - 1];
  if (card !== undefined && !turn.state.news.includes(card)) revealNews(turn, card);
  bookFlows(turn);
  expireOffers(turn, last);
  judgePledges(turn, round);
  for (const seat of turn.book.scenario.seats)
    turn.add({
      kind: 'capitalChanged',
      seat,
      change: turn.book.scenario.rules.capital.perRound,
      cause: 'income',
    });
  if (last) settle(turn);
  else beginRound(turn, round + 1);
};
