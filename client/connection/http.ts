import type { Phase, Press } from '../../shared/engine/state.ts';
import type { Words } from '../../shared/scenarios/schema.ts';
import type { BySeat, Seat } from '../../shared/seats.ts';
import { recall, remember } from '../memory.ts';

export type TimeControl = 'blitz' | 'standard' | 'class' | 'correspondence' | 'untimed';

/** How a seat is to be filled when a table is opened. */
export type SeatPlan = 'human' | `bot:${string}`;

/** Who sits in a seat, as the lobby knows it. */
export type Sitter =
  | { readonly kind: 'vacant' }
  | { readonly kind: 'bot'; readonly bot: string }
  | { readonly kind: 'person'; readonly name: string; readonly present: boolean };

/** What anybody may know of a table without entering it. */
export type TableFacts = {
  readonly code: string;
  readonly scenario: string;
  readonly phase: Phase;
  readonly round: number;
  readonly timeControl: TimeControl;
  readonly press: Press;
  readonly explain: boolean;
  readonly listed: boolean;
  readonly quick: boolean;
  readonly spectatorDelay?: 1;
  readonly created: number;
  readonly seats: BySeat<Sitter>;
  readonly watching: number;
};

export type ScenarioFacts = {
  readonly id: string;
  readonly title: Words;
  readonly summary: Words;
  readonly seats: readonly Seat[];
};

/** What a server has: scenarios, bots from the weakest to the strongest, and the characters that they can have. */
export type Offerings = {
  readonly scenarios: readonly ScenarioFacts[];
  readonly bots: readonly string[];
  readonly personalities: readonly string[];
};

export type TablePlan = {
  readonly scenario: string;
  readonly timeControl: TimeControl;
  readonly press: Press;
  readonly seats: Partial<BySeat<SeatPlan>>;
  readonly explain: boolean;
  readonly hints: boolean;
  readonly listed: boolean;
  /** How many rounds later than the seats spectators see what happens. */
  readonly spectatorDelay: 0 | 1;
};

export type SeatWish = Seat | 'spectator';

/** A place at a table, for the next few seconds: `reservation` is for the connection alone. */
export type Place = {
  readonly id: string;
  readonly code: string;
  readonly seat: SeatWish;
  /** Since when the tab acts: goes back to the server when its line comes back by itself. */
  readonly since: number;
  readonly reservation: unknown;
};

/** Who somebody is to the server: the token is the guest's alone. */
export type Guest = { readonly token: string; readonly id: string; readonly name: string };

/** The server said no. `code`: a key of the sentences `error.*`. */
export class ServerRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(status: number, code: string, params: Readonly<Record<string, string | number>>) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

type Refused = {
  readonly error?: { readonly code?: string; readonly params?: Record<string, string | number> };
};

// A network that has fallen silent tells nobody so.
const PATIENCE_MS = 30_000;

const unreachable = (): never => {
  throw new ServerRefusal(0, 'network', {});
};

/** Asks the server something in JSON, in the name of a guest if a token is given. Throws a `ServerRefusal`. */
export const ask = async <T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  token?: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const headers: Record<string, string> = { ...extra };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  const response = await fetch(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(unreachable);
  // What is torn, or comes from somebody else on the way, is no answer.
  if (response.ok) return (await response.json().catch(unreachable)) as T;
  const error = ((await response.json().catch(() => null)) as Refused | null)?.error;
  throw new ServerRefusal(response.status, error?.code ?? 'unknown', error?.params ?? {});
};

const storedGuest = (): Guest | null => {
  try {
    return JSON.parse(recall('guest') ?? 'null') as Guest | null;
  } catch {
    return null;
  }
};

/** The name that this browser goes by, if it has one. */
export const guestName = (): string | null => storedGuest()?.name ?? null;

/** This guest's token; undefined where it has none. */
export const guestToken = (): string | undefined => storedGuest()?.token;

/** Whom this browser speaks for; null: nobody yet. */
export const guestId = (): string | null => storedGuest()?.id ?? null;

/** The same guest under another name, so that no seat is lost; null where the server no longer knows it. */
const rename = async (guest: Guest, name: string): Promise<Guest | null> => {
  try {
    const renamed = await ask<{ name: string }>('POST', '/api/me', { name }, guest.token);
    return { ...guest, name: renamed.name };
  } catch (refusal) {
    if (refusal instanceof ServerRefusal && refusal.status === 401) return null;
    throw refusal;
  }
};

/** Introduces this browser to the server under a name, unless it goes by that name already. */
export const introduce = async (name: string): Promise<Guest> => {
  const known = storedGuest();
  if (known !== null && known.name === name) return known;
  const guest =
    (known === null ? null : await rename(known, name)) ??
    (await ask<Guest>('POST', '/api/guests', { name }));
  remember('guest', JSON.stringify(guest));
  return guest;
};

/** Deletes this browser's guest with all that is theirs alone; one whom the server no longer knows is gone already. */
export const deleteGuest = async (): Promise<void> => {
  const guest = storedGuest();
  if (guest === null) return;
  await ask('DELETE', '/api/me', undefined, guest.token).catch((refusal: unknown) => {
    if (!(refusal instanceof ServerRefusal) || refusal.status !== 401) throw refusal;
  });
  remember('guest', null);
};

/** A request in the guest's name; a guest whom the server no longer knows is introduced again. Without a body: a look. */
export const askAsGuest = async <T>(path: string, body?: unknown): Promise<T> => {
  const guest = storedGuest();
  if (guest === null) throw new ServerRefusal(401, 'guest.unknown', {});
  const method = body === undefined ? 'GET' : 'POST';
  try {
    return await ask<T>(method, path, body, guest.token);
  } catch (refusal) {
    if (!(refusal instanceof ServerRefusal) || refusal.status !== 401) throw refusal;
    remember('guest', null);
    const again = await introduce(guest.name);
    return ask<T>(method, path, body, again.token);
  }
};

const tablePath = (code: string): string => `/api/tables/${encodeURIComponent(code)}`;

/** What this server has to offer: scenarios and bots. */
export const offerings = (): Promise<Offerings> => ask('GET', '/api/scenarios');

/** The open tables that anybody may enter. */
export const openTables = async (): Promise<readonly TableFacts[]> =>
  (await ask<{ tables: readonly TableFacts[] }>('GET', '/api/tables')).tables;

/** One table's facts. Looking takes no seat. */
export const tableFacts = (code: string): Promise<TableFacts> => ask('GET', tablePath(code));

/** Opens a table. */
export const openTable = (plan: TablePlan): Promise<{ readonly code: string }> =>
  askAsGuest('/api/tables', plan);

/** Takes, takes back or changes a seat, or watches. `since`: of the place that a line had which comes back by itself. */
export const takePlace = (code: string, seat: SeatWish | null, since: number | null = null): Promise<Place> =>
  askAsGuest(`${tablePath(code)}/seat`, {
    ...(seat === null ? {} : { seat }),
    ...(since === null ? {} : { since }),
  });

/** A table for the people of one that has ended, the same for all of them. `moved`: each in the seat after their own. */
export const rematchTable = (code: string, seats: 'kept' | 'moved'): Promise<{ readonly code: string }> =>
  askAsGuest(`${tablePath(code)}/rematch`, { seats });

/** Fills the free seats with bots and begins; for whoever opened the table. */
export const startTable = (code: string): Promise<TableFacts> => askAsGuest(`${tablePath(code)}/start`, {});

/** Sits down wherever somebody is waiting. */
export const quickMatch = (): Promise<Place> => askAsGuest('/api/quick', {});
