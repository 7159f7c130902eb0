import fc from 'fast-check';
import { expect } from 'vitest';
import type { Action } from '../../shared/engine/actions/index.ts';
import type { Reply } from '../../shared/protocol.ts';
import { type Actor, SEATS } from '../../shared/seats.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { clause, type Game, koreaChina, openGame, tableOffer } from '../helpers/game.ts';
import { figure } from './figure.ts';

type Move = { readonly name: string; readonly actor: Actor; readonly action: Action };

const END = 192_000 + 1_000;

/** Moves about one offer that can't all succeed. `tick` comes at the very moment at which the phase ends. */
const movesAbout = (offer: string, isOpenToAll: boolean): readonly Move[] => {
  const [clauses, rest] = [koreaChina().slice(0, 3), { sealed: !isOpenToAll, note: '', spend: 0 }];
  return [
    { name: 'accept', actor: 'CN', action: { type: 'accept', offer, spend: 4 } },
    { name: 'accept in another tab', actor: 'CN', action: { type: 'accept', offer, spend: 0 } },
    { name: 'decline', actor: 'CN', action: { type: 'decline', offer, note: '' } },
    { name: 'counter', actor: 'CN', action: { type: 'counter', offer, clauses, ...rest } },
    { name: 'withdraw', actor: 'KR', action: { type: 'withdraw', offer } },
    { name: 'tick', actor: 'system', action: { type: 'tick' } },
  ];
};

/** What may be said to whoever comes too late: that the offer has ended, or the phase, or that it was done before. */
const STALE = [
  'offer.ended',
  'offer.unknown',
  'offer.accepted',
  'offer.notAccepted',
  'game.closing',
  'tick.early',
  'offer.wontRatify',
  'offer.coolDown',
];

const ENDINGS = ['offerDeclined', 'offerCountered', 'offerWithdrawn', 'treatySigned', 'offerUnratified'];

/** Everybody's board, as the last update left it, and as the log has it. */
const boardsAgree = async (game: Game, updates: ReadonlyMap<string, unknown>): Promise<void> => {
  const { table } = game;
  const again = restoreTable({ book: table.book, entries: [...table.entries] });
  if ('brokenAt' in again) throw new Error(`broken at ${again.brokenAt}`);
  for (const seat of SEATS) {
    expect(again.viewOf(seat)).toEqual(table.viewOf(seat));
    const board = updates.get(seat);
    if (board !== undefined) expect(board).toEqual(table.viewOf(seat));
  }
};

/** Submits moves in an order, at the last instant of the phase; what was answered, and what each seat was sent last. */
const playIn = async (game: Game, moves: readonly Move[]) => {
  const replies: Reply[] = [];
  const boards = new Map<string, unknown>();
  for (const [i, { actor, action }] of moves.entries()) {
    const input = { ...action, id: `crossing-${i}` };
    const { reply, entry } = game.table.submit(actor, input, END);
    replies.push(reply);
    if (entry === null) continue;
    for (const seat of SEATS) {
      const update = game.table.updateFor(seat, entry, END);
      if (update !== null) boards.set(seat, update.view);
    }
  }
  return { replies, boards };
};

figure(
  'R12',
  'of actions that cross one wins, the others are told why, and all boards agree',
  { ci: 400, full: 5000 },
  async ({ size, seed }) => {
    const names = movesAbout('', true).map((_, i) => i);
    const crossing = fc.record({
      chosen: fc.shuffledSubarray(names, { minLength: 2, maxLength: 4 }),
      sealed: fc.boolean(),
    });
    const oneWins = async ({ chosen, sealed }: { chosen: readonly number[]; sealed: boolean }) => {
      const game = openGame();
      const offer = tableOffer(game, 'KR', { to: ['CN'], clauses: koreaChina(), sealed });
      const moves = movesAbout(offer, !sealed);
      const { replies, boards } = await playIn(
        game,
        chosen.map((i) => moves[i]!),
      );
      for (const reply of replies) if (!reply.ok) expect(STALE).toContain(reply.refusal.code);
      const events = game.table.entries.flatMap((entry) => entry.events);
      const endings = events.filter((event) => ENDINGS.includes(event.kind));
      // A sealed counter to an open offer is told as a refusal; otherwise an offer ends once.
      expect(endings.length).toBeLessThanOrEqual(1);
      expect(replies.some((reply) => reply.ok)).toBe(true);
      await boardsAgree(game, boards);
    };
    await fc.assert(fc.asyncProperty(crossing, oneWins), { numRuns: size, seed });
  },
);

figure(
  'R12',
  'of three parties who accept, withdraw and decline at once, no two get their way',
  { ci: 100, full: 1000 },
  async ({ size, seed }) => {
    const all = (offer: string): readonly Move[] => [
      { name: 'US accepts', actor: 'US', action: { type: 'accept', offer, spend: 6 } },
      { name: 'CN accepts', actor: 'CN', action: { type: 'accept', offer, spend: 6 } },
      { name: 'US takes back', actor: 'US', action: { type: 'takeBack', offer } },
      { name: 'US declines', actor: 'US', action: { type: 'decline', offer, note: '' } },
      { name: 'KR withdraws', actor: 'KR', action: { type: 'withdraw', offer } },
    ];
    const oneWins = async (order: readonly number[]) => {
      const game = openGame();
      const clauses = [...koreaChina(), clause('us-kr-auto-tariff', '15')];
      const offer = tableOffer(game, 'KR', { to: ['US', 'CN'], clauses });
      const { boards } = await playIn(
        game,
        order.map((i) => all(offer)[i]!),
      );
      const events = game.table.entries.flatMap((entry) => entry.events);
      expect(events.filter((event) => ENDINGS.includes(event.kind)).length).toBeLessThanOrEqual(1);
      const state = game.table.state.offers.find(({ id }) => id === offer)?.state;
      const treaties = game.table.state.treaties.length;
      expect(treaties).toBe(state === 'signed' ? 1 : 0);
      await boardsAgree(game, boards);
    };
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2, maxLength: 4 });
    await fc.assert(fc.asyncProperty(orders, oneWins), { numRuns: size, seed });
  },
);
