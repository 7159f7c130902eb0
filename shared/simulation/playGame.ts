import type { Press } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { BySeat } from '../seats.ts';
import { botSeats, playBot } from '../table/autoplay.ts';
import { newTable, type Table } from '../table/table.ts';

/** Who plays, and the one number that everything else in the game follows from. */
export type GamePlan = {
  readonly book: Book;
  readonly bots: BySeat<string>;
  readonly seed: string;
  readonly press?: Press;
};

// No bot needs more: a guard against one that never gets ready, not a rule.
const MOST_MOVES = 2_000;

const untilQuiet = (table: Table, now: number): void => {
  for (let moves = 0; moves < MOST_MOVES; ) {
    let moved = false;
    for (const seat of botSeats(table.state)) {
      if (playBot(table, seat, now).length === 0) continue;
      moved = true;
      moves++;
    }
    if (!moved) return;
  }
  throw new Error('the bots of a table never came to rest');
};

/**
 * Plays one whole game of bots in virtual time, through the same door as a game of people. Pure: the same plan gives
 * the same table, entry for entry. Throws only for a bot that never stops moving.
 */
export const playGame = ({ book, bots, seed, press = 'full' }: GamePlan): Table => {
  const setup = {
    scenario: book.scenario.id,
    press,
    roundMs: 60_000,
    explain: false,
    reveal: 'end',
  } as const;
  const occupants = {
    US: { kind: 'bot', bot: bots.US },
    KR: { kind: 'bot', bot: bots.KR },
    CN: { kind: 'bot', bot: bots.CN },
  } as const;
  const table = newTable({
    book,
    opening: { setup, seed, mandates: {}, occupants },
    now: 0,
    commit: () => {},
  });
  table.submit('system', { type: 'start' }, 0);
  let now = 0;
  while (table.state.phase !== 'ended') {
    untilQuiet(table, now);
    now = table.state.clock.endsAt ?? now;
    table.submit('system', { type: 'tick' }, now);
  }
  return table;
};
