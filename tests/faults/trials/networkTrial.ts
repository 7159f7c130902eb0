import { ServerRefusal } from '../../../client/connection/http.ts';
import { openSqliteStore } from '../../../server/storage/sqlite.ts';
import type { Chance } from '../nemesis/chance.ts';
import { changedSince, judgeIn, type Mark, sumOf, type Verdict } from '../nemesis/ledger.ts';
import { openParty, openWatch, type Party, untilAllSeen } from '../nemesis/party.ts';
import { type BadNetwork, startProxy, type Weather } from '../nemesis/proxy.ts';
import { type Supervised, superviseOn } from '../nemesis/supervised.ts';

/** What came of playing over a bad network. */
export type NetworkReport = {
  readonly verdict: Verdict;
  readonly cuts: number;
  readonly actions: number;
  /** Answers beyond the first to the same action. */
  readonly repeatedAnswers: number;
  readonly wrongSeats: number;
};

type Plan = {
  readonly dataDir: string;
  /** Further settings of the server. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly rooms: number;
  readonly chance: Chance;
  readonly weatherOf: (chance: Chance) => Weather;
  /** When it is enough. */
  readonly isEnough: (soFar: { readonly cuts: number; readonly actions: number }) => boolean;
  /** How often the server is killed meanwhile, one time in so many actions; 0: never. */
  readonly actionsPerKill?: number;
  /** Gets the server to look at, once it listens. */
  readonly watchServer?: (server: Supervised) => void;
};

/**
 * Plays at some tables through a bad network until it is enough. Each game is judged by its log when it is over and then
 * forgotten, so that an hour of them fits into memory; in the end all logs have to be what they were.
 */
export const networkTrial = async (plan: Plan): Promise<NetworkReport> => {
  const { chance, isEnough, actionsPerKill = 0 } = plan;
  const server = await superviseOn({ ...plan.environment, DATA_DIR: plan.dataDir, GRACE_MS: '3600000' });
  await server.listening(1);
  plan.watchServer?.(server);
  let actions = 0;
  const soFar = () => ({ cuts: proxy.cuts(), actions });
  // In the end the sky clears, so that everybody can come back.
  const proxy: BadNetwork = await startProxy(
    () => server.port,
    () => (isEnough(soFar()) ? {} : plan.weatherOf(chance)),
  );
  const watch = openWatch();
  const through = proxy.url;
  /** Nobody is there for a moment after each kill: a table that could not be opened is opened again. */
  const open = async (): Promise<Party> => {
    for (;;) {
      try {
        return await openParty({ origin: server.url, through, chance, watch });
      } catch (refusal) {
        if (!(refusal instanceof ServerRefusal && refusal.code === 'network')) throw refusal;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const store = await openSqliteStore(plan.dataDir);
  const verdicts: Verdict[] = [];
  const marks: Mark[] = [];
  let [repeatedAnswers, wrongSeats] = [0, 0];
  const end = async (party: Party): Promise<void> => {
    const { witnesses } = party;
    await untilAllSeen(witnesses, server.url, watch);
    for (const { seat, replies, player } of witnesses) {
      repeatedAnswers += replies.length - new Set(replies.map(({ id }) => id)).size;
      if (player.seat() !== seat) wrongSeats += 1;
    }
    const judged = await judgeIn(store, witnesses);
    verdicts.push(judged.verdict);
    marks.push(...judged.marks);
    party.leave();
  };
  const play = async (): Promise<void> => {
    while (!isEnough(soFar())) {
      const party = await open();
      // Every seat has its own hand: their actions cross.
      const hands = party.witnesses.map(async ({ seat }) => {
        while (!isEnough(soFar()) && !party.isOver()) {
          if ((await party.act(seat)) !== null) actions += 1;
          await new Promise((resolve) => setTimeout(resolve, chance.whole(20, 120)));
        }
      });
      await Promise.all(hands);
      await end(party);
    }
  };
  const kill = async (): Promise<void> => {
    for (let next = actionsPerKill; actionsPerKill > 0 && !isEnough(soFar()); next += actionsPerKill) {
      await watch.until(() => actions >= next || isEnough(soFar()));
      if (!isEnough(soFar())) await server.kill();
    }
  };
  await Promise.all([...Array.from({ length: plan.rooms }, play), kill()]);
  await proxy.close();
  const { code } = await server.stop();
  if (code !== 0) throw new Error(`the server ended with ${code}`);
  const verdict = sumOf(verdicts);
  const gaps = verdict.gaps + (await changedSince(store, marks));
  await store.close();
  return { verdict: { ...verdict, gaps }, cuts: proxy.cuts(), actions, repeatedAnswers, wrongSeats };
};
