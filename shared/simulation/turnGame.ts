import type { Refusal } from '../engine/refusal.ts';
import type { Occupant, Press } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { playBot } from '../table/autoplay.ts';
import { newTable, type Table } from '../table/table.ts';

/**
 * A game whose seats act one after the other, in virtual time without limit. In a round they take turns in their fixed
 * order, each until it passes; who is addressed after passing gets another turn. When all have passed, every seat has one
 * turn in the closing phase, and the round is resolved. Bots play their turns themselves.
 */
export type TurnGame = {
  readonly table: Table;
  /** The seat that has to act, never a bot's; null when the game is over. */
  readonly turn: Seat | null;
  /** Does an action of the seat whose turn it is; returns why not, and then nothing has changed. */
  readonly act: (action: Readonly<Record<string, unknown>>) => Refusal | null;
  /** Ends the turn: plays on until another one has to act. */
  readonly pass: () => void;
};

// No bot needs more: a guard against one that never comes to rest, not a rule.
const MOST_BOT_MOVES = 2_000;

const openTable = (book: Book, occupants: BySeat<Occupant>, press: Press, seed: string): Table => {
  const setup = {
    scenario: book.scenario.id,
    press,
    roundMs: null,
    explain: false,
    reveal: 'end',
  } as const;
  const opening = { setup, seed, mandates: {}, occupants };
  const table = newTable({ book, opening, now: 0 });
  table.submit('system', { type: 'start' }, 0);
  return table;
};

/** Opens a game and plays it to the first turn of a seat that no bot plays. Pure: the same arguments and acts, the same game. */
export const newTurnGame = (
  book: Book,
  {
    occupants,
    press,
    seed,
  }: { readonly occupants: BySeat<Occupant>; readonly press: Press; readonly seed: string },
): TurnGame => {
  const { seats } = book.scenario;
  const table = openTable(book, occupants, press, seed);
  let now = 0;
  let sent = 0;
  /** Place in `seats` of the last turn in this phase. */
  let last = -1;
  let turn: Seat | null = null;

  const phase = (): string => `${table.state.round} ${table.state.phase}`;

  const act = (seat: Seat, action: Readonly<Record<string, unknown>>): Refusal | null => {
    const id = `turn-${String(sent++).padStart(6, '0')}`;
    const { reply } = table.submit(seat, { ...action, id }, now);
    return reply.ok ? null : reply.refusal;
  };

  const nextSeat = (): Seat | null => {
    if (table.state.phase === 'closing') return seats[last + 1] ?? null;
    const inOrder = [...seats.slice(last + 1), ...seats.slice(0, last + 1)];
    return inOrder.find((seat) => !table.state.ready[seat]) ?? null;
  };

  const resolve = (): void => {
    now = table.state.clock.endsAt ?? now;
    table.submit('system', { type: 'tick' }, now);
    last = -1;
  };

  const endTurn = (seat: Seat, began: string): void => {
    const isOpen = phase() === began && table.state.phase === 'negotiation' && !table.state.ready[seat];
    if (isOpen) act(seat, { type: 'ready', ready: true });
    last = phase() === began ? seats.indexOf(seat) : -1;
  };

  const playTurn = (seat: Seat): void => {
    const began = phase();
    for (let moves = 0; moves < MOST_BOT_MOVES && phase() === began; moves++)
      if (playBot(table, seat, now).length === 0) break;
    endTurn(seat, began);
  };

  const playOn = (): void => {
    turn = null;
    while (table.state.phase !== 'ended') {
      const seat = nextSeat();
      if (seat === null) resolve();
      else if (occupants[seat].kind === 'bot') playTurn(seat);
      else {
        turn = seat;
        return;
      }
    }
  };

  playOn();
  return {
    table,
    get turn() {
      return turn;
    },
    act: (action) => (turn === null ? null : act(turn, action)),
    pass: () => {
      if (turn === null) return;
      endTurn(turn, phase());
      playOn();
    },
  };
};
