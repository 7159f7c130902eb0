import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEASE_MS } from '../../server/storage/owners.ts';
import type { OpenStore } from '../../server/storage/sqlStore.ts';
import { LogMoved, StoreFailure } from '../../server/storage/storeFailure.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { hasPostgres } from '../helpers/postgres.ts';
import {
  postgresBed,
  type StoreBed,
  someEntries,
  someGuest,
  someTable,
  sqliteBed,
} from '../helpers/stores.ts';

const NOW = 1_750_000_000_000;
const [opening, second, third] = someEntries(3) as [Entry, Entry, Entry];

const aged = async (bed: StoreBed): Promise<void> => {
  await bed.begin();
  const { id, code, creator, created, options, facts } = someTable('old');
  const json = [options, facts].map((part) => `'${JSON.stringify(part)}'`);
  await bed.run(`INSERT INTO tables (id, code, creator, created, options, status, facts, changed)
    VALUES ('${id}', '${code}', '${creator}', ${created}, ${json[0]}, 'open', ${json[1]}, 1)`);
  for (const { seq, at, actor, id: action, hash } of [opening, second])
    await bed.run(`INSERT INTO entries (table_id, seq, at, actor, id, action, events, hash)
      VALUES ('${id}', ${seq}, ${at}, '${actor}', '${action}', '{}', '[]', '${hash}')`);
  await bed.run(`INSERT INTO heartbeat (id, at) VALUES (1, ${NOW - 500})`);
};

/** What every store has to do, on whatever database. */
const conformance = (makeBed: () => Promise<StoreBed>): void => {
  let bed: StoreBed;
  let a: OpenStore;
  let b: OpenStore;
  let count = 0;
  const newId = (): string => `t${count++}`;

  beforeAll(async () => {
    bed = await makeBed();
    // Two processes that start at the same moment bring the form up to date together.
    a = await bed.open('a');
    b = await bed.open('b');
    await a.store.beat(NOW);
    await b.store.beat(NOW);
  });
  afterAll(async () => {
    await a.store.close();
    await b.store.close();
    await bed.remove();
  });

  const newTable = async (owner = a): Promise<string> => {
    const id = newId();
    expect(await owner.store.addTable(someTable(id))).toBe(true);
    return id;
  };

  test('a class that is being deleted takes no late fact, table or answer, and none of them stays behind', async () => {
    const { classes } = a.store;
    const id = newId();
    const record = { id, code: id.toUpperCase(), created: NOW, secretHash: 's', rosterKey: 'r', plan: {} };
    expect(await classes.addClass(record)).toBe(true);
    const write = [
      () => classes.addFact(id, { seq: 1, at: NOW, fact: { kind: 'begun' } }, ['x1', 'x2']),
      () => classes.saveAnswers(id, { member: 'm', form: 'f', at: NOW, answers: { q: 1 } }),
    ];
    for (const one of write) await one();
    await write[1]!();
    expect(await classes.tablesOf(id)).toEqual(['x1', 'x2']);
    expect(await classes.factsOf(id)).toHaveLength(1);
    expect(await classes.answersOf(id)).toHaveLength(1);
    // A fact and the tables that it opened are written together, or not at all.
    const other = { seq: 1, at: NOW, fact: { kind: 'acted' } };
    await expect(classes.addFact(id, other, ['x3'])).rejects.toMatchObject({ code: 'unavailable' });
    expect(await classes.tablesOf(id)).toEqual(['x1', 'x2']);
    await b.store.classes.deleteClass(id);
    for (const one of write) await expect(one()).rejects.toMatchObject({ code: 'class.unknown' });
    expect([await classes.tablesOf(id), await classes.factsOf(id), await classes.answersOf(id)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('guests are found by their token only, also under a new name, and no token is given twice', async () => {
    const { store } = a;
    await store.addGuest(someGuest, 'hash');
    const seen = someGuest.created;
    expect(await store.guestByToken('hash')).toEqual({ ...someGuest, seen });
    await store.renameGuest('ann', '새 이름');
    expect(await store.guestByToken('hash')).toEqual({ ...someGuest, seen, name: '새 이름' });
    expect(await store.guestByToken('other')).toBeNull();
    await expect(store.addGuest({ ...someGuest, id: 'bo' }, 'hash')).rejects.toBeInstanceOf(StoreFailure);
  });

  test('a table is found by its id and its code, which no other gets', async () => {
    const id = await newTable();
    expect(await b.store.tableById(id)).toEqual(someTable(id));
    expect(await b.store.tableByCode(`CODE-${id}`)).toEqual(someTable(id));
    expect(await b.store.addTable({ ...someTable('other'), code: `CODE-${id}` })).toBe(false);
    expect([await b.store.tableById('other'), await b.store.tableByCode('NONE')]).toEqual([null, null]);
    expect(await b.store.claim('other', NOW)).toBeNull();
  });

  test('entries come back as they were; a number, a gap or an id of before is refused and changes nothing', async () => {
    const id = await newTable();
    const { store } = a;
    for (const entry of [opening, second]) await store.append(id, entry, 1);
    for (const wrong of [
      { ...second, hash: 'x' },
      { ...third, seq: 4 },
      { ...third, id: second.id },
    ])
      await expect(store.append(id, wrong, 1)).rejects.toBeInstanceOf(LogMoved);
    // The very same entry is there already, which is all that its sender wants.
    await store.append(id, second, 1);
    expect(await b.store.entriesOf(id)).toEqual([opening, second]);
    await store.append(id, third, 1);
    expect(await b.store.entriesOf(id)).toEqual([opening, second, third]);
  });

  test('a table has one owner while that is alive; the others learn who it is', async () => {
    const id = await newTable();
    const owner = { id: 'a', address: 'a:1', secret: 'secret of a' };
    expect(await b.store.claim(id, NOW)).toEqual({ kind: 'elsewhere', owner });
    expect(await b.fleet.ownerOf('code', `CODE-${id}`, NOW)).toEqual(owner);
    expect(await a.fleet.ownerOf('id', id, NOW)).toBeNull();
    expect(await b.store.openTableIds(NOW, 100)).not.toContain(id);
    expect(await a.fleet.stillOwned([id, 'none'])).toEqual([id]);
    expect(await b.fleet.desk(NOW)).toEqual(owner);
    expect(await a.fleet.desk(NOW)).toBeNull();
    expect(await b.fleet.others(NOW)).toEqual([owner]);
    expect(await b.fleet.others(NOW + LEASE_MS)).toEqual([]);
  });

  test('a dead owner loses its tables: who claims one learns since when nobody served it, and the dead can append no more', async () => {
    const id = await newTable();
    await a.store.append(id, opening, 1);
    const later = NOW + LEASE_MS;
    await b.store.beat(later);
    expect(await b.store.openTableIds(later, 100)).toContain(id);
    const end = { seq: 1, hash: opening.hash };
    expect(await b.store.claim(id, later)).toEqual({ kind: 'held', epoch: 2, lastServed: NOW, end });
    await expect(a.store.append(id, second, 1)).rejects.toBeInstanceOf(LogMoved);
    await b.store.append(id, second, 2);
    expect(await b.store.entriesOf(id)).toEqual([opening, second]);
    expect(await a.fleet.stillOwned([id])).toEqual([]);
    await a.store.saveFacts(id, { ...someTable(id).facts, round: 7 }, later, 1);
    expect((await b.store.tableById(id))?.facts.round).toBe(0);
    await a.store.beat(later);
    expect(await a.store.claim(id, later)).toMatchObject({ kind: 'elsewhere' });
  });

  test('a process that is declared dead loses its tables at once, and is there again when it says so', async () => {
    const id = await newTable();
    const later = NOW + LEASE_MS;
    await b.fleet.declareDead('a');
    expect(await b.store.claim(id, later)).toMatchObject({ kind: 'held', epoch: 2, lastServed: later });
    await a.store.beat(later);
    expect((await b.fleet.others(later)).map((peer) => peer.id)).toEqual(['a']);
    await expect(a.store.append(id, opening, 1)).rejects.toBeInstanceOf(LogMoved);
  });

  test('a process that begins where another was reached takes its tables at once, and is not led to itself', async () => {
    const first = await bed.open('first', false, 'same:1');
    await first.store.beat(NOW);
    await first.store.addTable(someTable('moved-in'));
    const second = await bed.open('second', false, 'same:1');
    await second.store.beat(NOW);
    expect(await second.fleet.ownerOf('id', 'moved-in', NOW)).toBeNull();
    expect((await second.fleet.others(NOW)).map(({ address }) => address)).not.toContain('same:1');
    expect(await second.store.claim('moved-in', NOW)).toMatchObject({ kind: 'held', lastServed: NOW });
    for (const { store } of [second, first]) await store.close();
  });

  test('an owner that claims again has lost no time, and its earlier self is fenced off', async () => {
    const id = await newTable();
    expect(await a.store.claim(id, NOW)).toMatchObject({ kind: 'held', epoch: 2, lastServed: null });
    await expect(a.store.append(id, opening, 1)).rejects.toBeInstanceOf(LogMoved);
    await a.store.append(id, opening, 2);
  });

  test('of those who claim at the same moment one gets the table', async () => {
    for (let i = 0; i < 10; i++) {
      const id = await newTable();
      await a.fleet.handOver(id, 'nobody');
      const claims = await Promise.all([a, b].map(({ store }) => store.claim(id, NOW + LEASE_MS)));
      expect(claims.map((claim) => claim?.kind).sort()).toEqual(['elsewhere', 'held']);
    }
  });

  test('of those who append at the same moment one does, in each place of the log', async () => {
    const id = await newTable();
    const mine = someEntries(5, 'mine');
    const other = someEntries(5, 'other');
    let done = 0;
    for (let i = 0; i < 5; i++) {
      const tries = [a.store.append(id, mine[i]!, 1), b.store.append(id, other[i]!, 1)];
      const results = await Promise.allSettled(tries);
      done += results.filter(({ status }) => status === 'fulfilled').length;
    }
    expect([done, (await a.store.entriesOf(id)).map(({ seq }) => seq)]).toEqual([5, [1, 2, 3, 4, 5]]);
  });

  test('of appends to many tables at once, those that are refused cost the others nothing', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => newTable()));
    const [first, second] = someEntries(2) as [Entry, Entry];
    // Every third has a gap, which nothing can be appended after.
    const isSound = (i: number): boolean => i % 3 !== 0;
    const came = await Promise.allSettled(
      ids.map((id, i) => a.store.append(id, isSound(i) ? first : second, 1)),
    );
    expect(came.map(({ status }) => status === 'fulfilled')).toEqual(ids.map((_, i) => isSound(i)));
    const lengths = await Promise.all(ids.map(async (id) => (await a.store.entriesOf(id)).length));
    expect(lengths).toEqual(ids.map((_, i) => Number(isSound(i))));
  });

  test('a process that is alone takes every table; one that has closed leaves its own to anybody', async () => {
    const c = await bed.open('c');
    await c.store.beat(NOW + LEASE_MS);
    const id = await newTable(c);
    expect(await a.store.claim(id, NOW + LEASE_MS)).toMatchObject({ kind: 'elsewhere' });
    const alone = await bed.open('alone', true);
    expect(await alone.store.openTableIds(NOW, 100)).toContain(id);
    expect(await alone.store.claim(id, NOW)).toMatchObject({ kind: 'held', lastServed: NOW + LEASE_MS });
    await alone.store.close();
    const left = await newTable(c);
    await c.store.close();
    expect(await a.store.claim(left, NOW + LEASE_MS)).toMatchObject({ kind: 'held' });
  });

  test('facts are kept; a table that has ended is not opened by itself', async () => {
    const id = await newTable();
    await a.fleet.handOver(id, 'nobody');
    expect((await b.store.openTableIds(NOW, 1)).length).toBe(1);
    const facts = { ...someTable(id).facts, phase: 'ended', round: 6 } as const;
    await a.store.saveFacts(id, facts, NOW, 2);
    expect((await b.store.tableById(id))?.facts).toEqual(facts);
    expect(await b.store.openTableIds(NOW, 100)).not.toContain(id);
  });

  test('one attempt a day counts, its first score stays, and lists are in order; what is deleted is on none', async () => {
    const { store } = a;
    const [first, second, third] = [await newTable(), await newTable(), await newTable()];
    expect(await store.daily.secret('one')).toBe('one');
    expect(await b.store.daily.secret('two')).toBe('one');
    for (const name of ['di', 'ed', 'flo'])
      await store.addGuest({ id: name, name: `${name}!`, created: NOW }, `hash of ${name}`);
    const begin = (day: string, guest: string, tableId: string) => store.daily.begin({ day, guest, tableId });
    const twice = [a, b].map((one, i) =>
      one.store.daily.begin({ day: '2026-01-02', guest: 'di', tableId: i === 0 ? first : third }),
    );
    expect((await Promise.all(twice)).sort()).toEqual([false, true]);
    const held = await store.daily.attemptOf('2026-01-02', 'di');
    expect(held).toMatchObject({ score: null, finished: null });
    const dis = held!.code.slice('CODE-'.length);
    expect(await begin('2026-01-02', 'ed', second)).toBe(true);
    expect(await begin('2026-01-01', 'di', await newTable())).toBe(true);
    expect(await store.daily.scoresOf('2026-01-02', 10)).toEqual([]);

    await store.daily.finish({ guest: 'flo', tableId: second }, 99, NOW);
    await store.daily.finish({ guest: 'ed', tableId: second }, -3.4, NOW + 1);
    await store.daily.finish({ guest: 'ed', tableId: second }, 50, NOW + 2);
    await store.daily.finish({ guest: 'di', tableId: dis }, -3.4, NOW + 5);
    const [eds, dis5] = [
      { guest: 'ed', name: 'ed!', score: -3.4, finished: NOW + 1 },
      { guest: 'di', name: 'di!', score: -3.4, finished: NOW + 5 },
    ];
    expect(await b.store.daily.scoresOf('2026-01-02', 10)).toEqual([eds, dis5]);
    expect(await store.daily.scoresOf('2026-01-02', 1)).toEqual([eds]);
    expect(await store.daily.before('2026-01-02', -3.4, NOW + 5)).toBe(1);
    expect(await store.daily.before('2026-01-02', -3.4, NOW + 1)).toBe(0);
    expect(await store.daily.before('2026-01-02', -3.5, NOW)).toBe(2);
    expect(await store.daily.days(10)).toEqual([{ day: '2026-01-02', players: 2, best: -3.4 }]);
    expect(await store.daily.daysOf('di', 10)).toEqual(new Map([['2026-01-02', -3.4]]));
    await store.keeping.deleteGuest('ed');
    await store.keeping.deleteTable(dis);
    expect(await store.daily.scoresOf('2026-01-02', 10)).toEqual([]);
    expect(await store.daily.days(10)).toEqual([]);
  });

  test.each(['options', 'facts', 'creator', 'created', 'seal', 'facts_seal'])(
    'a row whose %s was altered is told from a sound one',
    async (column) => {
      const id = await newTable();
      const changed = column === 'created' ? '2' : `'{"listed":true}'`;
      await bed.run(`UPDATE tables SET ${column} = ${changed} WHERE id = '${id}'`);
      const broken = { code: 'table.broken' };
      await expect(a.store.tableById(id)).rejects.toMatchObject(broken);
      await expect(a.store.tableByCode(`CODE-${id}`)).rejects.toMatchObject(broken);
    },
  );
};

const upgrade = (makeBed: () => Promise<StoreBed>): void => {
  test('what an earlier version left is found again, with its last heartbeat, and goes on', async () => {
    const bed = await makeBed();
    await aged(bed);
    const { store } = await bed.open('new', true);
    expect(await store.openTableIds(NOW, 10)).toEqual(['old']);
    const end = { seq: 2, hash: second.hash };
    expect(await store.claim('old', NOW)).toEqual({ kind: 'held', epoch: 1, lastServed: NOW - 500, end });
    expect(await store.tableByCode('CODE-old')).toEqual(someTable('old'));
    await store.append('old', third, 1);
    await store.close();
    await bed.remove();
  });
};

describe('an old store in SQLite', () => upgrade(sqliteBed));
describe.skipIf(!(await hasPostgres()))('an old store in Postgres', () => upgrade(postgresBed));
describe('a store in SQLite', () => conformance(sqliteBed));
describe.skipIf(!(await hasPostgres()))('a store in Postgres', () => conformance(postgresBed));
