import type { CompiledQuery } from 'kysely';

/**
 * What came of statements that belong together. `refused`: one of them found no row to change, or a row in its way, so none
 * was done. `doubtful`: the line broke while they were being committed, so that they may or may not be done.
 */
export type Outcome = 'done' | 'refused' | 'doubtful';

/** Does statements in one transaction, of which each is to change exactly one row. Rejects when none was done. */
export type Atomically = (statements: readonly CompiledQuery[]) => Promise<Outcome>;
