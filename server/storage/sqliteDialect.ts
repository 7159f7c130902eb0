import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  type CompiledQuery,
  type Dialect,
  SelectQueryNode,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import type { Changed } from './sqliteCommit.ts';
import { statementsOf } from './sqliteDatabase.ts';

const configFor = (database: DatabaseSync): SqliteDialectConfig => {
  const prepared = statementsOf(database);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = prepared(sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
        };
      },
    },
  };
};

/** Lets Kysely speak to Node's own SQLite. */
export const sqliteDialect = (database: DatabaseSync): SqliteDialect =>
  new SqliteDialect(configFor(database));

/** Reads at once, in this thread; whatever changes something is done by another. */
class ReadingDriver extends SqliteDriver {
  readonly #change: (query: CompiledQuery) => Promise<Changed>;

  constructor(config: SqliteDialectConfig, change: (query: CompiledQuery) => Promise<Changed>) {
    super(config);
    this.#change = change;
  }

  override async acquireConnection(): ReturnType<SqliteDriver['acquireConnection']> {
    const reader = await super.acquireConnection();
    return {
      executeQuery: async (query) => {
        if (SelectQueryNode.is(query.query)) return reader.executeQuery(query);
        const { changes, rows } = await this.#change(query);
        return { rows: rows as never[], numAffectedRows: BigInt(changes) };
      },
      streamQuery: (query, size) => reader.streamQuery(query, size),
    };
  }

  override beginTransaction(): never {
    throw new Error('statements that belong together go through `atomically`');
  }
}

/** Lets Kysely read from a database in this thread, while `change` does what changes something. It knows no transactions. */
export const readingDialect = (
  database: DatabaseSync,
  change: (query: CompiledQuery) => Promise<Changed>,
): Dialect => {
  const plain = sqliteDialect(database);
  return {
    createAdapter: () => plain.createAdapter(),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createIntrospector: (db) => plain.createIntrospector(db),
    createDriver: () => new ReadingDriver(configFor(database), change),
  };
};
