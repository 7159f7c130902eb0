import { describe, expect, test } from 'vitest';
import { trader } from '../../shared/bots/trader.ts';
import type { Lesson } from '../../shared/coach/advice.ts';
import { adviceOn } from '../../shared/coach/coach.ts';
import { worthOfClauses } from '../../shared/coach/worth.ts';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import { type Event, visibleEvents } from '../../shared/engine/events.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { previewPackage } from '../../shared/engine/preview.ts';
import { project } from '../../shared/engine/project.ts';
import type { State } from '../../shared/engine/state.ts';
import { allowed } from '../../shared/engine/submit.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { bySeat, SEATS, type Seat, type Viewer } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { pause2025 } from '../helpers/game.ts';
import { type Learner, obedient, playingAs, scoreOf } from './learner.ts';

type Moment = { readonly state: State; readonly events: readonly Event[] };

/** Every so many states of a game of bots, with all that happened before. */
const momentsOf = (scenario: string, bots: string, seed: string, step: number): readonly Moment[] => {
  const book = bookOf(scenario);
  const { entries } = playGame({ book, bots: bySeat(() => bots), seed });
  return entries.flatMap((_, i) => {
    if (i % step !== 2) return [];
    const events = entries.slice(0, i).flatMap((entry) => entry.events);
    return [{ state: fold(book, initialState(book), events), events }];
  });
};

const lessonOf = (scenario: string, { state, events }: Moment, seat: Seat): Lesson | null => {
  const view = project(state, seat);
  const { own } = view;
  if (own === null) return null;
  return { book: bookOf(scenario), view, own, events: visibleEvents(events, seat, state) };
};

/** The same table with everything else that the seat may not know of. */
const withOtherSecrets = (state: State, viewer: Viewer): State => {
  const others = SEATS.filter((seat) => seat !== viewer);
  const changed = <T>(values: Readonly<Record<Seat, T>>, change: (value: T, seat: Seat) => T) =>
    bySeat((seat) => (others.includes(seat) ? change(values[seat], seat) : values[seat]));
  const rewritten = <
    T extends { sealed: boolean; parties: readonly Seat[]; clauses: State['offers'][number]['clauses'] },
  >(
    item: T,
  ): T =>
    item.sealed && !(item.parties as readonly Viewer[]).includes(viewer)
      ? { ...item, clauses: [{ lever: 'kr-alaska-lng', level: 2, from: 0 }] }
      : item;
  return {
    ...state,
    seed: 'another seed',
    deck: [...state.deck].reverse(),
    mandates: changed(
      state.mandates,
      (mandate, seat) =>
        pause2025()
          .mandatesOf(seat)
          .map(({ id }) => id)
          .find((id) => id !== mandate) ?? mandate,
    ),
    capital: changed(state.capital, (capital) => capital + 9),
    ready: changed(state.ready, (ready) => !ready),
    measures: changed(state.measures, () => [{ lever: 'kr-us-tariff', level: 1 }]),
    offers: state.offers.map(rewritten),
    treaties: state.treaties.map(rewritten),
  };
};

describe('what the coach says', () => {
  test('depends on nothing that its learner may not know', () => {
    const moments = ['privacy 1', 'privacy 2'].flatMap((seed) =>
      momentsOf('tariff-pause-2025', 'random', seed, 9),
    );
    let spoken = 0;
    for (const { state, events } of moments) {
      for (const seat of SEATS) {
        const known = lessonOf('tariff-pause-2025', { state, events }, seat);
        const other = lessonOf('tariff-pause-2025', { state: withOtherSecrets(state, seat), events }, seat);
        if (known === null || other === null) continue;
        const advice = adviceOn(known);
        expect(adviceOn(other)).toEqual(advice);
        spoken += advice?.offers.length ?? 0;
      }
    }
    expect(spoken).toBeGreaterThan(20);
  });

  test.each(Object.keys(SCENARIOS))(
    'holds: what it proposes may be done, is worth what it says, and beats no deal (%s)',
    (scenario) => {
      let proposals = 0;
      for (const moment of momentsOf(scenario, 'trader', 'true words', 12)) {
        for (const seat of SEATS) {
          const lesson = lessonOf(scenario, moment, seat);
          const advice = lesson === null ? null : adviceOn(lesson);
          if (lesson === null || advice === null) continue;
          const { book, view, own } = lesson;
          const may = (action: SeatAction) => allowed(book, view, own.seat, action, 0);
          for (const { offer, verdict } of advice.offers)
            if (verdict === 'accept')
              expect(may({ type: 'accept', offer, spend: 0 })?.code).not.toBe('offer.wontRatify');
          for (const one of [advice.opening, ...advice.offers.map(({ suggestion }) => suggestion)]) {
            if (one === null) continue;
            proposals++;
            const terms = { clauses: [...one.clauses], sealed: one.sealed, note: '', spend: 0 };
            const action: SeatAction =
              one.counters === null
                ? { type: 'table', to: [...one.to], ...terms }
                : { type: 'counter', offer: one.counters, ...terms };
            expect(may(action)).toBeNull();
            expect(one.worth.bn).toBeCloseTo(previewPackage(book, view, own.mandate, one.clauses).change, 9);
            expect(one.worth.points).toBeGreaterThan(0);
            expect(one.chance).toBeGreaterThanOrEqual(0);
            expect(one.chance).toBeLessThanOrEqual(1);
          }
        }
      }
      expect(proposals).toBeGreaterThan(5);
    },
  );

  test('names true causes: the change that mends an offer, the clause that spoils it', () => {
    const seen = new Set<string>();
    const moments = ['tariff-pause-2025', 'chip-council'].flatMap((scenario) =>
      momentsOf(scenario, 'trader', 'true causes', 8).map((moment) => ({ scenario, moment })),
    );
    for (const { scenario, moment } of moments) {
      for (const seat of SEATS) {
        const lesson = lessonOf(scenario, moment, seat);
        const advice = lesson === null ? null : adviceOn(lesson);
        for (const { offer: id, worth, why, suggestion } of advice?.offers ?? []) {
          const offer = lesson!.view.offers.find((one) => one.id === id)!;
          const { lever, level, points } = why.params;
          if (why.key === 'coach.fix') {
            const { clauses } = suggestion!;
            const mended = clauses.find((one) => one.lever === lever);
            // A lever that is to be as it would be anyway needs no clause.
            if (mended !== undefined) expect(mended.level).toBe(level);
            expect(offer.clauses).toEqual(
              expect.arrayContaining(clauses.filter((one) => one.lever !== lever)),
            );
            expect(suggestion!.worth.points).toBeGreaterThan(worth.points);
            seen.add(why.key);
          }
          if (why.key === 'coach.worseBy') {
            const without = worthOfClauses(
              lesson!,
              offer.clauses.filter((one) => one.lever !== lever),
            );
            expect(worth.points).toBeLessThan(0.1);
            expect(worth.points - without.points).toBeCloseTo(Number(points), 9);
            seen.add(why.key);
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(['coach.fix', 'coach.worseBy']);
  });
});

const DRAWS = 5;

test('to do all that the coach says is better than to trade', () => {
  const games = SEATS.flatMap((seat) =>
    Array.from({ length: DRAWS }, (_, i) => ({ seat, seed: `coach ${i}` })),
  );
  const meanOf = (learner: Learner): number =>
    games.reduce((sum, { seat, seed }) => sum + scoreOf(learner, seat, 'trader', seed), 0) / games.length;
  const coached = meanOf(obedient);
  const traded = meanOf(playingAs(trader));
  console.log(
    `${games.length} games against traders, draws "coach 0" to "coach ${DRAWS - 1}": by the coach ${coached.toFixed(1)}, as a trader ${traded.toFixed(1)}`,
  );
  expect(coached).toBeGreaterThan(traded);
});
