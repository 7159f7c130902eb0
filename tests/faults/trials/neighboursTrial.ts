import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { drive, openMany, quantile } from '../../../server/cli/load/drive.ts';
import { openGameTable } from '../../../server/cli/load/gameTables.ts';
import { apiOf, newGuest, newId, sit } from '../../helpers/players.ts';
import type { Trial } from '../figure.ts';
import { superviseOn } from '../nemesis/supervised.ts';

const TABLES = 10;
const RATE = 2;
const FLOOD_PER_BEAT = 30;
const BEAT_MS = 100;
const SLOW = 20;

/** Something that goes on at another table until it is stopped. */
type Nuisance = () => Promise<() => Promise<void>>;

/** Somebody who sends 300 messages a second, and comes back whenever the line is cut. */
const flood =
  (url: string): Nuisance =>
  async () => {
    const api = apiOf(url);
    const guest = await newGuest(api, 'Flooder');
    const { code } = (await api('POST', '/api/tables', { token: guest.token, body: {} })).body;
    let player = await sit(url, guest, code, 'US');
    let isComing = false;
    const timer = setInterval(() => {
      if (player.closed() === null && player.room.connection.isOpen) {
        for (let i = 0; i < FLOOD_PER_BEAT; i++) player.post({ type: 'release', id: newId() });
      } else if (!isComing) {
        isComing = true;
        sit(url, guest, code, 'US')
          .then((back) => {
            player = back;
          })
          .catch(() => {})
          .finally(() => {
            isComing = false;
          });
      }
    }, BEAT_MS);
    return async () => {
      clearInterval(timer);
      if (player.closed() === null) await player.leave();
    };
  };

/** A busy table of bots and one who talks, with many who watch it and read nothing. */
const readNothing =
  (url: string): Nuisance =>
  async () => {
    const api = apiOf(url);
    const sockets: WebSocket[] = [];
    const talker = await newGuest(api, 'Talker');
    const body = { seats: { KR: 'bot:trader', CN: 'bot:trader' } };
    const { code } = (await api('POST', '/api/tables', { token: talker.token, body })).body;
    const player = await sit(url, talker, code, 'US');
    for (let i = 0; i < SLOW; i++) {
      const { token } = await newGuest(api, 'Slow');
      const { body } = await api('POST', `/api/tables/${code}/seat`, { token, body: { seat: 'spectator' } });
      const { sessionId, roomId, processId } = body.reservation;
      const socket = new WebSocket(
        `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
      );
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(Buffer.from([10]));
      (socket as unknown as { _socket: { pause: () => void } })._socket.pause();
      sockets.push(socket);
    }
    const talk = setInterval(() => {
      player.post({ type: 'ready', ready: !player.view().own?.ready, id: newId() });
    }, BEAT_MS);
    return async () => {
      clearInterval(talk);
      for (const socket of sockets) socket.terminate();
      await player.leave();
    };
  };

/** Measures what a flooder, and slow readers, at one table do to the answers of others, and what those take without them. */
export const neighboursTrial = async (
  dataDir: string,
  { size: seconds, chance, show }: Trial,
): Promise<void> => {
  const server = await superviseOn({ DATA_DIR: dataDir });
  await server.listening(1);
  const open = () => openGameTable({ origin: server.url, chance: chance.next, hear: () => {} });
  const tables = await openMany(TABLES, open);
  const nuisances: Readonly<Record<string, Nuisance>> = {
    flooder: flood(server.url),
    'slow readers': readNothing(server.url),
  };
  const latencies = async (): Promise<readonly number[]> => {
    const driven = await drive(tables, { seconds, rate: RATE }, { chance: chance.next });
    expect(driven.lost).toBe(0);
    return driven.latencies;
  };
  await latencies();
  for (const [name, begin] of Object.entries(nuisances)) {
    const [calm, troubled]: [number[], number[]] = [[], []];
    // By turns, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < 3; turn++) {
      calm.push(...(await latencies()));
      const stop = await begin();
      troubled.push(...(await latencies()));
      await stop();
    }
    const [without, withIt] = [quantile(calm, 0.95)!, quantile(troubled, 0.95)!];
    show({ what: `p95 of ${TABLES} other tables, no ${name}`, value: without, unit: 'ms', target: 50 });
    show({ what: `p95 with ${name}`, value: withIt, unit: 'ms', target: 1.1 * without });
  }
  for (const { close } of tables) close();
  await server.stop();
};
