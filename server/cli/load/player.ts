// First of all: the SDK shall use these sockets.
import './frames.ts';

import type { Connection } from '../../../client/connection/connection.ts';
import { ask, type Guest, type Place, type SeatWish } from '../../../client/connection/http.ts';
import { connectRemote } from '../../../client/connection/remote.ts';
import type { Event } from '../../../shared/engine/events.ts';
import type { Reply, Update } from '../../../shared/protocol.ts';
import { frameSize } from './frames.ts';

/** Somebody at a table who plays by a script, over the same connection as a person's page: outbox, retries and all. */
export type Player = {
  readonly guest: Guest;
  readonly connection: Connection;
  /** Where the server has put the player; null before the first place was taken. */
  readonly seat: () => SeatWish | null;
  readonly latest: () => Update | null;
  /** All events that the player was ever shown, in order. */
  readonly story: () => readonly Event[];
  /** Actions that were given up, because their round was over when the line came up again. */
  readonly dropped: () => number;
  /** Events that the player was never shown although later ones were. */
  readonly missed: () => number;
};

/** What a player's script may hear of. `bytes`: the size of the update on the wire. */
export type PlayerEars = {
  readonly update?: (update: Update, bytes: number) => void;
  readonly lateReply?: (reply: Reply) => void;
};

/** Introduces somebody to a server. */
export const newGuest = (origin: string, name: string): Promise<Guest> =>
  ask<Guest>('POST', `${origin}/api/guests`, { name });

/** Opens a table in a guest's name. `plan`: the body of `POST /api/tables`. */
export const newTable = async (origin: string, { token }: Guest, plan: object = {}): Promise<string> =>
  (await ask<{ readonly code: string }>('POST', `${origin}/api/tables`, plan, token)).code;

const shelfOf = () => {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text: string | null) => {
      kept = text;
    },
  };
};

/** Connects a guest to a table. `wish` null: wherever there is room. */
export const seatPlayer = ({
  origin,
  guest,
  code,
  wish = null,
  ears = {},
}: {
  readonly origin: string;
  readonly guest: Guest;
  readonly code: string;
  readonly wish?: SeatWish | null;
  readonly ears?: PlayerEars;
}): Player => {
  let seat: SeatWish | null = null;
  let latest: Update | null = null;
  let dropped = 0;
  let missed = 0;
  let story: readonly Event[] = [];
  const takePlace = async (since: number | null): Promise<Place> => {
    const body = { ...(wish !== null && { seat: wish }), ...(since !== null && { since }) };
    const place = await ask<Place>('POST', `${origin}/api/tables/${code}/seat`, body, guest.token);
    seat = place.seat;
    return place;
  };
  const connection = connectRemote(
    { origin, takePlace, shelf: shelfOf() },
    {
      update: (update) => {
        // The first update after a line came up tells everything from the start.
        const before = update.seq - update.events.length;
        missed += Math.max(0, before - story.length);
        story = [...story.slice(0, before), ...update.events];
        latest = update;
        ears.update?.(update, frameSize());
      },
      lateReply: (reply) => ears.lateReply?.(reply),
      dropped: () => {
        dropped += 1;
      },
    },
  );
  return {
    guest,
    connection,
    seat: () => seat,
    latest: () => latest,
    story: () => story,
    dropped: () => dropped,
    missed: () => missed,
  };
};
