import { type Client, CloseCode, Room, ServerError } from '@colyseus/core';
import type { WebSocket } from 'ws';
import { MESSAGES, type Reply, type Update } from '../../shared/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type TokenBucket, tokenBucket } from '../tokenBucket.ts';
import type { Connection } from './audience.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableHost } from './tableHost.ts';

/** What a reservation carries: who comes. */
export type Pass = { readonly guest: string };

type Joined = { readonly connection: Connection; readonly bucket: TokenBucket };
type TableClient = Client<{
  auth: Pass;
  userData: Joined;
  messages: { update: Update; reply: Reply };
}>;

const ACTIONS_PER_SECOND = 20;
const MOST_CLIENTS = 300;
const RECONNECTION_SECONDS = 20;
// A client that reads nothing is cut before its updates fill the memory.
const MOST_BUFFERED = 1_000_000;

/** The parts of the house that rooms need. */
export type RoomParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly hostOf: (id: string) => TableHost | undefined;
};

const connectionOf = (client: TableClient, guest: string): Connection => {
  // Colyseus types its sockets as plain emitters, for other transports.
  const socket = client.ref as WebSocket;
  const send = (type: 'update' | 'reply', message: Update | Reply): void => {
    try {
      if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate();
      else client.send(type, message as Update & Reply);
    } catch {
      // Nobody else at the table shall wait for this one's socket.
      socket.terminate();
    }
  };
  return {
    guest,
    update: (update) => send(MESSAGES.update, update),
    reply: (reply) => send(MESSAGES.reply, reply),
    close: (code) => client.leave(code),
  };
};

/**
 * The room class of a house: connects sockets to hosts and does nothing else. A room exists while somebody is connected;
 * the table lives in its host and its log. Only the doorkeeper makes rooms and reservations.
 */
export const tableRoom = ({ clock, log, hostOf }: RoomParts) =>
  class TableRoom extends Room<{ client: TableClient }> {
    override maxClients = MOST_CLIENTS;
    override maxMessagesPerSecond = 60;
    // No state is synchronised: this is only the beat of the room's own clock.
    override patchRate = 250;
    #host: TableHost | undefined;

    override onCreate({ id }: { readonly id: string }): void {
      this.#host = hostOf(id);
      if (this.#host === undefined) throw new ServerError(404, 'table.unknown');
      this.roomId = id;
      this.onMessage(MESSAGES.action, (client: TableClient, input: unknown) => this.#act(client, input));
      this.onMessage('*', (client: TableClient, _type, message: unknown) =>
        client.userData?.connection.reply(refusedReply(message, 'action.unknown')),
      );
    }

    override onJoin(client: TableClient): void {
      const guest = client.auth?.guest;
      if (guest === undefined) throw new ServerError(401, 'guest.unknown');
      const connection = connectionOf(client, guest);
      client.userData = { connection, bucket: tokenBucket(ACTIONS_PER_SECOND, ACTIONS_PER_SECOND) };
      this.#host?.connect(connection);
    }

    override onDrop(client: TableClient, code?: number): void {
      this.#disconnect(client);
      if (code === CloseCode.WITH_ERROR) return;
      // Not awaited: a dropped flooder's socket would stay open meanwhile. It rejects when the time is over.
      this.allowReconnection(client, RECONNECTION_SECONDS).catch(() => {});
    }

    override onReconnect(client: TableClient): void {
      this.onJoin(client);
    }

    override onLeave(client: TableClient): void {
      this.#disconnect(client);
    }

    override onUncaughtException(err: Error, method: string): void {
      log.error({ err: err.cause ?? err, method, table: this.roomId }, 'a room failed');
    }

    #disconnect(client: TableClient): void {
      if (client.userData !== undefined) this.#host?.disconnect(client.userData.connection);
    }

    async #act(client: TableClient, input: unknown): Promise<void> {
      const joined = client.userData;
      if (joined === undefined) return;
      if (joined.bucket.take(clock.now())) await this.#host?.act(joined.connection, input);
      else joined.connection.reply(refusedReply(input, 'action.tooFast'));
    }
  };
