import { type IRoomCache, matchMaker } from '@colyseus/core';
import { StoreFailure } from '../storage/storeFailure.ts';
import type { Pass } from './connectionOf.ts';

/** The name under which the room class is registered. */
export const ROOM = 'table';

/** What the client's SDK consumes to open its connection. */
export type Reservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>;

const ATTEMPTS = 3;
// Rooms are made on the list that processes share, which may be out of reach.
const PATIENCE_MS = 2500;
const making = new Map<string, Promise<unknown>>();

class Late extends StoreFailure {}

const inTime = <T>(task: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Late('unavailable', 'no room in time')), PATIENCE_MS);
    task.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const makeRoom = (id: string): Promise<unknown> => {
  const pending = making.get(id) ?? matchMaker.createRoom(ROOM, { id }).finally(() => making.delete(id));
  making.set(id, pending);
  return inTime(pending);
};

/** The room of a table in this process. What the shared list says of it may be another process's room of before. */
const listingOf = (id: string): IRoomCache | undefined =>
  // biome-ignore lint/complexity/useLiteralKeys: it is protected, and this is the only way to it
  matchMaker.getLocalRoomById(id)?.['_listing'];

/** Reserves a place in the room of an open table, which is made if nobody is connected to it yet. */
export const reservePlace = async (id: string, pass: Pass): Promise<Reservation> => {
  for (let attempt = 1; ; attempt++) {
    try {
      if (listingOf(id) === undefined) await makeRoom(id);
      const listing = listingOf(id);
      if (listing === undefined) throw new StoreFailure('unavailable', 'the room is gone');
      return await matchMaker.reserveSeatFor(listing, {}, pass);
    } catch (error) {
      // The room was just being put away because the last one had left.
      if (attempt >= ATTEMPTS || error instanceof Late) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
};
