import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteDialect, type SqliteStatement } from 'kysely';

// More than there are different ones, but for lists of ids, whose length is part of the text.
const STATEMENTS_KEPT = 200;

const prepareIn = (database: DatabaseSync, sql: string): SqliteStatement => {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
  };
};

/** Lets Kysely speak to Node's own SQLite. Statements are prepared once, which takes longer than most of them do. */
export const sqliteDialect = (database: DatabaseSync): SqliteDialect => {
  const kept = new Map<string, SqliteStatement>();
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = kept.get(sql) ?? prepareIn(database, sql);
        kept.delete(sql);
        kept.set(sql, statement);
        if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
        return statement;
      },
    },
  });
};
