import type { Update } from '../../../shared/protocol.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { SEATS } from '../../../shared/seats.ts';
import { chooseAction } from './chooseAction.ts';
import type { LoadSeat, LoadTable } from './drive.ts';
import { newGuest, newTable, type Player, seatPlayer } from './player.ts';

/** Hears of every update that a player gets, with its size on the wire. */
export type UpdateEar = (update: Update, bytes: number) => void;

type Parts = {
  readonly origin: string;
  readonly chance: () => number;
  readonly hear: UpdateEar;
  /** How many watch each table. */
  readonly spectators?: number;
};

const bookAt = ({ view }: Update): Book => bookOf(view.setup.scenario);

/** Acts legally on what the player sees. The answer of an action that came too late to be sent counts as a refusal. */
const actFor = ({ latest, connection }: Player, chance: () => number): Promise<boolean> | null => {
  const update = latest();
  const action = update === null ? null : chooseAction(bookAt(update), update.view, chance);
  return action === null ? null : connection.act(action).then((reply) => reply?.ok === true);
};

/**
 * Opens a table of three players on a server and waits until it has begun. When its game is over, the same three go on at
 * a new table, and so do those who watch.
 */
export const openGameTable = async ({ origin, chance, hear, spectators = 0 }: Parts): Promise<LoadTable> => {
  const named = (name: string) => newGuest(origin, name);
  const guests = await Promise.all(SEATS.map((seat) => named(`Player ${seat}`)));
  const watchers = await Promise.all(Array.from({ length: spectators }, () => named('Watcher')));
  let players: readonly Player[] = [];
  let watching: readonly Player[] = [];
  let isMoving = false;
  const leave = (): void => {
    for (const { connection } of [...players, ...watching]) connection.leave();
  };
  const begin = async (): Promise<void> => {
    const [host] = guests;
    if (host === undefined) return;
    const code = await newTable(origin, host);
    await new Promise<void>((resolve) => {
      const update: UpdateEar = (fresh, bytes) => {
        hear(fresh, bytes);
        if (fresh.view.phase !== 'waiting') resolve();
      };
      players = guests.map((guest, i) =>
        seatPlayer({ origin, guest, code, wish: SEATS[i] ?? null, ears: { update } }),
      );
    });
    watching = watchers.map((guest) =>
      seatPlayer({ origin, guest, code, wish: 'spectator', ears: { update: hear } }),
    );
  };
  const moveOn = async (): Promise<void> => {
    leave();
    await begin();
    isMoving = false;
  };
  const seatAt = (index: number): LoadSeat => ({
    act: () => {
      const player = players[index];
      if (player === undefined || isMoving) return null;
      const isOver = player.latest()?.view.phase === 'ended' && player.connection.unanswered.value === 0;
      if (!isOver) return actFor(player, chance);
      isMoving = true;
      // A server that can't open another table shows by the actions that are missing.
      moveOn().catch(() => {});
      return null;
    },
  });
  await begin();
  return { seats: SEATS.map((_, index) => seatAt(index)), close: leave };
};
