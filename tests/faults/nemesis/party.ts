import { chooseAction } from '../../../server/cli/load/chooseAction.ts';
import { newGuest, newTable, type Player, seatPlayer } from '../../../server/cli/load/player.ts';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import { hash53 } from '../../../shared/engine/chance.ts';
import type { Reply } from '../../../shared/protocol.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { SEATS, type Seat } from '../../../shared/seats.ts';
import type { Chance } from './chance.ts';

// The SDK tells of its reconnections on standard output.
console.info = () => {};

/** What one player was told, to be compared with the log afterwards. */
export type Witness = {
  readonly code: string;
  readonly seat: Seat;
  /** Every answer that came, in order; the same id may come several times. */
  readonly replies: readonly Reply[];
  /** Every view that came: after how many visible events, and a short name for it. */
  readonly views: readonly { readonly seq: number; readonly name: number }[];
  readonly player: Player;
};

/** Three people at a table, who act by chance over the connection that a person's page uses. */
export type Party = {
  readonly code: string;
  readonly witnesses: readonly Witness[];
  /** Lets one of the three, or a certain one, do something; resolves with the answer; null: nothing to do or too late. */
  readonly act: (seat?: Seat, action?: SeatAction) => Promise<Reply | null>;
  readonly isOver: () => boolean;
  readonly leave: () => void;
};

/** Something may have changed: called with every update and answer of every party. */
export type Watch = { readonly changed: () => void; readonly until: (holds: () => boolean) => Promise<void> };

/** Waits for things without asking the clock. */
export const openWatch = (): Watch => {
  let waiting: { readonly holds: () => boolean; readonly go: () => void }[] = [];
  return {
    changed: () => {
      const ready = waiting.filter(({ holds }) => holds());
      waiting = waiting.filter((one) => !ready.includes(one));
      for (const { go } of ready) go();
    },
    until: (holds) => (holds() ? Promise.resolve() : new Promise((go) => waiting.push({ holds, go }))),
  };
};

/** A short name for a view, equal for equal views. */
export const viewName = (view: unknown): number => hash53(JSON.stringify(view));

type PartyPlan = {
  /** Where tables are opened: the server itself. */
  readonly origin: string;
  /** Where the three connect: the server, or a proxy in front of it. */
  readonly through?: string;
  readonly chance: Chance;
  readonly watch: Watch;
  /** Called with every update, before anything else is done with it. */
  readonly heard?: (witness: Witness) => void;
};

/** Opens an untimed table for three and waits until its game has begun. */
export const openParty = async ({
  origin,
  through = origin,
  chance,
  watch,
  heard,
}: PartyPlan): Promise<Party> => {
  const guests = await Promise.all(SEATS.map((seat) => newGuest(origin, `Player ${seat}`)));
  const code = await newTable(origin, guests[0]!, { timeControl: 'untimed' });
  const witnesses = SEATS.map((seat, i): Witness => {
    const replies: Reply[] = [];
    const views: { seq: number; name: number }[] = [];
    const player = seatPlayer({
      origin: through,
      guest: guests[i]!,
      code,
      wish: seat,
      ears: {
        update: (update) => {
          views.push({ seq: update.seq, name: viewName(update.view) });
          heard?.(witness);
          watch.changed();
        },
        lateReply: (reply) => {
          replies.push(reply);
          watch.changed();
        },
      },
    });
    const witness = { code, seat, replies, views, player };
    return witness;
  });
  const phaseOf = ({ player }: Witness) => player.latest()?.view.phase ?? 'waiting';
  await watch.until(() => witnesses.every((witness) => phaseOf(witness) !== 'waiting'));

  const actAs = async (witness: Witness, wish?: SeatAction): Promise<Reply | null> => {
    const update = witness.player.latest();
    if (update === null) return null;
    const book = bookOf(update.view.setup.scenario);
    const action = wish ?? chooseAction(book, update.view, chance.next);
    if (action === null) return null;
    const reply = await witness.player.connection.act(action);
    if (reply !== null) (witness.replies as Reply[]).push(reply);
    watch.changed();
    return reply;
  };
  return {
    code,
    witnesses,
    act: (seat, action) =>
      actAs(witnesses.find((one) => one.seat === seat) ?? chance.pick(witnesses), action),
    isOver: () => witnesses.every((witness) => phaseOf(witness) === 'ended'),
    leave: () => {
      for (const { player } of witnesses) player.connection.leave();
    },
  };
};

const AT_ONCE = 8;

/** Opens many parties, a few at a time. */
export const openParties = async (count: number, open: () => Promise<Party>): Promise<readonly Party[]> => {
  const parties: Party[] = [];
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      parties.push(await open());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return parties;
};

/** Asks the server itself how much there is to see, and waits until all players have seen as much. */
export const untilAllSeen = async (
  witnesses: readonly Witness[],
  origin: string,
  watch: Watch,
): Promise<void> => {
  await Promise.all(
    witnesses.map(async ({ code, player }) => {
      const seq = await new Promise<number>((resolve) => {
        const second = seatPlayer({
          origin,
          guest: player.guest,
          code,
          ears: {
            update: (update) => {
              second.connection.leave();
              resolve(update.seq);
            },
          },
        });
      });
      await watch.until(() => player.story().length >= seq);
    }),
  );
};
