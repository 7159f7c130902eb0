// First of all: whatever comes over a socket is recorded.
import './wire.ts';

import { Client, CloseCode, type Room } from '@colyseus/sdk';
import type { Event, EventKind, EventOf } from '../../shared/engine/events.ts';
import type { View } from '../../shared/engine/view.ts';
import type { Acting, Attendance, Reply, Update } from '../../shared/protocol.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
type Body = any;

export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** Asks the server something over HTTP. A string is sent as it is, anything else as JSON. */
export type Api = (
  method: string,
  path: string,
  options?: { readonly token?: string; readonly body?: unknown; readonly headers?: Record<string, string> },
) => Promise<Answer>;

export const apiOf =
  (url: string): Api =>
  async (method, path, { token, body, headers = {} } = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        // A kept connection would not survive the restart of a server.
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };

export type TestGuest = { readonly token: string; readonly id: string; readonly name: string };

export const newGuest = async (api: Api, name: string): Promise<TestGuest> =>
  (await api('POST', '/api/guests', { body: { name } })).body;

/** A person at a table: a real connection, everything that came over it, and a way to wait for more. */
export type Player = {
  readonly room: Room;
  readonly guest: TestGuest;
  readonly seat: string;
  readonly updates: readonly Update[];
  readonly replies: readonly Reply[];
  /** Whether this tab acts, as it was told last. */
  readonly acts: () => boolean | null;
  readonly closed: () => number | null;
  /** How people are there, as the player was last told; null: not yet. */
  readonly attendance: () => Attendance | null;
  /** Tells that somebody is at the page, and no more. */
  readonly here: () => void;
  readonly view: () => View;
  readonly events: () => readonly Event[];
  readonly eventsOf: <K extends EventKind>(kind: K) => readonly EventOf<K>[];
  /** Sends whatever it is as an action, with the table's code if it is something that can have one, and waits for nothing. */
  readonly post: (message: unknown) => void;
  /** Sends an action and waits for its answer. An id is made up where none is given. */
  readonly act: (action: Readonly<Record<string, unknown>> & { readonly type: string }) => Promise<Reply>;
  /** Waits until something holds; it is asked again whenever anything comes in. */
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly leave: () => Promise<void>;
  /** Cuts the connection for good, as a network does that stays away. */
  readonly drop: () => void;
  /** Cuts the connection; it comes back by itself. */
  readonly blink: () => void;
};

let count = 0;
export const newId = (): string => `test-${String(count++).padStart(6, '0')}`;

const isPlain = (message: unknown): message is object =>
  typeof message === 'object' && message !== null && Object.getPrototypeOf(message) === Object.prototype;

/** Asks for a seat and opens the connection. `since`: of a line that comes back by itself. */
export const sit = async (
  url: string,
  guest: TestGuest,
  code: string,
  seat?: string,
  since?: number,
): Promise<Player> => {
  const path = `/api/tables/${code}/seat`;
  const { status, body } = await apiOf(url)('POST', path, { token: guest.token, body: { seat, since } });
  if (status !== 200) throw new Error(`no seat: ${status} ${JSON.stringify(body)}`);
  return connect(url, guest, body);
};

/** Opens the connection of a reservation. */
export const connect = async (url: string, guest: TestGuest, seated: Body): Promise<Player> => {
  const room = await new Client(url).consumeSeatReservation(seated.reservation);
  room.reconnection.minUptime = 0;
  return playerOf(room as Room, guest, seated);
};

const playerOf = async (room: Room, guest: TestGuest, { seat, code }: Body): Promise<Player> => {
  const updates: Update[] = [];
  const replies: Reply[] = [];
  let closed: number | null = null;
  let attendance: Attendance | null = null;
  let acts: boolean | null = null;
  let waiting: { readonly holds: () => boolean; readonly go: () => void }[] = [];
  const look = (): void => {
    const done = waiting.filter(({ holds }) => holds());
    waiting = waiting.filter((wait) => !done.includes(wait));
    for (const { go } of done) go();
  };
  const until = (holds: () => boolean): Promise<void> =>
    holds() ? Promise.resolve() : new Promise((go) => waiting.push({ holds, go }));

  room.onMessage('update', (update: Update) => {
    updates.push(update);
    look();
  });
  room.onMessage('reply', (reply: Reply) => {
    replies.push(reply);
    look();
  });
  room.onMessage('acting', (acting: Acting) => {
    acts = acting.acts;
    look();
  });
  room.onMessage('attendance', (told: Attendance) => {
    attendance = told;
    look();
  });
  room.onReconnect(look);
  room.onLeave((code) => {
    closed = code;
    look();
  });
  const post = (message: unknown): void =>
    room.send('action', isPlain(message) ? { ...message, table: code } : message);
  const cut = (code: number): void =>
    (room.connection.transport as unknown as { ws: { close: (code: number) => void } }).ws.close(code);
  const events = (): readonly Event[] => updates.flatMap((update) => update.events);
  await until(() => updates.length > 0);
  return {
    room,
    guest,
    seat,
    updates,
    replies,
    acts: () => acts,
    closed: () => closed,
    attendance: () => attendance,
    here: () => room.send('here'),
    view: () => updates.at(-1)!.view,
    events,
    eventsOf: <K extends EventKind>(kind: K) =>
      events().filter((event): event is EventOf<K> => event.kind === kind),
    act: async (action) => {
      const id = typeof action.id === 'string' ? action.id : newId();
      const before = replies.length;
      post({ ...action, id });
      const answer = () => replies.slice(before).find((reply) => reply.id === id);
      await until(() => answer() !== undefined || closed !== null);
      const reply = answer();
      if (reply === undefined) throw new Error(`closed with ${closed} before the answer`);
      return reply;
    },
    post,
    until,
    leave: async () => {
      await room.leave();
    },
    drop: () => cut(3001),
    blink: () => cut(CloseCode.MAY_TRY_RECONNECT),
  };
};
