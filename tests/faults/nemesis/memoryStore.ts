import type { LogStore, TableRecord } from '../../../server/storage/logStore.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import type { Chance } from './chance.ts';

/** What outlives the server: the disk of a simulated machine. */
export type Disk = {
  readonly tables: Map<string, TableRecord>;
  readonly entries: Map<string, Entry[]>;
  beat: number | null;
};

/** How the disk treats the server that runs now. Shares of the operations; the rest is done at once or after a while. */
export type DiskWeather = { refuses: number; isDead: boolean };

export const newDisk = (): Disk => ({ tables: new Map(), entries: new Map(), beat: null });

/** A write that is under way: it can be finished, or be lost with the machine. */
type Pending = { readonly finish: () => void };

/** A store over a simulated disk, whose writes are finished by whoever moves the simulation. */
export type MemoryStore = LogStore & {
  readonly pending: () => number;
  /** Finishes one of the writes under way. */
  readonly finishOne: () => void;
  /**
   * The machine dies: each write under way reaches the disk or does not, but nobody will ever hear of it. `tears`: the
   * last one may reach it in part.
   */
  readonly die: (tears: boolean) => void;
};

class StoreError extends Error {}

const isDouble = (known: readonly Entry[], entry: Entry): boolean =>
  known.some(
    ({ seq, actor, id }) => seq === entry.seq || (id !== null && id === entry.id && actor === entry.actor),
  );

/** Opens the store of a server on a disk. */
export const memoryStore = (disk: Disk, weather: DiskWeather, chance: Chance): MemoryStore => {
  const before = disk.beat;
  const claimed = new Set<string>();
  let pending: (Pending & { readonly write: () => void; readonly tear: () => void })[] = [];

  /** One write: refused, or under way until it is finished. Nothing happens when it is refused. */
  const write = (change: () => void, tear: () => void = () => {}): Promise<void> => {
    if (weather.isDead || chance.happens(weather.refuses)) return Promise.reject(new StoreError('refused'));
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        try {
          change();
          resolve();
        } catch (error) {
          reject(error);
        }
      };
      pending.push({ finish, write: change, tear });
    });
  };
  // Reading is never slow: what is read does not change what is durable.
  const read = async <T>(value: () => T): Promise<T> => {
    if (weather.isDead) throw new StoreError('gone');
    return value();
  };
  const append = (table: string, entry: Entry): void => {
    const known = disk.entries.get(table) ?? [];
    if (isDouble(known, entry)) throw new StoreError('double');
    disk.entries.set(table, [...known, JSON.parse(JSON.stringify(entry)) as Entry]);
  };

  return {
    addGuest: () => write(() => {}),
    daily: { finish: () => write(() => {}) } as unknown as LogStore['daily'],
    renameGuest: () => write(() => {}),
    guestByToken: () => read(() => null),
    addTable: async (table) => {
      disk.tables.set(table.id, table);
      claimed.add(table.id);
      return true;
    },
    tableById: (id) => read(() => disk.tables.get(id) ?? null),
    tableByCode: (code) => read(() => [...disk.tables.values()].find((table) => table.code === code) ?? null),
    openTableIds: () =>
      read(() =>
        [...disk.tables.values()]
          .filter(({ id, facts }) => facts.phase !== 'ended' && !claimed.has(id))
          .map(({ id }) => id),
      ),
    claim: (id) =>
      read(() => {
        if (!disk.tables.has(id)) return null;
        const last = disk.entries.get(id)?.at(-1);
        const end = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
        const lastServed = claimed.has(id) ? null : before;
        claimed.add(id);
        return { kind: 'held', epoch: 1, lastServed, end };
      }),
    saveFacts: (id, facts) =>
      write(() => {
        const table = disk.tables.get(id);
        if (table !== undefined) disk.tables.set(id, { ...table, facts });
      }),
    append: (table, entry) =>
      write(
        () => append(table, entry),
        // What is left of a row that was cut off: no hash that any chain would take.
        () => append(table, { ...entry, events: [], hash: '' }),
      ),
    entriesOf: (table) => read(() => disk.entries.get(table) ?? []),
    beat: (at) =>
      write(() => {
        disk.beat = at;
      }),
    close: async () => {},
    // Nobody holds a class or deletes anything here.
    classes: {} as LogStore['classes'],
    visits: {} as LogStore['visits'],
    keeping: { noteSitters: async () => {} } as unknown as LogStore['keeping'],
    pending: () => pending.length,
    finishOne: () => {
      const done = chance.pick(pending);
      pending = pending.filter((one) => one !== done);
      done.finish();
    },
    die: (tears) => {
      weather.isDead = true;
      const last = pending.at(-1);
      for (const one of pending) {
        if (chance.happens(0.5)) continue;
        try {
          if (tears && one === last) one.tear();
          else one.write();
        } catch {
          // A double is refused by the disk itself.
        }
      }
      pending = [];
    },
  };
};
