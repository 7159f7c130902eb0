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

/** A table as it is kept. `owner`: the guest whose it is, null: nobody's here; `key`: of the link that opened it. */
type Kept<T> = { readonly owner: string | null; readonly key: string | null; readonly table: T };

/** Keeps a table as the server told a guest, or whoever has a link, of it. */
export const keepTable = (
  code: string,
  table: object,
  { owner, key }: Pick<Kept<object>, 'owner' | 'key'>,
): Promise<void> =>
  onShelf(async (shelf) => {
    await shelf.put(addressOf(code), Response.json({ owner, key, table }));
    const kept = await shelf.keys();
    await Promise.all(kept.slice(0, -MOST).map((old) => shelf.delete(old)));
  }, undefined);

/** A table as it was kept for this guest, or with this key; null: it was not, or is no longer. */
export const keptTable = <T>(
  code: string,
  { owner, key }: Pick<Kept<T>, 'owner' | 'key'>,
): Promise<T | null> =>
  onShelf<T | null>(async (shelf) => {
    const found = await shelf.match(addressOf(code));
    if (found === undefined) return null;
    const kept = (await found.json()) as Kept<T>;
    const isTheirs = (owner !== null && kept.owner === owner) || (key !== null && kept.key === key);
    return isTheirs ? kept.table : null;
  }, null);

/** Forgets a table which the server no longer shows. */
export const dropTable = (code: string): Promise<unknown> =>
  onShelf((shelf) => shelf.delete(addressOf(code)), false);

/** Forgets all of them. */
export const dropTables = async (): Promise<void> => {
  if ('caches' in globalThis) await caches.delete(SHELF).catch(() => undefined);
};
