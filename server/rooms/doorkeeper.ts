import { matchMaker } from '@colyseus/core';
import type { Guest } from '../storage/logStore.ts';
import type { Pass } from './connectionOf.ts';

/** The name under which the room class is registered. */
export const ROOM = 'table';

/** What the client's SDK consumes to open its connection. */
export type Reservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>;

const ATTEMPTS = 3;
const making = new Map<string, Promise<unknown>>();

const makeRoom = (id: string): Promise<unknown> => {
  const pending = making.get(id) ?? matchMaker.createRoom(ROOM, { id }).finally(() => making.delete(id));
  making.set(id, pending);
  return pending;
};

/** Reserves a place in the room of an open table, which is made if nobody is connected to it yet. */
export const reservePlace = async (id: string, guest: Guest): Promise<Reservation> => {
  const pass: Pass = { guest: guest.id };
  for (let attempt = 1; ; attempt++) {
    try {
      if (matchMaker.getLocalRoomById(id) === undefined) await makeRoom(id);
      return await matchMaker.reserveSeatFor(await matchMaker.getRoomById(id), {}, pass);
    } catch (error) {
      // The room was just being put away because the last one had left.
      if (attempt >= ATTEMPTS) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
};
