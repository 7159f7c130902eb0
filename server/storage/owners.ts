import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { changesOne, type Engine } from './engine.ts';
import type { Claim, Fleet, LogStore, Peer } from './logStore.ts';
import type { Rows } from './rows.ts';

/** A process that has not been heard of for so long is taken for dead. Its appends fail from the moment its tables are claimed. */
export const LEASE_MS = 6000;

const DAY_MS = 86_400_000;

/** The process that a store speaks for. `isAlone`: no other serves the same tables, so that all others found there are dead. */
export type Self = Peer & { readonly isAlone: boolean };

type OwnerParts = Engine & { readonly self: Self };

/** A condition on tables: that this process may have them. */
const isFree =
  ({ db, self }: OwnerParts, now: number) =>
  (eb: ExpressionBuilder<Rows, 'tables'>): ExpressionWrapper<Rows, 'tables', SqlBool> => {
    const alive = db
      .selectFrom('processes')
      .select('processes.id')
      .where('processes.stopped', '=', 0)
      .where('processes.beat', '>', now - LEASE_MS);
    const others = [eb('tables.owner', 'is', null), eb('tables.owner', '=', self.id)];
    return self.isAlone
      ? eb.or([eb.lit(true as boolean), ...others])
      : eb.or([...others, eb('tables.owner', 'not in', alive)]);
  };

const claimIn =
  (parts: OwnerParts): LogStore['claim'] =>
  async (id, now): Promise<Claim | null> => {
    const { db, self } = parts;
    const before = await db
      .selectFrom('tables')
      .leftJoin('processes', 'processes.id', 'tables.owner')
      .select(['tables.owner', 'processes.address', 'processes.secret', 'processes.beat'])
      .where('tables.id', '=', id)
      .executeTakeFirst();
    if (before === undefined) return null;
    const held = await db
      .updateTable('tables')
      .set((eb) => ({ owner: self.id, epoch: eb('tables.epoch', '+', 1) }))
      .where('tables.id', '=', id)
      .where(isFree(parts, now))
      .returning(['epoch', 'last_seq', 'last_hash'])
      .executeTakeFirst();
    const { owner, address, secret, beat } = before;
    if (held === undefined)
      return { kind: 'elsewhere', owner: { id: owner ?? '', address: address ?? '', secret: secret ?? '' } };
    const lastServed = owner === self.id ? null : beat;
    const end = { seq: held.last_seq, hash: held.last_hash };
    return { kind: 'held', epoch: held.epoch, lastServed, end };
  };

const beatIn = ({ db, self, atomically }: OwnerParts): LogStore['beat'] => {
  let isKnown = false;
  /** Only one process is reached at an address: what is still led to the one before would be led to this one, without end. */
  const succeed = async (): Promise<void> => {
    const before = db.updateTable('processes').set({ stopped: 1 }).where('stopped', '=', 0);
    await before.where('address', '=', self.address).where('id', '<>', self.id).execute();
  };
  /** Nobody asks any more when a process of long ago was last alive. */
  const forgetOld = async (at: number): Promise<void> => {
    const needed = db
      .selectFrom('tables')
      .select('owner')
      .where('status', '=', 'open')
      .where('owner', 'is not', null);
    await db
      .deleteFrom('processes')
      .where('beat', '<', at - DAY_MS)
      .where('id', 'not in', needed as never)
      .execute();
  };
  return async (at) => {
    const { id, address, secret } = self;
    const beat = db
      .insertInto('processes')
      .values({ id, address, secret, began: at, beat: at, stopped: 0 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat: at, stopped: 0 }));
    await changesOne({ atomically }, beat);
    if (isKnown) return;
    await succeed();
    await forgetOld(at);
    isKnown = true;
  };
};

/** Who owns which table, as the processes agree on it through the database. */
export const ownersIn = (
  parts: OwnerParts,
): Pick<LogStore, 'openTableIds' | 'claim' | 'beat'> & { readonly signOff: () => Promise<void> } => {
  const { db, self } = parts;
  return {
    openTableIds: async (now, most) => {
      const open = db.selectFrom('tables').select('id').where('status', '=', 'open');
      const free = open
        .where(isFree(parts, now))
        .where((eb) => eb.or([eb('tables.owner', 'is', null), eb('tables.owner', '<>', self.id)]));
      const rows = await free.orderBy('changed', 'desc').orderBy('id').limit(most).execute();
      return rows.map(({ id }) => id);
    },
    claim: claimIn(parts),
    beat: beatIn(parts),
    signOff: async () => {
      await db.updateTable('processes').set({ stopped: 1 }).where('id', '=', self.id).execute();
    },
  };
};

/** What the processes know of each other. */
export const fleetIn = ({ db, self }: OwnerParts): Fleet => {
  const living = (now: number) =>
    db
      .selectFrom('processes')
      .where('stopped', '=', 0)
      .where('beat', '>', now - LEASE_MS);
  const alive = (now: number): Promise<readonly Peer[]> =>
    living(now).select(['id', 'address', 'secret']).orderBy('began').orderBy('id').execute();
  return {
    self: { id: self.id, address: self.address, secret: self.secret },
    others: async (now) => (await alive(now)).filter(({ id }) => id !== self.id),
    desk: async (now) => {
      const oldest = (await alive(now))[0];
      return oldest === undefined || oldest.id === self.id ? null : oldest;
    },
    ownerOf: async (by, value, now) => {
      const found = living(now)
        .innerJoin('tables', 'tables.owner', 'processes.id')
        .select(['processes.id', 'address', 'secret'])
        .where(`tables.${by}`, '=', value)
        .where('processes.id', '<>', self.id);
      return (await found.executeTakeFirst()) ?? null;
    },
    declareDead: async (id) => {
      await db.updateTable('processes').set({ stopped: 1 }).where('id', '=', id).execute();
    },
    stillOwned: async (ids) => {
      if (ids.length === 0) return [];
      const own = db.selectFrom('tables').select('id').where('owner', '=', self.id).where('id', 'in', ids);
      return (await own.execute()).map(({ id }) => id);
    },
    handOver: async (id, to) => {
      await db
        .updateTable('tables')
        .set((eb) => ({ owner: to, epoch: eb('tables.epoch', '+', 1) }))
        .where('id', '=', id)
        .where('owner', '=', self.id)
        .execute();
    },
  };
};
