import { describe, expect, test } from 'vitest';
import { BOTS } from '../../shared/bots/index.ts';
import { draw } from '../../shared/engine/chance.ts';
import { type Event, visibleEvents } from '../../shared/engine/events.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { project } from '../../shared/engine/project.ts';
import type { State } from '../../shared/engine/state.ts';
import { othersOf, SEATS, type Seat, type Viewer } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { clause, koreaChina, openGame, pause2025, tableOffer } from '../helpers/game.ts';

const SEEDS = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'];
const bots = { US: 'random', KR: 'random', CN: 'random' };

/** Changes everything that is seat B's own business. */
const withOtherSecrets = (state: State, seat: Seat): State => {
  const book = pause2025();
  const mandates = book.mandatesOf(seat).map(({ id }) => id);
  const other = mandates.find((id) => id !== state.mandates[seat])!;
  return {
    ...state,
    seed: 'another seed',
    deck: [...state.deck].reverse(),
    mandates: { ...state.mandates, [seat]: other },
    capital: { ...state.capital, [seat]: state.capital[seat] + 7 },
    idleCapital: { ...state.idleCapital, [seat]: 11 },
    ready: { ...state.ready, [seat]: !state.ready[seat] },
    measures: { ...state.measures, [seat]: [{ lever: 'kr-us-tariff', level: 1 }] },
    flows: { ...state.flows, [seat]: [1, 2, 3] },
    spoken: { ...state.spoken, [seat]: 9 },
    tabled: { ...state.tabled, [seat]: 9 },
    holders: { ...state.holders, [seat]: 'somebody' },
    spending: Object.fromEntries(
      Object.entries(state.spending).map(([id, by]) => [id, { ...by, [seat]: 1 }]),
    ),
  };
};

/** Changes the content of every offer and treaty that a seat is no party to and that is sealed. */
const withOtherSealedText = (state: State, viewer: Viewer): State => {
  const rewrite = <
    T extends { sealed: boolean; parties: readonly Seat[]; clauses: State['offers'][number]['clauses'] },
  >(
    item: T,
  ): T =>
    item.sealed && !(item.parties as readonly Viewer[]).includes(viewer)
      ? { ...item, clauses: [{ lever: 'kr-alaska-lng', level: 2, from: 0 }], note: 'rewritten' }
      : item;
  return { ...state, offers: state.offers.map(rewrite), treaties: state.treaties.map(rewrite) };
};

type Moment = { readonly state: State; readonly events: readonly Event[] };

/** Every fifth state along a random game, with all that happened before. */
const momentsOf = (seed: string): Moment[] => {
  const { entries } = playGame({ book: pause2025(), bots, seed });
  const after = (count: number): Moment => {
    const events = entries.slice(0, count).flatMap((entry) => entry.events);
    return { state: fold(pause2025(), initialState(pause2025()), events), events };
  };
  return entries.flatMap((_, i) => (i % 5 === 1 ? [after(i)] : []));
};

describe('privacy', () => {
  test.each(SEEDS)("no seat's view, and no bot in it, depends on what it may not know (%s)", (seed) => {
    for (const { state, events } of momentsOf(seed)) {
      if (state.phase === 'ended') continue;
      for (const viewer of [...SEATS, 'spectator'] as const) {
        const seen = JSON.stringify(project(state, viewer));
        const hidden = SEATS.filter((seat) => seat !== viewer).reduce(
          withOtherSecrets,
          withOtherSealedText(state, viewer),
        );
        expect(JSON.stringify(project(hidden, viewer))).toBe(seen);
      }
      for (const seat of SEATS) {
        const hidden = othersOf(seat).reduce(withOtherSecrets, withOtherSealedText(state, seat));
        for (const bot of Object.values(BOTS)) {
          const next = (from: State) => {
            const view = project(from, seat);
            return bot.next({
              book: pause2025(),
              view,
              own: view.own!,
              events: visibleEvents(events, seat, from),
              random: (label) => draw('chance', label),
              standIn: false,
            });
          };
          expect(next(hidden)).toEqual(next(state));
        }
      }
    }
  });

  test('a sealed offer, its acceptance and its treaty leave no trace at the third seat or a spectator until levers move', () => {
    const game = openGame();
    const views = () => [game.table.viewOf('US'), game.table.viewOf('spectator')];
    const before = JSON.stringify(views());
    const offer = tableOffer(game, 'KR', {
      to: ['CN'],
      clauses: koreaChina(),
      sealed: true,
      note: 'quietly',
    });
    game.act('CN', { type: 'speak', to: 'KR', text: 'agreed?', pledge: null });
    game.act('CN', { type: 'accept', offer, spend: 4 });
    expect(JSON.stringify(views())).toBe(before);
    const entry = game.table.entries.at(-1)!;
    expect(game.table.updateFor('US', entry, 0)).toBeNull();
    expect(game.table.updateFor('spectator', entry, 0)).toBeNull();
    expect(game.table.updateFor('KR', entry, 0)?.events.some(({ kind }) => kind === 'treatySigned')).toBe(
      true,
    );
  });

  test('a refusal does not betray a sealed treaty: the asker is told the same with and without it', () => {
    const ask = (withTreaty: boolean) => {
      const game = openGame();
      if (withTreaty) {
        const offer = tableOffer(game, 'KR', {
          to: ['CN'],
          clauses: koreaChina(),
          sealed: true,
        });
        game.act('CN', { type: 'accept', offer, spend: 4 });
      }
      const wish = {
        type: 'table',
        to: ['KR'],
        clauses: [clause('kr-supply-chains', 'relocate')],
        sealed: false,
        note: '',
        spend: 4,
      } as const;
      return game.table.submit('US', { ...wish, to: ['KR'], id: 'the-question' }, 5).reply;
    };
    expect(ask(true)).toEqual(ask(false));
  });
});
