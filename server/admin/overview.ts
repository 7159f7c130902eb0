import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { House } from '../house.ts';
import type { OpenTables } from '../rooms/openTables.ts';

/** One table, as an administrator sees it: no seat's secrets, nobody's talk. */
export type TableRow = {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  /** `broken`: its log or its row is damaged, and it is not opened any more. */
  readonly state: 'waiting' | 'negotiation' | 'closing' | 'ended' | 'broken';
  readonly round: number;
  readonly people: readonly string[];
  readonly connected: number;
  readonly isOpen: boolean;
  readonly changed: number;
};

export type ClassRow = {
  readonly code: string;
  readonly title: string;
  readonly created: number;
  readonly tables: number;
};

/** How the server is. `lagMs`: how late the event loop is at most in 99 of 100 moments. */
export type Overview = {
  readonly tables: readonly TableRow[];
  readonly classes: readonly ClassRow[];
  readonly connections: number;
  readonly memoryMB: number;
  readonly lagMs: number;
  readonly upMinutes: number;
};

const MOST_TABLES = 200;
const MOST_CLASSES = 100;

/** Looks at everything. */
export const overviewOf = ({ store, tables }: Pick<House, 'store'> & { readonly tables: OpenTables }) => {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();

  const tableRows = async (): Promise<readonly TableRow[]> =>
    (await store.keeping.newestTables(MOST_TABLES)).map(({ id, code, changed, facts: kept }): TableRow => {
      const host = tables.get(id);
      const facts = host?.facts() ?? kept;
      const isBroken = facts === null || tables.broken.has(id);
      const people = facts === null ? [] : Object.values(facts.seats);
      return {
        id,
        code,
        changed,
        scenario: facts?.scenario ?? '',
        state: isBroken ? 'broken' : facts.phase,
        round: facts?.round ?? 0,
        people: people.flatMap((seat) => (seat.kind === 'person' ? [seat.name] : [])),
        connected: host?.count() ?? 0,
        isOpen: host !== undefined,
      };
    });

  const classRows = async (): Promise<readonly ClassRow[]> => {
    const records = await store.classes.newestClasses(MOST_CLASSES);
    return Promise.all(
      records.map(async ({ id, code, created, plan }) => ({
        code,
        created,
        title: (plan as { readonly plan: { readonly title: string } }).plan.title,
        tables: (await store.classes.tablesOf(id)).length,
      })),
    );
  };

  return async (): Promise<Overview> => ({
    tables: await tableRows(),
    classes: await classRows(),
    connections: tables.hosts().reduce((sum, host) => sum + host.count(), 0),
    memoryMB: Math.round(process.memoryUsage().rss / 2 ** 20),
    lagMs: Math.round(lag.percentile(99) / 1e5) / 10,
    upMinutes: Math.floor(process.uptime() / 60),
  });
};
