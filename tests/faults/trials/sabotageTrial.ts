import { join } from 'node:path';
import { newGuest, newTable, type Player, seatPlayer } from '../../../server/cli/load/player.ts';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import { koreaChina } from '../../helpers/game.ts';
import { freePort } from '../../helpers/serverProcess.ts';
import type { Chance } from '../nemesis/chance.ts';
import { openWatch, type Watch } from '../nemesis/party.ts';
import type { Sabotage } from '../nemesis/preload/saboteur.ts';
import { type Supervised, superviseOn } from '../nemesis/supervised.ts';

/** What came of letting one call after the other throw. */
export type SabotageReport = {
  /** Sites that a table's life comes by. */
  readonly sites: number;
  readonly tried: number;
  /** Calls that really threw. */
  readonly hits: number;
  /** Connections of other tables that were lost although the process lived. */
  readonly disconnects: number;
  /** Sites at which the process died. */
  readonly deaths: readonly string[];
  /** How long nobody listened then, in ms. */
  readonly away: readonly number[];
  /** Sites after which somebody at the spoilt table never heard of something that had happened. */
  readonly silenced: readonly string[];
  /** Sites after which the spoilt table itself could not be played any more. */
  readonly ruined: readonly string[];
};

type Plan = {
  readonly dataDir: string;
  /** How many sites to try; all of them if there are fewer. */
  readonly most: number;
  readonly chance: Chance;
};

// How long an action of the spoilt table may go without an answer before its player goes on. Others are waited for.
const PATIENCE_MS = 700;
const patiently = (task: Promise<unknown>): Promise<unknown> =>
  Promise.race([task.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

const speech = (text: string): SeatAction => ({ type: 'speak', to: 'all', text, pledge: null });

/** Counts how often a player's line went down. */
const watchLine = ({ connection }: Player): (() => number) => {
  let drops = 0;
  connection.state.subscribe((state) => {
    if (state === 'reconnecting' || state === 'lost') drops += 1;
  });
  return () => drops;
};

const seatAt =
  (origin: string, watch: Watch) =>
  async (code: string, name: string, wish: 'US' | 'KR' | 'CN' | 'spectator') => {
    const guest = await newGuest(origin, name);
    return { guest, player: seatPlayer({ origin, guest, code, wish, ears: { update: watch.changed } }) };
  };

/** How a table can be looked at afterwards. */
type Lived = {
  /** Whether somebody never heard of something. */
  readonly missed: () => boolean;
  /** Whether it can still be played: whoever comes back is let in, and what they do is answered. */
  readonly isPlayable: () => Promise<boolean>;
};

/** A table's whole life in a few seconds: people come, talk, deal with a bot and each other, drop out, come back, leave. */
const live = async (origin: string, watch: Watch): Promise<Lived> => {
  const host = await newGuest(origin, 'Host');
  const code = await newTable(origin, host, { seats: { US: 'bot:trader' } });
  const sit = seatAt(origin, watch);
  const kr = seatPlayer({ origin, guest: host, code, wish: 'KR', ears: { update: watch.changed } });
  const cn = await sit(code, 'Cy', 'CN');
  await patiently(watch.until(() => kr.latest()?.view.round === 1 && cn.player.latest() !== null));
  const offer: SeatAction = {
    type: 'table',
    to: ['CN'],
    clauses: koreaChina(),
    sealed: true,
    note: '',
    spend: 4,
  };
  const spectator = await sit(code, 'Watcher', 'spectator');
  const acts: readonly (() => Promise<unknown>)[] = [
    () => kr.connection.act(speech('hello')),
    () => kr.connection.act(offer),
    () =>
      cn.player.connection.act({
        type: 'decline',
        offer: kr.latest()?.view.offers.at(-1)?.id ?? 'none',
        note: '',
      }),
    () => cn.player.connection.act({ type: 'pause' }),
    () => kr.connection.act({ type: 'release' }),
    () => cn.player.connection.act({ type: 'release' }),
    () => kr.connection.act({ type: 'ready', ready: true }),
  ];
  for (const act of acts) await patiently(act());
  const missed = (): boolean => [spectator.player, cn.player, kr].some((player) => player.missed() > 0);
  for (const { connection } of [spectator.player, cn.player, kr]) connection.leave();
  await patiently(fetch(`${origin}/api/tables/${code}`));
  const isPlayable = async (): Promise<boolean> => {
    const again = [
      seatPlayer({ origin, guest: host, code, ears: { update: watch.changed } }),
      seatPlayer({ origin, guest: cn.guest, code, ears: { update: watch.changed } }),
    ];
    const answers = Promise.all(
      again.map((player) => player.connection.act({ type: 'cancel', lever: 'none' })),
    );
    const late = new Promise<null>((resolve) => setTimeout(resolve, 10_000, null));
    const told = await Promise.race([answers, late]);
    for (const { connection } of again) connection.leave();
    return told !== null;
  };
  return { missed, isPlayable };
};

type Told = { readonly hits: number; readonly calls: Readonly<Record<string, number>> };

/** Speaks with the saboteur inside the server. */
const saboteurAt = (port: number) => ({
  tell: async (sabotage: Sabotage | null): Promise<void> => {
    await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(sabotage) });
  },
  ask: async (): Promise<Told> => (await fetch(`http://127.0.0.1:${port}`)).json() as Promise<Told>,
});

const openBystanders = async (server: Supervised, watch: Watch) => {
  const tables = await Promise.all(
    [1, 2, 3].map(async () => {
      const host = await newGuest(server.url, 'Bystander');
      const code = await newTable(server.url, host, { timeControl: 'untimed', seats: { CN: 'bot:random' } });
      const sit = seatAt(server.url, watch);
      const [us, kr] = [await sit(code, 'Ann', 'US'), await sit(code, 'Bo', 'KR')];
      await watch.until(() => us.player.latest()?.view.round === 1);
      return [us.player, kr.player];
    }),
  );
  const players = tables.flat();
  const lines = players.map(watchLine);
  return {
    drops: () => lines.reduce((sum, drops) => sum + drops(), 0),
    /** Everybody does something and is answered, however long that takes. */
    allAnswer: async (): Promise<void> => {
      await Promise.all(players.map((player) => player.connection.act({ type: 'cancel', lever: 'none' })));
    },
  };
};

/** Finds the sites of a table's life and lets some of them throw, one after the other, each at a new table. */
export const sabotageTrial = async ({ dataDir, most, chance }: Plan): Promise<SabotageReport> => {
  const port = await freePort();
  const server = await superviseOn({
    DATA_DIR: dataDir,
    SABOTAGE_PORT: String(port),
    BOT_DELAY_MS: '1-20',
    NODE_OPTIONS: `--import ${join(import.meta.dirname, '../nemesis/preload/saboteur.ts')}`,
  });
  await server.listening(1);
  const watch = openWatch();
  const saboteur = saboteurAt(port);
  const bystanders = await openBystanders(server, watch);
  await saboteur.tell(null);
  await (await live(server.url, watch)).isPlayable();
  const { calls } = await saboteur.ask();
  const sites = chance.shuffled(Object.entries(calls));
  const report = {
    hits: 0,
    disconnects: 0,
    deaths: [] as string[],
    silenced: [] as string[],
    ruined: [] as string[],
  };
  for (const [site, count] of sites.slice(0, most)) {
    const sabotage: Sabotage = {
      site,
      nth: chance.whole(1, Math.min(count, 8)),
      when: chance.pick(['before', 'after']),
    };
    const name = `${site}, call ${sabotage.nth}, ${sabotage.when}`;
    const before = { deaths: server.deaths(), drops: bystanders.drops() };
    await saboteur.tell(sabotage);
    const lived = await live(server.url, watch).catch(() => null);
    const told = await saboteur.ask().catch(() => null);
    report.hits += told?.hits ?? 1;
    await bystanders.allAnswer();
    if (server.deaths() > before.deaths) {
      report.deaths.push(name);
      await server.listening(server.deaths() + 1);
    } else report.disconnects += bystanders.drops() - before.drops;
    await saboteur.tell(null);
    if (lived?.missed() === true) report.silenced.push(name);
    if (lived !== null && !(await lived.isPlayable())) report.ruined.push(name);
  }
  await server.stop();
  return { sites: sites.length, tried: Math.min(most, sites.length), ...report, away: server.outages };
};
