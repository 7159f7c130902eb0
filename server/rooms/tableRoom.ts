import { ClientState, CloseCode, Room, ServerError } from '@colyseus/core';
import { MESSAGES, type Reply } from '../../shared/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { type Connection, MOVED } from './connection.ts';
import { connectionOf, socketOf, type TableClient } from './connectionOf.ts';
import { type Gate, personalGate } from './gate.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableHost } from './tableHost.ts';

const MOST_CLIENTS = 300;
const RECONNECTION_SECONDS = 20;
// Until a client has said that it is ready, what it is sent waits in memory.
const JOIN_MS = 10_000;

/** The parts of the house that rooms need. */
export type RoomParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'answered'>;
  /** Whether people are limited in how much they talk and do. */
  readonly isLimited: boolean;
  readonly hostOf: (id: string) => TableHost | undefined;
};

/**
 * The room class of a house: connects sockets to hosts and does nothing else. A room exists while somebody is connected;
 * the table lives in its host and its log. Only the doorkeeper makes rooms and reservations.
 */
export const tableRoom = ({ clock, log, metrics, isLimited, hostOf }: RoomParts) =>
  class TableRoom extends Room<{ client: TableClient }> {
    override maxClients = MOST_CLIENTS;
    override maxMessagesPerSecond = 60;
    // No state is synchronised: this is only the beat of the room's own clock.
    override patchRate = 250;
    readonly #gates = new Map<string, Gate>();

    override onCreate({ id }: { readonly id: string }): void {
      if (hostOf(id) === undefined) throw new ServerError(404, 'table.unknown');
      this.roomId = id;
      this.onMessage(MESSAGES.action, (client: TableClient, input: unknown) =>
        this.#pass(
          client,
          input,
          async (connection) =>
            (await this.#host?.act(connection, input)) ?? refusedReply(input, 'unavailable'),
        ),
      );
      this.onMessage(MESSAGES.here, (client: TableClient) => this.#hear(client));
      this.onMessage('*', (client: TableClient, _type, message: unknown) =>
        this.#pass(client, message, async () => refusedReply(message, 'action.unknown')),
      );
    }

    override onJoin(client: TableClient): void {
      if (client.auth === undefined) throw new ServerError(401, 'guest.unknown');
      if (this.#host === undefined) throw new ServerError(503, 'unavailable');
      const connection = connectionOf(client, client.auth);
      client.userData = connection;
      this.#host.connect(connection);
      clock.after(JOIN_MS, () => {
        if (client.state === ClientState.JOINING) socketOf(client).terminate();
      });
    }

    override onDrop(client: TableClient, code?: number): void {
      this.#disconnect(client);
      if (code === CloseCode.WITH_ERROR || code === MOVED) return;
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

    /** The host of this moment: a table that was put away meanwhile may have been opened anew. */
    get #host(): TableHost | undefined {
      return hostOf(this.roomId);
    }

    #disconnect(client: TableClient): void {
      if (client.userData !== undefined) this.#host?.disconnect(client.userData);
    }

    /** Gates belong to guests, so that a new connection is no way around them. */
    #gateOf(guest: string): Gate {
      const gate = this.#gates.get(guest) ?? personalGate(isLimited);
      this.#gates.set(guest, gate);
      return gate;
    }

    /** A sign of life wants no answer; too many of them are flooding like any other. */
    #hear(client: TableClient): void {
      const connection = client.userData;
      if (connection === undefined) return;
      const passage = this.#gateOf(connection.guest)(MESSAGES.here, clock.now());
      if (passage.kind === 'open') this.#host?.here(connection);
      else if (passage.kind === 'cut') client.leave(CloseCode.WITH_ERROR);
    }

    async #pass(
      client: TableClient,
      message: unknown,
      answerOf: (connection: Connection) => Promise<Reply>,
    ): Promise<void> {
      const connection = client.userData;
      if (connection === undefined) return;
      const came = performance.now();
      const reply = (reply: Reply): void => {
        metrics.answered(message, reply, performance.now() - came);
        connection.reply(reply);
      };
      const passage = this.#gateOf(connection.guest)(message, clock.now());
      if (passage.kind === 'open') reply(await answerOf(connection));
      else if (passage.kind === 'cut') client.leave(CloseCode.WITH_ERROR);
      else reply(refusedReply(message, 'action.tooFast', { ms: passage.ms }));
    }
  };
