import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';

/** A statement as it travels to the thread that commits. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** What came of statements that belong together; `failure`: why none of them was done. */
export type Committed = 'done' | 'refused' | { readonly failure: string };

const CONSTRAINT = 19;
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT;

/**
 * Commits groups of statements, each of which is to change one row. All groups that are given share one commit: the disk is
 * waited for once, which is what a commit costs. Each group is done or refused by itself; when the common commit fails, each is
 * tried alone. The few statements are prepared once.
 */
export const commitIn = (
  database: DatabaseSync,
): ((groups: readonly (readonly Statement[])[]) => readonly Committed[]) => {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const isEachDone = (statements: readonly Statement[]): boolean =>
    statements.every(
      ({ sql, parameters }) =>
        statementOf(sql).run(...(parameters as readonly SQLInputValue[])).changes === 1,
    );
  /** Within the transaction: leaves nothing behind when it is refused. */
  const attempt = (statements: readonly Statement[]): Committed => {
    database.exec('SAVEPOINT one');
    try {
      const isDone = isEachDone(statements);
      if (!isDone) database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return isDone ? 'done' : 'refused';
    } catch (error) {
      if (!isConstraint(error) || !database.isTransaction) throw error;
      database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return 'refused';
    }
  };
  const commit = (groups: readonly (readonly Statement[])[]): readonly Committed[] => {
    // Another process may hold the lock: nobody waits for that twice.
    let isBegun = false;
    try {
      database.exec('BEGIN IMMEDIATE');
      isBegun = true;
      const outcomes = groups.map(attempt);
      database.exec('COMMIT');
      return outcomes;
    } catch (error) {
      if (isBegun && database.isTransaction) database.exec('ROLLBACK');
      if (isBegun && groups.length > 1) return groups.flatMap((group) => commit([group]));
      return groups.map(() => ({ failure: String(error) }));
    }
  };
  return commit;
};
