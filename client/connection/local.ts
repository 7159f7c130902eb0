import { signal } from '@preact/signals';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { Connection, LinkState, Listener } from './connection.ts';
import { correspond } from './correspondence.ts';
import type { LocalPlan } from './local/localPlan.ts';
import { keepEntry, keptEntries, keptPlan } from './local/localShelf.ts';
import type { FromThread, ToThread } from './local/threadMessages.ts';
import { openOutbox } from './outbox.ts';

type ThreadEars = {
  readonly entry: (entry: Entry) => void;
  readonly update: Listener['update'];
  readonly reply: (reply: Reply) => void;
  readonly failed: () => void;
};

/** Starts the thread of a local table. */
const startThread = (ears: ThreadEars): Worker => {
  const thread = new Worker(new URL('./local/localThread.ts', import.meta.url), { type: 'module' });
  thread.addEventListener('message', ({ data }: MessageEvent<FromThread>) => {
    if (data.kind === 'entry') ears.entry(data.entry);
    else if (data.kind === 'update') ears.update(data.update);
    else ears.reply(data.reply);
  });
  thread.addEventListener('error', ears.failed);
  return thread;
};

type LocalOptions = {
  readonly plan: LocalPlan | null;
  readonly kept: readonly Entry[];
  readonly keep: (entry: Entry) => void;
};

const connect = ({ plan, kept, keep }: LocalOptions, listener: Listener): Connection => {
  const state = signal<LinkState>('connecting');
  const failure = signal<string | null>(null);
  const letters = correspond(openOutbox({ read: () => null, write: () => undefined }));
  const lose = (why: string): void => {
    state.value = 'lost';
    failure.value = why;
  };
  const thread = startThread({
    entry: keep,
    update: (update) => {
      state.value = 'live';
      listener.update(update);
    },
    reply: (reply) => void letters.settle(reply),
    failed: () => lose('local'),
  });
  const say = (message: ToThread): void => thread.postMessage(message);
  if (plan === null) lose('table.unknown');
  else say({ kind: 'open', plan, kept });
  return {
    state,
    failure,
    acts: signal(true),
    actHere: () => undefined,
    attendance: signal(null),
    here: () => undefined,
    unanswered: letters.unanswered,
    pulse: null,
    act: (action: SeatAction) => {
      const { letter, reply } = letters.write(action, 0);
      say({ kind: 'act', action: letter.action });
      return reply;
    },
    retry: () => undefined,
    leave: () => thread.terminate(),
  };
};

/** The connection to a table of this browser, by its code: it goes on where it was left, without any network. */
export const connectLocal = (code: string, listener: Listener): Connection =>
  connect(
    { plan: keptPlan(code), kept: keptEntries(code), keep: (entry) => keepEntry(code, entry) },
    listener,
  );

/** A table that is only looked at, and not kept: bots among themselves. */
export const connectShow = (plan: LocalPlan, listener: Listener): Connection =>
  connect({ plan, kept: [], keep: () => undefined }, listener);
