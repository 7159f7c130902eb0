import type { Bot } from '../../shared/bots/bot.ts';
import type { Lesson, Suggestion } from '../../shared/coach/advice.ts';
import { adviceOn } from '../../shared/coach/coach.ts';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import { mostToSpend } from '../../shared/engine/ratification.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat, type Seat } from '../../shared/seats.ts';
import { newTurnGame } from '../../shared/simulation/turnGame.ts';

/** Somebody at a table: what to do next on what a seat sees, null: nothing more in this turn. */
export type Learner = (lesson: Lesson) => SeatAction | null;

const lay = (lesson: Lesson, { to, clauses, sealed, counters }: Suggestion): SeatAction => {
  const spend = mostToSpend(lesson.book, lesson.own.capital, sealed);
  const terms = { clauses: [...clauses], sealed, note: '', spend };
  return counters === null
    ? { type: 'table', to: [...to], ...terms }
    : { type: 'counter', offer: counters, ...terms };
};

/** Does all that the coach says: accepts what it would accept, the best first, counters, declines, and opens. */
export const obedient: Learner = (lesson) => {
  const { book, own, view } = lesson;
  const advice = adviceOn(lesson);
  if (advice === null) return null;
  const offers = [...advice.offers].sort((one, other) => other.total - one.total);
  const taken = offers.find(({ verdict }) => verdict === 'accept');
  const sealed = view.offers.find(({ id }) => id === taken?.offer)?.sealed ?? false;
  if (taken !== undefined)
    return { type: 'accept', offer: taken.offer, spend: mostToSpend(book, own.capital, sealed) };
  const suggested = offers.find(({ suggestion }) => suggestion !== null)?.suggestion ?? advice.opening;
  if (suggested !== null && !own.ready) return lay(lesson, suggested);
  const bad = offers.find(({ verdict }) => verdict === 'decline');
  return bad === undefined ? null : { type: 'decline', offer: bad.offer, note: '' };
};

/** Plays as a bot does, for comparison. */
export const playingAs =
  ({ next }: Bot): Learner =>
  (lesson) => {
    const action = next({ ...lesson, random: () => 0, standIn: false })?.action ?? null;
    return action?.type === 'ready' ? null : action;
  };

/** The score of a learner in a seat, against bots of one kind. Throws when the rules refuse what it does. */
export const scoreOf = (
  learner: Learner,
  seat: Seat,
  rivals: string,
  seed: string,
  scenario = 'tariff-pause-2025',
): number => {
  const book = bookOf(scenario);
  const occupants = bySeat((one) =>
    one === seat
      ? ({ kind: 'person', name: 'learner', standIn: null } as const)
      : ({ kind: 'bot', bot: rivals } as const),
  );
  const game = newTurnGame(book, { occupants, press: 'full', seed });
  while (game.turn !== null) {
    const view = game.table.viewOf(seat);
    const { own } = view;
    const action = own === null ? null : learner({ book, view, own, events: game.table.eventsFor(seat) });
    const refusal = action === null ? null : game.act(action);
    if (refusal !== null) throw new Error(`${seed} ${seat}: ${JSON.stringify({ action, refusal })}`);
    if (action === null) game.pass();
  }
  return game.table.state.results?.[seat].score ?? 0;
};
