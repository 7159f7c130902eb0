import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { brokenAt, type Entry } from '../../shared/engine/log.ts';
import { SEATS } from '../../shared/seats.ts';
import { withoutName } from '../../shared/table/withoutName.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { newGuest, sit } from '../helpers/players.ts';
import { hasPostgres, newDatabase } from '../helpers/postgres.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const DAY_MS = 86_400_000;
const FORM = { ready: [], own: [{ kind: 'text', text: 'Why?' }] } as const;

/** A database that a server is to use, and everything that is in it, looked at behind the server's back. */
type Bed = {
  readonly environment: Readonly<Record<string, string>>;
  readonly rows: () => Promise<string>;
  /** The bytes of the database's files, where what is deleted is overwritten. */
  readonly bytes: (() => string) | null;
  readonly remove: () => Promise<void>;
};

const sqliteBed = (folder: () => string): Bed => ({
  environment: {},
  rows: async () => {
    const database = new DatabaseSync(databaseFile(folder()), { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const all = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
    database.close();
    return JSON.stringify(all);
  },
  bytes: () =>
    ['', '-wal']
      .map((end) => {
        try {
          return readFileSync(join(databaseFile(folder()) + end)).toString('latin1');
        } catch {
          return '';
        }
      })
      .join(''),
  remove: async () => {},
});

const postgresBed = async (): Promise<Bed> => {
  const database = await newDatabase();
  return {
    environment: { DATABASE_URL: database.url },
    rows: async () => {
      const tables = await database.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
      const all: unknown[] = [];
      for (const { tablename } of tables)
        all.push(await database.run(`SELECT * FROM "${String(tablename)}"`));
      return JSON.stringify(all);
    },
    bytes: null,
    remove: database.drop,
  };
};

/** What every server has to do, on whatever database. */
const conformance = (openBed: (folder: () => string) => Bed | Promise<Bed>): void => {
  let server: ServerUnderTest;
  let bed: Bed;
  let rows: Bed['rows'];
  beforeAll(async () => {
    bed = await openBed(() => server.folder);
    rows = bed.rows;
    server = await startServer({ RETENTION_DAYS: '30', ...bed.environment });
  });
  afterAll(async () => {
    await server.close();
    await bed.remove();
  });

  describe('S19: a class', () => {
    test('S19: its facilitator deletes it with tables, logs, journal and answers; nobody else can; nothing stays', async () => {
      const room = await openClassroom(server.url, { title: 'Class-canary', people: 3, before: FORM });
      const pupil = await room.join('Pupil-canary');
      const answers = { form: 'before', answers: { 'own.1': 'Answer-canary' } };
      const said = await server.api('POST', `/api/classes/${room.code}/answers`, {
        token: pupil.guest.token,
        body: answers,
      });
      expect(said.status).toBe(200);
      await room.act({ type: 'begin' });
      const player = await room.sitDown(pupil);
      await player.act({ type: 'speak', to: 'all', text: 'Talk-canary', pledge: null });
      const table = (await pupil.me()).place!.table;
      for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
      await room.act({ type: 'openMandates' });
      /** Goes on from the pupil's table in one of the two ways. */
      const goOn = async (how: string, body: object): Promise<string> => {
        const path = `/api/tables/${table}/${how}`;
        const answer = await server.api('POST', path, { token: pupil.guest.token, body });
        expect(answer.status, JSON.stringify(answer.body)).toBe(201);
        return answer.body.code;
      };
      const path = `/api/tables/${table}/log`;
      const { entries } = (await server.api('GET', path, { token: pupil.guest.token })).body;
      const spoken = entries.findIndex((entry: Entry) => JSON.stringify(entry).includes('Talk-canary'));
      const branch = await goOn('branch', { at: spoken + 1, seat: 'KR' });
      const rematch = await goOn('rematch', { seats: 'kept' });
      const other = await openClassroom(server.url);
      const ofClass = `/api/classes/${room.code}`;
      for (const cookie of ['', other.cookie, other.cookie.replace(other.code, room.code)])
        expect((await server.api('DELETE', ofClass, { headers: { cookie } })).status).toBe(403);
      for (const canary of ['Class', 'Pupil', 'Answer', 'Talk'])
        expect(await rows()).toContain(`${canary}-canary`);

      const gone = await server.api('DELETE', ofClass, { headers: { cookie: room.cookie } });
      expect(gone.status).toBe(200);
      expect(gone.headers.get('set-cookie')).toContain('Max-Age=0');
      expect((await server.api('GET', ofClass)).status).toBe(404);
      expect((await server.api('GET', `/api/tables/${table}`)).status).toBe(404);
      const left = await rows();
      for (const trace of ['Class-canary', 'Answer-canary', 'Talk-canary', room.code, table, branch, rematch])
        expect(left, trace).not.toContain(trace);
      await server.api('DELETE', '/api/me', { token: pupil.guest.token });
      expect((await server.api('GET', '/api/me', { token: pupil.guest.token })).status).toBe(401);
      await server.restart(0);
      const kept = bed.bytes?.() ?? (await rows());
      expect(kept).toContain(other.code);
      expect(kept).not.toMatch(/(Class|Pupil|Answer|Talk)-canary/);
    });

    test('S19: one person has another pseudonym in each class, and consoles show no guest ids', async () => {
      const ann = await newGuest(server.api, 'Ann');
      const seen = [];
      for (const room of [await openClassroom(server.url), await openClassroom(server.url)]) {
        await server.api('POST', `/api/classes/${room.code}/join`, { token: ann.token, body: {} });
        const view = await room.view();
        expect(JSON.stringify(view)).not.toContain(ann.id);
        seen.push(view.members[0]!.id);
      }
      expect(new Set([...seen, ann.id]).size).toBe(3);
    });
  });

  describe('S19: a guest', () => {
    test('S19: who leaves for good: a bot plays on, the others keep a whole record without the name', async () => {
      const guests = await Promise.all(['Ann-canary', 'Bo', 'Cy'].map((name) => newGuest(server.api, name)));
      const [ann, bo] = guests as [(typeof guests)[0], (typeof guests)[0]];
      const body = { timeControl: 'untimed' };
      const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body })).body;
      const players = await Promise.all(guests.map((guest, i) => sit(server.url, guest, code, SEATS[i])));
      for (const player of players) await player.until(() => player.view().phase === 'negotiation');
      await players[0]!.act({ type: 'speak', to: 'all', text: 'what was said stays', pledge: null });
      const solo = { seats: { KR: 'bot:trader', CN: 'bot:trader' } };
      const alone = (await server.api('POST', '/api/tables', { token: ann.token, body: solo })).body.code;
      await (await sit(server.url, ann, alone, 'US')).leave();
      const room = await openClassroom(server.url, { people: 3, before: FORM });
      await server.api('POST', `/api/classes/${room.code}/join`, { token: ann.token, body: {} });
      const answers = { form: 'before', answers: { 'own.1': 'Answer-canary' } };
      await server.api('POST', `/api/classes/${room.code}/answers`, { token: ann.token, body: answers });

      expect((await server.api('DELETE', '/api/me', { token: ann.token })).status).toBe(200);
      expect(await rows()).not.toMatch(/(Ann|Answer)-canary/);
      expect((await server.api('GET', `/api/tables/${alone}`)).status).toBe(404);
      expect((await server.facts(code)).seats.US.kind).toBe('bot');
      expect((await room.view()).members).toEqual([]);

      await server.restart(0);
      const back = await sit(server.url, bo, code);
      expect(back.seat).toBe('KR');
      expect(back.view().phase).toBe('negotiation');
      expect(JSON.stringify(back.updates)).toContain('what was said stays');
      expect(JSON.stringify(back.updates)).not.toContain('Ann-canary');
      await back.leave();
    });
  });

  describe('S19: retention', () => {
    test('S19: after so many days tables, classes and guests that nobody has touched are deleted; all else is kept', async () => {
      const old = await newGuest(server.api, 'Old-canary');
      const { code: stale } = (await server.api('POST', '/api/tables', { token: old.token, body: {} })).body;
      const room = await openClassroom(server.url, { title: 'Class-canary', people: 3 });
      const kept = await newGuest(server.api, 'Kept');
      await server.restart(29 * DAY_MS);
      expect((await server.facts(stale)).code).toBe(stale);
      const fresh = (await server.api('POST', '/api/tables', { token: kept.token, body: {} })).body.code;
      await server.restart(2 * DAY_MS);
      while ((await rows()).includes('-canary')) await server.api('GET', '/healthz');
      expect((await server.api('GET', `/api/tables/${stale}`)).status).toBe(404);
      expect((await server.api('GET', `/api/classes/${room.code}`)).status).toBe(404);
      expect((await server.api('GET', '/api/me', { token: old.token })).status).toBe(401);
      expect((await server.facts(fresh)).code).toBe(fresh);
      expect((await server.api('GET', '/api/me', { token: kept.token })).body.name).toBe('Kept');
    });
  });
};

describe('on SQLite', () => conformance(sqliteBed));
describe.skipIf(!(await hasPostgres()))('on Postgres', () => conformance(postgresBed));

test('S19: only a delegate who leaves loses the name, and the chain of the log holds', () => {
  const person = (name: string) => ({ kind: 'person', name, standIn: null }) as const;
  const occupy = (name: string, holder: string, seq: number): Entry => ({
    seq,
    at: 0,
    actor: 'system',
    id: null,
    action: { type: 'occupy', seat: 'US', occupant: person(name), holder },
    events: [
      { kind: 'occupantChanged', seat: 'US', occupant: person(name) },
      { kind: 'seatHeld', seat: 'US', holder },
      { kind: 'occupantChanged', seat: 'US', occupant: { ...person(name), standIn: 'trader' } },
    ],
    hash: '',
  });
  const entries = [occupy('Ann · Bo', 'ann bo', 1), occupy('Bo', 'bo', 2), occupy('A · A · Bo', 'ann bo', 3)];
  const after = withoutName(entries, 'ann', '—');
  expect(brokenAt(after)).toBe(null);
  const names = after.map(({ events }) =>
    events.flatMap((event) => ('occupant' in event && 'name' in event.occupant ? event.occupant.name : [])),
  );
  expect(names).toEqual([
    ['— · Bo', '— · Bo'],
    ['Bo', 'Bo'],
    ['—', '—'],
  ]);
  expect(JSON.stringify(after)).not.toContain('Ann');
});
