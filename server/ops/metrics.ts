import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ACTIONS } from '../../shared/engine/actions/index.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Phase } from '../../shared/engine/state.ts';
import type { Reply } from '../../shared/protocol.ts';

/** Counts what happens. No label ever holds an id, a name, an address or anything else that grows with use. */
export type Metrics = {
  /** A message of a person was answered, `ms` after it came. */
  readonly answered: (message: unknown, reply: Reply, ms: number) => void;
  /** The store took an entry, in `ms`. */
  readonly committed: (entry: Entry, ms: number) => void;
  /** The store failed to take something. */
  readonly storeFailed: () => void;
  /** The page that Prometheus reads. */
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
};

/** What is looked up when the page is read. */
export type Gauges = {
  /** Connections at tables now. */
  readonly connections: () => number;
  /** The phases of the tables that are open now. */
  readonly phases: () => readonly Phase[];
};

const PHASES = Object.keys({
  waiting: true,
  negotiation: true,
  closing: true,
  ended: true,
} satisfies Record<Phase, true>);
const PREFIX = 'between_giants_';
const SECONDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** The type of a message; whatever is none of ours is one type. */
const typeOf = (message: unknown): string => {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
  return typeof type === 'string' && Object.hasOwn(ACTIONS, type) ? type : 'other';
};

const resultOf = (reply: Reply): string => {
  if (reply.ok) return 'ok';
  const { code } = reply.refusal;
  if (code === 'unavailable') return 'unavailable';
  return code === 'action.tooFast' ? 'too_fast' : 'refused';
};

const openGauges = ({ connections, phases }: Gauges, registers: [Registry]): void => {
  new Gauge({
    name: `${PREFIX}connections`,
    help: 'Connections at tables',
    registers,
    collect() {
      this.set(connections());
    },
  });
  new Gauge({
    name: `${PREFIX}tables`,
    help: 'Tables that are open, by phase',
    labelNames: ['phase'],
    registers,
    collect() {
      const now = phases();
      for (const phase of PHASES) this.set({ phase }, now.filter((one) => one === phase).length);
    },
  });
};

/** Opens the books of one server. */
export const openMetrics = (gauges: Gauges): Metrics => {
  const registry = new Registry();
  const registers: [Registry] = [registry];
  collectDefaultMetrics({ register: registry });
  openGauges(gauges, registers);
  const answers = new Counter({
    name: `${PREFIX}actions_total`,
    help: 'Messages of people that were answered',
    labelNames: ['type', 'result'],
    registers,
  });
  const waits = new Histogram({
    name: `${PREFIX}action_seconds`,
    help: 'From the arrival of a message to its answer',
    buckets: SECONDS,
    registers,
  });
  const entries = new Counter({
    name: `${PREFIX}entries_total`,
    help: 'Entries of logs, by the type of their action and by who acted',
    labelNames: ['type', 'actor'],
    registers,
  });
  const commits = new Histogram({
    name: `${PREFIX}commit_seconds`,
    help: 'Until an entry is beyond loss',
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: `${PREFIX}store_failures_total`,
    help: 'What the store failed to take',
    registers,
  });
  return {
    answered: (message, reply, ms) => {
      answers.inc({ type: typeOf(message), result: resultOf(reply) });
      waits.observe(ms / 1000);
    },
    committed: ({ action, actor }, ms) => {
      entries.inc({ type: typeOf(action), actor });
      commits.observe(ms / 1000);
    },
    storeFailed: () => failures.inc(),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
};
