import type { Cancel, Clock } from '../clock.ts';
import type { House } from '../house.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { Removals } from './removals.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
// So many of each kind in one go, so that those who play don't wait.
const MOST_AT_ONCE = 100;

type RetentionParts = Pick<House, 'store' | 'log'> & {
  readonly tables: OpenTables;
  readonly removals: Removals;
};

/**
 * Deletes what is older than an epoch ms: tables in which nothing has changed since and at which nobody is, classes with all
 * that is theirs, guests who have not been seen and of whom nothing is kept. Gives how many of each.
 */
export const deleteStale = async ({ store, log, tables, removals }: RetentionParts, before: number) => {
  // Who is at a table knows the server only that plays it, which deletes it itself when nobody is.
  const isUnused = async (id: string): Promise<boolean> =>
    (tables.get(id)?.count() ?? 0) === 0 && !(await tables.isElsewhere(id));
  /** What can't be deleted now keeps nothing else from going. Gives how many went. */
  const deleteEach = async <T>(stale: readonly T[], remove: (one: T) => Promise<void>): Promise<number> => {
    let gone = 0;
    for (const one of stale) {
      try {
        await remove(one);
        gone += 1;
      } catch (err) {
        log.error({ err }, 'what is too old could not be deleted');
      }
    }
    return gone;
  };
  const unused: string[] = [];
  for (const id of await store.keeping.staleTables(before, MOST_AT_ONCE))
    if (await isUnused(id)) unused.push(id);
  const tablesGone = await deleteEach(unused, removals.table);
  const classes = await store.classes.staleClasses(before, MOST_AT_ONCE);
  const classesGone = await deleteEach(classes, removals.classAlone);
  const guests = await store.keeping.staleGuests(before, MOST_AT_ONCE);
  const guestsGone = await deleteEach(guests, store.keeping.deleteGuest);
  const deleted = { tables: tablesGone, classes: classesGone, guests: guestsGone };
  if (Object.values(deleted).some((count) => count > 0)) log.info(deleted, 'deleted what was too old');
  return deleted;
};

/** Deletes once an hour what is older than so many days; undefined: everything is kept. */
export const enforceRetention = (parts: RetentionParts, days: number | undefined, clock: Clock): Cancel => {
  if (days === undefined) return () => {};
  let cancel: Cancel = () => {};
  let isOver = false;
  const next = (): void => {
    deleteStale(parts, clock.now() - days * DAY_MS)
      .catch((err) => parts.log.error({ err }, 'what is too old could not be deleted'))
      .then(() => {
        if (!isOver) cancel = clock.after(HOUR_MS, next);
      });
  };
  next();
  return () => {
    isOver = true;
    cancel();
  };
};
