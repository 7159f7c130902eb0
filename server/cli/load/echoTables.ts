// First of all: the SDK shall use these sockets.
import './frames.ts';

import { Client, type Room } from '@colyseus/sdk';
import { WebSocket } from 'ws';
import type { LoadSeat, LoadTable } from './drive.ts';

/** Tables of the floors, driven like our own. Actions look like a spoken message. */
const actionOf = (id: string) => ({ type: 'speak', id, to: 'all', text: 'x'.repeat(85), pledge: null });

const LONGEST_ID = 24;
let count = 0;
const newId = (): string => String(count++).padStart(LONGEST_ID, '0');

/** A seat whose action is answered by its own echo. */
const seatOf = (send: (id: string) => void): LoadSeat & { readonly settle: (id: string) => void } => {
  const waiting = new Map<string, (agreed: boolean) => void>();
  return {
    act: () => {
      const id = newId();
      const answer = new Promise<boolean>((resolve) => waiting.set(id, resolve));
      send(id);
      return answer;
    },
    settle: (id) => {
      waiting.get(id)?.(true);
      waiting.delete(id);
    },
  };
};

/** Opens a table of three at the bare Colyseus room. */
export const openColyseusTable = async (origin: string): Promise<LoadTable> => {
  const client = new Client(origin);
  const first = await client.create('echo');
  const rooms: readonly Room[] = [
    first,
    await client.joinById(first.roomId),
    await client.joinById(first.roomId),
  ];
  const seats = rooms.map((room) => {
    const seat = seatOf((id) => room.send('action', actionOf(id)));
    room.onMessage('update', ({ id }: { readonly id: string }) => seat.settle(id));
    return seat;
  });
  return {
    seats,
    close: () => {
      for (const room of rooms) void room.leave();
    },
  };
};

/** Opens a table of three at the raw sockets. */
export const openSocketTable = async (origin: string): Promise<LoadTable> => {
  const address = `${origin.replace(/^http/, 'ws')}/${newId()}`;
  const sockets = [1, 2, 3].map(() => new WebSocket(address));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
  const seats = sockets.map((socket) => {
    const seat = seatOf((id) => socket.send(JSON.stringify(actionOf(id))));
    socket.on('message', (echo: Buffer) => {
      JSON.parse(echo.toString('utf8', LONGEST_ID));
      seat.settle(echo.toString('utf8', 0, LONGEST_ID));
    });
    return seat;
  });
  return {
    seats,
    close: () => {
      for (const socket of sockets) socket.close();
    },
  };
};
