import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { countCommit } from './commitCount.ts';
import { statementsOf } from './sqliteDatabase.ts';

/** A statement as it travels to the thread that commits. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** Work for one commit: statements of which each is to change one row, all or none; or one that changes what it changes. */
export type Work =
  | { readonly kind: 'together'; readonly statements: readonly Statement[] }
  | { readonly kind: 'alone'; readonly statement: Statement };

/** How many rows a statement that stands alone has changed, and those that it gives back. */
export type Changed = { readonly changes: number; readonly rows: readonly unknown[] };

/** What came of a piece of work: of statements that belong together, or of one alone. `failure`: why nothing was done. */
export type Committed = 'done' | 'refused' | Changed | { readonly failure: string };

const CONSTRAINT = 19;
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT;

/**
 * Commits pieces of work. All that are given share one commit: the disk is waited for once, which is what a commit costs. Each
 * is done or refused by itself; when the common commit fails, each is tried alone. `onCommit` gets the count of each that is made.
 */
export const commitIn = (
  database: DatabaseSync,
  onCommit: (count: number) => void,
): ((works: readonly Work[]) => readonly Committed[]) => {
  const prepared = statementsOf(database);
  const run = ({ sql, parameters }: Statement): Changed => {
    const statement = prepared(sql);
    const values = parameters as readonly SQLInputValue[];
    if (statement.columns().length === 0)
      return { changes: Number(statement.run(...values).changes), rows: [] };
    const rows = statement.all(...values);
    return { changes: rows.length, rows };
  };
  const outcomeOf = (work: Work): Committed => {
    if (work.kind === 'alone') return run(work.statement);
    return work.statements.every((statement) => run(statement).changes === 1) ? 'done' : 'refused';
  };
  /** Within the transaction: leaves nothing behind when it is refused. */
  const attempt = (work: Work): Committed => {
    database.exec('SAVEPOINT one');
    try {
      const outcome = outcomeOf(work);
      if (outcome === 'refused') database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return outcome;
    } catch (error) {
      if (!isConstraint(error) || !database.isTransaction) throw error;
      database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return work.kind === 'alone' ? { failure: String(error) } : 'refused';
    }
  };
  const commit = (works: readonly Work[]): readonly Committed[] => {
    // Another process may hold the lock: nobody waits for that twice.
    let isBegun = false;
    try {
      database.exec('BEGIN IMMEDIATE');
      isBegun = true;
      const outcomes = works.map(attempt);
      const count = countCommit(database);
      database.exec('COMMIT');
      onCommit(count);
      return outcomes;
    } catch (error) {
      if (isBegun && database.isTransaction) database.exec('ROLLBACK');
      if (isBegun && works.length > 1) return works.flatMap((work) => commit([work]));
      return works.map(() => ({ failure: String(error) }));
    }
  };
  return commit;
};
