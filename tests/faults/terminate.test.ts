import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { newGuest, newTable } from '../../server/cli/load/player.ts';
import { apiOf, newGuest as guestOf, sit } from '../helpers/players.ts';
import { figure } from './figure.ts';
import { FLAWLESS, judge } from './nemesis/ledger.ts';
import { openParties, openParty, openWatch, type Party, type Witness } from './nemesis/party.ts';
import { endSupervised, type Supervised, superviseOn } from './nemesis/supervised.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-terminate-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a table again and again until the door is shut; how it was refused. */
const knockUntilRefused = async (url: string, token: string): Promise<unknown> => {
  for (;;) {
    try {
      await newTable(url, { token, id: '', name: '' });
    } catch (refusal) {
      return refusal;
    }
  }
};

/** Somebody who only listens, with the raw close code. */
const listener = async (server: Supervised) => {
  const api = apiOf(server.url);
  const guest = await guestOf(api, 'Listener');
  const code = await newTable(server.url, guest, { seats: { KR: 'bot:random', CN: 'bot:random' } });
  return sit(server.url, guest, code);
};

figure(
  'R5',
  'told to stop in mid-game: everybody is told, nothing is lost, the exit code is 0',
  { ci: 2, full: 8 },
  async ({ size, chance, show }) => {
    const dataDir = join(folder, 'data');
    const watch = openWatch();
    const witnesses: Witness[] = [];
    let parties: readonly Party[] = [];
    let isPlaying = true;
    let answers = 0;
    const play = async (party: Party): Promise<void> => {
      while (isPlaying && !party.isOver()) {
        if ((await party.act())?.ok === true) answers += 1;
        watch.changed();
        await new Promise((resolve) => setTimeout(resolve, chance.whole(10, 60)));
      }
    };
    let playing: readonly Promise<void>[] = [];
    let port: string | null = null;
    for (let stop = 0; stop < size; stop++) {
      const server = await superviseOn({ DATA_DIR: dataDir, ...(port !== null && { PORT: port }) });
      port = String(server.port);
      await server.listening(1);
      if (parties.length === 0) {
        parties = await openParties(4, () => openParty({ origin: server.url, chance, watch }));
        witnesses.push(...parties.flatMap((party) => party.witnesses));
        playing = parties.map(play);
      }
      const wanted = answers + chance.whole(5, 40);
      await watch.until(() => answers >= wanted || parties.some((party) => party.isOver()));
      const player = await listener(server);
      const { token } = await newGuest(server.url, 'Late');
      const knocking = knockUntilRefused(server.url, token);
      const { code, ms } = await server.stop();
      expect(code).toBe(0);
      await player.until(() => player.closed() !== null);
      expect(player.closed()).toBe(4001);
      // Refused by name while the server says goodbye, or not reached at all.
      expect(['unavailable', 'server.closing', 'network']).toContain(
        ((await knocking) as { code: string }).code,
      );
      show({ what: 'stopped', value: ms, unit: 'ms', target: 10_000 });
    }
    // What was under way is answered by the next server.
    const last = await superviseOn({ DATA_DIR: dataDir, PORT: port ?? '0' });
    await last.listening(1);
    isPlaying = false;
    await Promise.all(playing);
    for (const party of parties) party.leave();
    expect((await last.stop()).code).toBe(0);
    const verdict = await judge(dataDir, witnesses);
    expect(verdict).toMatchObject(FLAWLESS);
    expect(verdict.acknowledged).toBeGreaterThan(size);
  },
);
