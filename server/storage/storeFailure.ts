/** Why a store could not do what it was asked for; a key of the refusals and of the problems of requests. */
export type StoreFailureCode = 'unavailable' | 'table.broken' | 'class.unknown';

/**
 * A store's own way of failing. `unavailable`: nothing has happened, the same may be asked for again
 * later; `class.unknown`: the class has been deleted meanwhile, and nothing of it is written any more.
 */
export class StoreFailure extends Error {
  readonly code: StoreFailureCode;
  constructor(code: StoreFailureCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * An append found that the log is no longer the caller's: another process owns the table, or it can't be known whether
 * the entry is in it. What the caller holds of the table is out of date; it has to be opened from its log again.
 */
export class LogMoved extends StoreFailure {
  constructor(message: string, cause?: unknown) {
    super('unavailable', message, cause);
  }
}

const isDefect = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;

const failureOf = (error: unknown): unknown =>
  error instanceof StoreFailure || isDefect(error)
    ? error
    : new StoreFailure('unavailable', 'the store failed', error);

/** The same functions, rejecting with a `StoreFailure` whatever a database threw: no connection, no room, a lock. */
export const failingByName = <T extends object>(functions: T): T =>
  Object.fromEntries(
    Object.entries(functions).map(([name, one]) => {
      if (typeof one === 'object' && one !== null) return [name, failingByName(one)];
      if (typeof one !== 'function') return [name, one];
      const guarded = async (...args: readonly unknown[]): Promise<unknown> => {
        try {
          return await one(...args);
        } catch (error) {
          throw failureOf(error);
        }
      };
      return [name, guarded];
    }),
  ) as T;
