import { Client, CloseCode, type Room } from '@colyseus/sdk';
import { type Signal, signal } from '@preact/signals';
import { type Acting, type Attendance, MESSAGES, type Reply, type Update } from '../../shared/protocol.ts';
import type { Connection, LinkState, Listener } from './connection.ts';
import { correspond } from './correspondence.ts';
import { type Place, ServerRefusal } from './http.ts';
import { type Letter, openOutbox, type Shelf } from './outbox.ts';
import { feelPulse, type Pulse } from './pulse.ts';

/** Close codes after which this tab must not come back: left on purpose, or the oldest of too many. */
const CONSENTED = 4000;
const SUPERSEDED = 4011;

const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;
const TOO_FAST = 429;

/** Waits longer each time, and not in step with the others who lost the same server. */
const waitBefore = (attempt: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + Math.random() / 2);

/** A refusal that asking again would not change. */
const isFinal = (failure: unknown): failure is ServerRefusal =>
  failure instanceof ServerRefusal &&
  failure.status >= 400 &&
  failure.status < 500 &&
  failure.status !== TOO_FAST;

/** What a room tells: every update, with whether it is the first since the line came up; answers; how the line is. */
type RoomEars = {
  readonly update: (update: Update, isFirst: boolean) => void;
  readonly reply: (reply: Reply) => void;
  readonly acting: (acting: Acting) => void;
  readonly attendance: (attendance: Attendance) => void;
  readonly dropped: () => void;
  readonly left: (closeCode: number) => void;
};

// A socket to a network that has fallen silent is opened without end.
const OPENING_MS = 15_000;

/** What a promise gives, if it does so in time; `late` gets what comes afterwards. */
const inTime = <T>(coming: Promise<T>, ms: number, late: (it: T) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('no answer in time'));
    }, ms);
    coming.finally(() => clearTimeout(timer)).then((it) => (isLate ? late(it) : resolve(it)), reject);
  });

// The SDK knows the server that it had and no other: a quick second try is its, the way to whoever plays the table now is ours.
const SDK_TRIES = 2;

/** Listens to a room. The SDK's own queue is off: it would send old actions without asking. */
const listenTo = (room: Room, ears: RoomEars): void => {
  room.reconnection.minUptime = 0;
  room.reconnection.maxRetries = SDK_TRIES;
  room.reconnection.maxEnqueuedMessages = 0;
  let isFirst = true;
  room.onMessage(MESSAGES.update, (update: Update) => {
    ears.update(update, isFirst);
    isFirst = false;
  });
  room.onMessage(MESSAGES.reply, ears.reply);
  room.onMessage(MESSAGES.acting, ears.acting);
  room.onMessage(MESSAGES.attendance, ears.attendance);
  room.onDrop(() => {
    isFirst = true;
    ears.dropped();
  });
  room.onLeave(ears.left);
  // Every error is followed by a close, which is dealt with.
  room.onError(() => undefined);
};

/** Leaves a room for good, also one whose line is down at the moment: the SDK may be about to bring it up again. */
const leaveRoom = (room: Room): void => {
  room.removeAllListeners();
  room.reconnection.enabled = false;
  // What still arrives is for nobody.
  room.onMessage('*', () => undefined);
  room.onReconnect(() => void room.leave());
  if (room.connection.isOpen) void room.leave();
};

type Line = {
  readonly state: Signal<LinkState>;
  readonly failure: Signal<string | null>;
  readonly acts: Signal<boolean>;
  readonly actHere: () => void;
  readonly attendance: Signal<Attendance | null>;
  readonly here: () => void;
  readonly send: (letter: Letter) => void;
  readonly pulse: Pulse;
  readonly retry: () => void;
  readonly leave: () => void;
};

/**
 * How somebody gets to a table: the server's address, a place there whenever one is needed (`since`: of the place before it,
 * null when a person asks for it), and where unanswered actions wait.
 */
export type Way = {
  readonly origin: string;
  readonly takePlace: (since: number | null) => Promise<Place>;
  readonly shelf: Shelf;
};

type LineOptions = {
  readonly way: Way;
  readonly place: Place | null;
  readonly update: RoomEars['update'];
  readonly reply: RoomEars['reply'];
};

/** Keeps a line to a table up: takes the place, follows the room, and takes the place again when the room is gone. */
const openLine = ({ way, place, update, reply }: LineOptions): Line => {
  const state = signal<LinkState>('connecting');
  const failure = signal<string | null>(null);
  const acts = signal(true);
  const attendance = signal<Attendance | null>(null);
  let room: Room | null = null;
  let code = '';
  let next = place;
  // When a person opened the line: a line that comes back by itself does not take over from newer tabs.
  let since: number | null = null;
  let attempt = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { pulse, hear, ...heart } = feelPulse(
    (echo) => room?.ping(echo),
    () => room?.connection.close(CloseCode.MAY_TRY_RECONNECT),
  );

  const lose = (why: string): void => {
    state.value = 'lost';
    failure.value = why;
  };
  const tryLater = (): void => {
    if (state.value !== 'connecting') state.value = 'reconnecting';
    heart.lose();
    timer = setTimeout(open, waitBefore(attempt++));
  };
  const ears: RoomEars = {
    update: (fresh, isFirst) => {
      attempt = 0;
      state.value = 'live';
      hear();
      update(fresh, isFirst);
    },
    reply,
    acting: (acting) => {
      acts.value = acting.acts;
    },
    attendance: (told) => {
      attendance.value = told;
    },
    dropped: () => {
      state.value = 'reconnecting';
      heart.lose();
    },
    left: (closeCode) => {
      if (isOver || closeCode === CONSENTED) return;
      room = null;
      if (closeCode === SUPERSEDED) lose('moved');
      else tryLater();
    },
  };
  const enter = async (): Promise<void> => {
    const taken = next ?? (await way.takePlace(since));
    next = null;
    ({ code, since } = taken);
    const joining = new Client(way.origin).consumeSeatReservation(taken.reservation as never);
    const joined = await inTime(joining, OPENING_MS, leaveRoom);
    if (isOver) return leaveRoom(joined);
    room = joined;
    listenTo(joined, ears);
  };
  const open = (): void => {
    enter().catch((problem: unknown) => {
      if (isOver) return;
      if (isFinal(problem)) lose(problem.code);
      else tryLater();
    });
  };

  /** A person wants this tab to have the table. */
  const openAnew = (): void => {
    failure.value = null;
    state.value = 'reconnecting';
    since = null;
    attempt = 0;
    open();
  };

  open();
  return {
    state,
    failure,
    acts,
    attendance,
    here: () => {
      if (room?.connection.isOpen) room.send(MESSAGES.here);
    },
    pulse,
    send: (letter) => {
      if (room?.connection.isOpen) room.send(MESSAGES.action, { ...letter.action, table: code });
    },
    actHere: () => {
      if (acts.value || state.value !== 'live' || room === null) return;
      leaveRoom(room);
      room = null;
      openAnew();
    },
    retry: () => {
      if (state.value === 'lost') openAnew();
    },
    leave: () => {
      isOver = true;
      heart.stop();
      clearTimeout(timer);
      if (room !== null) leaveRoom(room);
    },
  };
};

/**
 * The connection to a table on a server. Unanswered actions are kept until they are answered, and sent again with the same
 * ids after a reconnection or a reload, unless their round is over by then. `place`: one that was just taken.
 */
export const connectRemote = (way: Way, listener: Listener, place: Place | null = null): Connection => {
  const outbox = openOutbox(way.shelf);
  const letters = correspond(outbox);
  let round = 0;
  const line = openLine({
    way,
    place,
    update: (update, isFirst) => {
      round = update.view.round;
      listener.update(update);
      if (isFirst && letters.resume(round, line.send) > 0) listener.dropped();
    },
    reply: (reply) => {
      const letter = outbox.letters().find(({ action }) => action.id === reply.id);
      if (!letters.settle(reply)) listener.lateReply(reply, letter?.action ?? null);
    },
  });
  return {
    state: line.state,
    failure: line.failure,
    acts: line.acts,
    actHere: line.actHere,
    attendance: line.attendance,
    here: line.here,
    unanswered: letters.unanswered,
    pulse: line.pulse,
    act: (action) => {
      const { letter, reply } = letters.write(action, round);
      if (line.state.value === 'live') line.send(letter);
      return reply;
    },
    retry: line.retry,
    leave: line.leave,
  };
};
