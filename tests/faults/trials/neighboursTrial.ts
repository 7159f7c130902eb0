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
const WATCHERS = 20;
const TURNS = 4;

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

/** A busy table of bots and one who talks, with many who watch it, and read what they are sent or nothing. */
const watched =
  (url: string, reads: boolean): Nuisance =>
  async () => {
    const api = apiOf(url);
    const sockets: WebSocket[] = [];
    const talker = await newGuest(api, 'Talker');
    const body = { seats: { KR: 'bot:trader', CN: 'bot:trader' } };
    const { code } = (await api('POST', '/api/tables', { token: talker.token, body })).body;
    const player = await sit(url, talker, code, 'US');
    for (let i = 0; i < WATCHERS; i++) {
      const { token } = await newGuest(api, 'Watcher');
      const { body } = await api('POST', `/api/tables/${code}/seat`, { token, body: { seat: 'spectator' } });
      const { sessionId, roomId, processId } = body.reservation;
      const socket = new WebSocket(
        `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
      );
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(Buffer.from([10]));
      if (!reads) (socket as unknown as { _socket: { pause: () => void } })._socket.pause();
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

const nobody: Nuisance = async () => async () => {};

/** Measures what a flooder, and those who read nothing, at one table do to the answers of others; in their place, nobody, and readers. */
export const neighboursTrial = async (
  dataDir: string,
  { size: seconds, chance, show }: Trial,
): Promise<void> => {
  const server = await superviseOn({ DATA_DIR: dataDir });
  await server.listening(1);
  const open = () => openGameTable({ origin: server.url, chance: chance.next, hear: () => {} });
  const tables = await openMany(TABLES, open);
  const trials: readonly (readonly [string, Nuisance, string, Nuisance])[] = [
    ['no flooder', nobody, 'flooder', flood(server.url)],
    ['readers', watched(server.url, true), 'slow readers', watched(server.url, false)],
  ];
  const latencies = async (): Promise<readonly number[]> => {
    const driven = await drive(tables, { seconds, rate: RATE }, { chance: chance.next });
    expect(driven.lost).toBe(0);
    return driven.latencies;
  };
  await latencies();
  const during = async (begin: Nuisance): Promise<readonly number[]> => {
    const stop = await begin();
    const measured = await latencies();
    await stop();
    return measured;
  };
  for (const [calmName, beCalm, name, begin] of trials) {
    const [calm, troubled]: [number[], number[]] = [[], []];
    // By turns, and each first as often as the other, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < TURNS; turn++) {
      if (turn % 2 === 0) calm.push(...(await during(beCalm)));
      troubled.push(...(await during(begin)));
      if (turn % 2 === 1) calm.push(...(await during(beCalm)));
    }
    const [without, withIt] = [quantile(calm, 0.95)!, quantile(troubled, 0.95)!];
    show({ what: `p95 of ${TABLES} other tables, ${calmName}`, value: without, unit: 'ms', target: 50 });
    show({ what: `p95 with ${name}`, value: withIt, unit: 'ms', target: 1.1 * without });
  }
  for (const { close } of tables) close();
  await server.stop();
};
