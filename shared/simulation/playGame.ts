import { shuffle } from '../engine/chance.ts';
import type { Press } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { BySeat } from '../seats.ts';
import { botSeats, playBot } from '../table/autoplay.ts';
import { newTable, type Table } from '../table/table.ts';

/** Who plays, and the one number that everything else in the game follows from. `mandates`: those not left to chance. */
export type GamePlan = {
  readonly book: Book;
  readonly bots: BySeat<string>;
  readonly seed: string;
  readonly press?: Press;
  readonly mandates?: Partial<BySeat<string>>;
};

// No bot needs more: a guard against one that never gets ready, not a rule.
const MOST_MOVES = 2_000;

/**
 * All seats act at the same time, so who is quicker is drawn anew each time that all have had a turn: a fixed order would
 * favour a seat.
 */
const untilQuiet = (table: Table, now: number): void => {
  for (let moves = 0, turn = 0; moves < MOST_MOVES; turn++) {
    let moved = false;
    const { seed, round, phase } = table.state;
    for (const seat of shuffle(botSeats(table.state), seed, `turn ${round} ${phase} ${turn}`)) {
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
export const playGame = ({ book, bots, seed, press = 'full', mandates = {} }: GamePlan): Table => {
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
    opening: { setup, seed, mandates, occupants },
    now: 0,
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
