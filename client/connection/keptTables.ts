/** Finished tables that were looked back on here: kept by the browser, so that they open again without a network. */

const SHELF = 'finished-tables';

/** Those looked back on longest ago are forgotten: a log has a quarter of a megabyte. */
const MOST = 20;

const addressOf = (code: string): string => `/kept/${encodeURIComponent(code)}`;

/** There is no shelf on plain http, and none in some private windows: nothing is kept then. */
const onShelf = async <T>(use: (shelf: Cache) => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await use(await caches.open(SHELF));
  } catch {
    return otherwise;
  }
};

/** Keeps a table as the server told of it. */
export const keepTable = (code: string, table: object): Promise<void> =>
  onShelf(async (shelf) => {
    await shelf.put(addressOf(code), Response.json(table));
    const kept = await shelf.keys();
    await Promise.all(kept.slice(0, -MOST).map((old) => shelf.delete(old)));
  }, undefined);

/** A table as it was kept; null: it was not, or is no longer. */
export const keptTable = <T>(code: string): Promise<T | null> =>
  onShelf(async (shelf) => {
    const kept = await shelf.match(addressOf(code));
    return kept === undefined ? null : ((await kept.json()) as T);
  }, null);

/** Forgets a table which the server no longer shows. */
export const dropTable = (code: string): Promise<unknown> =>
  onShelf((shelf) => shelf.delete(addressOf(code)), false);

/** Forgets all of them. */
export const dropTables = async (): Promise<void> => {
  if ('caches' in globalThis) await caches.delete(SHELF).catch(() => undefined);
};
