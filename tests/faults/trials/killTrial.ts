import { freePort } from '../../helpers/serverProcess.ts';
import type { Chance } from '../nemesis/chance.ts';
import { judge, type Verdict } from '../nemesis/ledger.ts';
import {
  openParties,
  openParty,
  openWatch,
  type Party,
  untilAllSeen,
  type Witness,
} from '../nemesis/party.ts';
import { superviseOn } from '../nemesis/supervised.ts';

/** What came of killing a server again and again in mid-game. Times in ms. */
export type KillReport = {
  readonly verdict: Verdict;
  readonly kills: number;
  readonly rooms: number;
  /** From each kill to the moment at which a seat was live again. */
  readonly seatsBack: readonly number[];
  /** From each kill to the moment at which the server listened again. */
  readonly serverBack: readonly number[];
  /** Seats that came back as another seat. */
  readonly wrongSeats: number;
  /** Of the server that ran last, with everybody back: its memory, and how late its event loop was. */
  readonly rssMB: number;
  readonly loopP99: number;
};

type Plan = {
  readonly dataDir: string;
  readonly rooms: number;
  readonly kills: number;
  readonly chance: Chance;
  /** Told after each kill. */
  readonly progress?: (kill: number) => void;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Plays at many tables and kills the server at moments of chance: upon an answer, in between, and while it comes back. */
export const killTrial = async ({ dataDir, rooms, kills, chance, progress }: Plan): Promise<KillReport> => {
  const metricsPort = await freePort();
  const server = await superviseOn({
    DATA_DIR: dataDir,
    GRACE_MS: '3600000',
    METRICS_PORT: String(metricsPort),
  });
  await server.listening(1);
  const watch = openWatch();
  const witnesses: Witness[] = [];
  const back = new Map<Witness, number>();
  const open = async (): Promise<Party> => {
    const party = await openParty({
      origin: server.url,
      chance,
      watch,
      heard: (witness) => {
        if (!back.has(witness)) back.set(witness, performance.now());
      },
    });
    witnesses.push(...party.witnesses);
    return party;
  };
  let parties: readonly Party[] = await openParties(rooms, open);
  let answers = 0;
  let isPlaying = true;
  const play = async (party: Party): Promise<void> => {
    while (isPlaying && !party.isOver()) {
      // An answer may take as long as the server is away.
      const [reply] = await Promise.all([party.act(), wait(chance.whole(50, 400))]);
      if (reply?.ok === true) answers += 1;
      watch.changed();
    }
  };
  const playing = new Map(parties.map((party) => [party, play(party)]));

  const seatsBack: number[] = [];
  const serverBack: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const wanted = answers + chance.whole(1, 3 * rooms);
    await watch.until(() => answers >= wanted || parties.some((party) => party.isOver()));
    if (chance.happens(0.5)) await wait(chance.whole(0, 300));
    back.clear();
    const killed = performance.now();
    await server.kill();
    serverBack.push(performance.now() - killed);
    // Now and then again, before everybody is back.
    if (chance.happens(0.2)) {
      await watch.until(() => back.size >= parties.length);
      back.clear();
      await server.kill();
    }
    const current = parties.flatMap((party) => party.witnesses);
    await watch.until(() => current.every((witness) => back.has(witness)));
    seatsBack.push(...current.map((witness) => (back.get(witness) ?? Number.NaN) - killed));
    // Games that have ended make place for new ones.
    const over = parties.filter((party) => party.isOver());
    for (const party of over) {
      await playing.get(party);
      party.leave();
    }
    const fresh = await openParties(over.length, open);
    for (const party of fresh) playing.set(party, play(party));
    parties = [...parties.filter((party) => !over.includes(party)), ...fresh];
    progress?.(kill + 1);
  }
  isPlaying = false;
  await Promise.all(playing.values());
  const page = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const metric = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1] ?? Number.NaN);
  const rssMB = metric('process_resident_memory_bytes') / 1e6;
  const loopP99 = metric('nodejs_eventloop_lag_p99_seconds') * 1000;
  const wrongSeats = witnesses.filter(({ seat, player }) => player.seat() !== seat).length;
  await untilAllSeen(
    parties.flatMap((party) => party.witnesses),
    server.url,
    watch,
  );
  for (const party of parties) party.leave();
  const { code } = await server.stop();
  if (code !== 0) throw new Error(`the server ended with ${code}`);
  const verdict = await judge(dataDir, witnesses);
  return { verdict, kills, rooms, seatsBack, serverBack, wrongSeats, rssMB, loopP99 };
};
