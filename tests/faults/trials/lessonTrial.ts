import { unzipSync } from 'fflate';
import type { ConsoleView, TableRow } from '../../../server/classes/protocol.ts';
import { chooseAction } from '../../../server/cli/load/chooseAction.ts';
import { type Player, seatPlayer } from '../../../server/cli/load/player.ts';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import type { Seat } from '../../../shared/seats.ts';
import { checkJoins, checkRoundTrip, readCsv } from '../../exports/anyClass.ts';
import { type Classroom, openClassroom, type Pupil } from '../../helpers/classroom.ts';
import type { Chance } from '../nemesis/chance.ts';
import { openWatch, type Watch } from '../nemesis/party.ts';

/** Screens of real browsers in the class: they come when it gathers, and are told what happens. */
export type Screens = {
  /** How many people they are. */
  readonly people: number;
  readonly join: (room: Classroom) => Promise<void>;
  /** All of them sit at their tables. */
  readonly seated: () => Promise<void>;
  /** All of them show a pause. */
  readonly paused: () => Promise<void>;
  /** The console, loaded anew, shows so many tables. */
  readonly reloaded: (tables: number) => Promise<void>;
};

export type LessonPlan = {
  readonly url: string;
  readonly chance: Chance;
  readonly scenario: string;
  readonly tables: number;
  /** How many lose their line, and how many of them come back. */
  readonly lost: number;
  readonly back: number;
  /** Ms between two looks at the console. */
  readonly everyMs: number;
  /** Once everybody is back the facilitator moves all tables on to their end; otherwise the players get there by themselves. */
  readonly isShort: boolean;
  readonly screens?: Screens;
  readonly progress?: (text: string) => void;
};

/** What came of a lesson. Times in ms. */
export type LessonReport = {
  readonly room: Classroom;
  readonly looks: number;
  readonly slowestLook: number;
  /** From the press to the last screen. */
  readonly pause: number;
  /** From the loss of a line to the stand-in, the longest. */
  readonly standIn: number;
  readonly entries: number;
};

const SEATS_A_TABLE = 3;
const MOVES_A_ROUND = 2;
const BEAT_MS = 120;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody of the class who plays by a script. */
type Actor = { readonly pupil: Pupil; readonly table: number; readonly seat: Seat; player: Player | null };

const sitDown = async (url: string, pupil: Pupil, watch: Watch): Promise<Actor> => {
  const { place } = await pupil.me();
  if (place === null || place.seat === null) throw new Error(`${pupil.guest.name} has no seat`);
  const player = seatPlayer({
    origin: url,
    guest: pupil.guest,
    code: place.table,
    ears: { update: watch.changed },
  });
  return { pupil, table: place.number, seat: place.seat, player };
};

const phaseOf = ({ player }: Actor) => player?.latest()?.view.phase ?? 'waiting';

/** Plays on until the table has ended or the line is lost: some moves a round, then ready. */
const playOn = async (actor: Actor, chance: Chance): Promise<void> => {
  const moved = new Map<number, number>();
  for (;;) {
    const { player } = actor;
    const view = player?.latest()?.view;
    if (player === null || view?.phase === 'ended') return;
    const { own } = view ?? {};
    if (view !== undefined && own && view.pause === null && view.phase !== 'waiting' && !own.ready) {
      const done = moved.get(view.round) ?? 0;
      moved.set(view.round, done + 1);
      const ready: SeatAction = { type: 'ready', ready: true };
      const move = done < MOVES_A_ROUND ? chooseAction(bookOf(view.setup.scenario), view, chance.next) : null;
      const isDone = player.connection.act(move ?? ready);
      await Promise.race([isDone, wait(2000)]);
    }
    await wait(BEAT_MS * (0.5 + chance.next()));
  }
};

const isComplete = ({ tables }: ConsoleView, count: number): boolean =>
  tables.length === count && tables.every(({ number }, i) => number === i + 1);

/** Looks at the console again and again, as somebody does who reloads the page, until it is stopped. */
const keepLooking = (room: Classroom, { tables, everyMs, screens }: LessonPlan) => {
  const looks: number[] = [];
  const faults: string[] = [];
  let isOver = false;
  const run = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      const view = await room.view();
      looks.push(performance.now() - began);
      if (!isComplete(view, tables))
        faults.push(`the console shows ${view.tables.length} of ${tables} tables`);
      await screens?.reloaded(tables);
      await wait(everyMs);
    }
  };
  const done = run();
  return {
    stop: async (): Promise<readonly number[]> => {
      isOver = true;
      await done;
      if (faults[0] !== undefined) throw new Error(faults[0]);
      return looks;
    },
  };
};

const cellOf = (rows: readonly TableRow[], { table, seat }: Actor) =>
  rows[table - 1]?.seats.find((cell) => cell.seat === seat);

const standInAt = ({ player }: Actor, seat: Seat): boolean => {
  const occupant = player?.latest()?.view.occupants[seat];
  return occupant?.kind === 'person' && occupant.standIn !== null;
};

/** Waits until the console says something of everybody in question. */
const untilShown = async (
  room: Classroom,
  actors: readonly Actor[],
  holds: (cell: NonNullable<ReturnType<typeof cellOf>>) => boolean,
): Promise<void> => {
  for (;;) {
    const { tables } = await room.view();
    const cells = actors.map((actor) => cellOf(tables, actor));
    if (cells.every((cell) => cell !== undefined && holds(cell))) return;
    await wait(100);
  }
};

/** Pauses all tables; gives the ms until the last screen has it. */
const pauseAll = async (
  room: Classroom,
  actors: readonly Actor[],
  { watch, screens }: { readonly watch: Watch; readonly screens: Screens | undefined },
): Promise<number> => {
  const began = performance.now();
  const isPaused = ({ player }: Actor): boolean => {
    const view = player?.latest()?.view;
    return view === undefined || view.phase === 'ended' || view.pause !== null;
  };
  await Promise.all([
    room.act({ type: 'pause', tables: 'all', text: '' }),
    watch.until(() => actors.every(isPaused)),
    screens?.paused(),
  ]);
  return performance.now() - began;
};

/** Whoever is back decides for themselves again: nothing but the state of the game refuses it. */
const decide = async ({ player, seat, table }: Actor): Promise<void> => {
  const own = player?.latest()?.view.own;
  const reply = await player?.connection.act({ type: 'ready', ready: own?.ready !== true });
  const code = reply?.ok === false ? reply.refusal.code : null;
  if (code !== null && /^(action|seat|unavailable)/.test(code))
    throw new Error(`${seat} of table ${table}: ${code}`);
};

const filesOf = async (
  url: string,
  { code, cookie }: Classroom,
): Promise<Readonly<Record<string, string>>> => {
  const answer = await fetch(`${url}/api/classes/${code}/export?words=yes`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`no export: ${answer.status}`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
};

/** The export of the class joins, reads back, has every table, and agrees with the console. */
const checkExport = (files: Readonly<Record<string, string>>, { tables }: ConsoleView): number => {
  checkJoins(files);
  checkRoundTrip(files);
  const rows = readCsv(files['tables.csv'] ?? '');
  const exported = rows.map(({ offers }) => Number(offers)).join();
  const shown = tables.map(({ offers }) => offers).join();
  if (exported !== shown) throw new Error(`offers: ${exported} in the export, ${shown} on the console`);
  return rows.reduce((sum, { entries }) => sum + Number(entries), 0);
};

/**
 * A whole lesson: people join, play all tables to the end while the console is looked at again and again, all are paused,
 * some lose their line and are stood in for, some of those come back, and the class is taken away as files. Throws at the
 * first thing that is not as it should be.
 */
export const lessonTrial = async (plan: LessonPlan): Promise<LessonReport> => {
  const { url, chance, scenario, tables, isShort, screens, progress = () => {} } = plan;
  const room = await openClassroom(url, {
    title: 'Acceptance',
    scenario,
    tables,
    people: tables * SEATS_A_TABLE,
    timeControl: 'class',
    // Whoever sits at a real screen only looks on: there the clock ends the rounds.
    minutes: screens === undefined ? 5 : 0.5,
    seating: 'order',
  });
  await screens?.join(room);
  const pupils = await room.joinAll(tables * SEATS_A_TABLE - (screens?.people ?? 0));
  const consoleLooks = keepLooking(room, plan);
  await room.act({ type: 'begin' });
  const watch = openWatch();
  const actors = await Promise.all(pupils.map((pupil) => sitDown(url, pupil, watch)));
  await screens?.seated();
  await watch.until(() => actors.every((actor) => phaseOf(actor) === 'negotiation'));
  progress('begun');

  const games = actors.map((actor) => playOn(actor, chance));
  await watch.until(() =>
    actors.every(({ player }) => (player?.latest()?.view.round ?? 0) > (isShort ? 0 : 1)),
  );
  const pause = await pauseAll(room, actors, { watch, screens });
  progress('paused');
  await room.act({ type: 'release', tables: 'all' });
  await watch.until(() => actors.every(({ player }) => player?.latest()?.view.pause === null));

  // One at each table loses the line, so that nobody is alone.
  const lost = actors.filter((_, i) => i % SEATS_A_TABLE === 0).slice(0, plan.lost);
  const gone = performance.now();
  for (const actor of lost) {
    actor.player?.connection.leave();
    actor.player = null;
  }
  await untilShown(room, lost, ({ light, bot }) => light === 'gone' && bot !== null);
  const standIn = performance.now() - gone;
  progress('stood in for');
  const back = lost.slice(0, plan.back);
  for (const actor of back) {
    const { player } = await sitDown(url, actor.pupil, watch);
    actor.player = player;
  }
  await watch.until(() =>
    back.every((actor) => phaseOf(actor) !== 'waiting' && !standInAt(actor, actor.seat)),
  );
  for (const actor of back) await decide(actor);
  await untilShown(room, back, ({ light, bot }) => light !== 'gone' && bot === null);
  progress('back');
  const again = back.map((actor) => playOn(actor, chance));

  for (;;) {
    const playing = (await room.view()).tables.filter(({ phase }) => phase !== 'ended');
    if (playing.length === 0) break;
    if (isShort) await room.act({ type: 'advance', tables: playing.map(({ number }) => number) });
    await wait(isShort ? 50 : 1000);
  }
  await Promise.all([...games, ...again]);
  progress('ended');
  await room.act({ type: 'openMandates', tables: 'all' });
  const looks = await consoleLooks.stop();
  const entries = checkExport(await filesOf(url, room), await room.view());
  for (const { player } of actors) player?.connection.leave();
  return { room, looks: looks.length, slowestLook: Math.max(...looks), pause, standIn, entries };
};
