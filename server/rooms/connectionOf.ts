import type { Client } from '@colyseus/core';
import type { WebSocket } from 'ws';
import { type Acting, type Attendance, MESSAGES, type Reply, type Update } from '../../shared/protocol.ts';
import type { Connection } from './connection.ts';

/** What a reservation carries: who comes, and since when that tab acts. */
export type Pass = Pick<Connection, 'guest' | 'since'>;

/** A client of a table's room. */
export type TableClient = Client<{
  auth: Pass;
  userData: Connection;
  messages: { update: Update; reply: Reply; acting: Acting; attendance: Attendance };
}>;

// A client that reads nothing is cut before its updates fill the memory.
const MOST_BUFFERED = 256 * 1024;

/** The socket under a client. Colyseus types its sockets as plain emitters, for other transports. */
export const socketOf = (client: Pick<TableClient, 'ref'>): WebSocket => client.ref as unknown as WebSocket;

/** A guest's connection over a client of the room. */
export const connectionOf = (client: TableClient, { guest, since }: Pass): Connection => {
  const socket = socketOf(client);
  const send = (
    type: 'update' | 'reply' | 'acting' | 'attendance',
    message: Update | Reply | Acting | Attendance,
  ): void => {
    try {
      if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate();
      else client.send(type, message as Update & Reply & Acting & Attendance);
    } catch {
      // Nobody else at the table shall wait for this one's socket.
      socket.terminate();
    }
  };
  return {
    guest,
    since,
    update: (update) => send(MESSAGES.update, update),
    reply: (reply) => send(MESSAGES.reply, reply),
    acting: (acting) => send(MESSAGES.acting, acting),
    attendance: (attendance) => send(MESSAGES.attendance, attendance),
    close: (code) => client.leave(code),
  };
};
