import { openLog } from '../../../server/log.ts';
import { SCENARIOS } from '../../../shared/scenarios/index.ts';
import { shortPause2025 } from '../../../shared/scenarios/shortPause2025.ts';
import { bySeat, SEATS, type Seat } from '../../../shared/seats.ts';
import { type Classroom, openClassroom, type Pupil } from '../../helpers/classroom.ts';
import { anyTabling } from '../../helpers/packages.ts';
import { newGuest, type Player, sit } from '../../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../../helpers/serverUnderTest.ts';
import { bytesOf, received } from '../../helpers/wire.ts';
import type { Chance } from '../nemesis/chance.ts';

// The SDK tells of its reconnections on standard output.
console.info = () => {};

/** Those who hear something: seats, others, the pages of who runs it, and the log. */
const EARS = [...SEATS, 'spectator', 'stranger', 'console', 'admin', 'log'] as const;
type Ear = (typeof EARS)[number];

/** A secret in every form in which it could be on the wire, and who may have it. */
type Canary = { readonly forms: readonly Buffer[]; readonly name: string; readonly known: readonly Ear[] };

const SCENARIO = 'canary-pause';
const ADMIN_SECRET = 'a-secret-for-the-trial';
// No whole numbers, as the economy's are: what is found is no coincidence. No sum of some is near the sum of others.
const EACH = { US: 1100.37, KR: 2900.61, CN: 7300.83 };
const isTelling = (number: number): boolean => !Number.isInteger(number);

/** The short pause with so much capital by news that what a seat has is a number of its own. */
const addScenario = (): void => {
  const { rules, news } = shortPause2025;
  const capital = { ...rules.capital, max: 1e6 };
  const cards = news.map((card, i) => ({ ...card, capital: bySeat((seat) => EACH[seat] + i + 1) }));
  const scenario = { ...shortPause2025, id: SCENARIO, news: cards, rules: { ...rules, capital } };
  Object.assign(SCENARIOS, { [SCENARIO]: scenario });
};

const ofText = (text: string, known: readonly Ear[]): Canary => ({
  name: text,
  forms: [Buffer.from(text)],
  known,
});

/** A number as JSON and as MessagePack write it: digits, a double, a float. */
const ofNumber = (number: number, known: readonly Ear[]): Canary => {
  const packed = (tag: number, size: number, write: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.alloc(1 + size);
    bytes[0] = tag;
    write(bytes);
    return bytes;
  };
  return {
    name: String(number),
    known,
    forms: [
      Buffer.from(String(number)),
      packed(0xcb, 8, (bytes) => bytes.writeDoubleBE(number, 1)),
      packed(0xca, 4, (bytes) => bytes.writeFloatBE(number, 1)),
    ],
  };
};

/** What the trial found: canaries where they don't belong, how many there were, and how many arrived where they do. */
export type SecretsReport = {
  readonly leaks: readonly string[];
  readonly canaries: number;
  readonly arrived: { readonly words: number; readonly numbers: number };
  readonly bytes: number;
};

type Scene = {
  readonly server: ServerUnderTest;
  readonly chance: Chance;
  readonly logged: string[];
  readonly adminCookie: string;
};

/** One game of a class: two who come at first, one who comes late and takes over from a bot, one who watches. */
const playGame = async ({ server, chance, logged, adminCookie }: Scene, game: number) => {
  const canaries: Canary[] = [];
  const heard = new Map<Ear, Buffer[]>(EARS.map((ear) => [ear, []]));
  const sessions = new Map<Ear, Set<string>>(EARS.map((ear) => [ear, new Set()]));
  const hear = (ear: Ear, text: string): void => void heard.get(ear)!.push(Buffer.from(text, 'latin1'));
  const ask = async (ear: Ear, path: string, init: RequestInit = {}): Promise<void> => {
    const headers = { connection: 'close', 'content-type': 'application/json', ...init.headers };
    const answer = await fetch(server.url + path, { ...init, headers });
    hear(ear, Buffer.from(await answer.arrayBuffer()).toString('latin1'));
  };

  const room: Classroom = await openClassroom(server.url, {
    scenario: SCENARIO,
    timeControl: 'class',
    people: 3,
    tables: 1,
    explain: chance.happens(0.5),
  });
  const pupils: Pupil[] = [...(await room.joinAll(2))];
  await room.act({ type: 'begin' });
  const seats = new Map<Seat, { readonly pupil: Pupil; player: Player }>();
  const come = async (pupil: Pupil): Promise<void> => {
    const player = await room.sitDown(pupil);
    seats.set(player.seat as Seat, { pupil, player });
    sessions.get(player.seat as Seat)!.add(player.room.sessionId);
  };
  for (const pupil of pupils) await come(pupil);
  const code = (await room.row(1)).code!;
  const watcher = await newGuest(server.api, 'Di');
  const spectator = await sit(server.url, watcher, code, 'spectator');
  sessions.get('spectator')!.add(spectator.room.sessionId);

  /** Everybody asks for all there is over HTTP, allowed or not. */
  const askAround = async (isOver: boolean): Promise<void> => {
    const table = `/api/tables/${code}`;
    const lesson = `/api/classes/${room.code}`;
    const paths = [table, `${table}/log`, `${table}/export?words=yes`, '/api/tables', lesson];
    paths.push(...['tables', 'debrief', 'me', 'console', 'export'].map((part) => `${lesson}/${part}`));
    const branch = { method: 'POST', body: JSON.stringify({ at: 1, seat: 'US', bot: 'trader' }) };
    const tokens: [Ear, string | null][] = [...seats].map(([seat, { pupil }]) => [seat, pupil.guest.token]);
    for (const [ear, token] of [...tokens, ['spectator', watcher.token], ['stranger', null]] as const) {
      const headers = token === null ? {} : { authorization: `Bearer ${token}` };
      for (const path of paths) await ask(ear, path, { headers });
      await ask(ear, `${table}/branch`, { ...branch, headers });
      await ask(ear, `${table}/seat`, { method: 'POST', body: '{"seat":"canary"}', headers });
    }
    // The log of what is over is the facilitator's to read.
    const pages = ['console', 'tables', ...(isOver ? [] : ['debrief', 'export'])];
    for (const page of pages) await ask('console', `${lesson}/${page}`, { headers: { cookie: room.cookie } });
    await ask('admin', '/admin', { headers: { cookie: adminCookie } });
  };

  let marks = 0;
  const mark = (...known: Ear[]): string => {
    const text = `canary-${game}-${marks++}.`;
    canaries.push(ofText(text, known));
    return text;
  };
  /** A seat whispers, and seals a package with another; the third asks about it; the other answers with a word. */
  const whisper = async (seat: Seat, player: Player): Promise<void> => {
    const to = chance.pick(SEATS.filter((one) => one !== seat));
    await player.act({ type: 'speak', to, text: mark(seat, to), pledge: null });
    let tabling: ReturnType<typeof anyTabling>;
    try {
      tabling = anyTabling(player, to, true, mark(seat, to));
    } catch {
      return;
    }
    const { ok } = await player.act(tabling);
    const offer = player.view().offers.find(({ note }) => note === tabling.note);
    if (!ok || offer === undefined) return;
    canaries.push(ofText(offer.id, [seat, to]));
    for (const [other, { player: one }] of seats) {
      if (other === seat) continue;
      if (other === to && chance.happens(0.5))
        await one.act({ type: 'decline', offer: offer.id, note: mark(seat, to) });
      else await one.act({ type: 'accept', offer: offer.id, spend: chance.whole(0, 3) });
    }
  };

  /** Somebody's line is cut and comes back, or is away so long that a stand-in plays. */
  const trouble = async (seat: Seat): Promise<void> => {
    const at = seats.get(seat)!;
    const { player, pupil } = at;
    const fate = chance.next();
    if (fate < 0.2) {
      const before = player.updates.length;
      player.blink();
      await player.until(() => player.updates.length > before);
    } else if (fate < 0.4) {
      player.drop();
      while ((await room.row(1)).seats.find((cell) => cell.seat === seat)!.light === 'connected');
      await server.clock.advance(61_000);
      await come(pupil);
    }
  };

  const isOver = (): boolean => spectator.view().phase === 'ended';
  for (let round = 1; !isOver(); round++) {
    if (round === 2) {
      const late = await room.join('Late');
      pupils.push(late);
      await come(late);
    }
    for (const seat of SEATS.filter((one) => seats.has(one))) {
      if (spectator.view().phase === 'negotiation') await whisper(seat, seats.get(seat)!.player);
      await trouble(seat);
      await server.clock.advance(2000);
    }
    if (chance.happens(0.5) || round === 1) await askAround(false);
    await room.act({ type: 'advance', tables: [1] });
    await spectator.until(() => spectator.view().round > round || spectator.view().phase !== 'negotiation');
    if (spectator.view().phase === 'closing') await room.act({ type: 'advance', tables: [1] });
    await spectator.until(() => spectator.view().round > round || isOver());
  }
  await askAround(true);

  for (const [seat, { player }] of seats) {
    canaries.push(ofText(player.view().own!.mandate, [seat, 'console']));
    const amounts = player.updates.map(({ view }) => view.own?.capital ?? 0);
    const changes = player.eventsOf('capitalChanged').map(({ change }) => change);
    for (const number of new Set([...amounts, ...changes]))
      if (isTelling(number)) canaries.push(ofNumber(number, [seat]));
  }
  for (const { guest } of [...pupils, { guest: watcher }]) canaries.push(ofText(guest.token, []));
  canaries.push(ofText(room.secret, []));
  const players = [...seats.values()].map(({ player }) => player);
  for (const player of [...players, spectator]) await player.leave();
  for (const ear of EARS) for (const session of sessions.get(ear)!) hear(ear, bytesOf(session));
  hear('log', logged.join(''));
  logged.length = 0;
  received.clear();
  return { canaries, heard };
};

/** Plays games over real sockets and HTTP, and looks for every secret in every byte that somebody received. */
export const secretsTrial = async (games: number, chance: Chance): Promise<SecretsReport> => {
  addScenario();
  const logged: string[] = [];
  const log = openLog('debug', { write: (line) => logged.push(line) });
  const server = await startServer({ ADMIN_SECRET }, undefined, log);
  const entered = await fetch(`${server.url}/admin/enter`, {
    method: 'POST',
    body: new URLSearchParams({ secret: ADMIN_SECRET }),
    headers: { origin: server.url },
    redirect: 'manual',
  });
  if (entered.status !== 303) throw new Error(`no way into /admin: ${entered.status}`);
  const adminCookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const leaks: string[] = [];
  const total = { canaries: 0, bytes: 0 };
  const arrived = { words: 0, numbers: 0 };
  for (let game = 0; game < games; game++) {
    const { canaries, heard } = await playGame({ server, chance, logged, adminCookie }, game);
    total.canaries += canaries.length;
    for (const [ear, parts] of heard) {
      const bytes = Buffer.concat(parts);
      total.bytes += bytes.length;
      for (const { name, forms, known } of canaries) {
        if (!forms.some((form) => bytes.includes(form))) continue;
        if (known.includes(ear)) arrived[forms.length === 1 ? 'words' : 'numbers']++;
        else leaks.push(`game ${game}: ${ear} has ${name}`);
      }
    }
  }
  await server.close();
  return { leaks, arrived, ...total };
};
