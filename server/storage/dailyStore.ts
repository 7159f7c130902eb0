import type { Kysely } from 'kysely';

/** The rows of the daily tables, as SQLite and Postgres both keep them. `tenths`: a score in tenths, null until it is there. */
export type DailyRows = {
  secrets: { name: string; value: string };
  daily_attempts: {
    day: string;
    guest: string;
    table_id: string;
    tenths: number | null;
    finished: number | null;
  };
};

/** With what they are read together with. */
type Rows = DailyRows & { guests: { id: string; name: string }; tables: { id: string; code: string } };

/** A guest's one attempt of a day that counts. `day`: `2026-11-25`, UTC. */
export type DailyAttempt = { readonly day: string; readonly guest: string; readonly tableId: string };

/** An attempt as its guest finds it again. `score`, `finished` (epoch ms): null until the game has ended. */
export type KnownAttempt = {
  readonly code: string;
  readonly score: number | null;
  readonly finished: number | null;
};

/** A line of a day's list. */
export type DailyScore = {
  readonly guest: string;
  readonly name: string;
  readonly score: number;
  readonly finished: number;
};

/** A day at a glance: how many finished, and the best score. */
export type DailyCount = { readonly day: string; readonly players: number; readonly best: number };

/** Where daily tables and their scores survive. */
export type DailyStore = {
  /** The secret of the draws: the first that was ever proposed. */
  readonly secret: (proposed: string) => Promise<string>;
  /** Keeps an attempt. False: the guest has one for that day already. */
  readonly begin: (attempt: DailyAttempt) => Promise<boolean>;
  readonly attemptOf: (day: string, guest: string) => Promise<KnownAttempt | null>;
  /** Keeps the score of an attempt, the first time it is told. Tables that are nobody's attempt are passed over. */
  readonly finish: (attempt: Omit<DailyAttempt, 'day'>, score: number, now: number) => Promise<void>;
  /** The best scores of a day; of equal ones the earlier is the better. */
  readonly scoresOf: (day: string, most: number) => Promise<readonly DailyScore[]>;
  /** How many are before a score that was finished at an epoch ms. */
  readonly before: (day: string, score: number, finished: number) => Promise<number>;
  /** The days with scores, the last first. */
  readonly days: (most: number) => Promise<readonly DailyCount[]>;
  /** The days on which a guest finished, the last first, with the scores. */
  readonly daysOf: (guest: string, most: number) => Promise<ReadonlyMap<string, number>>;
};

const DRAWS = 'daily';
const tenthsOf = (score: number): number => Math.round(score * 10);
const scoreOf = (tenths: number | null): number => Number(tenths) / 10;

const attemptsIn = (db: Kysely<Rows>): Pick<DailyStore, 'secret' | 'begin' | 'attemptOf' | 'finish'> => ({
  secret: async (proposed) => {
    const insert = db.insertInto('secrets').values({ name: DRAWS, value: proposed });
    await insert.onConflict((conflict) => conflict.column('name').doNothing()).execute();
    const kept = db.selectFrom('secrets').select('value').where('name', '=', DRAWS);
    return (await kept.executeTakeFirstOrThrow()).value;
  },
  begin: async ({ day, guest, tableId }) => {
    const row = { day, guest, table_id: tableId, tenths: null, finished: null };
    const insert = db.insertInto('daily_attempts').values(row);
    const once = insert.onConflict((conflict) => conflict.columns(['day', 'guest']).doNothing());
    return (await once.executeTakeFirstOrThrow()).numInsertedOrUpdatedRows === 1n;
  },
  attemptOf: async (day, guest) => {
    const found = await db
      .selectFrom('daily_attempts')
      .innerJoin('tables', 'tables.id', 'daily_attempts.table_id')
      .select(['tables.code', 'tenths', 'finished'])
      .where('day', '=', day)
      .where('guest', '=', guest)
      .executeTakeFirst();
    if (found === undefined) return null;
    const { code, tenths, finished } = found;
    return {
      code,
      score: tenths === null ? null : scoreOf(tenths),
      finished: finished === null ? null : Number(finished),
    };
  },
  finish: async ({ guest, tableId }, score, now) => {
    await db
      .updateTable('daily_attempts')
      .set({ tenths: tenthsOf(score), finished: now })
      .where('table_id', '=', tableId)
      .where('guest', '=', guest)
      .where('finished', 'is', null)
      .execute();
  },
});

/** The daily tables of a database. */
export const dailyIn = (db: Kysely<Rows>): DailyStore => ({
  ...attemptsIn(db),
  scoresOf: async (day, most) => {
    const rows = await db
      .selectFrom('daily_attempts')
      .innerJoin('guests', 'guests.id', 'daily_attempts.guest')
      .select(['guest', 'name', 'tenths', 'finished'])
      .where('day', '=', day)
      .where('finished', 'is not', null)
      .orderBy('tenths', 'desc')
      .orderBy('finished')
      .orderBy('guest')
      .limit(most)
      .execute();
    return rows.map(({ guest, name, tenths, finished }) => ({
      guest,
      name,
      score: scoreOf(tenths),
      finished: Number(finished),
    }));
  },
  before: async (day, score, finished) => {
    const tenths = tenthsOf(score);
    const { count } = await db
      .selectFrom('daily_attempts')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('day', '=', day)
      .where('finished', 'is not', null)
      .where((is) =>
        is.or([
          is('tenths', '>', tenths),
          is.and([is('tenths', '=', tenths), is('finished', '<', finished)]),
        ]),
      )
      .executeTakeFirstOrThrow();
    return Number(count);
  },
  days: async (most) => {
    const rows = await db
      .selectFrom('daily_attempts')
      .select(({ fn }) => ['day', fn.countAll().as('players'), fn.max('tenths').as('best')])
      .where('finished', 'is not', null)
      .groupBy('day')
      .orderBy('day', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ day, players, best }) => ({ day, players: Number(players), best: scoreOf(best) }));
  },
  daysOf: async (guest, most) => {
    const rows = await db
      .selectFrom('daily_attempts')
      .select(['day', 'tenths'])
      .where('guest', '=', guest)
      .where('finished', 'is not', null)
      .orderBy('day', 'desc')
      .limit(most)
      .execute();
    return new Map(rows.map(({ day, tenths }) => [day, scoreOf(tenths)]));
  },
});
